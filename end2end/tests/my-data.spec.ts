// My data: what is kept of somebody, who has looked at it, and what they say no to,
// on a page without a script, for whoever has an owner link and for a member.
import type { Locator, Page } from '@playwright/test';
import { accessible, basics, example, expect, onServer, ready, saveFirst, saveToAccount, signUp, test } from './support';

const section = (page: Page, heading: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });

/** Presses a button among the limits, and sees that it was done. */
async function press(page: Page, button: string, then: string): Promise<void> {
  const limits = section(page, 'Limits');
  await limits.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('Your limits are changed.');
  await expect(limits).toContainText(then);
}

/** Opens a kind of what is kept. */
async function open(page: Page, kind: string): Promise<Locator> {
  const held = section(page, 'What is kept of you').locator('details').filter({ hasText: kind });
  await held.locator('summary').click();
  return held;
}

test('an owner link sees how much there is, without JavaScript, and says no to each use', async ({ page, browser, baseURL }) => {
  await example(page);
  await saveFirst(page);
  await onServer(page);
  await page.getByRole('link', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  const published = page.getByRole('region', { name: 'Published' });
  const address = (await published.getByRole('link').getAttribute('href'))!;

  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto('/storage');
  await plain.getByRole('main').getByRole('link', { name: 'My data' }).click();
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('My data');
  const names = await open(plain, 'Who you are');
  await expect(names.getByText('Name: 1').first()).toBeVisible();
  await expect(names).toContainText('Whoever has the address of your public page');
  await expect(names).toContainText('If you do not come back, that is on');
  await expect(section(plain, 'Who has looked at it')).toContainText('Nobody has.');

  const stranger = await browser.newContext({ baseURL });
  const visit = await stranger.newPage();
  expect((await visit.goto(address))!.status()).toBe(200);
  await press(plain, 'Restrict', 'Restricted since');
  expect((await visit.goto(address))!.status()).toBe(404);
  await press(plain, 'Lift the restriction', 'Not restricted.');
  expect((await visit.goto(address))!.status()).toBe(200);
  await press(plain, 'Object', 'You have objected since');
  await press(plain, 'No longer object', 'You do not object.');
  await press(plain, 'Opt out', 'You have opted out since');
  await press(plain, 'Take it back', 'You have not opted out.');

  const rights = section(plain, 'What you can do');
  await rights.getByRole('link', { name: 'A copy of everything' }).click();
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('A copy of everything');
  await plain.goto('/account/data');
  await rights.getByRole('link', { name: 'Erase everything' }).click();
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Erase everything');
  await context.close();
  await stranger.close();

  // Correcting is done where it stands, and is there for who looks again.
  await page.goto('/account/data');
  await section(page, 'What you can do').getByRole('link', { name: 'Your CVs' }).click();
  await ready(page);
  await basics(page, 'name').fill('Anna Karlsdotter');
  await onServer(page);
  await page.reload();
  await ready(page);
  await expect(basics(page, 'name')).toHaveValue('Anna Karlsdotter');
});

test('a member finds it from the account, and it can be read by everybody', async ({ page }) => {
  await signUp(page);
  await example(page);
  await saveToAccount(page);
  await page.goto('/account');
  await page.getByRole('main').getByRole('link', { name: 'My data' }).click();
  const contact = await open(page, 'Contact details');
  await expect(contact.getByText('E-mail address: 1').first()).toBeVisible();
  await press(page, 'Object', 'You have objected since');
  await press(page, 'No longer object', 'You do not object.');
  await open(page, 'What the program needs to work');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await accessible(page, `My data, ${colorScheme}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const rights = section(page, 'What you can do');
  await rights.getByRole('link', { name: 'Address and password' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account');
  await page.goto('/account/data');
  await rights.getByRole('link', { name: 'Your CVs' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My CVs');
});

test('Global Privacy Control counts as opted out', async ({ page, browser, baseURL }) => {
  await example(page);
  await saveFirst(page);
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    extraHTTPHeaders: { 'Sec-GPC': '1' },
    storageState: await page.context().storageState(),
  });
  const signalled = await context.newPage();
  await signalled.goto('/account/data');
  await expect(signalled.getByText('You have opted out: your browser says so')).toBeVisible();
  await context.close();
});

test('what was collected, by our categories and by those of the Californian law', async ({ page }) => {
  for (const path of ['/privacy/categories', '/privacy/california']) {
    await page.goto(path);
    await expect(page.getByText('Collected in the last twelve months').first()).toBeVisible();
    await accessible(page, path);
  }
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(12);
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('(A) Identifiers');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
