// Somebody without an account asks for their data, shows that an address is theirs,
// and is answered by whoever works here: all of it without a script.
import type { Page } from '@playwright/test';
import { accessible, expect, Server, setUp, test } from './support';

test.use({ excused: async ({}, use) => use([/status of 422/]) });

/** What stands in the newest letter to somebody with such a subject. */
async function letter(page: Page, url: string, subject: string): Promise<string> {
  let text = '';
  await expect
    .poll(async () => {
      const list = await (await page.request.get(`${url}/dev/mail`)).text();
      const row = list.split('<tr>').find((it) => it.includes(subject));
      const path = row && /href="(\/dev\/mail\/[^"]+)"/.exec(row)?.[1];
      if (path) text = await (await page.request.get(url + path)).text();
      return text !== '';
    }, { timeout: 20_000 })
    .toBe(true);
  return text;
}

test('a request without an account: failed code, right code, masked until opened, answered', async ({ page, browser }) => {
  const server = await Server.start({ MERIT_DEVELOPMENT: 'true' });
  try {
    await setUp(page, server);
    const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB', javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto('/contact');
    await accessible(plain, 'the contact form');
    await plain.getByRole('link', { name: 'Use your rights' }).click();
    await plain.getByLabel('What do you want?').selectOption('Get a copy of my data');
    await plain.getByLabel('E-mail address').fill('nils@merit.example');
    await plain.getByLabel('What do you want to say?').fill('What do you have of me?');
    await plain.getByRole('button', { name: 'Send' }).click();
    await expect(plain.getByRole('heading', { name: 'Thank you' })).toBeVisible();

    const receipt = await letter(page, server.url, 'has come');
    const number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)![0];
    const code = /(?<![0-9a-z-])[0-9a-z]{4}(-[0-9a-z]{4}){3}(?![0-9a-z-])/.exec(receipt)![0];
    await plain.goto('/privacy/request/code');
    for (const [typed, told] of [['0000-0000-0000-0000', 'do not belong together'], [code, 'Now we know']] as const) {
      await plain.getByLabel('Number of the case').fill(number);
      await plain.getByLabel('Code', { exact: true }).fill(typed);
      await plain.getByRole('button', { name: 'Show that it is me' }).click();
      await expect(plain.getByRole('main')).toContainText(told);
    }

    await page.goto(`${server.url}/admin/cases`);
    await accessible(page, 'the queue');
    await expect(page.getByRole('main')).toContainText('One case waits for an answer.');
    await page.getByRole('link', { name: 'Get a copy of my data' }).click();
    const main = page.getByRole('main');
    await expect(main).not.toContainText('nils@merit.example');
    await page.getByLabel('Reason', { exact: true }).fill('To answer it');
    await page.getByRole('button', { name: 'Open for 30 minutes' }).click();
    await expect(main).toContainText('nils@merit.example');
    await accessible(page, 'an opened case');
    await page.getByRole('button', { name: 'Count what is held' }).click();
    await expect(page.getByLabel('Send the answer')).toHaveValue(/You asked for a copy/);
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await expect(main).toContainText('Answered');
    expect(await letter(page, server.url, 'Answer to your request')).toContain('Nothing beside this request');
    await context.close();
  } finally {
    await server.remove();
  }
});
