// Keys and how long the page takes for them, by the page's own clock.
import type { Page } from '@playwright/test';
import { edit, openFile, saved } from '../tests/support';
import { example } from './content';

type Times = { patched: number[]; paint: number[] };
declare global {
  interface Window {
    times: Times;
  }
}

/** Has the page of the editor measure every key from now on. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: Times = { patched: [], paint: [] };
    window.times = times;
    let pressed = 0;
    addEventListener(
      'keydown',
      (key) => {
        if (key.ctrlKey || key.key.length > 1) return;
        const start = performance.now();
        pressed = start;
        // The second frame begins when the first one has been drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => times.paint.push(performance.now() - start)));
      },
      true,
    );
    // Told after all of the key's work, in the same turn.
    new MutationObserver(() => {
      if (pressed) times.patched.push(performance.now() - pressed);
      pressed = 0;
    }).observe(document.querySelector('.sheets')!, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** Types into the field that has the focus; what each key took, in milliseconds. */
export async function typed(page: Page, letters: string): Promise<Times> {
  await page.evaluate(() => {
    window.times.patched.length = 0;
    window.times.paint.length = 0;
  });
  await page.keyboard.type(letters, { delay: 40 });
  await saved(page);
  return page.evaluate(() => window.times);
}

/** Opens a CV with so many jobs in the editor. */
export async function open(page: Page, jobs: number): Promise<void> {
  await edit(page);
  const buffer = Buffer.from(JSON.stringify(example(jobs)));
  await openFile(page, { name: 'example.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'To the form' }).click();
  await saved(page);
}

/** Puts the cursor at the end of the last field of the form. */
export async function last(page: Page): Promise<void> {
  const section = page.locator('li.section').last();
  for (const folded of ['h2 .toggle[aria-expanded=false]', '.item .toggle[aria-expanded=false]']) {
    const toggle = section.locator(folded).last();
    if (await toggle.count()) await toggle.click();
  }
  await section.locator('textarea').last().focus();
  await page.keyboard.press('Control+End');
}
