// Whatever somebody types, pastes or opens: a message that says what to do,
// nothing runs that should not, and nothing that was there is lost.
import { readFileSync } from 'node:fs';
import { basics, downloaded, downloadPdf, edit, example, expect, openFile, paper, pdfText, rendered, sample, saved, test, unfold } from './support';

const HOSTILE = `"><img src=x onerror="window.hacked=1"></textarea><script>window.hacked=1</script><svg onload=window.hacked=1>'\u202e{{7*7}}`;

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

test('files that cannot be opened say what is wrong, and the draft stays', async ({ page }) => {
  await example(page);
  const name = await basics(page, 'name').inputValue();
  const dialog = page.getByRole('dialog', { name: 'Open a file' });
  const cases: [ReturnType<typeof file>, string][] = [
    [file('broken.json', readFileSync(sample('07-INVALID-broken-syntax.fresh'))), 'The file is not valid JSON. The mistake is on line'],
    [file('empty.json', ''), 'The file is empty.'],
    [file('list.json', '[1, 2, 3]'), 'holds no CV that Merit knows'],
    [file('latin.json', Buffer.from('{"basics":{"name":"\xc5sa"}}', 'latin1')), 'not text in UTF-8'],
    [file('utf16.json', Buffer.from('\ufeff{"basics":{}}', 'utf16le')), 'UTF-16'],
    [file('newer.json', '{"format":9999,"kind":"cv","basics":{},"sections":[]}'), 'newer version of Merit'],
    [file('large.json', ' '.repeat(1024 * 1024 + 1)), 'larger than 1,024 KiB'],
    [file('deep.json', '['.repeat(100_000)), 'not valid JSON'],
  ];
  for (const [bad, said] of cases) {
    await openFile(page, bad);
    await expect(dialog.getByRole('alert'), bad.name).toContainText(said);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(basics(page, 'name')).toHaveValue(name);
});

test('one bad field never stops an import', async ({ page }) => {
  await edit(page);
  const odd = {
    basics: { name: 'Robust', email: 42, profiles: 'https://example.com/me', location: 'Lund' },
    work: [null, 'just text', { name: ['A', 'B'], startDate: { year: 2020 }, highlights: 'one' }, { name: 'Whole', position: 'Kept' }],
    skills: { name: 'not a list' },
    unknown: { deep: [1, 2] },
  };
  await openFile(page, file('odd.json', JSON.stringify(odd)));
  const report = page.getByRole('dialog', { name: 'What happened during the import' });
  await expect(report.locator('li').first()).toBeVisible();
  expect(await report.locator('li').count()).toBeGreaterThan(4);
  await report.getByRole('button', { name: 'To the form' }).click();
  await expect(paper(page)).toContainText('Robust');
  await expect(paper(page)).toContainText('Kept');
});

test('hostile text in every field runs nothing and shows as text', async ({ page }) => {
  test.slow();
  const resume: Record<string, unknown> = JSON.parse(readFileSync(sample('02-complete-fixture.jsonresume'), 'utf8'));
  const poison = (value: unknown): unknown => {
    if (typeof value === 'string') return HOSTILE;
    if (Array.isArray(value)) return value.map(poison);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poison(inner)]));
    return value;
  };
  await edit(page);
  await openFile(page, file('hostile.json', JSON.stringify(poison(resume))));
  await page.getByRole('button', { name: 'To the form' }).click();
  await expect(paper(page).first()).toContainText('onerror=');
  // Every section and entry open, so that each field has been drawn.
  for (const toggle of await page.locator('.section-head .toggle').all()) {
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  }
  for (const toggle of await page.locator('.item-head .toggle').all()) await toggle.click();
  await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  await expect(page.getByRole('dialog', { name: 'Drafts' })).toContainText('onerror=');
  const found = await page.evaluate(() => ({
    hacked: (window as { hacked?: number }).hacked,
    foreign: [...document.querySelectorAll('img, iframe, object, embed, [onerror], [onload]')].length,
    scripts: [...document.scripts].filter((script) => !script.nonce).length,
    links: [...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '').filter((href) => /^\s*(javascript|data|vbscript):/i.test(href)),
  }));
  expect(found).toEqual({ hacked: undefined, foreign: 0, scripts: 0, links: [] });
  await page.keyboard.press('Escape');
  const pdf = await downloadPdf(page);
  expect(pdf.name).toMatch(/^[\p{L}\p{N}-]+\.pdf$/u);
  expect(pdfText(pdf.bytes)).toContain('onerror=');
  for (const path of ['/?q=<script>window.hacked=1</script>', '/edit?"><script>window.hacked=1</script>']) {
    await page.goto(path);
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  }
});

test('what is too long is said, and neither it nor the rest is lost', async ({ page }) => {
  await edit(page);
  await basics(page, 'name').fill('Ada');
  await basics(page, 'label').fill('x'.repeat(10_001));
  const field = page.locator('.field-label').first();
  await expect(field.getByText('A field holds at most 10,000 characters.')).toBeVisible();
  await expect(basics(page, 'label')).toHaveValue('x'.repeat(10_001));
  await basics(page, 'label').fill('x'.repeat(9_999));
  await expect(field.getByText('A field holds at most')).toBeHidden();
  await saved(page);
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor();
  await expect(basics(page, 'label')).toHaveValue('x'.repeat(9_999));
  await expect(basics(page, 'name')).toHaveValue('Ada');
});

test('a browser that refuses to store says so, and a file can be taken', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: { open: () => { throw new DOMException('refused', 'SecurityError'); } },
    });
  });
  await page.goto('/edit');
  await page.locator('html[data-hydrated]').waitFor();
  await basics(page, 'name').fill('Nowhere Stored');
  await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'failed');
  await expect(page.getByText('Could not save. Download a backup before you close this tab.').first()).toBeVisible();
  await expect(paper(page)).toContainText('Nowhere Stored');
  const backup = await downloaded(page, () => page.locator('.keeping').getByRole('button', { name: 'Download backup' }).click());
  expect(JSON.parse(backup.bytes.toString()).basics.fields.name.text).toBe('Nowhere Stored');

  // A file does not take the place of what cannot be kept, unless asked twice.
  await openFile(page, sample('03-career-changer.jsonresume'));
  const dialog = page.getByRole('dialog', { name: 'Open a file' });
  await expect(dialog.getByRole('alert')).toContainText('Download a backup of it first');
  await expect(basics(page, 'name')).toHaveValue('Nowhere Stored');
  await openFile(page, sample('03-career-changer.jsonresume'));
  await page.getByRole('button', { name: 'To the form' }).click();
  await expect(basics(page, 'name')).not.toHaveValue('Nowhere Stored');
});

test('a database that is lost in the middle is opened again', async ({ page }) => {
  await example(page);
  // What a browser does that clears a site's data behind its back.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('merit');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
  await basics(page, 'label').fill('After the loss');
  await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved', { timeout: 15_000 });
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor();
  await expect(basics(page, 'label')).toHaveValue('After the loss');
});

test('the export for others leaves out what is hidden, the backup loses nothing', async ({ page }) => {
  await example(page);
  const section = await unfold(page, 'Experience');
  await section.locator('.item-head .toggle').first().click();
  const hidden = 'Replaced a nightly batch';
  await section.locator('li.item').first().getByRole('button', { name: 'Hide' }).click();
  await saved(page);
  const menu = async (item: string) => {
    await page.locator('.menu > summary').click();
    await page.locator('.menu-body').getByRole('button', { name: item }).click();
  };
  const shown = await downloaded(page, () => menu('Download JSON Resume'));
  const full = await downloaded(page, () => menu('Download backup'));
  expect(shown.name).toMatch(/^Hannah-Okafor-CV\.json$/);
  expect(shown.bytes.toString()).not.toContain(hidden);
  expect(full.name).toMatch(/\.merit\.json$/);
  expect(full.bytes.toString()).toContain(hidden);

  await openFile(page, { name: full.name, mimeType: 'application/json', buffer: full.bytes });
  await expect(page.getByText('Everything in the file was read without changes.')).toBeVisible();
  await page.getByRole('button', { name: 'To the form' }).click();
  await saved(page);
  const again = await downloaded(page, () => menu('Download backup'));
  expect(again.bytes.equals(full.bytes)).toBe(true);
  expect(rendered(full.bytes, 'json').toString()).toBe(shown.bytes.toString());
});
