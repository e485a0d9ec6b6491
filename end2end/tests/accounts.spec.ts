// Accounts through the front door: signing up by letter and by passkey, second
// factors, resets, devices, and what was written before there was an account.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { authenticator, basics, expect, letterLink, oneTimeCode, ready, saved, saveFirst, Server, test } from './support';

const PASSWORD = 'kastanj trappa regnbyxa';

test.use({ excused: async ({}, use) => use([/status of 4(01|04|10|22)/]) });

let server: Server;
test.beforeAll(async () => {
  // Several accounts from one address in a minute are more than one may make.
  server = await Server.start({ MERIT_DEVELOPMENT: 'true', MERIT_LIMITS_TIMES: '1000' });
});
test.afterAll(async () => server.remove());

/** A browser of its own, at the name that passkeys are made for. */
async function somebody(browser: Browser, options = {}): Promise<{ page: Page; context: BrowserContext }> {
  const baseURL = server.url.replace('127.0.0.1', 'localhost');
  const context = await browser.newContext({ baseURL, locale: 'en-GB', ...options });
  return { context, page: await context.newPage() };
}

let counter = 0;
const address = () => `person-${Date.now()}-${counter++}@example.com`;

/** The path of the link in the last letter to an address. */
const link = async (page: Page, to: string, path: string) =>
  new URL(await letterLink(page, to, `/${path}/`)).pathname;

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('E-mail address').fill(email);
  for (const box of await page.getByRole('checkbox').all()) {
    await expect(box).not.toBeChecked();
    await box.check();
  }
  await page.getByRole('button', { name: 'Create an account', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();
  await page.goto(await link(page, email, 'confirm'));
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('The same once more').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save the password and go on' }).click();
  await expect(page.getByRole('heading', { name: 'My CVs' })).toBeVisible();
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('signing up with a password, after which the browser is known and the wrong password is not', async ({ browser }) => {
  const { page } = await somebody(browser);
  const email = address();
  await signUp(page, email);
  await page.context().clearCookies();
  await signIn(page, email, 'something else');
  await expect(page.getByRole('alert')).toContainText('do not belong together');
  // The same words for an address that nobody has.
  await signIn(page, 'nobody@example.com', 'something else');
  await expect(page.getByRole('alert')).toContainText('do not belong together');
  await signIn(page, email);
  await expect(page.getByRole('heading', { name: 'My CVs' })).toBeVisible();
});

test('a passkey alone makes an account and opens it again', async ({ browser }) => {
  const { page, context } = await somebody(browser);
  await authenticator(context, page);
  await page.goto('/sign-up');
  const make = page.getByRole('button', { name: 'Create an account with a passkey alone' });
  // No box is ticked: nothing is made.
  await make.click();
  await expect(page.getByRole('alert')).toContainText('Every box');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await make.click();
  await expect(page.getByRole('heading', { name: 'My CVs' })).toBeVisible();
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { name: 'My CVs' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('you sign in with a passkey')).toBeVisible();
  // The only way in stays.
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('your only way in');
});

test('a second factor is set up, asked for, and replaced by a recovery code', async ({ browser }) => {
  const { page } = await somebody(browser);
  const email = address();
  await signUp(page, email);
  await page.goto('/account');
  await page.getByRole('link', { name: 'Set up a second factor' }).click();
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  const secret = (await page.locator('code.secret').textContent())!;
  await page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('alert')).toContainText('not the code');
  await page.getByRole('textbox', { name: 'Code' }).fill(oneTimeCode(secret));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  const codes = await page.locator('.codes code').allTextContents();
  expect(codes).toHaveLength(10);
  await page.context().clearCookies();
  await signIn(page, email);
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Code' }).fill(codes[0]!);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'My CVs' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('Recovery codes left: 9')).toBeVisible();
});

test('a forgotten password is set anew, and every browser is signed out', async ({ browser }) => {
  const { page } = await somebody(browser);
  const email = address();
  await signUp(page, email);
  const other = await somebody(browser);
  await other.page.goto('/reset');
  await other.page.getByLabel('E-mail address').fill(email);
  await other.page.getByRole('button', { name: 'Send the letter' }).click();
  await expect(other.page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();
  await other.page.goto(await link(other.page, email, 'reset'));
  await other.page.getByLabel('New password').fill('lavendel spade oktober');
  await other.page.getByLabel('The same once more').fill('lavendel spade oktober');
  await other.page.getByRole('button', { name: 'Save the password and go on' }).click();
  await expect(other.page.getByRole('status')).toContainText('Your password is changed');
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, email, 'lavendel spade oktober');
  await expect(page.getByRole('heading', { name: 'My CVs' })).toBeVisible();
});

test('two browsers are listed, and one signs the other out', async ({ browser }) => {
  const one = await somebody(browser);
  const email = address();
  await signUp(one.page, email);
  const two = await somebody(browser, {
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  });
  await signIn(two.page, email);
  await expect(two.page.getByRole('heading', { name: 'My CVs' })).toBeVisible();
  await one.page.goto('/account/devices');
  await expect(one.page.getByText('Firefox on Windows').first()).toBeVisible();
  await expect(one.page.getByText('this one')).toBeVisible();
  await one.page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(one.page.getByRole('status')).toContainText('signed out');
  await two.page.goto('/account');
  await expect(two.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('"compromised" signs out, takes pages down and asks for another password', async ({ browser }) => {
  const { page } = await somebody(browser);
  const email = address();
  await signUp(page, email);
  await page.goto('/account/devices');
  await page.getByRole('button', { name: 'My account is compromised' }).click();
  await expect(page.getByRole('status')).toContainText('nobody signs in before');
  await signIn(page, email);
  await expect(page.getByRole('alert')).toContainText('has to be another one');
  // The link of the letter before is good no more: this one's is waited for.
  const letters = async () => (await (await page.request.get('/dev/mail')).text()).split('<tr>');
  const resets = async () => (await letters()).filter((row) => row.includes(email) && row.includes('Choose a new password'));
  await expect.poll(async () => (await resets()).length).toBe(2);
  await page.goto(await link(page, email, 'reset'));
  await page.getByLabel('New password').fill('lavendel spade oktober');
  await page.getByLabel('The same once more').fill('lavendel spade oktober');
  await page.getByRole('button', { name: 'Save the password and go on' }).click();
  await signIn(page, email, 'lavendel spade oktober');
  await expect(page.getByRole('heading', { name: 'My CVs' })).toBeVisible();
});

test('a CV that was saved by a link is in the account that is signed up for', async ({ browser }) => {
  const { page } = await somebody(browser);
  await page.goto('/edit');
  await ready(page);
  await basics(page, 'name').fill('Anna Ek');
  await saved(page);
  await saveFirst(page);
  await signUp(page, address());
  const cv = page.locator('.shelf li');
  await expect(cv.getByRole('heading')).toHaveText('Anna Ek');
  // Names, copies, the bin and back.
  await cv.getByText('Rename').first().click();
  await cv.getByLabel('Name').fill('For Volvo');
  await cv.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('heading', { name: 'For Volvo' })).toBeVisible();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { name: 'For Volvo (copy)' })).toBeVisible();
  await page.getByRole('searchbox').fill('copy');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.locator('.shelf li')).toHaveCount(1);
  await page.getByRole('button', { name: 'To the bin' }).click();
  await expect(page.getByRole('heading', { name: 'Bin' })).toBeVisible();
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.locator('.shelf li')).toHaveCount(2);
});
