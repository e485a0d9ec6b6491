// The terms of service, accepted apart from the policy; and the notice about optional
// storage: yes and no alike, nothing before an answer, a signal counts as a no.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  accessible, edit, example, expect, NOTHING, onServer, paper, ready, saved, saveFirst, Server, signUp, stored, test,
} from './support';

const notice = (page: Page) => page.getByRole('region', { name: 'Optional storage' });
const cookies = async (page: Page) => (await stored(page)).cookies;

test('a sign-up needs every box, each for itself', async ({ page }) => {
  await page.goto('/sign-up');
  await page.locator('[name=email]').fill('anna@merit.example');
  const button = page.getByRole('main').getByRole('button', { name: 'Create an account', exact: true });
  for (const name of ['adult', 'policy', 'terms']) await expect(page.locator(`[name=${name}]`)).not.toBeChecked();
  for (const left of ['adult', 'policy', 'terms']) {
    for (const name of ['adult', 'policy', 'terms']) await page.locator(`[name=${name}]`).setChecked(name !== left);
    await button.click();
    // The browser itself sends no form in which a needed box is not ticked.
    await expect(page).toHaveURL(/\/sign-up$/);
    expect(await page.locator(`[name=${left}]`).evaluate((box: HTMLInputElement) => box.validity.valueMissing)).toBe(true);
  }
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'terms of service', exact: true }).click();
  const terms = await opened;
  await expect(terms.getByRole('heading', { level: 1 })).toHaveText('Terms of service');
  await accessible(terms, 'terms');
  await terms.getByRole('button', { name: 'På svenska' }).click();
  await expect(terms.getByRole('heading', { level: 1 })).toHaveText('Användarvillkor');
});

test('a first save needs every box, and what was accepted can be read again', async ({ page }) => {
  await example(page);
  await page.getByRole('banner').getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('I am 18 or older').check();
  await dialog.getByLabel('I have read the').check();
  await dialog.getByRole('button', { name: 'Save on the server' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Tick all three boxes to save.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await saveFirst(page);
  await onServer(page);
  await page.goto('/account/terms');
  await expect(page.getByText('You know the versions that hold now.')).toBeVisible();
  await accessible(page, 'acceptance');
  await page.getByRole('main').getByRole('link', { name: /Accepted the terms of service/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Terms of service');
});

test('newer terms are asked about beside the editor, and nothing waits for the answer', async ({ browser }) => {
  test.slow();
  const server = await Server.start();
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  const page = await context.newPage();
  await example(page);
  await saveFirst(page);
  await onServer(page);
  await server.kill();
  const files: Record<string, string> = {};
  for (const [lang, text] of [['sv', '# Mina villkor'], ['en', '# My terms']] as const) {
    files[lang] = join(server.data, `terms.${lang}.md`);
    writeFileSync(files[lang]!, text);
  }
  await server.run({ MERIT_TERMS_VERSION: '2026-01-31', MERIT_TERMS_SV: files.sv!, MERIT_TERMS_EN: files.en! });
  await edit(page);
  const asked = page.getByRole('complementary', { name: 'Terms and policy' });
  await expect(asked).toBeVisible();
  // What is typed meanwhile is saved.
  await page.locator('#f-0000000000000000-city').fill('Umeå');
  await onServer(page);
  const opened = context.waitForEvent('page');
  await asked.getByRole('link', { name: 'Read and answer' }).click();
  const answer = await opened;
  await expect(answer.getByText('new version, of 2026-01-31')).toBeVisible();
  await expect(answer.locator('[name=terms]')).not.toBeChecked();
  await answer.getByRole('button', { name: 'Save my answer' }).click();
  await expect(answer.getByRole('alert')).toHaveText('Tick what you accept or have read.');
  await answer.locator('[name=terms]').check();
  await answer.getByRole('button', { name: 'Save my answer' }).click();
  await expect(answer.getByRole('status')).toHaveText('Your answer is kept.');
  await page.reload();
  await ready(page);
  await expect(asked).toBeHidden();
  await context.close();
  await server.remove();
});

test('a member finds what they have declared', async ({ page }) => {
  await signUp(page);
  await page.goto('/account');
  await page.getByRole('main').getByRole('link', { name: 'Terms and policy' }).click();
  await expect(page.getByText(/Accepted the terms of service, version of/)).toBeVisible();
  await expect(page.getByText(/Read the privacy policy, version of/)).toBeVisible();
});

test.describe('the notice', () => {
  /** Two buttons of one kind, none of them chosen or in focus. */
  async function alike(page: Page): Promise<void> {
    const [yes, no] = ['Accept', 'Decline'].map((name) => notice(page).getByRole('button', { name, exact: true }));
    const look = (button: typeof yes) =>
      button!.evaluate((element) => {
        const style = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        const { color, backgroundColor, borderColor, fontSize, fontWeight } = style;
        return { width: Math.round(width), height: Math.round(height), color, backgroundColor, borderColor, fontSize, fontWeight };
      });
    expect(await look(yes)).toEqual(await look(no));
    await expect(yes!).not.toBeFocused();
    await expect(no!).not.toBeFocused();
  }

  test('on pages without a script: nothing before an answer, a no is kept, and can be changed', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, locale: 'en-GB', javaScriptEnabled: false });
    const page = await context.newPage();
    const names = async () => (await context.cookies()).map((cookie) => cookie.name).sort();
    await page.goto('/privacy');
    await alike(page);
    expect(await names()).toEqual([]);
    await notice(page).getByRole('button', { name: 'Decline' }).click();
    await expect(page).toHaveURL(/\/privacy$/);
    await expect(notice(page)).toBeHidden();
    expect(await names()).toEqual(['merit-storage']);
    const [answer] = await context.cookies();
    const days = (answer!.expires - Date.now() / 1000) / 86_400;
    expect(days).toBeGreaterThan(300);
    expect(days).toBeLessThanOrEqual(366);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Cookies and storage' }).click();
    await expect(page.getByText('You have declined.')).toBeVisible();
    await alike(page);
    await notice(page).getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByText('You have accepted.')).toBeVisible();
    await context.close();
  });

  test('in the editor: the last template is remembered after a yes, and after nothing else', async ({ page }) => {
    const choose = async () => {
      await page.getByRole('button', { name: 'Looks' }).click();
      const looks = page.getByRole('dialog', { name: 'Looks' });
      await looks.getByText('Celsius').click();
      await looks.getByText('Hilma').click();
      await saved(page);
      await looks.getByRole('button', { name: 'Close' }).click();
    };
    await example(page);
    await alike(page);
    await accessible(page, 'editor with the notice');
    await choose();
    // Necessary storage alone before an answer.
    expect(await cookies(page)).toEqual([]);
    await notice(page).getByRole('button', { name: 'Decline' }).click();
    await expect(notice(page)).toBeHidden();
    await ready(page);
    await expect(paper(page).first()).toContainText('Experience');
    await choose();
    expect(await cookies(page)).toEqual(['merit-storage']);

    await page.goto('/storage');
    await notice(page).getByRole('button', { name: 'Accept' }).click();
    await edit(page);
    await choose();
    expect(await cookies(page)).toEqual(['merit-storage', 'merit-template']);
    expect((await page.context().cookies()).find((it) => it.name === 'merit-template')!.value).toBe('hilma');
    // A no in another tab holds in an editor that was open before it.
    const other = await page.context().newPage();
    await other.goto('/storage');
    await notice(other).getByRole('button', { name: 'Decline' }).click();
    expect(await cookies(page)).toEqual(['merit-storage']);
    await choose();
    expect(await cookies(page)).toEqual(['merit-storage']);
  });

  test('a signal of the browser is a no', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, locale: 'en-GB', extraHTTPHeaders: { 'Sec-GPC': '1' } });
    const page = await context.newPage();
    await page.goto('/');
    await expect(notice(page)).toBeHidden();
    await page.goto('/storage');
    await expect(page.getByText('counts as a no. It is not stored.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0);
    expect(await stored(page)).toEqual(NOTHING);
    // Said before, it counts for nothing while the signal is sent.
    await context.addCookies([
      { name: 'merit-storage', value: 'yes', url: baseURL! },
      { name: 'merit-template', value: 'hilma', url: baseURL! },
    ]);
    await edit(page);
    expect(await cookies(page)).toEqual(['merit-storage']);
    await expect(page.locator('html[data-remembers]')).toHaveCount(0);
    await context.close();
  });
});
