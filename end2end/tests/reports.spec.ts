// A public page is reported by a stranger, taken down by those who run the server,
// and its owner reads why; all of it on pages without a script.
import { accessible, expect, example, onServer, saveFirst, Server, setUp, test } from './support';

test('a stranger reports a page, staff take it down, and its owner reads why', async ({ browser, page }) => {
  const server = await Server.start({ MERIT_DEVELOPMENT: 'true' });
  const plain = { baseURL: server.url, javaScriptEnabled: false, locale: 'en-GB' };
  const writing = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  const owner = await writing.newPage();
  await example(owner);
  await saveFirst(owner);
  await onServer(owner);
  await owner.getByRole('link', { name: 'Share' }).click();
  await expect(owner.getByRole('button', { name: 'Publish' })).toBeVisible();
  const address = `${server.url}/cv/${await owner.getByLabel('Address').last().inputValue()}`;
  await owner.getByRole('button', { name: 'Publish' }).click();
  await expect(owner.getByRole('heading', { name: /^Public until/ })).toBeVisible();
  const sharing = owner.url();

  const stranger = await browser.newContext({ ...plain, viewport: { width: 390, height: 844 } });
  const visit = await stranger.newPage();
  await visit.goto(address);
  await expect(visit.getByText('counted by the day')).toBeVisible();
  await visit.getByRole('link', { name: 'Report this page' }).click();
  await accessible(visit, 'the form');
  await visit.getByLabel('It deceives, or wants money or passwords').check();
  await visit.getByLabel('Describe it').fill('This page asks for my password.');
  await visit.getByRole('button', { name: 'Send the report' }).click();
  await expect(visit.getByRole('heading', { level: 1 })).toHaveText('Thank you for the report');
  expect(await visit.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  const working = await browser.newContext({ ...plain, javaScriptEnabled: true });
  const staff = await working.newPage();
  await setUp(staff, server);
  await staff.goto('/admin');
  await staff.getByRole('link', { name: 'Reports of public pages' }).click();
  await staff.getByRole('link', { name: 'Read' }).click();
  await expect(staff.getByText('This page asks for my password.')).toBeVisible();
  await accessible(staff, 'the report');
  await staff.getByRole('button', { name: 'Take the page down' }).click();
  await expect(staff.getByRole('heading', { name: 'Put the page back' })).toBeVisible();

  expect((await visit.goto(address))!.status()).toBe(410);
  await owner.goto(sharing);
  await expect(owner.getByRole('heading', { name: 'A page of this CV, or of a copy of it, has been taken down' })).toBeVisible();
  await expect(owner.getByRole('region', { name: 'A page of this CV' })).toContainText('It deceives, or wants money or passwords');
  await accessible(owner, 'what the owner reads');
  await page.goto('about:blank');
  for (const context of [writing, stranger, working]) await context.close();
  await server.remove();
});
