// What every test starts from: a page whose console must stay silent, and the
// few things that tests do all the time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Download, type Locator, type Page } from '@playwright/test';

export { expect };

type Fixtures = {
  /** What the console said that a test expects; anything else fails it. */
  excused: RegExp[];
};

export const test = base.extend<Fixtures>({
  excused: [
    async ({ page }, use) => {
      const excused: RegExp[] = [];
      const said: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(String(error)));
      await use(excused);
      expect(said.filter((text) => !excused.some((known) => known.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** A field of the contact details. */
export const basics = (page: Page, field: string): Locator =>
  page.locator(`#f-0000000000000000-${field}`);

/** Everything that the pages show, in the order in which it stands. */
export const paper = (page: Page): Locator => page.locator('.sheets svg');

/** Opens the editor and waits until it runs. */
export async function edit(page: Page): Promise<void> {
  await page.goto('/edit');
  await ready(page);
}

/** Waits until the editor runs and its pages are drawn. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-hydrated]').waitFor();
  await page.locator('.sheets:not(.loading) svg').first().waitFor({ state: 'attached' });
}

/** Waits until what was typed is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved');
}

/** Begins with the full example in a language. */
export async function example(page: Page, language: 'English' | 'Swedish' = 'English'): Promise<void> {
  await edit(page);
  await page.getByRole('button', { name: `Example in ${language}` }).click();
  await expect(paper(page).first()).toContainText(language === 'English' ? 'Experience' : 'Arbetslivserfarenhet');
  await saved(page);
}

/** The path of a sample CV. */
export const sample = (name: string): string =>
  fileURLToPath(new URL(`../../samples/${name}.json`, import.meta.url));

/** Opens a file through the dialog, and the report that follows. */
export async function openFile(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const dialog = page.getByRole('dialog', { name: 'Open a file' });
  if (!(await dialog.isVisible())) {
    await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  }
  await dialog.locator('input[type=file]').setInputFiles(file);
}

/** Unfolds a section of the form by its heading. */
export async function unfold(page: Page, heading: string): Promise<Locator> {
  const toggle = page.getByRole('heading', { level: 2 }).getByRole('button', { name: heading });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  // By its id: the heading may be renamed.
  const id = await toggle.getAttribute('id');
  return page.locator('li.section').filter({ has: page.locator(`[id="${id}"]`) });
}

/** Presses a button that makes a file, and waits for the file. */
export async function downloaded(page: Page, press: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const [download]: [Download, unknown] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export const downloadPdf = (page: Page) =>
  downloaded(page, () => page.getByRole('button', { name: 'Download PDF' }).click());

/** Does something in a folder that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'merit-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of a PDF, as a program that reads it in order finds it. */
export function pdfText(pdf: Buffer): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'cv.pdf'), pdf);
    return execFileSync('pdftotext', ['-enc', 'UTF-8', join(folder, 'cv.pdf'), '-'], { encoding: 'utf8' });
  });
}

/** What `merit render` makes of a file. */
export function rendered(json: string | Buffer, ending: 'pdf' | 'txt' | 'json'): Buffer {
  return inFolder((folder) => {
    const input = join(folder, 'input.json');
    const out = join(folder, `cv.${ending}`);
    writeFileSync(input, json);
    execFileSync(process.env.MERIT!, ['render', input, '-o', out], { stdio: 'pipe' });
    return readFileSync(out);
  });
}
