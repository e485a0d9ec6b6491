// Nothing jumps while somebody writes, and the focus is never thrown out: measured by
// the browser's own account of what it has shifted.
import { basics, edit, expect, example, saved, test, unfold } from './support';
import type { Page } from '@playwright/test';

/** What one shift may come to before an eye sees it, as the browser scores it. */
const SEEN = 0.01;

/** From now on counts what moves by itself, and how often nothing has the focus. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { shifts: [] as string[], lost: 0 };
    Object.assign(window, { seen });
    type Shift = PerformanceEntry & { value: number; sources: { node?: Node }[] };
    new PerformanceObserver((list) => {
      // Keys count as something that a person did, after which anything might move: it
      // may not here, so that shifts with recent input are counted too.
      for (const entry of list.getEntries() as Shift[]) {
        const nodes = entry.sources.map(({ node }) => (node instanceof Element ? node : node?.parentElement));
        // The pages are set anew, which is what they are for.
        const beside = nodes.filter((node) => !node?.closest('.desk'));
        if (beside.length > 0) seen.shifts.push(`${entry.value} ${beside.map((node) => node?.outerHTML.slice(0, 80))}`);
      }
    }).observe({ type: 'layout-shift' });
    const look = () => {
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) seen.lost += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

const seen = (page: Page) =>
  page.evaluate(async () => {
    // What was shifted is told after the frame.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
    return (window as unknown as { seen: { shifts: string[]; lost: number } }).seen;
  });

/** What an eye has seen move. */
const jumped = (shifts: string[]) => shifts.filter((shift) => parseFloat(shift) > SEEN);

test('nothing jumps and the focus stays, while one types, undoes, adds and moves, and others write', async ({ page, context }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await example(page);
  const section = await unfold(page, 'Skills');
  const label = basics(page, 'label');
  await label.focus();
  await watch(page);

  await test.step('typing, and undo', async () => {
    await page.keyboard.press('End');
    await page.keyboard.type(' and a good deal more than that', { delay: 15 });
    await saved(page);
    await page.keyboard.press('Control+z');
    await expect(label).toBeFocused();
    const { shifts, lost } = await seen(page);
    expect(jumped(shifts)).toEqual([]);
    expect(lost).toBe(0);
  });

  await test.step('another tab writes elsewhere', async () => {
    const other = await context.newPage();
    await edit(other);
    await basics(other, 'city').fill('Elsewhere');
    await expect(basics(page, 'city')).toHaveValue('Elsewhere');
    await other.close();
    await page.bringToFront();
    await expect(label).toBeFocused();
    const { shifts, lost } = await seen(page);
    expect(jumped(shifts)).toEqual([]);
    expect(lost).toBe(0);
  });

  await test.step('what is added or moved has the focus', async () => {
    const names = section.locator('.item-head .name');
    const before = await names.allTextContents();
    const first = section.locator('.item-head .toggle').first();
    await first.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => names.allTextContents()).toEqual([before[1], before[0], ...before.slice(2)]);
    await expect(section.locator('li.item').nth(1).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => names.allTextContents()).toEqual(before);
    await page.keyboard.press('Control+Enter');
    await expect(section.locator('li.item')).toHaveCount(before.length + 1);
    await expect(section.locator('li.item').nth(1).locator(':focus')).toHaveCount(1);
    expect((await seen(page)).lost).toBe(0);
  });
});
