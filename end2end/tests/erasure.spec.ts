// Being erased: with an account and with an owner link. What goes and what stays
// is shown before; there is a way back, and a signed report at the end.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { basics, downloaded, edit, expect, inFolder, letterLink, saved, saveFirst, Server, test } from './support';

const PASSWORD = 'kastanj trappa regnbyxa';

test.use({ excused: async ({}, use) => use([/status of 4(01|04|10|22)/]) });

async function begun(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/edit`);
  await page.locator('html[data-hydrated]').waitFor();
  await page.getByRole('button', { name: 'Example in English' }).click();
  await basics(page, 'city').fill('Somewhere');
  await saved(page);
  return saveFirst(page);
}

async function signedUp(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/sign-up`);
  await page.getByLabel('E-mail address').fill(email);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Create an account', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();
  await page.goto(url + new URL(await letterLink(page, email, '/confirm/')).pathname);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('The same once more').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save the password and go on' }).click();
  await expect(page.getByRole('heading', { name: 'My CVs' })).toBeVisible();
}

/** The number in the line of a kind. */
const count = (page: Page, kind: string) => page.locator(`tr[data-kind=${kind}] td`).nth(1);

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
}

test('a member is shown what goes, changes their mind, and is a member as before', async ({ browser }) => {
  const server = await Server.start({ MERIT_DEVELOPMENT: 'true' });
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  const page = await context.newPage();
  try {
    await signedUp(page, server.url, 'anna@example.com');
    await page.goto('/account');
    await page.getByRole('link', { name: 'Erase the account' }).click();
    await expect(page.getByRole('heading', { name: 'What goes' })).toBeVisible();
    await expect(count(page, 'login')).toHaveText('1');
    await expect(page.locator('tr[data-kind=audit]')).toContainText('pseudonym');
    await accessible(page);
    await page.getByLabel('I am sure.').check();
    await page.getByRole('button', { name: 'Erase everything in 3 days' }).click();
    await expect(page.getByRole('heading', { name: 'Everything will be erased' })).toBeVisible();
    await accessible(page);
    await page.goto('/account');
    await expect(page.getByText('This account will be erased on')).toBeVisible();
    await page.getByRole('link', { name: 'keep the account' }).click();
    await page.getByRole('button', { name: 'Keep everything' }).click();
    await expect(page.getByRole('status')).toContainText('Everything stays');
    await page.goto('/account');
    await expect(page.getByText('This account will be erased on')).toBeHidden();
  } finally {
    await context.close();
    await server.remove();
  }
});

test('with an owner link everything goes at once, and the report can be checked', async ({ browser }) => {
  const server = await Server.start({ MERIT_ERASURE_DELAY_DAYS: '0' });
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  const page = await context.newPage();
  try {
    const link = await begun(page, server.url);
    await page.goto('/storage');
    await page.getByRole('link', { name: 'Erase what is on the server' }).click();
    await expect(count(page, 'document')).toHaveText('1');
    await expect(count(page, 'owner_link')).toHaveText('1');
    await page.getByLabel('I am sure.').check();
    await page.getByLabel('Your owner link').fill(link.replace(/.{3}$/, 'AAA'));
    await page.getByRole('button', { name: 'Erase everything now' }).click();
    await expect(page.getByRole('alert')).toContainText('not the owner link');
    await page.getByLabel('I am sure.').check();
    await page.getByLabel('Your owner link').fill(link);
    await page.getByRole('button', { name: 'Erase everything now' }).click();
    await expect(page.getByRole('heading', { name: 'Everything is erased' })).toBeVisible();
    await expect(count(page, 'document')).toHaveText('1');
    await accessible(page);
    const file = await downloaded(page, () => page.getByRole('link', { name: 'Download the report' }).click());
    expect(file.name).toBe('report.json');
    const key = await (await fetch(`${server.url}/.well-known/merit-report-key.json`)).text();
    const verify = (bytes: Buffer | string) =>
      inFolder((folder) => {
        writeFileSync(join(folder, 'report.json'), bytes);
        writeFileSync(join(folder, 'key.json'), key);
        const args = ['verify', join(folder, 'report.json'), '--key', join(folder, 'key.json')];
        return execFileSync(process.env.MERIT!, args, { encoding: 'utf8', stdio: 'pipe' });
      });
    expect(verify(file.bytes)).toContain('is as it was signed');
    expect(() => verify(file.bytes.toString().replace('"count": 1', '"count": 9'))).toThrow();
    // The browser was told to forget, and the link opens nothing.
    expect(await context.cookies()).toEqual([]);
    await edit(page);
    await expect(basics(page, 'city')).toHaveValue('');
    await page.goto(link);
    await expect(page.locator('.notice').getByText('This owner link opens nothing')).toBeVisible();
  } finally {
    await context.close();
    await server.remove();
  }
});
