// Versions of a saved CV: kept, named, compared, gone back to. Without a script on the page,
// on a phone, and with an editor open meanwhile.
import { accessible, basics, edit, example, expect, onServer, paper, saveFirst, saved, test } from './support';

test('keep a version, change the CV, compare, go back, and find the editor changed too', async ({ page }) => {
  await example(page);
  await saveFirst(page);
  await onServer(page);

  await test.step('the menu leads to a list that is empty and says how it fills', async () => {
    await page.getByLabel('Menu', { exact: true }).click();
    await page.getByRole('link', { name: 'Versions' }).click();
    await page.waitForURL('**/versions');
    await expect(page.getByText('There is no version yet')).toBeVisible();
    await accessible(page, 'no versions');
  });

  await page.getByLabel('Name (optional)').fill('As sent to Volvo');
  await page.getByRole('button', { name: 'Keep this version' }).click();
  await expect(page.getByRole('status')).toHaveText('The version is kept.');
  const list = page.url();

  const editor = await page.context().newPage();
  await edit(editor);
  await basics(editor, 'label').fill('Head baker');
  await onServer(editor);

  await test.step('two versions, in words and on the pages', async () => {
    await page.goto(list);
    await page.getByRole('link', { name: 'Compare with now: As sent to Volvo' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What differs');
    await expect(page.getByRole('main')).toContainText('1 change');
    await expect(page.locator('ins')).toContainText('Head baker');
    const bars = page.getByRole('img', { name: 'Reads otherwise' });
    await expect(bars).toHaveCount(2);
    await expect(bars.first()).toBeVisible();
    await accessible(page, 'two versions');
  });

  await test.step('go back: what happens is said first, and nothing is lost', async () => {
    await page.getByText('Go back to this').click();
    await expect(page.getByText('is kept as a version first')).toBeVisible();
    await page.getByRole('button', { name: 'Yes, go back' }).click();
    await expect(page.getByRole('status')).toContainText('Your CV is what it was');
    await expect(page.getByText('kept before another version took its place')).toBeVisible();
    await accessible(page, 'a list of versions');
  });

  await test.step('the open editor takes it when it looks for news', async () => {
    await editor.bringToFront();
    await editor.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(basics(editor, 'label')).not.toHaveValue('Head baker', { timeout: 40_000 });
    await expect(paper(editor).first()).not.toContainText('Head baker');
  });
});

test('versions are for a phone and work without a script, in Swedish too', async ({ page, browser }) => {
  await example(page);
  await saveFirst(page);
  await onServer(page);
  await page.getByLabel('Menu', { exact: true }).click();
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.waitForURL('**/versions');
  const phone = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    storageState: await page.context().storageState(),
    locale: 'sv-SE',
  });
  const visit = await phone.newPage();
  await visit.goto(page.url());
  await visit.getByRole('button', { name: 'Spara versionen' }).click();
  await expect(visit.getByRole('status')).toHaveText('Versionen är sparad.');
  await visit.getByLabel('Äldre').last().check();
  await visit.getByLabel('Nyare').first().check();
  await visit.getByRole('button', { name: 'Jämför' }).click();
  await expect(visit.getByText('Ingenting som syns.')).toBeVisible();
  const width = () => visit.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(390);
  await visit.goBack();
  expect(await width()).toBeLessThanOrEqual(390);
  await visit.getByText('Radera', { exact: true }).click();
  await visit.getByRole('button', { name: 'Ja, radera den' }).click();
  await expect(visit.getByText('Det finns ingen version än')).toBeVisible();
  await phone.close();
});

test('a draft that is only in the browser has no versions, and the page says how it would', async ({ page, excused }) => {
  excused.push(/404/);
  await edit(page);
  await page.getByRole('button', { name: 'Example in English' }).click();
  await saved(page);
  await page.getByLabel('Menu', { exact: true }).click();
  await page.getByRole('link', { name: 'Versions' }).click();
  await expect(page.getByRole('heading', { name: 'There are no versions here' })).toBeVisible();
  await accessible(page, 'no saved CV');
});
