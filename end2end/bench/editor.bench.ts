// The editor in a real browser: from a key to the pages, in CVs of each size and in
// every template.
//
// Results go to the file that BENCH_OUT names, as a list of name, value and unit, and
// of budget where there is one.
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { basics, expect, saved } from '../tests/support';
import { SIZES } from './content';
import { at, test, type Row } from './frame';
import { last, open, typed, watch } from './keys';

const rows: Row[] = [];

test.afterAll(() => writeFileSync(process.env.BENCH_OUT!, JSON.stringify(rows)));

/** What a key may take, in milliseconds, by the pages of the CV. */
const BUDGETS: Record<number, number> = { 2: 8, 40: 16 };
const NAME = 'Hannah Okafor';
const LETTERS = 'One more sentence about what was done, for whom, and what became of it in the end. ';

function tell(name: string, { patched, paint }: { patched: number[]; paint: number[] }, budget?: number): void {
  rows.push({ name: `${name}: key to pages patched, p50`, value: at(patched, 0.5), unit: 'ms' });
  rows.push({ name: `${name}: key to pages patched, p95`, value: at(patched, 0.95), unit: 'ms', budget });
  rows.push({ name: `${name}: key to paint, p50`, value: at(paint, 0.5), unit: 'ms' });
  rows.push({ name: `${name}: key to paint, p95`, value: at(paint, 0.95), unit: 'ms' });
}

/** The name again and again: it stands on every page. */
async function name(page: Page) {
  const all = { patched: [] as number[], paint: [] as number[] };
  await basics(page, 'name').focus();
  for (let round = 0; round < 8; round++) {
    await page.keyboard.press('Control+A');
    const { patched, paint } = await typed(page, NAME);
    all.patched.push(...patched);
    all.paint.push(...paint);
  }
  return all;
}

/** Has the CV set in a template, whose fonts are there afterwards. */
async function dress(page: Page, template: number): Promise<string> {
  await page.getByRole('button', { name: 'Looks' }).click();
  const choice = page.getByRole('dialog', { name: 'Looks' }).locator('.template').nth(template);
  await choice.click();
  await expect(choice.getByRole('radio')).toBeChecked();
  const title = (await choice.locator('strong').textContent())!;
  await page.keyboard.press('Escape');
  await saved(page);
  await page.evaluate(() => document.fonts.ready);
  return title;
}

for (const { pages, jobs } of SIZES) {
  test(`typing, ${pages} pages`, async ({ page }) => {
    await open(page, jobs);
    expect(await page.locator('.sheets .page').count()).toBe(pages);
    await watch(page);
    tell(`browser, ${pages} pages, first field`, await name(page), BUDGETS[pages]);
    await last(page);
    tell(`browser, ${pages} pages, last field`, await typed(page, LETTERS), BUDGETS[pages]);
  });

  const budget = BUDGETS[pages];
  if (!budget) continue;
  test(`typing in every template, ${pages} pages`, async ({ page }) => {
    await open(page, jobs);
    await watch(page);
    let slowest = { title: '', p95: 0 };
    // As many as are offered.
    await page.getByRole('button', { name: 'Looks' }).click();
    const templates = await page.getByRole('dialog', { name: 'Looks' }).locator('.template').count();
    await page.keyboard.press('Escape');
    for (let template = 0; template < templates; template++) {
      const title = await dress(page, template);
      await last(page);
      const { patched } = await typed(page, LETTERS);
      const p95 = at(patched, 0.95);
      if (p95 > slowest.p95) slowest = { title, p95 };
    }
    const name = `browser, ${pages} pages, slowest template (${slowest.title}): key to pages patched, p95`;
    rows.push({ name, value: slowest.p95, unit: 'ms', budget });
  });
}
