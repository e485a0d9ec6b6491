// Consents: given and taken back on a page without a script, by a member and by
// whoever has an owner link; restricted pages, and what a browser signals.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { example, expect, onServer, saveFirst, signUp, test } from './support';

const section = (page: Page, heading: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });

/** Agrees and takes it back: one press each, with buttons of one size. */
async function thereAndBack(page: Page): Promise<void> {
  await page.goto('/account/consents');
  const salary = section(page, 'Expected salary');
  await expect(salary).toContainText('You have not agreed. Nothing is kept.');
  const give = await salary.getByRole('button', { name: 'I agree' }).boundingBox();
  await salary.getByRole('button', { name: 'I agree' }).click();
  await expect(page.getByRole('status')).toHaveText('You have agreed.');
  await expect(salary).toContainText('You have agreed since');
  const withdraw = await salary.getByRole('button', { name: 'I take it back' }).boundingBox();
  expect(withdraw!.height).toBe(give!.height);
  await salary.getByRole('button', { name: 'I take it back' }).click();
  await expect(page.getByRole('status')).toContainText('What was kept by it is deleted');
  await expect(salary).toContainText('You took it back on');
  await salary.getByText('Everything you have said about it').click();
  await expect(salary.getByRole('row')).toHaveCount(3);
  await expect(section(page, 'Personal details')).toContainText('You have not agreed');
}

test('a member agrees and takes it back', async ({ page }) => {
  await signUp(page);
  await page.goto('/account');
  await page.getByRole('main').getByRole('link', { name: 'Your consents' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your consents');
  await thereAndBack(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = await new AxeBuilder({ page }).analyze();
    expect(axe.violations, colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('an owner link does too, without JavaScript; restricted, its page is not shown', async ({ page, browser, baseURL }) => {
  await example(page);
  await saveFirst(page);
  await onServer(page);
  await page.getByRole('link', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  const published = page.getByRole('region', { name: /^Public until/ });
  const address = (await published.getByRole('link').getAttribute('href'))!;
  const share = page.url();

  // The same browser, without a script.
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await thereAndBack(plain);

  const stranger = await browser.newContext({ baseURL });
  const visit = await stranger.newPage();
  expect((await visit.goto(address))!.status()).toBe(200);
  await plain.getByRole('main').getByRole('link', { name: 'My data' }).click();
  await section(plain, 'Limits').getByRole('button', { name: 'Restrict' }).click();
  await expect(plain.getByRole('status')).toHaveText('Your limits are changed.');
  expect((await visit.goto(address))!.status()).toBe(404);
  await expect(visit.getByRole('heading', { level: 1 })).toHaveText('This page is not shown at the moment');
  await plain.goto(share);
  await expect(plain.getByText('your public pages are not shown')).toBeVisible();
  await plain.getByRole('main').getByRole('link', { name: 'My data' }).click();
  await section(plain, 'Limits').getByRole('button', { name: 'Lift the restriction' }).click();
  expect((await visit.goto(address))!.status()).toBe(200);
  await context.close();
  await stranger.close();
});

test('Global Privacy Control is seen, Do Not Track changes nothing', async ({ browser, baseURL }) => {
  for (const [headers, text] of [
    [{ 'Sec-GPC': '1' }, 'Your browser sends Global Privacy Control'],
    [{ DNT: '1' }, 'Your browser does not send Global Privacy Control'],
  ] as const) {
    const context = await browser.newContext({ baseURL, locale: 'en-GB', extraHTTPHeaders: headers });
    const page = await context.newPage();
    await page.goto('/storage');
    await expect(page.getByText(text)).toBeVisible();
    await context.close();
  }
});
