// The whole way of a CV without a pointer: begun, written, ordered, hidden, dressed,
// downloaded, saved and published by keys alone.
import { basics, edit, expect, onServer, paper, saved, test } from './support';
import type { Locator, Page } from '@playwright/test';

/** Goes on with Tab until something has the focus, as somebody does who sees where it is. */
async function tabTo(page: Page, to: Locator, most = 250): Promise<void> {
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with ${most} times Tab: ${to}`);
}

/** Gives a command by its name. */
async function command(page: Page, words: string): Promise<void> {
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await page.locator('.toolbar .modes').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole('option', { selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

test('a CV is made, ordered, dressed, downloaded and published without a mouse', async ({ page, browser, baseURL }) => {
  test.slow();
  await edit(page);
  const start = page.getByRole('region', { name: 'How do you want to start?' });
  await tabTo(page, start.getByRole('button', { name: 'Blank CV' }));
  await page.keyboard.press('Enter');
  await expect(basics(page, 'name')).toBeFocused();
  await page.keyboard.type('Kim Tangent');

  const section = page.locator('.sections[data-list] > .section').last();
  const names = section.locator('.item-head .name');
  await test.step('a section and three entries are added', async () => {
    await command(page, 'add section own section with entries');
    await expect(section).toBeVisible();
    await tabTo(page, section.locator('.section-body > button.add'));
    for (const name of ['first', 'second', 'third']) {
      if (name === 'first') await page.keyboard.press('Enter');
      else await page.keyboard.press('Control+Enter');
      const field = section.locator('li.item').last().locator('input[id$="-name"]');
      await tabTo(page, field, 8);
      await page.keyboard.type(name);
    }
    await expect(names).toHaveText(['first', 'second', 'third']);
    await expect(paper(page).first()).toContainText('third');
  });

  await test.step('one is moved, and another hidden', async () => {
    await page.keyboard.press('Alt+ArrowUp');
    await expect(names).toHaveText(['first', 'third', 'second']);
    await page.keyboard.press('Control+z');
    await expect(names).toHaveText(['first', 'second', 'third']);
    await tabTo(page, section.locator('li.item').last().getByRole('button', { name: 'Hide' }));
    await page.keyboard.press('Enter');
    await expect(paper(page).first()).not.toContainText('third');
    await expect(paper(page).first()).toContainText('second');
  });

  await test.step('another template, and the PDF', async () => {
    const drawn = () => paper(page).first().innerHTML();
    const before = await drawn();
    await command(page, 'template hilma');
    await expect.poll(drawn).not.toBe(before);
    await expect(paper(page).first()).toContainText('second');
    await saved(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+p')]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  });

  await test.step('it is saved on the server', async () => {
    const dialog = page.getByRole('dialog');
    await tabTo(page, page.getByRole('banner').getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    for (const label of ['I am 18 or older', 'I have read the', 'I accept the']) {
      await tabTo(page, dialog.getByLabel(label));
      await page.keyboard.press('Space');
      await expect(dialog.getByLabel(label)).toBeChecked();
    }
    await tabTo(page, dialog.getByRole('button', { name: 'Save on the server' }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Your owner link')).toBeVisible();
    await tabTo(page, dialog.getByRole('button', { name: 'I have kept the link' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await onServer(page);
  });

  await test.step('and published', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Share' }));
    await page.keyboard.press('Enter');
    const publish = page.getByRole('button', { name: 'Publish' });
    await publish.waitFor();
    const slug = await page.getByLabel('Address').last().inputValue();
    await tabTo(page, publish);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Public until/ })).toBeVisible();
    const stranger = await browser.newContext({ baseURL });
    const visit = await stranger.newPage();
    await visit.goto(`/cv/${slug}`);
    await expect(visit.getByRole('heading', { level: 1 })).toHaveText('Kim Tangent');
    await expect(visit.getByText('second')).toBeVisible();
    await expect(visit.getByText('third')).toHaveCount(0);
    await stranger.close();
  });
});
