// What leaves as a file besides pages: other formats, the data in the PDF, and what
// a program reads of it.
import type { Page } from '@playwright/test';
import { accessible, basics, downloaded, downloadPdf, example, expect, openFile, paper, rendered, saved, test } from './support';

const menu = async (page: Page, item: string) => {
  await page.locator('.menu > summary').click();
  await page.locator('.menu-body').getByRole('button', { name: item }).click();
};

test('a CV leaves as Word, web page, Markdown, text and Europass', async ({ page }) => {
  await example(page);
  for (const [name, ending, sign] of [
    ['Word (DOCX)', 'docx', 'PK'],
    ['Web page (HTML)', 'html', '<!doctype html>'],
    ['Markdown', 'md', '# Hannah Okafor'],
    ['Plain text', 'txt', 'Hannah Okafor'],
    ['Europass (XML)', 'xml', '<?xml'],
  ]) {
    await menu(page, 'Other formats');
    const dialog = page.getByRole('dialog', { name: 'Other formats' });
    await expect(dialog).toBeVisible();
    const file = await downloaded(page, () => dialog.getByRole('button', { name }).click());
    expect(file.name).toBe(`Hannah-Okafor-CV.${ending}`);
    expect(file.bytes.subarray(0, 400).toString('utf8')).toContain(sign);
    if (ending !== 'docx') expect(file.bytes.toString('utf8')).toContain('Okafor');
  }
});

test('a PDF of ours is opened again, unless its data was left out', async ({ page }) => {
  await example(page);
  const pdf = await downloadPdf(page);
  await basics(page, 'name').fill('Somebody Else');
  await openFile(page, { name: 'cv.pdf', mimeType: 'application/pdf', buffer: pdf.bytes });
  await expect(basics(page, 'name')).toHaveValue('Hannah Okafor');
  await page.keyboard.press('Escape');
  await menu(page, 'Other formats');
  const dialog = page.getByRole('dialog', { name: 'Other formats' });
  await dialog.getByLabel('The CV’s data in it', { exact: false }).uncheck();
  await page.keyboard.press('Escape');
  const bare = await downloadPdf(page);
  expect(bare.bytes.length).toBeLessThan(pdf.bytes.length);
  await openFile(page, { name: 'bare.pdf', mimeType: 'application/pdf', buffer: bare.bytes });
  // Then its pages are read, and what they say is only a guess.
  await expect(page.getByRole('dialog', { name: 'Is this right?' })).toContainText('Hannah Okafor', { timeout: 30_000 });
});

test('a PDF for archives says so', async ({ page }) => {
  await example(page);
  await menu(page, 'Other formats');
  const dialog = page.getByRole('dialog', { name: 'Other formats' });
  await dialog.getByLabel('For archives (PDF/A)').check();
  await accessible(page);
  await page.keyboard.press('Escape');
  const pdf = (await downloadPdf(page)).bytes.toString('latin1');
  expect(pdf).toContain('pdfaid:part');
});

test('what a parser reads is told, and what it loses', async ({ page }) => {
  await example(page);
  await menu(page, 'What a parser reads');
  const dialog = page.getByRole('dialog', { name: 'What a parser reads' });
  await expect(dialog.getByRole('status')).toContainText('facts are found', { timeout: 30_000 });
  await expect(dialog.locator('pre')).toContainText('Hannah Okafor');
  await expect(dialog.locator('mark')).toHaveCount(0);
  await accessible(page);
});

test('fonts are fetched when a document needs them, and asked for again', async ({ page, excused }) => {
  excused.push(/ERR_FAILED|Failed to load resource/);
  const fetched: string[] = [];
  let cut = true;
  await page.route('**/fonts/noto-sans-arabic*', (route) => {
    fetched.push(route.request().url());
    return cut ? route.abort() : route.continue();
  });
  await example(page);
  expect(fetched).toEqual([]);
  await basics(page, 'name').fill('ليلى حداد');
  const notice = page.getByRole('alert').filter({ hasText: 'could not be fetched' });
  await expect(notice).toBeVisible();
  cut = false;
  await notice.getByRole('button').click();
  await expect(notice).toBeHidden();
  await expect(paper(page).first()).toContainText('ليلى');
  await saved(page);
  expect((await downloadPdf(page)).bytes.length).toBeGreaterThan(10_000);
});

test('a name in any script is set here and by the command line alike', async ({ page }) => {
  test.slow();
  await example(page);
  for (const name of ['ليلى حداد', 'שרה כהן', '山田はなこ', '王小明', 'Ἀλέξανδρος 🎓']) {
    await basics(page, 'name').fill(name);
    await saved(page);
    const { bytes } = await downloadPdf(page);
    await page.locator('.menu > summary').click();
    const backup = await downloaded(page, () => page.locator('.menu-body').getByRole('button', { name: 'Download backup' }).click());
    expect(bytes.equals(rendered(backup.bytes, 'pdf')), name).toBe(true);
  }
});

test('entries are kept together, start a page, and sections change columns', async ({ page }) => {
  await example(page);
  const pages = paper(page);
  await expect(pages).toHaveCount(2);
  await page.getByRole('heading', { level: 2 }).getByRole('button', { name: 'Experience' }).click();
  const section = page.locator('li.section').filter({ has: page.getByRole('button', { name: 'Experience' }) });
  await section.getByLabel('Start on a new page').first().check();
  await expect(pages.first()).not.toContainText('Experience');
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(pages.first()).toContainText('Experience');
  await expect(section.getByLabel('Start on a new page').first()).not.toBeChecked();
});
