// The editor in a real browser: from a key to the pages, and the PDF.
//
// Times are the page's own clock. Results go to the file that BENCH_OUT names,
// as a list of name, value and unit, and of budget where there is one.
import { writeFileSync } from 'node:fs';
import { edit, example, openFile, saved, test, unfold } from '../tests/support';
import type { Page } from '@playwright/test';

type Row = { name: string; value: number; unit: string; budget?: number };
const rows: Row[] = [];

test.afterAll(() => writeFileSync(process.env.BENCH_OUT!, JSON.stringify(rows)));

const at = (times: number[], part: number) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
};

const LETTERS = 'One more sentence about what was done, for whom, and what became of it in the end. '.repeat(2);

/** Types into the field that has the focus, and times every key. */
async function type(page: Page, what: string, budget: number) {
  await page.evaluate(() => {
    const times = { patched: [] as number[], paint: [] as number[] };
    (window as unknown as { times: typeof times }).times = times;
    let pressed = 0;
    addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        pressed = start;
        // A message that is sent before a frame is drawn arrives after it.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.paint.push(performance.now() - start);
          port2.postMessage(0);
        });
      },
      true,
    );
    // Told after all of the key's work, in the same turn.
    new MutationObserver(() => {
      if (pressed) times.patched.push(performance.now() - pressed);
      pressed = 0;
    }).observe(document.querySelector('.sheets')!, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await page.keyboard.type(LETTERS, { delay: 40 });
  await saved(page);
  const { patched, paint } = await page.evaluate(() => (window as unknown as { times: { patched: number[]; paint: number[] } }).times);
  rows.push({ name: `${what}: key to pages patched, p50`, value: at(patched, 0.5), unit: 'ms' });
  rows.push({ name: `${what}: key to pages patched, p95`, value: at(patched, 0.95), unit: 'ms', budget });
  rows.push({ name: `${what}: key to paint, p50`, value: at(paint, 0.5), unit: 'ms' });
  rows.push({ name: `${what}: key to paint, p95`, value: at(paint, 0.95), unit: 'ms' });
}

test('typing, two pages', async ({ page }) => {
  await example(page);
  const section = await unfold(page, 'Profile');
  await section.locator('textarea').focus();
  await type(page, 'browser, 2 pages', 8);
});

test('typing, forty pages', async ({ page }) => {
  await edit(page);
  const work = Array.from({ length: 196 }, (_, n) => ({
    name: `Employer ${n}`,
    position: `Position ${n}`,
    location: 'Uppsala',
    startDate: `${1990 + (n % 30)}-03`,
    endDate: `${1991 + (n % 30)}-09`,
    summary: 'Kept a department of twelve people and their machines at work, and wrote down how it is done.',
    highlights: Array.from({ length: 5 }, (_, k) => `Result number ${k}: something measurable became better than it had been before`),
  }));
  const file = { basics: { name: 'Long Life', summary: 'Many jobs.' }, work };
  await openFile(page, { name: 'long.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await page.getByRole('button', { name: 'To the form' }).click();
  await saved(page);
  const section = await unfold(page, 'Profile');
  await section.locator('textarea').focus();
  rows.push({ name: 'browser, 196 jobs: pages', value: await page.locator('.sheets .page').count(), unit: 'count' });
  await type(page, 'browser, 196 jobs', 16);
});

test('the modules by themselves', async ({ page }) => {
  await example(page);
  const times = await page.evaluate(async () => {
    const names = document.documentElement.dataset as Record<string, string>;
    const load = async (name: string) => {
      const module = await import(names[`${name}Js`]);
      await module.default({ module_or_path: names[`${name}Wasm`] });
      return module;
    };
    const [preview, writer] = [await load('preview'), await load('writer')];
    const fonts = await Promise.all(
      names.fonts.split(' ').map(async (font) => new Uint8Array(await (await fetch(font)).arrayBuffer())),
    );
    const document_ = await new Promise<string>((resolve) => {
      const request = indexedDB.open('merit');
      request.onsuccess = () => {
        const drafts = request.result.transaction('documents').objectStore('documents').getAll();
        drafts.onsuccess = () => resolve(JSON.stringify(JSON.parse(drafts.result[0]).document));
      };
    });
    const timed = (work: () => unknown) => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    let engine: { open(d: string): string; apply(e: string): string; pages(): Uint8Array };
    const cold = timed(() => {
      engine = new preview.Preview(fonts);
      engine.open(document_);
    });
    const edits = Array.from({ length: 200 }, (_, n) =>
      timed(() => {
        const value = { text: `Engineer ${n}` };
        engine.apply(JSON.stringify({ format: 1, edit: { set_field: { item: '0'.repeat(16), field: 'label', value } } }));
      }),
    );
    const pages = engine!.pages();
    const pdf = Array.from({ length: 20 }, () => timed(() => writer.write(pages, fonts)));
    return { cold, edits, pdf };
  });
  rows.push({ name: 'browser, 2 pages: layout, cold', value: times.cold, unit: 'ms' });
  rows.push({ name: 'browser, 2 pages: layout after one edit, p50', value: at(times.edits, 0.5), unit: 'ms' });
  rows.push({ name: 'browser, 2 pages: PDF, first', value: times.pdf[0], unit: 'ms' });
  rows.push({ name: 'browser, 2 pages: PDF, p50', value: at(times.pdf, 0.5), unit: 'ms', budget: 25 });
});
