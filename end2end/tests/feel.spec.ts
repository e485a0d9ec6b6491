// How editing feels: commands, several entries at a time, undo after a reload, sizes and
// arrangements of the pages, the typeset line on a phone, and a cursor that stays.
import { accessible, basics, edit, example, expect, paper, ready, saved, test, unfold } from './support';
import type { Locator, Page } from '@playwright/test';

/** Opens the palette by its keys and finds a command. */
async function ask(page: Page, words: string): Promise<Locator> {
  const palette = page.getByRole('dialog', { name: 'Commands' });
  // The code behind it may still be on its way.
  await page.locator('.toolbar .modes').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  return palette;
}

/** Gives a command as somebody does who has no pointer. */
async function command(page: Page, words: string): Promise<void> {
  const palette = await ask(page, words);
  await expect(palette.getByRole('option', { selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

test('everything is done by its name, with the keyboard alone, in either language', async ({ page }) => {
  await example(page);
  const names = page.locator('.sections[data-list] > .section .section-head .name');

  // To an entry, by its headline.
  const experience = await unfold(page, 'Experience');
  const first = (await experience.locator('.item-head .name').first().textContent())!;
  await experience.locator('.section-head .toggle').click();
  await command(page, `go to ${first}`);
  await expect(experience.locator('.item-head .toggle').first()).toBeFocused();

  // In the other language of the interface, without its accents.
  await command(page, 'lagg till del patent');
  await expect(names.filter({ hasText: 'Patents' })).toBeVisible();
  await command(page, 'angra');
  await expect(names.filter({ hasText: 'Patents' })).toBeHidden();

  const headings = () => paper(page).first().locator('text.f4').allTextContents();
  await command(page, 'hide section education');
  await expect.poll(headings).not.toContain('Education');
  await command(page, 'show section education');
  await expect.poll(headings).toContain('Education');

  await command(page, 'svenska cv');
  await expect(paper(page).first()).toContainText('Arbetslivserfarenhet');
  await page.keyboard.press('Control+z');
  await expect(paper(page).first()).toContainText('Experience');

  await command(page, 'us letter');
  await expect(page.locator('.sheets')).toHaveClass(/letter/);
  await command(page, 'template hilma');
  await command(page, 'undo');
  await command(page, 'contact details');
  await expect(basics(page, 'name')).toBeFocused();

  const [download] = await Promise.all([page.waitForEvent('download'), command(page, 'word docx')]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
});

test('the palette is a list of choices for screen readers, and remembers what was used', async ({ page }) => {
  await example(page);
  const palette = await ask(page, 'dark');
  const field = palette.getByRole('combobox');
  const options = palette.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id'))!);
  await expect(options.first()).toContainText('Dark colours');
  await accessible(page, 'the palette, light');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await ask(page, '');
  await expect(options.first()).not.toContainText('Dark colours');
  await accessible(page, 'the palette, dark');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('there is nothing of that name');
  await expect(palette.getByRole('listbox')).toBeHidden();
  await expect(palette.getByText('Nothing is called that.', { exact: false })).toBeVisible();
  await accessible(page, 'the palette with nothing found');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await command(page, 'smaller pages');
  await ask(page, '');
  await expect(options.first()).toContainText('Smaller pages');
  await page.keyboard.press('Control+k');
  await expect(palette).toBeHidden();
});

test('the keys for commands are those that the list of shortcuts shows', async ({ page }) => {
  await example(page);
  // From the menu, which has the focus again afterwards.
  await page.locator('.menu > summary').click();
  await page.locator('.menu-body').getByRole('button', { name: 'All commands' }).click();
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('option').filter({ hasText: 'Show keyboard shortcuts' })).toContainText('Ctrl + /');
  await page.keyboard.press('Escape');
  await expect(page.locator('.menu > summary')).toBeFocused();

  await page.keyboard.press('Control+/');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const keys of ['Ctrl + Z', 'Ctrl + Shift + Z', 'Ctrl + K', 'Ctrl + .', 'Ctrl + P', 'Ctrl + S', 'Alt + ↑']) {
    await expect(shortcuts.locator('kbd').getByText(keys, { exact: true })).toBeVisible();
  }
  await page.keyboard.press('Control+/');
  await expect(shortcuts).toBeHidden();

  // With words selected in a text, Ctrl and K are the text's own.
  const profile = await unfold(page, 'Profile');
  await profile.locator('textarea').first().selectText();
  await page.keyboard.press('Control+k');
  await expect(palette).toBeHidden();
});

test('several entries are hidden, moved and deleted in one step', async ({ page }) => {
  await example(page);
  const section = await unfold(page, 'Skills');
  const names = section.locator('.item-head .name');
  const before = await names.allTextContents();
  expect(before.length).toBeGreaterThan(2);
  await section.getByRole('button', { name: 'Select several' }).click();
  const boxes = section.locator('.boxes').getByRole('checkbox');
  await expect(boxes).toHaveCount(before.length);

  // A range by pointer, and another by keyboard.
  await boxes.nth(1).click();
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  await expect(section.getByText('2 are selected')).toBeVisible();
  await accessible(page, 'entries being selected');
  const acts = section.getByRole('group', { name: 'Select several' });
  await acts.getByRole('button', { name: 'Move up' }).click();
  await expect(page.getByText('2 entries have moved up.')).toBeAttached();
  await expect.poll(() => names.allTextContents()).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => names.allTextContents()).toEqual(before);

  await acts.getByRole('button', { name: 'Hide' }).click();
  await expect(page.locator('.sheets')).not.toContainText(before[1]!);
  await expect(page.locator('.sheets')).not.toContainText(before[2]!);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.sheets')).toContainText(before[1]!);
  await expect(page.locator('.sheets')).toContainText(before[2]!);

  await acts.getByRole('button', { name: 'None' }).click();
  await boxes.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Space');
  await expect(section.getByText('2 are selected')).toBeVisible();
  await acts.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('2 entries are deleted. You can undo.')).toBeAttached();
  await expect(names).toHaveText(before.slice(2));
  // One is left, and nothing more to select.
  await expect(page.getByRole('heading', { level: 2 }).getByRole('button', { name: 'Skills' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(names).toHaveText(before);
});

test('entries move to another section of their kind', async ({ page }) => {
  await edit(page);
  for (const name of ['One', 'Two']) {
    await page.getByLabel('Add section').selectOption({ label: 'Own section with entries' });
    const section = page.locator('.sections[data-list] > .section').last();
    await section.getByLabel('Heading').fill(name);
  }
  const one = page.locator('.sections[data-list] > .section').nth(-2);
  const two = page.locator('.sections[data-list] > .section').last();
  for (const name of ['first', 'second', 'third']) {
    await one.locator('.section-body > button.add').click();
    await one.locator('input[id$="-name"]').fill(name);
  }
  await one.getByRole('button', { name: 'Select several' }).click();
  await one.locator('.boxes').getByRole('checkbox').nth(0).check();
  await one.locator('.boxes').getByRole('checkbox').nth(2).check();
  await one.getByLabel('Move to').selectOption({ label: 'Two' });
  await expect(two.locator('.item-head .name')).toHaveText(['first', 'third']);
  await expect(one.locator('.item-head .name')).toHaveText(['second']);
  await page.keyboard.press('Control+z');
  await expect(one.locator('.item-head .name')).toHaveText(['first', 'second', 'third']);
});

test('what was done can be undone after a reload, and nothing of it stays when the draft goes', async ({ page }) => {
  await example(page);
  const name = await basics(page, 'name').inputValue();
  await basics(page, 'name').fill('Somebody else');
  await basics(page, 'city').fill('Elsewhere');
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(basics(page, 'city')).not.toHaveValue('Elsewhere');
  await saved(page);
  await page.reload();
  await ready(page);
  const undo = page.getByRole('banner').getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('banner').getByRole('button', { name: 'Redo' });
  await expect(undo).toHaveAttribute('aria-disabled', 'false');
  // While the page is there, the steps are in its memory alone.
  const kept = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('merit-undo')));
  expect(await kept()).toEqual([]);
  await page.keyboard.press('Control+Shift+z');
  await expect(basics(page, 'city')).toHaveValue('Elsewhere');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(basics(page, 'name')).toHaveValue(name);
  await saved(page);

  // Where it lies while the page is away, and that it goes with the draft.
  await page.goto('/storage');
  expect(await kept()).toEqual(['merit-undo']);
  await edit(page);
  await expect(redo).toHaveAttribute('aria-disabled', 'false');
  await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  const drafts = page.getByRole('dialog', { name: 'Drafts' });
  await drafts.getByRole('button', { name: /^Delete/ }).first().click();
  await drafts.getByRole('button', { name: 'Delete draft' }).click();
  await expect(redo).toHaveAttribute('aria-disabled', 'true');
  await page.goto('/storage');
  expect(await kept()).toEqual([]);
});

test('pages are shown in a size of one’s choice, which a reload keeps', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await example(page);
  const sheet = page.locator('.sheets .page').first();
  const width = async () => Math.round((await sheet.boundingBox())!.width);
  const zoom = page.getByRole('combobox', { name: 'Size of the pages' });
  const fit = await width();
  await zoom.selectOption('100');
  // A4 is 210 mm wide, at 96 CSS pixels an inch.
  await expect.poll(width).toBe(794);
  await page.getByRole('button', { name: 'Larger pages' }).click();
  await expect.poll(width).toBe(873);
  await expect(zoom).toHaveValue('110');
  await zoom.selectOption('200');
  await page.reload();
  await ready(page);
  await expect.poll(width).toBe(1587);
  await expect(zoom).toHaveValue('200');
  await command(page, 'whole page');
  await expect
    .poll(async () => {
      const whole = (await sheet.boundingBox())!.height;
      const room = (await page.locator('.sheets').boundingBox())!.height;
      return whole <= room && whole > 0.7 * room;
    })
    .toBe(true);
  await zoom.selectOption('width');
  await expect.poll(width).toBe(fit);
});

test('form and pages stand side by side or alone, and a line leads back to the form', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await example(page);
  const [form, desk] = [page.locator('.form-region'), page.locator('.desk')];
  await page.getByRole('button', { name: 'Form alone' }).click();
  await expect(desk).toBeHidden();
  await expect(form).toBeVisible();
  await accessible(page, 'the form alone');
  // To the next arrangement by keyboard.
  await page.keyboard.press('Control+.');
  await expect(form).toBeHidden();
  await expect(desk).toBeVisible();
  await accessible(page, 'the pages alone');
  await page.reload();
  await ready(page);
  await expect(form).toBeHidden();
  const label = await basics(page, 'label').inputValue();
  await paper(page).first().locator('text', { hasText: label }).first().click();
  await expect(basics(page, 'label')).toBeFocused();
  await expect(desk).toBeVisible();
  await command(page, 'pages alone');
  await expect(form).toBeHidden();
  await command(page, 'contact details');
  await expect(basics(page, 'name')).toBeFocused();
});

test('on a phone the line that is being edited is shown typeset, and nothing moves', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await example(page);
  const strip = page.locator('.edited-line');
  const label = basics(page, 'label');
  await expect(strip).toBeHidden();
  await label.scrollIntoViewIfNeeded();
  const before = (await label.boundingBox())!;
  await label.click();
  await expect(strip).toBeVisible();
  await label.press('End');
  await page.keyboard.type(' and more');
  await expect(strip).toContainText('and more');
  expect(await label.boundingBox()).toEqual(before);
  // It is for eyes alone, in its whole width, and lies above the tabs.
  await expect(strip).toHaveAttribute('aria-hidden', 'true');
  const [place, tabs] = [(await strip.boundingBox())!, (await page.locator('.tab-bar').boundingBox())!];
  expect(place.y + place.height).toBeLessThanOrEqual(tabs.y + 1);
  expect(place.height).toBeGreaterThan(12);
  await accessible(page, 'a phone while somebody types');

  // A line of a list, alone.
  const experience = await unfold(page, 'Experience');
  await experience.locator('.item-head .toggle').first().click();
  const bullet = experience.locator('.field-highlights textarea').first();
  await bullet.click();
  await bullet.press('End');
  await page.keyboard.type(' zebra');
  await expect(strip).toContainText('zebra');
  await page.keyboard.press('Escape');
  await bullet.blur();
  await expect(strip).toBeHidden();
  // On a wide screen the pages are there.
  await page.setViewportSize({ width: 1280, height: 800 });
  await label.click();
  await expect(strip).toBeHidden();
});

test('the cursor and the page stay where they are while others write, and at undo', async ({ page, context }) => {
  await example(page);
  const label = basics(page, 'label');
  await label.fill('Gardener and teacher');
  await saved(page);
  await label.click();
  const caret = () => label.evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]);
  const set = (at: number) => label.evaluate((field: HTMLInputElement, at) => field.setSelectionRange(at, at), at);
  const scroll = () => page.locator('.form-region').evaluate((region) => region.scrollTop);
  const top = await scroll();

  // In the middle of a word somebody types, and the cursor follows the letters.
  await set(8);
  await page.keyboard.type('s');
  expect(await caret()).toEqual([9, 9]);
  await saved(page);

  // Another tab writes before it, in the same text, and elsewhere.
  const other = await context.newPage();
  await edit(other);
  await basics(other, 'label').fill('Head Gardeners and teacher');
  await basics(other, 'city').fill('Elsewhere');
  await expect(label).toHaveValue('Head Gardeners and teacher');
  await expect(basics(page, 'city')).toHaveValue('Elsewhere');
  await page.bringToFront();
  await expect.poll(caret).toEqual([14, 14]);
  await expect(label).toBeFocused();
  expect(await scroll()).toBe(top);

  // Undo of what was typed here.
  await page.keyboard.type('!');
  await expect(label).toHaveValue('Head Gardeners! and teacher');
  await page.keyboard.press('Control+z');
  await expect(label).toHaveValue('Head Gardeners and teacher');
  await expect.poll(caret).toEqual([14, 14]);
  await expect(label).toBeFocused();
  expect(await scroll()).toBe(top);
});

test('a new CV begins with a question, and each answer says what comes of it', async ({ page }) => {
  await edit(page);
  const start = page.getByRole('region', { name: 'How do you want to start?' });
  for (const [name, hint] of [
    ['Open a file', 'LinkedIn'],
    ['Example in English', 'write over'],
    ['Blank CV', 'empty form'],
  ]) {
    await expect(start.getByRole('button', { name })).toContainText(hint!);
  }
  await accessible(page, 'the start of a new CV');
  await start.getByRole('button', { name: 'Blank CV' }).click();
  await expect(basics(page, 'name')).toBeFocused();
  await expect(start).toBeHidden();
});
