// What a browser is asked to forbid, and that no page of ours asks for it; and
// that what people write stays text in everything that the server makes of it.
//
// A page that is added gets its address in `pages.json`.
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import {
  authenticator, basics, BLOCKED, edit, example, expect, onServer, openFile, paper, ready, sample, saved, saveFirst,
  saveToAccount, Server, setUp, signUp, test, unfold,
} from './support';

const pages: { everybody: string[]; withASavedCv: string[]; members: string[]; staff: string[] } = JSON.parse(
  readFileSync(new URL('../pages.json', import.meta.url), 'utf8'),
);

/** Notes what a policy forbids, what a console complains of, and who else is asked, in every page of a context. */
async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const seen: string[] = [];
  await context.exposeFunction('violated', (what: string) => seen.push(`violation: ${what}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { violated(what: string): void }).violated(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample} at ${event.documentURI}`,
      ),
    );
  });
  context.on('console', (message) => {
    // That an address of these is not there is what its test says.
    if (/status of (40[134]|410)/.test(message.text()) || BLOCKED.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) seen.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => seen.push(`page: ${error.error()}`));
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && asked !== origin) seen.push(`request: ${request.url()}`);
  });
  return seen;
}

/** Waits until a page has done what it does by itself. */
async function settled(page: Page, path: string): Promise<void> {
  await page.goto(path);
  if (path === '/edit') await ready(page);
  await page.waitForLoadState('networkidle');
}

test.use({ excused: async ({}, use) => use([/./]) });

test('a violation is seen where there is one', async ({ page, context, baseURL }) => {
  const seen = await watch(context, baseURL!);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = 1';
    document.body.append(script);
    const image = new Image();
    image.src = 'https://elsewhere.example/pixel.png';
    document.body.append(image);
    document.body.setAttribute('style', 'color: red');
  });
  await expect.poll(() => seen.filter((it) => it.startsWith('violation')).length).toBeGreaterThanOrEqual(3);
  expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();
});

for (const locale of ['en-GB', 'sv-SE']) {
  test(`no page asks for what its policy forbids: ${locale}`, async ({ browser, baseURL }) => {
    test.slow();
    const context = await browser.newContext({ locale, baseURL });
    const seen = await watch(context, baseURL!);
    const page = await context.newPage();
    for (const path of pages.everybody) {
      await settled(page, path);
      // Forms of plain pages.
      for (const summary of await page.locator('details > summary:visible').all()) await summary.click();
    }
    expect(seen).toEqual([]);
    await context.close();
  });
}

test('nor does the editor with all that opens in it, nor a page that shows a saved CV', async ({ browser, baseURL }) => {
  test.slow();
  const context = await browser.newContext({ locale: 'en-GB', baseURL });
  const seen = await watch(context, baseURL!);
  const page = await context.newPage();
  await example(page);
  const banner = page.getByRole('banner');
  const close = async () => {
    await expect(page.locator('dialog[open]')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  };
  for (const name of ['Drafts', 'Import', 'Save']) {
    await banner.getByRole('button', { name, exact: name === 'Save' }).click();
    await close();
  }
  await page.locator('.menu > summary').click();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await close();
  const work = await unfold(page, 'Experience');
  await work.locator('.item-head .toggle').first().click();
  await banner.getByRole('button', { name: 'Drafts' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Delete/ }).first().click();
  await close();
  const download = page.waitForEvent('download');
  await banner.getByRole('button', { name: 'Download PDF' }).click();
  await download;
  await openFile(page, sample('02-complete-fixture.jsonresume'));
  await page.getByRole('button', { name: 'To the form' }).click();
  await saved(page);

  await saveFirst(page);
  await onServer(page);
  for (const path of pages.withASavedCv) await settled(page, path);
  await settled(page, '/edit');
  await page.getByRole('link', { name: 'Share' }).click();
  await page.waitForLoadState('networkidle');
  const slug = await page.getByLabel('Address').last().inputValue();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { name: /^Public until/ })).toBeVisible();
  for (const path of [`/cv/${slug}`, `/cv/${slug}/en`]) await settled(page, path);
  expect(seen).toEqual([]);
  await context.close();
});

test('nor does any page of an account', async ({ browser, baseURL }) => {
  test.slow();
  const context = await browser.newContext({ locale: 'en-GB', baseURL });
  const seen = await watch(context, baseURL!);
  const page = await context.newPage();
  await signUp(page);
  for (const path of pages.members) {
    await settled(page, path);
    for (const summary of await page.locator('details > summary:visible').all()) await summary.click();
  }
  await page.goto('/edit#sign-out');
  await expect(page.locator('h1')).toHaveText('You are signed out');
  expect(seen).toEqual([]);
  await context.close();
});

test('nor does any page of those who run the server', async ({ browser }) => {
  test.slow();
  const server = await Server.start({ MERIT_DEVELOPMENT: 'true', MERIT_LIMITS_TIMES: '1000' });
  const context = await browser.newContext({ locale: 'en-GB', baseURL: server.url });
  const seen = await watch(context, server.url);
  const page = await context.newPage();
  await setUp(page, server);
  for (const path of pages.staff) {
    await settled(page, path);
    await expect(page.locator('h1')).not.toHaveText('There is no such page');
    for (const summary of await page.locator('details > summary:visible').all()) await summary.click();
  }
  await page.goto('/admin');
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  await expect(page.getByText('This link is shown once')).toBeVisible();
  expect(seen).toEqual([]);
  await context.close();
  await server.remove();
});

/** Each would do something if it were taken for more than text. */
const HOSTILE = [
  '"><x-foreign onclick="hacked=1"><script>window.hacked=1</script>',
  "'><img src=x onerror=window.hacked=1><svg onload=window.hacked=1>",
  '</title></textarea></style></script><x-foreign><script>window.hacked=1</script>',
  '<!--><x-foreign><iframe srcdoc="<script>parent.hacked=1</script>">',
  '{{7*7}}${7*7}<%= 7*7 %>&lt;x-foreign&gt;\u202e',
  '<a href="javascript:window.hacked=1">x</a><base href="https://elsewhere.example/"><meta http-equiv="refresh" content="0;url=//elsewhere.example">',
];
const LINKS = ['javascript:window.hacked=1', 'data:text/html,<script>window.hacked=1</script>', 'https://x.example/"onmouseover="window.hacked=1', '//elsewhere.example'];

/** The texts of a CV, every one of them hostile. */
function poisoned(resume: unknown): unknown {
  let next = 0;
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      next += 1;
      if (/url|website|image/i.test(key)) return LINKS[next % LINKS.length];
      if (/date/i.test(key)) return `2020${HOSTILE[next % HOSTILE.length]}`;
      return HOSTILE[next % HOSTILE.length];
    }
    if (Array.isArray(value)) return value.map((inner) => poison(inner, key));
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poison(inner, key)]));
    return value;
  };
  return poison(resume, '');
}

/** What stands in a page that we did not put there. */
function foreign(page: Page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const attributes = all.flatMap((element) => element.getAttributeNames().map((name) => `${element.localName}[${name}]`));
    return {
      hacked: (window as { hacked?: number }).hacked ?? null,
      elements: all.filter((it) => /^x-|^(object|embed|base)$/.test(it.localName)).map((it) => it.outerHTML),
      images: [...document.images].map((it) => it.getAttribute('src') ?? '').filter((src) => !src.startsWith('/')),
      frames: [...document.querySelectorAll('iframe')].filter((it) => it.hasAttribute('srcdoc') || !it.src.startsWith(location.origin)).length,
      refreshes: document.querySelectorAll('meta[http-equiv]').length,
      handlers: attributes.filter((it) => /\[on/.test(it)),
      scripts: [...document.scripts].filter((script) => !script.nonce && script.type !== 'application/ld+json').length,
      links: [...document.querySelectorAll('a[href]')]
        .map((it) => it.getAttribute('href')!.trim())
        .filter((href) => !/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/.test(href)),
    };
  });
}
const nothing = { hacked: null, elements: [], images: [], frames: 0, refreshes: 0, handlers: [], scripts: 0, links: [] };

/** The same of what the server sends, which a browser may already have mended. */
function scriptsOf(html: string, policy: string): string[] {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const DATA = '<script type="application/ld+json">';
  // Data of a public page runs nowhere. It is whole, or a text has ended it too early.
  for (const part of html.split(DATA).slice(1)) JSON.parse(part.split('</script>')[0]);
  return [...html.replaceAll(DATA, '').matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag).filter((tag) => !nonce || !tag.includes(`nonce="${nonce}"`));
}

test('hostile text in every field stays text in every page that shows it', async ({ page, request, context }) => {
  test.slow();
  const resume = poisoned(JSON.parse(readFileSync(sample('02-complete-fixture.jsonresume'), 'utf8')));
  await edit(page);
  await openFile(page, { name: 'hostile.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(resume)) });
  await page.getByRole('button', { name: 'To the form' }).click();
  await expect(paper(page).first()).toContainText('x-foreign');
  for (const field of ['phone', 'address', 'label']) await basics(page, field).fill(HOSTILE[0]);
  await saved(page);
  await saveFirst(page);
  await onServer(page);
  expect(await foreign(page)).toEqual(nothing);
  await page.reload();
  await ready(page);
  await expect(paper(page).first()).toContainText('x-foreign');
  expect(await foreign(page)).toEqual(nothing);

  await page.getByRole('link', { name: 'Share' }).click();
  await expect(page.frameLocator('iframe').getByText('x-foreign').first()).toBeVisible();
  // Each detail shown, so that each is in the page.
  for (const box of await page.locator('input[name=show]').all()) await box.check();
  const slug = await page.getByLabel('Address').last().inputValue();
  const share = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { name: /^Public until/ })).toBeVisible();
  expect(await foreign(page)).toEqual(nothing);

  for (const path of ['/edit', share, `${share}/page?show=phone&show=address`, `/cv/${slug}`]) {
    const answer = await context.request.get(path);
    expect(answer.status(), path).toBe(200);
    const html = await answer.text();
    expect(scriptsOf(html, answer.headers()['content-security-policy']), path).toEqual([]);
    expect(html, path).not.toMatch(/<x-foreign/i);
    await page.goto(path);
    expect(await foreign(page), path).toEqual(nothing);
  }
  // The other forms are of a kind that no browser looks for elements in.
  const json = await request.get(`/cv/${slug}.json`);
  expect(json.headers()['content-type']).toBe('application/json');
  expect(json.headers()['x-content-type-options']).toBe('nosniff');
  expect(JSON.stringify(await json.json())).toContain('x-foreign');
});

test('hostile text in what a form sends comes back as text', async ({ page, context, baseURL }) => {
  await example(page);
  await saveFirst(page);
  await onServer(page);
  await page.getByRole('link', { name: 'Share' }).click();
  await page.waitForURL('**/share/*');
  const share = new URL(page.url()).pathname;
  for (const hostile of HOSTILE) {
    // Past the browser's own check of the pattern.
    const answer = await context.request.post(`${share}/publish`, {
      form: { version: '1', slug: hostile },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.status()).toBe(422);
    await page.setContent(await answer.text());
    expect({ ...(await foreign(page)), frames: 0 }).toEqual(nothing);
    const language = await context.request.post('/language', {
      form: { lang: 'sv', to: `/share/${hostile}` },
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    });
    expect([303, 400]).toContain(language.status());
    expect(language.headers().location ?? '/').toBe('/');
    await page.goto(`${baseURL}/?q=${encodeURIComponent(hostile)}`);
    expect(await foreign(page)).toEqual(nothing);
  }
});

test('hostile text in what a member is asked comes back as text', async ({ browser, baseURL }) => {
  test.slow();
  const context = await browser.newContext({ locale: 'en-GB', baseURL: baseURL!.replace('127.0.0.1', 'localhost') });
  const page = await context.newPage();
  const clean = async (html: string, what: string) => {
    await page.setContent(html);
    // The scripts of the page are as the server sent them, their nonces and all.
    expect(await foreign(page), what).toEqual(nothing);
  };
  const send = async (path: string, form: Record<string, string>) =>
    (await context.request.post(path, { form, headers: { 'sec-fetch-site': 'same-origin' } })).text();
  for (const hostile of HOSTILE) {
    const email = `${hostile}@merit.example`;
    await clean(await send('/sign-up', { email }), 'sign-up');
    await clean(await send('/sign-in', { email, password: hostile }), 'sign-in');
    await clean(await send('/reset', { email }), 'reset');
    await clean(await send('/sign-in/code', { ticket: hostile, code: hostile, shared: hostile }), 'code');
    for (const path of ['invitation', 'setup', 'confirm', 'reset', 'email']) {
      const answer = await context.request.get(`/${path}/${encodeURIComponent(hostile)}`);
      await clean(await answer.text(), path);
    }
  }
  await authenticator(context, page);
  await signUp(page);
  await example(page);
  await saveToAccount(page);
  for (const hostile of HOSTILE) {
    await page.goto('/account');
    await page.locator('[data-passkey=add] [name=name]').fill(hostile);
    await page.locator('[data-passkey=add] button').click();
    await page.waitForURL('**/account?done=passkey-added');
    expect(await foreign(page), 'passkeys').toEqual(nothing);
    for (const remove of await page.locator('[action="/account/passkeys/remove"] button').all()) await remove.click();
    await page.goto('/cvs');
    await page.locator('.shelf summary').last().click();
    await page.locator('.rename [name=name]').fill(hostile);
    await page.locator('.rename button').click();
    await expect(page.locator('.shelf h2')).toHaveText(hostile.replace('\u202e', '').slice(0, 120));
    expect(await foreign(page), 'My CVs').toEqual(nothing);
    await page.goto(`/cvs?q=${encodeURIComponent(hostile)}`);
    expect(await foreign(page), 'search').toEqual(nothing);
  }
  await context.close();
});
