// The pages around the editor: plain, without scripts, in both languages.
import { chromium, type Page } from '@playwright/test';
import {
  accessible, basics, edit, example, expect, keptOffline, NOTHING, onServer, ready, saved, saveFirst, saveToAccount, Server, setUp,
  stored, test, unfold,
} from './support';

test('the plain pages run no script and ask no foreign host', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL!) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  for (const path of ['/', '/storage', '/privacy', '/privacy/categories', '/privacy/record', '/privacy/recipients', '/terms', '/promises', '/shared', '/sign-out', '/sign-out/done', '/sign-out/kept']) {
    const response = await page.goto(path);
    expect(response!.status(), path).toBe(200);
    await expect(page.locator('h1'), path).toHaveCount(1);
    await expect(page.locator('script'), path).toHaveCount(0);
  }
  expect(foreign).toEqual([]);
});

test('the start page works without JavaScript, and the editor says that it needs it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'På svenska' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await page.getByRole('link', { name: 'Skapa ett CV' }).click();
  await expect(page.locator('noscript p')).toContainText('Slå på JavaScript för att skriva');
  await context.close();
});

test('an editor that cannot start says so and what to do', async ({ page, excused }) => {
  excused.push(/./);
  await page.route('**/pkg/app-*.wasm', (route) => route.abort());
  await page.goto('/edit');
  await expect(page.getByText('The editor could not start. Reload the page.')).toBeVisible();
});

test('an unknown address gets a page that says so', async ({ page, excused }) => {
  excused.push(/404/);
  const response = await page.goto('/no-such-page');
  expect(response!.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('There is no such page');
});

test('the language is chosen once, remembered, and holds in the editor', async ({ page, context }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'På svenska' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await edit(page);
  await expect(page.getByRole('button', { name: 'Ladda ner PDF' })).toBeVisible();
  expect((await context.cookies()).map((cookie) => cookie.name)).toEqual(['merit-lang']);
});

test.describe('with a worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a browser holds what the storage page lists, and nothing else', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByRole('button', { name: 'På svenska' }).click();
    await page.getByRole('button', { name: 'In English' }).click();
    await example(page);
    await page.getByRole('button', { name: 'Looks' }).click();
    await page.getByRole('dialog', { name: 'Looks' }).getByText('Hilma').click();
    await page.getByRole('dialog', { name: 'Looks' }).getByRole('button', { name: 'Close' }).click();
    await basics(page, 'city').fill('Somewhere');
    await saved(page);
    await saveFirst(page);
    await onServer(page);
    await page.getByRole('button', { name: 'Larger pages' }).click();

    // Whose page it is is known when the server makes it for them.
    await page.reload();
    await ready(page);
    await keptOffline(page);
    const held = await stored(page);
    expect(held.workers).toBe(1);
    // Steps to undo lie in the tab's storage while the editor is away.
    await page.goto('/storage');
    const away = await stored(page);
    expect(away.session).toContain('merit-undo');
    const program = held.caches.map((name) => name.replace(/-[0-9a-f]{16}$/, ''));
    // On a computer that is said to be shared there is a cookie more, and nothing else;
    // what is optional goes.
    await page.goto('/shared');
    await page.getByRole('button', { name: 'This is a shared computer' }).click();
    await page.locator('html[data-shared]').waitFor();
    await ready(page);
    await expect.poll(async () => (await stored(page)).caches).toEqual([]);
    const { cookies, workers, local } = await stored(page);
    expect([workers, local]).toEqual([0, ['merit-drafts']]);

    await page.goto('/storage');
    const listed = await page.locator('.stored h2').allTextContents();
    expect(cookies).not.toContain('merit-template');
    const all = new Set([...held.cookies, ...cookies]);
    const session = new Set([...held.session, ...away.session]);
    const names = [...held.stores.map((store) => store.replace('merit/', '')), ...held.local, ...session, ...all, ...program, 'offline.js'];
    // Whoever opens a page with a password has that one too.
    expect(listed).toContain('merit-pass');
    expect(names.sort()).toEqual(listed.filter((name) => name !== 'merit-pass').sort());
  });

  test('everything can be removed from the browser with one form', async ({ page, context }) => {
    await example(page);
    await keptOffline(page);
    await page.goto('/storage');
    await page.locator('.erase summary').click();
    await page.getByRole('button', { name: 'Remove everything from here' }).click();
    await expect(page.locator('h1')).toHaveText('Everything is removed from this browser');
    expect(await page.evaluate(async () => (await indexedDB.databases()).length + localStorage.length)).toBe(0);
    expect(await context.cookies()).toEqual([]);
    expect(await stored(page)).toEqual(NOTHING);
    await edit(page);
    await expect(basics(page, 'name')).toHaveValue('');
    await expect(page.getByRole('heading', { name: 'How do you want to start?' })).toBeVisible();
  });
});

test('over plain http from another machine nothing is said to be removed that is not', async ({ baseURL }, info) => {
  const { launchOptions } = info.project.use;
  const args = [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP merit.test 127.0.0.1'];
  const browser = await chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(`http://merit.test:${new URL(baseURL!).port}/storage`);
  await page.getByRole('button', { name: 'På svenska' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await page.getByRole('button', { name: 'In English' }).click();
  await page.locator('.erase summary').click();
  await page.getByRole('button', { name: 'Remove everything from here' }).click();
  await expect(page.locator('h1')).toHaveText('Nothing was removed');
  await browser.close();
});

for (const [vendor, promised, said] of [
  ['Google Inc.', true, 'The browser will not delete it by itself'],
  ['Google Inc.', false, 'may delete it if your device runs out of space'],
  ['Apple Computer, Inc.', false, 'deletes it after seven days without a visit'],
] as const) {
  test(`how long a draft is kept is said truthfully: ${vendor}, ${promised}`, async ({ page }) => {
    await page.addInitScript(
      ([vendor, promised]) => {
        Object.defineProperty(navigator, 'vendor', { value: vendor });
        Object.assign(window, { asked: 0 });
        navigator.storage.persisted = async () => false;
        navigator.storage.persist = async () => {
          (window as unknown as { asked: number }).asked += 1;
          return promised;
        };
      },
      [vendor, promised] as const,
    );
    await edit(page);
    // Nobody is asked before there is something to keep.
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(0);
    await basics(page, 'name').fill('Kept');
    await saved(page);
    await expect(page.locator('.keeping')).toContainText(said);
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1);
  });
}

const everybody = ['/', '/storage', '/privacy', '/privacy/categories', '/privacy/record', '/privacy/recipients', '/terms', '/promises', '/shared', '/sign-out', '/sign-up', '/sign-in', '/reset', '/check-mail', '/confirm/x'];

for (const scheme of ['light', 'dark'] as const) {
  for (const lang of ['en', 'sv'] as const) {
    const dressed = async (page: Page, baseURL: string) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.context().addCookies([{ name: 'merit-lang', value: lang, url: baseURL }]);
    };

    test(`no accessibility rule is broken: ${scheme}, ${lang}`, async ({ page, baseURL, excused }) => {
      // The link of a letter that was used.
      excused.push(/status of 410/);
      await dressed(page, baseURL!);
      for (const path of everybody) {
        await page.goto(path);
        await accessible(page, path);
      }
    });

    test(`nor in the editor: ${scheme}, ${lang}`, async ({ page, baseURL }) => {
      await dressed(page, baseURL!);
      await edit(page);
      await accessible(page, '/edit, blank');
      await page.getByRole('button', { name: /^(Example in English|Exempel på svenska)/ }).click();
      await saved(page);
      const section = await unfold(page, lang === 'sv' ? 'Arbetslivserfarenhet' : 'Experience');
      await section.locator('.item-head .toggle').first().click();
      await accessible(page, '/edit, a job unfolded');
      await page.getByRole('banner').getByRole('button', { name: lang === 'sv' ? 'Importera' : 'Import' }).click();
      await accessible(page, '/edit, opening a file');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+/');
      await expect(page.getByRole('dialog')).toBeVisible();
      await accessible(page, '/edit, the list of shortcuts');
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 390, height: 844 });
      await accessible(page, '/edit, on a phone');
    });
  }
}

for (const scheme of ['light', 'dark'] as const) {
  test(`nor on the pages of somebody who runs the server: ${scheme}`, async ({ browser }) => {
    test.slow();
    const server = await Server.start({ MERIT_DEVELOPMENT: 'true', MERIT_LIMITS_TIMES: '1000' });
    const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB', colorScheme: scheme });
    const page = await context.newPage();
    await setUp(page, server);
    await accessible(page, 'recovery codes');
    await example(page);
    await saveToAccount(page);
    for (const path of ['/cvs', '/account', '/account/devices', '/account/second-factor', '/sign-in/again', '/admin', '/admin/audit',
      '/admin/minors', '/admin/approvals', '/admin/holds', '/admin/retention', '/admin/proof',
    ]) {
      await page.goto(path);
      for (const summary of await page.locator('details > summary:visible').all()) await summary.click();
      await accessible(page, path);
    }
    await context.close();
    await server.remove();
  });
}
