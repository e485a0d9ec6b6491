// Files of other programs, each opened through the dialog.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { accessible, basics, edit, expect, openFile, paper, test } from './support';

const path = (name: string) => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));

const report = (page: Page) => page.getByRole('dialog', { name: 'What happened during the import' });
const guess = (page: Page) => page.getByRole('dialog', { name: 'Is this right?' });

test('LinkedIn’s archive is opened, and nothing of others in it', async ({ page }) => {
  await edit(page);
  await openFile(page, path('linkedin.zip'));
  await expect(report(page)).toContainText('Profile.csv[0].Industry');
  await expect(report(page)).not.toContainText('messages.csv');
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(basics(page, 'name')).toHaveValue('Maja Lindqvist');
  await expect(basics(page, 'email')).toHaveValue('maja@maja.example');
  await expect(paper(page).first()).toContainText('Vattenlabbet AB');
});

for (const [name, person] of [
  ['europass.xml', 'Ines Marques'],
  ['europass.pdf', 'Ines Marques'],
  ['europass-passport.xml', 'Lars Nyman'],
  ['16-reactive-resume-v5-sample.json', 'David Kowalski'],
  ['17-reactive-resume-v4-sample.json', 'John Doe'],
]) {
  test(`${name} becomes a draft with a report`, async ({ page }) => {
    await edit(page);
    await openFile(page, path(name));
    await expect(report(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(basics(page, 'name')).toHaveValue(person);
  });
}

for (const [name, person, understood] of [
  ['python-docx.docx', 'Elin Norberg', 'Arbetslivserfarenhet'],
  ['libreoffice.docx', 'James Okoye', 'Professional Experience'],
  ['chromium.pdf', 'Omar Haddad', 'ERFARENHET'],
]) {
  test(`${name} is a guess, which is looked at before it is taken`, async ({ page }) => {
    await edit(page);
    await basics(page, 'name').fill('Somebody Else');
    await openFile(page, path(name));
    await expect(guess(page)).toContainText(person, { timeout: 30_000 });
    await expect(guess(page)).toContainText(understood);
    await expect(guess(page).getByRole('heading', { name: 'Understood' })).toBeVisible();
    await accessible(page);
    // Who closes it has taken nothing.
    await guess(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(basics(page, 'name')).toHaveValue('Somebody Else');
    await openFile(page, path(name));
    await guess(page).getByRole('button', { name: 'Take it as a draft' }).click();
    await expect(guess(page)).toBeHidden();
    await expect(basics(page, 'name')).toHaveValue(person);
  });
}

test('files that are none of these say what is wrong', async ({ page, excused }) => {
  // pdf.js tells the console what it thinks of the last one.
  excused.push(/Warning: |InvalidPDF|Invalid PDF/);
  await edit(page);
  const zip = readFileSync(path('linkedin.zip'));
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
  for (const [bad, says] of [
    [file('cut.zip', zip.subarray(0, 600)), 'damaged, or locked'],
    [file('old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'old format'],
    [file('other.xml', Buffer.from('<other/>')), 'holds no CV that Merit knows'],
    [file('broken.xml', Buffer.from('<Candidate>\n<a>')), 'not valid XML'],
    [file('broken.pdf', Buffer.from('%PDF-1.7 and no more')), 'PDF cannot be read'],
  ] as const) {
    await openFile(page, bad);
    await expect(page.getByRole('dialog', { name: 'Open a file' }).getByRole('alert')).toContainText(says, { timeout: 30_000 });
  }
});
