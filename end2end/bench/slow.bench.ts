// The editor on a slow machine and a slow line: a processor four times slower, and
// what Chromium's own tools call slow 4G. Results as in `editor.bench.ts`.
import { writeFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { basics, edit, expect, saved } from '../tests/support';
import { SIZES } from './content';
import { at, test, type Row } from './frame';
import { last, open, typed, watch } from './keys';

const rows: Row[] = [];

test.afterAll(() => writeFileSync(process.env.BENCH_OUT!, JSON.stringify(rows)));

/** Bytes a second and milliseconds, as the panel of developers has them. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1_474_560 / 8, uploadThroughput: 675_000 / 8 };
const SLOWER = 4;
const LETTERS = 'One more sentence about what was done, for whom, and what became of it in the end. ';
/** First visits of which the median is told. */
const VISITS = 5;

async function slow(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return session;
}

for (const { pages, jobs } of SIZES) {
  test(`typing on a slow machine, ${pages} pages`, async ({ page }) => {
    await open(page, jobs);
    await slow(page);
    await watch(page);
    await last(page);
    const { patched, paint } = await typed(page, LETTERS);
    const name = `browser, ${pages} pages, processor ${SLOWER} times slower`;
    rows.push({ name: `${name}: key to pages patched, p50`, value: at(patched, 0.5), unit: 'ms' });
    rows.push({ name: `${name}: key to pages patched, p95`, value: at(patched, 0.95), unit: 'ms' });
    rows.push({ name: `${name}: key to paint, p95`, value: at(paint, 0.95), unit: 'ms' });
  });
}

test('a first visit on a slow machine and line', async ({ browser, baseURL }) => {
  const visits = { shown: [] as number[], typeable: [] as number[], pages: [] as number[] };
  for (let visit = 0; visit < VISITS; visit++) {
    // Its own storage: nothing is there from before.
    const context = await browser.newContext({ baseURL, locale: 'en-GB' });
    const page = await context.newPage();
    const session = await slow(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    const start = Date.now();
    const loading = page.goto('/edit', { waitUntil: 'commit' });
    const name = basics(page, 'name');
    await name.waitFor({ timeout: 120_000 });
    visits.shown.push(Date.now() - start);
    // Typed while the program is still on its way.
    await name.pressSequentially('Anna ');
    expect(await page.locator('html[data-hydrated]').count()).toBe(0);
    await page.locator('html[data-hydrated]').waitFor({ timeout: 120_000 });
    visits.typeable.push(Date.now() - start);
    await name.pressSequentially('Lind');
    await page.locator('.sheets:not(.loading) svg').first().waitFor({ state: 'attached', timeout: 120_000 });
    visits.pages.push(Date.now() - start);
    await loading;
    await saved(page);
    await expect(name).toHaveValue('Anna Lind');
    await session.send('Network.emulateNetworkConditions', { ...SLOW_4G, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await edit(page);
    await expect(name).toHaveValue('Anna Lind');
    await context.close();
  }
  const what = `first visit, processor ${SLOWER} times slower, slow 4G`;
  rows.push({ name: `${what}: the form is seen`, value: at(visits.shown, 0.5), unit: 'ms' });
  rows.push({ name: `${what}: the form is kept`, value: at(visits.typeable, 0.5), unit: 'ms' });
  rows.push({ name: `${what}: the first page`, value: at(visits.pages, 0.5), unit: 'ms' });
});
