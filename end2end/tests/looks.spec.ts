// The looks of a CV: templates, room, colour, fonts, and what fits on a page.
import type { Page } from '@playwright/test';
import { accessible, downloaded, downloadPdf, example, expect, paper, pdfText, ready, rendered, saved, test } from './support';

const looks = (page: Page) => page.getByRole('dialog', { name: 'Looks' });

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Looks' }).click();
  await expect(looks(page)).toBeVisible();
}

/** The backup, as a file of one's own. */
async function backup(page: Page): Promise<Buffer> {
  await page.locator('.menu > summary').click();
  return (await downloaded(page, () => page.locator('.menu-body').getByRole('button', { name: 'Download backup' }).click())).bytes;
}

test('every template shows one’s own CV, and sets pages and PDF alike', async ({ page }) => {
  test.slow();
  await example(page);
  await open(page);
  const templates = looks(page).locator('.template');
  expect(await templates.count()).toBeGreaterThanOrEqual(8);
  for (const template of await templates.all()) await expect(template.locator('svg')).toContainText('Hannah');
  for (const template of await templates.all()) {
    const name = (await template.locator('strong').textContent())!;
    await template.click();
    await expect(template.getByRole('radio')).toBeChecked();
    await expect(page.locator('.sheets:not(.loading) svg').first()).toContainText('Hannah Okafor');
    await saved(page);
    const pdf = (await downloadPdf(page)).bytes;
    expect(pdf.equals(rendered(await backup(page), 'pdf')), name).toBe(true);
    expect(pdfText(pdf), name).toContain('Hannah Okafor');
  }
});

test('what is chosen stays, and is undone', async ({ page }) => {
  await example(page);
  await open(page);
  await looks(page).getByText('Hilma').click();
  await looks(page).getByRole('radio', { name: 'Red', exact: true }).check();
  const band = page.locator('.sheets svg').first().locator('rect, path').first();
  await expect(band).toHaveAttribute('fill', '#9a2f3f');
  const size = looks(page).getByLabel('Type', { exact: true });
  await size.fill('2');
  await looks(page).getByLabel('Page numbers').uncheck();
  await saved(page);
  await page.reload();
  await ready(page);
  await open(page);
  await expect(looks(page).getByRole('radio', { name: 'Hilma' })).toBeChecked();
  await expect(size).toHaveValue('2');
  await expect(looks(page).getByLabel('Page numbers')).not.toBeChecked();
  await looks(page).getByRole('button', { name: 'As the template has it' }).click();
  await expect(size).toHaveValue('0');
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(size).toHaveValue('2');
  await page.keyboard.press('Escape');
  await expect(looks(page)).toBeHidden();
});

test('a CV is fitted on a page, or it is said that it cannot be', async ({ page }) => {
  await example(page);
  await open(page);
  const count = page.locator('.page-count');
  const said = looks(page).getByRole('status');
  const fit = (name: string) => looks(page).getByRole('button', { name }).click();
  await looks(page).getByText('Polhem').click();
  await fit('Two pages');
  await expect(said).toHaveText('It fits as it is.');
  await looks(page).getByText('Lagerlöf').click();
  await expect(count).toContainText('3 pages');
  await fit('One page');
  await expect(said).toContainText(/too long for 1: as it is now, \d\d+ lines are too many/);
  await expect(count).toContainText('3 pages');
  await fit('Two pages');
  await expect(said).toContainText('It fits on 2 now');
  await expect(count).toContainText('2 pages');
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(count).toContainText('3 pages');
});

test('a few lines alone on a page are told of, with the texts that end in a single word', async ({ page }) => {
  await example(page);
  await open(page);
  await looks(page).getByText('Lagerlöf').click();
  await page.keyboard.press('Escape');
  await expect(page.locator('.page-count')).toContainText('lines on the last');
  const single = page.getByRole('button', { name: 'in a single word' });
  await expect(single).toBeVisible();
  const marked = page.locator('.sheets [data-single]');
  const number = parseInt((await single.textContent())!) || 1;
  await expect(marked).toHaveCount(number);
  expect((await marked.first().textContent())!.trim()).not.toContain(' ');
  await single.click();
  await expect(page.locator('.form :focus')).toBeVisible();
  // What is typed sets the line anew, and the marks are those that are told of.
  await page.keyboard.type('x');
  await saved(page);
  await expect
    .poll(async () => (await marked.count()) - ((await single.isVisible()) ? parseInt((await single.textContent())!) || 1 : 0))
    .toBe(0);
  // With a page less there is nothing to tell.
  await open(page);
  await looks(page).getByText('Polhem').click();
  await expect(single).toBeHidden();
  await expect(marked).toHaveCount(0);
});

test('the panel breaks no rule of accessibility', async ({ page }) => {
  await example(page);
  await open(page);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await accessible(page, `looks, ${scheme}`);
  }
});
