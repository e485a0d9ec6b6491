// Merit beside others, in one browser and one run: the same CV in Merit's editor, in a
// page that is made with @react-pdf/renderer (`react-pdf.jsx`), and printed by the browser
// from Merit's web page of it. Results as in `editor.bench.ts`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { edit, expect, inFolder } from '../tests/support';
import { example, SIZES } from './content';
import { at, test, type Row } from './frame';
import { last, open, typed, watch } from './keys';

const rows: Row[] = [];

test.afterAll(() => writeFileSync(process.env.BENCH_OUT!, JSON.stringify(rows)));

const HARNESS = readFileSync(new URL('modules.js', import.meta.url), 'utf8');
const FONTS = fileURLToPath(new URL('../../public/fonts/', import.meta.url));
/** Where the other page is; nothing of it leaves the test. */
const OTHER = 'http://other.example';
const LETTERS = 'One more sentence about what became of it. ';
/** Keys and files in the other page, where each of a long CV takes seconds. */
const TIMES: Record<number, number> = { 2: 30, 14: 8, 40: 3 };

/** A value of Merit's, those of others, and how many times ours each is. */
function tell(what: string, merit: number, others: Record<string, number>): void {
  rows.push({ name: `${what}, Merit`, value: merit, unit: 'ms' });
  for (const [whose, other] of Object.entries(others)) {
    rows.push({ name: `${what}, ${whose}`, value: other, unit: 'ms' });
    rows.push({ name: `${what}, ${whose}, times Merit`, value: other / merit, unit: 'x' });
  }
}

/** Opens the other page with a CV; how many pages its file has. */
async function other(page: Page, cv: unknown): Promise<number> {
  await page.route(`${OTHER}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') {
      const body =
        '<!DOCTYPE html><html lang="en"><title>Other</title><textarea aria-label="Reference"></textarea><a>The file</a><script type="module" src="/page.js"></script>';
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    } else if (path === '/page.js') {
      await route.fulfill({ contentType: 'text/javascript; charset=utf-8', path: process.env.REACT_PDF! });
    } else if (path.startsWith('/fonts/')) {
      await route.fulfill({ path: join(FONTS, path.slice('/fonts/'.length)) });
    } else {
      await route.fulfill({ status: 204 });
    }
  });
  await page.goto(OTHER);
  const file = await page.evaluate((cv) => (window as any).show(cv), cv);
  return Number(/\/Type \/Pages[^>]*?\/Count (\d+)|\/Count (\d+)/.exec(file)!.slice(1).find(Boolean));
}

/** A key at a time: the next one when the one before is on the screen. */
async function keys(page: Page, letters: string): Promise<number[]> {
  for (let n = 0; n < letters.length; n++) {
    await page.keyboard.press(letters[n] === ' ' ? 'Space' : letters[n]!);
    await page.waitForFunction((n) => (window as any).times.length > n, n, { timeout: 120_000 });
  }
  return page.evaluate(() => (window as any).times);
}

/** Merit's file of a CV that has changed: layout of the change, and the PDF. */
async function file(page: Page, cv: string, many: number): Promise<number[]> {
  await edit(page);
  await page.evaluate(HARNESS);
  return page.evaluate(
    async ([cv, many]) => {
      const { load, read, bring } = (window as any).modules;
      const [importer, preview, writer] = [await load('importer'), await load('preview'), await load('writer')];
      const files = { faces: [], patterns: {} };
      const engine = new preview.Preview();
      await bring(engine, engine.open(JSON.stringify(read(importer, cv, 'en'))), files);
      return Array.from({ length: many }, (_, n) => {
        const start = performance.now();
        const edit = { set_field: { item: '0'.repeat(16), field: 'name', value: { text: `Hannah Okafor ${n}` } } };
        engine.apply(JSON.stringify({ format: 1, edit }));
        writer.write(engine.pages(), files.faces);
        return performance.now() - start;
      });
    },
    [cv, many] as const,
  );
}

/** Merit's web page of a CV. */
function web(cv: string): string {
  return inFolder((folder) => {
    const [input, out] = [join(folder, 'cv.json'), join(folder, 'cv.html')];
    writeFileSync(input, cv);
    execFileSync(process.env.MERIT!, ['render', input, '-o', out], { stdio: 'pipe' });
    return readFileSync(out, 'utf8');
  });
}

/** The browser prints a page that it has loaded, without the start of a browser. */
async function printed(page: Page, html: string, many: number): Promise<number[]> {
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
  const times: number[] = [];
  for (let n = 0; n < many; n++) {
    const start = performance.now();
    await page.pdf({ format: 'A4', tagged: true });
    times.push(performance.now() - start);
  }
  return times;
}

for (const { pages, jobs } of SIZES) {
  test(`beside others, ${pages} pages`, async ({ page }) => {
    const cv = example(jobs);
    const many = TIMES[pages]!;
    const what = (of: string) => `compare, ${pages} pages: ${of}`;

    await open(page, jobs);
    await watch(page);
    await last(page);
    const ours = await typed(page, LETTERS);
    const made = await file(page, JSON.stringify(cv), many);
    const print = await printed(page, web(JSON.stringify(cv)), many);

    const count = await other(page, cv);
    const theirs = await keys(page, LETTERS.slice(0, many));
    const files: number[] = [];
    for (let n = 0; n < many; n++) files.push(await page.evaluate(([cv, n]) => (window as any).file(cv, n), [cv, n] as const));

    // The other layout is as long as ours, or nothing is compared.
    expect(Math.abs(count / pages - 1)).toBeLessThanOrEqual(0.25);
    rows.push({ name: what('pages, react-pdf'), value: count, unit: 'count' });
    tell(what('key to paint, p50'), at(ours.paint, 0.5), { 'react-pdf': at(theirs, 0.5) });
    tell(what('PDF, p50'), at(made, 0.5), { 'react-pdf': at(files, 0.5), 'Chromium printing': at(print, 0.5) });
  });
}
