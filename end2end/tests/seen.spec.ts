// "Seen by": the pages as others would see them, live, and one's own in every file.
import { accessible, basics, downloadPdf, example, expect, onServer, paper, pdfText, saveFirst, test, unfold } from './support';

test('the pages are seen as others would, while everything that is written stays', async ({ page }) => {
  await example(page);
  const seen = page.getByRole('combobox', { name: 'Seen by' });
  const sheets = page.locator('.sheets');
  await expect(sheets).toContainText('0117 496 0182');

  await seen.selectOption('everyone');
  await expect(sheets).not.toContainText('0117 496 0182');
  await expect(sheets).not.toContainText('14 Orchard Terrace');
  await expect(sheets).toContainText('Hannah Okafor');
  await expect(page.getByText('You see what a new link shows')).toBeVisible();
  const phone = page.locator('.field-phone');
  await expect(phone).toContainText('Hidden in this view');
  await expect(page.locator('.field-email')).not.toContainText('Hidden');
  await accessible(page, 'what everyone sees');

  // It follows what is typed, and a line still leads to its field.
  await basics(page, 'label').fill('Night Shift, call 0117 496 0182');
  await expect(sheets).toContainText('Night Shift, call …');
  await expect(page.locator('.field-label')).toContainText('Partly hidden');
  await paper(page).first().getByText('Night Shift').click();
  await expect(basics(page, 'label')).toBeFocused();

  // A file is the owner's all the same.
  expect(pdfText((await downloadPdf(page)).bytes)).toContain('0117 496 0182');

  // By keyboard, from the list of everything that can be done.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('anonymous cv');
  await page.keyboard.press('Enter');
  await expect(seen).toHaveValue('anonymous');
  await expect(sheets).toContainText('Candidate');
  for (const told of ['Hannah', 'Okafor', 'hannah', 'okafor', '0117 496']) {
    await expect(sheets).not.toContainText(told);
  }
  const references = await unfold(page, 'References');
  await expect(references).toContainText('Partly hidden');

  await page.getByRole('button', { name: 'Back to my own view' }).click();
  await expect(seen).toBeFocused();
  await expect(sheets).toContainText('Hannah Okafor');
  await expect(page.locator('[data-unseen]')).toHaveCount(0);
});

test('each link has its own view', async ({ page }) => {
  // What the server says of links is tested there.
  await page.route('**/api/cv_links', (route) =>
    route.fulfill({
      json: [
        { name: 'Harbour Ferries', slug: 'ferries', redaction: { fields: ['email'], shows_contacts: true }, details: [] },
      ],
    }),
  );
  await example(page);
  await saveFirst(page);
  await onServer(page);
  const seen = page.getByRole('combobox', { name: 'Seen by' });
  await seen.focus();
  await seen.selectOption({ label: 'Seen by Harbour Ferries' });
  const sheets = page.locator('.sheets');
  await expect(sheets).not.toContainText('hannah.okafor@example.com');
  await expect(sheets).toContainText('0117 496 0182');
  await expect(page.getByText('You see what “Harbour Ferries” would show')).toBeVisible();
});
