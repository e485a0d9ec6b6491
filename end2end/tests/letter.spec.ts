// A cover letter: written for a CV, in its looks, and sent alone or with it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessible, basics, downloaded, downloadPdf, edit, example, expect, inFolder, onServer, openFile, paper, pdfText, ready, saved, saveToAccount, signUp, test } from './support';

const menu = async (page: Page, item: string) => {
  await page.locator('.menu > summary').click();
  await page.locator('.menu-body').getByRole('button', { name: item }).click();
};

const backup = (page: Page) => downloaded(page, () => menu(page, 'Download backup'));

const drafts = async (page: Page) => {
  await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  return page.getByRole('dialog', { name: 'Drafts' });
};

/** The form of the letter that is open. */
const form = (page: Page) => page.getByRole('region', { name: 'Letter', exact: true });

/** Writes a letter for the CV that is open. */
async function write(page: Page): Promise<void> {
  await menu(page, 'Write a letter for this CV');
  await expect(form(page).getByLabel('Organisation')).toBeFocused();
  await form(page).getByLabel('Organisation').fill('Harbour Ferries');
  await form(page).getByLabel('Person', { exact: true }).fill('Margaret Lyle');
  await form(page).getByLabel('What it is about').fill('Head of Data');
  await form(page).getByLabel('Salutation').fill('Dear Margaret Lyle,');
  await form(page).getByLabel('Closing words').fill('Yours sincerely');
  await expect(paper(page).first()).toContainText('Head of Data');
  await saved(page);
}

/** What `merit render` makes of two files. */
const together = (letter: Buffer, cv: Buffer): Buffer =>
  inFolder((folder) => {
    const [first, second, out] = ['letter.json', 'cv.json', 'out.pdf'].map((name) => join(folder, name));
    writeFileSync(first, letter);
    writeFileSync(second, cv);
    execFileSync(process.env.MERIT!, ['render', first, second, '-o', out], { stdio: 'pipe' });
    return readFileSync(out);
  });

test('a letter has the sender and the looks of its CV, and is one PDF with it', async ({ page }) => {
  await example(page);
  const cv = (await backup(page)).bytes;
  await write(page);
  await expect(paper(page).first()).toContainText('Hannah Okafor');
  await expect(page.getByRole('combobox', { name: 'Add a section' })).toHaveCount(0);
  const alone = await downloadPdf(page);
  expect(alone.name).toBe('Hannah-Okafor-Letter.pdf');
  expect(pdfText(alone.bytes)).toContain('Dear Margaret Lyle,');
  expect(pdfText(alone.bytes)).not.toContain('Severnside');

  const letter = (await backup(page)).bytes;
  await menu(page, 'Letter and CV as one PDF');
  const dialog = page.getByRole('dialog', { name: 'With which CV?' });
  await expect(dialog.locator('.draft').first()).toContainText('The CV that the letter was written for');
  await accessible(page);
  const both = await downloaded(page, () => dialog.getByRole('button', { name: /^Download PDF/ }).click());
  expect(both.name).toBe('Hannah-Okafor-Letter-CV.pdf');
  const text = pdfText(both.bytes);
  expect(text.indexOf('Dear Margaret Lyle,')).toBeGreaterThan(0);
  expect(text.indexOf('Severnside')).toBeGreaterThan(text.indexOf('Dear Margaret Lyle,'));
  // The command line makes the same file, to the byte.
  expect(together(letter, cv).equals(both.bytes)).toBe(true);
});

test('from the CV, the letter is chosen', async ({ page }) => {
  await example(page);
  await write(page);
  const list = await drafts(page);
  await list.locator('.draft', { hasText: 'Lead Data Engineer' }).getByRole('button', { name: 'Open', exact: true }).click();
  await expect(basics(page, 'label')).toHaveValue('Lead Data Engineer');
  await menu(page, 'Letter and CV as one PDF');
  const dialog = page.getByRole('dialog', { name: 'With which letter?' });
  await expect(dialog.locator('.draft')).toHaveCount(1);
  const both = await downloaded(page, () => dialog.getByRole('button', { name: /^Download PDF/ }).click());
  const text = pdfText(both.bytes);
  expect(text.indexOf('Severnside')).toBeGreaterThan(text.indexOf('Dear Margaret Lyle,'));
});

test('drafts say which are letters, and one is begun there', async ({ page }) => {
  await edit(page);
  await (await drafts(page)).getByRole('button', { name: 'New letter' }).click();
  await expect(form(page).getByLabel('Organisation')).toBeFocused();
  await expect(form(page).getByRole('textbox', { name: 'Text' })).toBeVisible();
  await form(page).getByLabel('Organisation').fill('Umeå kommun');
  await saved(page);
  const list = await drafts(page);
  await expect(list.locator('.draft', { hasText: 'Umeå kommun' })).toContainText('Letter');
  await list.getByRole('button', { name: 'Example of a letter' }).click();
  await expect(paper(page).first()).toContainText('Head of Data, reference HF-27');
  await page.reload();
  await ready(page);
  await expect(form(page).getByLabel('What it is about')).toHaveValue('Head of Data, reference HF-27');
});

test('the sender is folded away, and a press on its line unfolds it', async ({ page }) => {
  await edit(page);
  await (await drafts(page)).getByRole('button', { name: 'Example of a letter' }).click();
  await expect(basics(page, 'email')).toBeHidden();
  await accessible(page);
  await paper(page).first().locator('text', { hasText: 'hannah.okafor@example.com' }).first().click();
  await expect(basics(page, 'email')).toBeFocused();
  await basics(page, 'email').fill('hannah@example.com');
  await expect(paper(page).first()).toContainText('hannah@example.com');
});

test('a letter leaves in the forms that know of letters, and comes back', async ({ page }) => {
  await edit(page);
  await (await drafts(page)).getByRole('button', { name: 'Example of a letter' }).click();
  await expect(paper(page).first()).toContainText('Harbour Ferries');
  await page.locator('.menu > summary').click();
  await expect(page.locator('.menu-body').getByRole('button', { name: 'Download JSON Resume' })).toBeHidden();
  await page.keyboard.press('Escape');
  for (const [name, ending, said] of [
    ['Web page (HTML)', 'html', 'Margaret Lyle<br>'],
    ['Markdown', 'md', '## Head of Data'],
    ['Plain text', 'txt', 'Enclosures: CV, Two references'],
  ]) {
    await menu(page, 'Other formats');
    const dialog = page.getByRole('dialog', { name: 'Other formats' });
    await expect(dialog.getByRole('button', { name: 'Europass (XML)' })).toHaveCount(0);
    const file = await downloaded(page, () => dialog.getByRole('button', { name }).click());
    expect(file.name).toBe(`Hannah-Okafor-Letter.${ending}`);
    expect(file.bytes.toString('utf8')).toContain(said);
  }
  const whole = await backup(page);
  const pdf = await downloadPdf(page);
  for (const [name, mimeType, buffer] of [
    ['letter.json', 'application/json', whole.bytes],
    ['letter.pdf', 'application/pdf', pdf.bytes],
  ] as const) {
    await form(page).getByLabel('What it is about').fill('Something else');
    await openFile(page, { name, mimeType, buffer });
    await page.getByRole('button', { name: 'To the form' }).click();
    await expect(form(page).getByLabel('What it is about')).toHaveValue('Head of Data, reference HF-27');
  }
});

test('My CVs has letters too: begun there, told apart, and not published', async ({ page }) => {
  await signUp(page);
  await example(page);
  await saveToAccount(page);
  await page.goto('/cvs');
  await page.getByRole('link', { name: 'Write a letter' }).click();
  await ready(page);
  await expect(form(page).getByLabel('Organisation')).toBeFocused();
  await form(page).getByLabel('Organisation').fill('Harbour Ferries');
  await expect(paper(page).first()).toContainText('Hannah Okafor');
  await saveToAccount(page);
  await onServer(page);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Share' })).toBeHidden();
  await page.goto('/cvs');
  const letter = page.locator('.shelf > li', { hasText: 'Harbour Ferries' });
  await expect(letter.getByText('letter', { exact: true })).toBeVisible();
  await expect(letter.getByRole('link', { name: 'Share' })).toHaveCount(0);
  await accessible(page);
  const id = /cv=(.+)$/.exec((await letter.getByRole('heading').getByRole('link').getAttribute('href'))!)![1];
  await page.goto(`/share/${id}`);
  await expect(page.getByRole('heading', { name: 'A letter has no public page' })).toBeVisible();
});
