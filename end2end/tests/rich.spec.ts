// Texts with bold, italic, links and lists: the toolbar, the keys, and what is pasted.
import { type Locator, type Page } from '@playwright/test';
import { accessible, downloadPdf, edit, expect, paper, pdfText, saved, test, unfold } from './support';

/** Opens the editor with the profile's text, and waits for the tools, which come later. */
async function profile(page: Page): Promise<Locator> {
  await edit(page);
  await page.locator('.rich-tools').waitFor({ state: 'attached' });
  return (await unfold(page, 'Profile')).locator('textarea');
}

const tools = (page: Page) => page.getByRole('toolbar', { name: 'Text style' });
const tool = (page: Page, name: string) => tools(page).getByRole('button', { name });

const select = (area: Locator, start: number, end: number) =>
  area.evaluate((element: HTMLTextAreaElement, [from, to]) => element.setSelectionRange(from, to), [start, end]);

/** Pastes as a browser does: an event with what is on the clipboard. */
const paste = (area: Locator, html: string, plain = '') =>
  area.evaluate(
    (element, [html, plain]) => {
      const clipboardData = new DataTransfer();
      if (html) clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', plain);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, plain],
  );

const DOCS =
  '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;">I run the </span>' +
  '<span style="font-weight:700;">paint shop</span><span style="font-weight:400;">, see </span>' +
  '<a href="https://example.com/shop" style="text-decoration:none;"><span style="color:#1155cc;">our site</span></a></p>' +
  '<ol><li dir="ltr" style="list-style-type:decimal;"><p dir="ltr" role="presentation"><span>Sand</span></p></li>' +
  '<li dir="ltr"><p dir="ltr" role="presentation"><span>Paint</span></p></li></ol></b>';

test('the toolbar by mouse: it comes without moving anything, and says what the selection is', async ({ page }) => {
  const area = await profile(page);
  await expect(tools(page)).toBeHidden();
  await area.scrollIntoViewIfNeeded();
  const before = await area.boundingBox();
  await area.fill('Some strong words');
  await expect(tools(page)).toBeVisible();
  expect((await area.boundingBox())!.y).toBe(before!.y);
  await accessible(page, 'toolbar');

  await select(area, 5, 11);
  await tool(page, 'Bold').click();
  await expect(area).toHaveValue('Some **strong** words');
  await expect(area).toBeFocused();
  await expect(tool(page, 'Bold')).toHaveAttribute('aria-pressed', 'true');
  await expect(tool(page, 'Italic')).toHaveAttribute('aria-pressed', 'false');
  await expect(paper(page).locator('text.f2', { hasText: 'strong' })).toBeVisible();
  await tool(page, 'Bold').click();
  await expect(area).toHaveValue('Some strong words');

  await tool(page, 'Numbered list').click();
  await expect(area).toHaveValue('1. Some strong words');
  await expect(tool(page, 'Numbered list')).toHaveAttribute('aria-pressed', 'true');
  await tool(page, 'Bulleted list').click();
  await expect(area).toHaveValue('- Some strong words');
  // Each press is undone by itself.
  await page.keyboard.press('Control+z');
  await expect(area).toHaveValue('1. Some strong words');
  await page.getByRole('textbox', { name: 'Full name' }).focus();
  await expect(tools(page)).toBeHidden();
});

test('the toolbar by keyboard: one stop, arrow keys, and no trap', async ({ page }) => {
  const area = await profile(page);
  await area.fill('one two');
  await select(area, 4, 7);
  await page.keyboard.press('Shift+Tab');
  await expect(tool(page, 'Bold')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tool(page, 'Italic')).toBeFocused();
  await page.keyboard.press('End');
  await expect(tool(page, 'Numbered list')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(area).toHaveValue('one *two*');
  await expect(area).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(tool(page, 'Italic')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(area).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(area).not.toBeFocused();
  await expect(tools(page)).toBeHidden();

  await area.fill('line');
  await area.press('Control+Shift+Digit7');
  await expect(area).toHaveValue('1. line');
  await area.press('Control+Shift+Digit8');
  await expect(area).toHaveValue('- line');
  await area.press('Control+Shift+Digit8');
  await expect(area).toHaveValue('line');
});

test('lists begin as they are typed, go on with Enter and end in an empty line', async ({ page }) => {
  const area = await profile(page);
  await area.focus();
  await page.keyboard.type('Before\n* one\ntwo\n\nAfter');
  await expect(area).toHaveValue('Before\n- one\n- two\nAfter');
  await page.keyboard.type('\n1. first\nsecond');
  await expect(area).toHaveValue('Before\n- one\n- two\nAfter\n1. first\n2. second');
  for (const words of ['• two', '1. first', '2. second']) await expect(paper(page)).toContainText(words);
  // In the midst of a list the numbers follow.
  const text = await area.inputValue();
  await select(area, text.indexOf('first') + 5, text.indexOf('first') + 5);
  await page.keyboard.press('Enter');
  await expect(area).toHaveValue('Before\n- one\n- two\nAfter\n1. first\n2. \n3. second');
  await page.keyboard.press('Backspace');
  await expect(area).toHaveValue('Before\n- one\n- two\nAfter\n1. first\n\n2. second');
  await saved(page);
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor();
  await expect((await unfold(page, 'Profile')).locator('textarea')).toHaveValue(
    'Before\n- one\n- two\n\nAfter\n1. first\n2. second',
  );
});

test('what is pasted keeps its structure, is undone in one step, and is in the PDF', async ({ page }) => {
  const area = await profile(page);
  await area.fill('Before ');
  await paste(area, DOCS, 'I run the paint shop');
  const pasted = 'Before I run the **paint shop**, see [our site](https://example.com/shop)\n1. Sand\n2. Paint';
  await expect(area).toHaveValue(pasted);
  await expect(paper(page).locator('a[href="https://example.com/shop"]')).toContainText('our site');
  await expect(paper(page)).toContainText('2. Paint');
  await page.keyboard.press('Control+z');
  await expect(area).toHaveValue('Before ');
  await page.keyboard.press('Control+Shift+z');
  await expect(area).toHaveValue(pasted);
  const text = pdfText((await downloadPdf(page)).bytes);
  expect(text).toMatch(/1\.\s+Sand\s+2\.\s+Paint/);

  await area.fill('');
  await paste(area, '', '• from text\n– as list');
  await expect(area).toHaveValue('- from text\n- as list');
});

test('a list that is pasted into bullets becomes bullets, in one step', async ({ page }) => {
  await profile(page);
  const section = await unfold(page, 'Experience');
  await section.locator('.section-body').getByRole('button', { name: 'Add job' }).click();
  await section.getByRole('button', { name: 'Add bullet' }).click();
  const lines = section.locator('.field-highlights textarea');
  const texts = () => lines.evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value));
  await page.keyboard.type('start end');
  await expect(tools(page).getByRole('button')).toHaveCount(3);
  await select(lines.first(), 5, 5);
  await paste(lines.first(), '<ul><li>a <b>b</b></li><li>c</li></ul>', 'a b\nc');
  await expect.poll(texts).toEqual(['starta **b**', 'c end']);
  await page.keyboard.press('Control+z');
  await expect.poll(texts).toEqual(['start end']);
  await lines.first().focus();
  await select(lines.first(), 0, 5);
  await lines.first().press('Control+b');
  await expect.poll(texts).toEqual(['**start** end']);
});

test('a link: by its key, with an address that is completed or refused', async ({ page }) => {
  const area = await profile(page);
  await area.fill('See my site now');
  await select(area, 4, 11);
  await area.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Link' });
  await expect(dialog.getByLabel('Words')).toHaveValue('my site');
  await accessible(page, 'link');
  await dialog.getByLabel('Address').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Set the link' }).click();
  await expect(dialog.getByText('This is no address that a link may lead to.')).toBeVisible();
  await dialog.getByLabel('Address').fill('www.example.com/me');
  await dialog.getByLabel('Address').press('Enter');
  await expect(dialog).toBeHidden();
  await expect(area).toHaveValue('See [my site](https://www.example.com/me) now');
  await expect(area).toBeFocused();
  await expect(paper(page).locator('a[href="https://www.example.com/me"]')).toContainText('my site');

  await select(area, 7, 7);
  await expect(tool(page, 'Link')).toHaveAttribute('aria-pressed', 'true');
  await tool(page, 'Link').click();
  await dialog.getByLabel('Address').fill('anna@example.com');
  await dialog.getByRole('button', { name: 'Set the link' }).click();
  await expect(area).toHaveValue('See [my site](mailto:anna@example.com) now');
  await select(area, 7, 7);
  await tool(page, 'Link').click();
  await dialog.getByRole('button', { name: 'Remove the link' }).click();
  await expect(area).toHaveValue('See my site now');
});

test('what does not fit is said, and nothing is lost of what was there', async ({ page }) => {
  const area = await profile(page);
  const before = 'x'.repeat(9_990);
  await area.fill(before);
  await paste(area, `<p>${'y'.repeat(15)}</p>`);
  await expect(area).toHaveValue(before + 'y'.repeat(10));
  await expect(page.locator('.rich-note')).toContainText('5 characters of what you pasted did not fit');
  await page.keyboard.press('Control+z');
  await expect(area).toHaveValue(before);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('the buttons are large enough for fingers', async ({ page }) => {
    const area = await profile(page);
    await area.tap();
    for (const button of await tools(page).getByRole('button').all()) {
      const box = (await button.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
    await tool(page, 'Bulleted list').tap();
    await expect(area).toHaveValue('- ');
    await expect(area).toBeFocused();
  });
});
