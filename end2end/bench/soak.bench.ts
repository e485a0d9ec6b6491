// Half an hour of editing in one page: the memory of the browser's process does not
// grow with it. BENCH_SOAK_MINUTES makes it shorter. Results as in `editor.bench.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { basics, example, expect, saved, unfold } from '../tests/support';
import { test, type Row } from './frame';

const rows: Row[] = [];
const MINUTES = Number(process.env.BENCH_SOAK_MINUTES ?? 30);
/** What is loaded once, and what a browser compiles while it warms up. */
const WARM = Math.min(5, MINUTES / 4);
/** What may be more at the end, as a part of what was there. */
const GROWTH = 1.1;

test.afterAll(() => writeFileSync(process.env.BENCH_OUT!, JSON.stringify(rows)));

test('memory after long editing', async ({ browser, page }) => {
  test.setTimeout((MINUTES + 5) * 60_000);
  await example(page);
  const session = await page.context().newCDPSession(page);
  const whole = await browser.newBrowserCDPSession();
  /** Megabytes that the page's process has for itself, after collecting what is free. */
  const memory = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateOf(id));
    return Math.max(...renderers);
  };
  const nodes = async (): Promise<number> => (await session.send('Memory.getDOMCounters')).nodes;

  const start = Date.now();
  const minutes = () => (Date.now() - start) / 60_000;
  let first: { memory: number; nodes: number } | undefined;
  let rounds = 0;
  const label = basics(page, 'label');
  const undo = page.getByRole('banner').getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('banner').getByRole('button', { name: 'Redo' });
  const work = await unfold(page, 'Experience');
  await expect(work.locator('li.item')).not.toHaveCount(0);
  while (minutes() < MINUTES) {
    rounds++;
    await label.fill('');
    await label.pressSequentially(`Words of round ${rounds}`, { delay: 5 });
    // An entry comes, is written in, and goes.
    const entries = await work.locator('li.item').count();
    await work.getByRole('button', { name: 'Add', exact: false }).last().click();
    await expect(work.locator('li.item')).toHaveCount(entries + 1);
    await page.keyboard.type('Somewhere', { delay: 5 });
    for (let n = 0; n < 12 && (await undo.isEnabled()); n++) await undo.click();
    for (let n = 0; n < 3 && (await redo.isEnabled()); n++) await redo.click();
    while ((await work.locator('li.item').count()) > entries && (await undo.isEnabled())) await undo.click();
    await saved(page);
    if (!first && minutes() >= WARM) first = { memory: await memory(), nodes: await nodes() };
  }
  const end = { memory: await memory(), nodes: await nodes() };
  const what = `editing for ${MINUTES} minutes`;
  rows.push({ name: `${what}: rounds`, value: rounds, unit: 'count' });
  rows.push({ name: `${what}: memory when warm`, value: first!.memory, unit: 'MB' });
  rows.push({ name: `${what}: memory at the end`, value: end.memory, unit: 'MB' });
  rows.push({ name: `${what}: memory, times as much`, value: end.memory / first!.memory, unit: 'x', budget: GROWTH });
  rows.push({ name: `${what}: nodes, times as many`, value: end.nodes / first!.nodes, unit: 'x', budget: GROWTH });
});

/** What a process shares with no other, in megabytes. */
function privateOf(process: number): number {
  const table = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8');
  const kilobytes = [...table.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].map(([, size]) => Number(size));
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1000;
}
