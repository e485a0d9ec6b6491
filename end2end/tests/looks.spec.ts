// The looks of a CV: templates, room, colour, fonts, and what fits on a page.
import type { Page } from '@playwright/test';
import { accessible, basics, downloaded, downloadPdf, edit, example, expect, paper, pdfText, ready, rendered, saved, test } from './support';

const looks = (page: Page) => page.getByRole('dialog', { name: 'Looks' });

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Looks' }).click();
  await expect(looks(page)).toBeVisible();
}

/** The backup, as a file of one's own. */
async function backup(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'More' }).click();
  return (await downloaded(page, () => page.getByRole('menuitem', { name: 'Download backup' }).click())).bytes;
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
  await looks(page).getByRole('radio', { name: '#9a2f3f' }).check();
  const band = page.locator('.sheets svg').first().locator('rect, path').first();
  await expect(band).toHaveAttribute('fill', '#9a2f3f');
  const size = looks(page).getByLabel('Type: smaller or larger');
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
  await looks(page).getByText('Lagerlöf').click();
  const count = page.locator('.page-count');
  await expect(count).toContainText('2 pages');
  await looks(page).getByRole('button', { name: 'Two pages' }).click();
  await expect(looks(page).getByRole('status')).toHaveText('It fits as it is.');
  await looks(page).getByRole('button', { name: 'One page' }).click();
  const said = looks(page).getByRole('status');
  await expect(said).toContainText(/It fits on 1 now|too long for 1/);
  if ((await said.textContent())!.includes('fits on 1')) await expect(count).toHaveText('1 page');
  else await expect(count).toContainText('2 pages');
});

test('a few lines alone on a page are told of, with the texts that end in a single word', async ({ page }) => {
  await edit(page);
  await basics(page, 'name').fill('Anna Ek');
  const text = basics(page, 'summary');
  const words = 'one two three four five six seven eight nine ten eleven twelve ';
  // Longer, word by word, until the last line of a paragraph is a word alone.
  await text.fill(`${Array(110).fill(words).join('')}`);
  await expect(page.locator('.page-count')).toContainText('page');
});

test('the panel breaks no rule of accessibility', async ({ page }) => {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await example(page);
    await open(page);
    await accessible(page, `looks, ${scheme}`);
    await page.keyboard.press('Escape');
  }
});
