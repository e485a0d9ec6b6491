// Without a network, and when a session ends: the editor opens, writes and makes PDFs,
// and not a letter is lost or comes to somebody else.
import { createServer, request as ask, type Server as Proxy } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import {
  basics, downloadPdf, edit, example, expect, keptOffline, NOTHING, onServer, openFile, pdfText, ready, sample, saved,
  saveFirst, saveToAccount, Server, signIn, signUp, stored, test,
} from './support';

// The worker's own tests; what the console says while a server is away is no fault.
test.use({ serviceWorkers: 'allow', excused: async ({}, use) => use([/./]) });

/** Its address, and not one that leads to it. */
const EDITOR = /:\d+\/edit$/;
const MEMBERS = { MERIT_DEVELOPMENT: 'true', MERIT_LIMITS_TIMES: '1000' };

async function visit(browser: Browser, baseURL: string, locale = 'en-GB'): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale, serviceWorkers: 'allow' });
  return context.newPage();
}

/** Has a server of the test's own, and a page at it. */
async function alone(
  browser: Browser,
  settings: Record<string, string>,
  work: (server: Server, page: Page) => Promise<void>,
): Promise<void> {
  const server = await Server.start(settings);
  try {
    const page = await visit(browser, server.url);
    await work(server, page);
    await page.context().close();
  } finally {
    await server.remove();
  }
}

/** As when somebody comes back to the tab. */
const lookAt = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event('focus')));

/** The addresses that are kept in a browser. */
const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    }
    return paths.sort();
  });

test('after one visit: the server stopped, edit, PDF; the server back, merged', async ({ browser }) => {
  test.slow();
  await alone(browser, {}, async (server, page) => {
    await example(page);
    const name = await basics(page, 'name').inputValue();
    const link = await saveFirst(page);
    await onServer(page);
    await keptOffline(page);
    await server.kill();

    await test.step('it opens with the draft, and says that it does so without a network', async () => {
      await page.reload();
      await ready(page);
      await expect(page.locator('html')).toHaveAttribute('data-shell');
      await expect(page.getByText('Opened without the network')).toBeVisible();
      await expect(basics(page, 'name')).toHaveValue(name);
    });

    await test.step('what is written is kept here', async () => {
      await basics(page, 'label').fill('Written without a server');
      await saved(page);
      await expect(page.locator('.status')).toContainText('No contact with the server. Everything is saved in this browser');
      await page.goto('/edit');
      await ready(page);
      await expect(basics(page, 'label')).toHaveValue('Written without a server');
    });

    await test.step('the PDF is made', async () => {
      const text = pdfText((await downloadPdf(page)).bytes);
      expect(text).toContain(name);
      expect(text).toContain('Written without a server');
    });

    await test.step('a file is read, and is a draft of its own', async () => {
      await openFile(page, sample('04-legacy-v0-jane-fullstacker.jsonresume'));
      await page.getByRole('button', { name: 'To the form' }).click();
      await expect(basics(page, 'name')).toHaveValue('Jane Q. Fullstacker');
      await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
      const other = page.getByRole('dialog').locator('.draft').filter({ hasText: name });
      await other.getByRole('button', { name: 'Open' }).click();
      await expect(basics(page, 'label')).toHaveValue('Written without a server');
    });

    await test.step('what needs the network says so, and the editor stays', async () => {
      await page.getByRole('link', { name: 'Share' }).click();
      await expect(page.getByText('That page needs the network')).toBeVisible();
      await expect(basics(page, 'label')).toHaveValue('Written without a server');
    });

    await test.step('the server is back, and another device has written meanwhile', async () => {
      await server.run();
      const other = await visit(browser, server.url);
      await other.goto(link);
      await ready(other);
      await basics(other, 'city').fill('Umeå');
      await onServer(other);
      await lookAt(page);
      await onServer(page);
      await expect(basics(page, 'city')).toHaveValue('Umeå');
      await expect(basics(page, 'label')).toHaveValue('Written without a server');
      await expect(page.getByText('That page needs the network')).toBeHidden();
      await lookAt(other);
      await expect(basics(other, 'label')).toHaveValue('Written without a server');
      await page.getByRole('link', { name: 'Load again' }).click();
      await ready(page);
      await expect(page.locator('html')).not.toHaveAttribute('data-shell');
      await expect(basics(page, 'city')).toHaveValue('Umeå');
      await other.context().close();
    });
  });
});

test('fonts that were used before the worker was there are kept, and it speaks the chosen language', async ({ browser }) => {
  await alone(browser, {}, async (server, page) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'På svenska' }).click();
    await edit(page);
    await basics(page, 'name').fill('ليلى حداد');
    await expect(page.locator('.sheets svg').first()).toContainText('ليلى');
    await saved(page);
    await keptOffline(page);
    await page.reload();
    await ready(page);
    await expect.poll(() => keptPaths(page)).toContain('/fonts/noto-sans-arabic-semibold.ttf');
    await server.kill();
    await page.reload();
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
    await expect(page.locator('html')).toHaveAttribute('data-shell');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Ladda ner PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toContain('.pdf');
    await test.step('a font that is not here says that it needs the network', async () => {
      await basics(page, 'label').fill('山田はなこ');
      await expect(page.getByRole('alert').filter({ hasText: 'för det behövs nätverk' })).toBeVisible();
    });
  });
});

test('only files of the program are kept, nothing that is asked of the server, and no policy is broken', async ({ browser }) => {
  await alone(browser, MEMBERS, async (_, page) => {
    const broken: string[] = [];
    await page.context().exposeFunction('violated', (what: string) => broken.push(what));
    await page.context().addInitScript(() =>
      addEventListener('securitypolicyviolation', (event) =>
        (window as unknown as { violated(what: string): void }).violated(`${event.effectiveDirective} ${event.blockedURI}`),
      ),
    );
    await signUp(page);
    await example(page);
    await saveToAccount(page);
    await keptOffline(page);
    for (const path of ['/', '/cvs', '/account', '/storage', '/edit', '/edit/shell/en']) await page.goto(path);
    await ready(page);
    const paths = await keptPaths(page);
    const ours = /^\/(pkg\/[\w-]+\.(js|wasm|css)|fonts\/[\w-]+\.ttf|hyphenation\/\w+\.bin|icons\/merit\.svg|edit|edit\/shell\/(sv|en))$/;
    expect(paths.filter((path) => !ours.test(path))).toEqual([]);
    const shown = await page.evaluate(async () => {
      const [name] = await caches.keys();
      const kept = await (await caches.open(name)).match('/edit');
      return { html: await kept!.text(), cookies: kept!.headers.get('set-cookie') };
    });
    expect(shown.cookies).toBeNull();
    expect(shown.html).not.toContain('data-account-tag');
    expect(shown.html).not.toContain('Okafor');
    expect(broken).toEqual([]);
  });
});

test('a member’s own drafts are opened without a network, and nobody’s after they have signed out', async ({ browser }) => {
  await alone(browser, MEMBERS, async (server, page) => {
    await edit(page);
    await basics(page, 'name').fill('Before there was an account');
    await saved(page);
    const member = await signUp(page);
    await edit(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Leave here' }).click();
    await basics(page, 'name').fill('Kanarie Fågelsson');
    await saved(page);
    await saveToAccount(page);
    await keptOffline(page);
    await server.kill();
    await page.reload();
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('data-account', 'member');
    await expect(basics(page, 'name')).toHaveValue('Kanarie Fågelsson');
    await basics(page, 'label').fill('Written on a train');
    await saved(page);
    await server.run();
    await lookAt(page);
    await onServer(page);
    const elsewhere = await visit(browser, server.url);
    await signIn(elsewhere, member);
    await onShelf(elsewhere);
    await expect(basics(elsewhere, 'label')).toHaveValue('Written on a train');
    await elsewhere.context().close();
    await page.reload();
    await ready(page);
    await page.goto('/edit#sign-out');
    const out = page.getByRole('dialog', { name: 'Sign out' });
    // The one from before has never been saved.
    await out.getByRole('button', { name: 'Sign out all the same' }).click();
    await expect(page.locator('h1')).toHaveText('You are signed out');
    expect(await stored(page)).toEqual(NOTHING);
  });
});

test('after somebody else has signed in, a page that comes late opens nothing of who was here before', async ({ browser }) => {
  await alone(browser, MEMBERS, async (server, page) => {
    await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('Kanarie Fågelsson');
    await saved(page);
    await saveToAccount(page);
    await keptOffline(page);
    const eve = await visit(browser, server.url);
    const member = await signUp(eve);
    await eve.context().close();

    // The one before did not sign out: the session has ended. The next has not opened the
    // editor yet.
    await page.context().clearCookies({ name: /session/ });
    await signIn(page, member);
    await server.kill();
    await page.goto('/edit');
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('data-shell');
    await expect(page.locator('html')).toHaveAttribute('data-account', 'none');
    await expect(basics(page, 'name')).toHaveValue('');
    await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
    const drafts = page.getByRole('dialog', { name: 'Drafts' });
    await expect(drafts).toBeVisible();
    await expect(drafts.getByText('Kanarie')).toHaveCount(0);
    await drafts.getByRole('button', { name: 'Close' }).click();

    // The server says again whose the page is.
    await server.run();
    await page.goto('/edit');
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('data-account', 'member');
    await expect(basics(page, 'name')).toHaveValue('');
    await server.kill();
    await page.reload();
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('data-account', 'member');
    await expect(basics(page, 'name')).toHaveValue('');
  });
});

test('whoever refuses, or shares the computer, has no worker, and what was kept goes', async ({ browser }) => {
  await alone(browser, {}, async (_, page) => {
    const nothing = async () => {
      await page.waitForLoadState('networkidle');
      await expect.poll(async () => {
        const { caches, workers, cookies } = await stored(page);
        return { caches, workers, whose: cookies.includes('merit-whose') };
      }).toEqual({ caches: [], workers: 0, whose: false });
    };
    await page.goto('/');
    await page.getByRole('button', { name: 'Decline' }).click();
    await edit(page);
    await basics(page, 'name').fill('Anna');
    await saved(page);
    await nothing();
    await page.goto('/storage');
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await edit(page);
    await keptOffline(page);
    await page.goto('/shared');
    await page.getByRole('button', { name: 'This is a shared computer' }).click();
    await ready(page);
    await nothing();
  });
});

test('where a browser has no workers, or refuses them, the editor is as before', async ({ browser, baseURL }) => {
  for (const private_ of [true, false]) {
    const page = await visit(browser, baseURL!);
    const failed: string[] = [];
    page.on('pageerror', (error) => failed.push(String(error)));
    await page.addInitScript((refuses) => {
      if (refuses) {
        const refused = async () => Promise.reject(new DOMException('not here', 'SecurityError'));
        Object.assign(ServiceWorkerContainer.prototype, { register: refused, getRegistrations: refused });
        Object.defineProperty(window, 'caches', { get: () => { throw new DOMException('not here', 'SecurityError'); } });
      } else {
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
        Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
      }
    }, private_);
    await example(page);
    const name = await basics(page, 'name').inputValue();
    expect(pdfText((await downloadPdf(page)).bytes)).toContain(name);
    await page.reload();
    await ready(page);
    await expect(basics(page, 'name')).toHaveValue(name);
    expect(failed).toEqual([]);
    await page.context().close();
  }
});

/** Stands before a server, and from some moment on gives the worker out as another version's. */
async function proxied(server: Server): Promise<{ proxy: Proxy; url: string; renew: () => void }> {
  let newer = false;
  const proxy = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers };
    const changes = newer && incoming.url === '/offline.js';
    if (changes) delete headers['accept-encoding'];
    const passed = ask(`${server.url}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
      if (!changes) {
        outgoing.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        const { 'content-length': _, 'transfer-encoding': __, ...rest } = answer.headers;
        outgoing.writeHead(200, rest);
        outgoing.end(text.replace(/const VERSION = "\w+"/, 'const VERSION = "another"').replace(/(CACHE = "[\w-]+)"/, '$1f"'));
      });
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return { proxy, url, renew: () => (newer = true) };
}

test('a newer version is told of, loads nothing by itself, and leaves a tab of the older one its files', async ({ browser }) => {
  const server = await Server.start();
  const { proxy, url, renew } = await proxied(server);
  const page = await visit(browser, url);
  try {
    await edit(page);
    await basics(page, 'name').fill('Anna');
    await saved(page);
    await keptOffline(page);
    const before = await page.evaluate(() => caches.keys());
    await page.evaluate(() => Object.assign(window, { here: true }));
    renew();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration('/edit'))!.update()));
    await expect(page.locator('.notice').getByText('There is a newer version of Merit')).toBeVisible();
    await basics(page, 'label').pressSequentially('Still typing');
    await saved(page);
    expect(await page.evaluate(() => (window as unknown as { here?: boolean }).here)).toBe(true);
    // The new one waits, and the old one's files are there.
    const waits = () => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration('/edit'))!.waiting);
    await expect.poll(waits).toBe(true);
    expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(before));
    const again = await page.context().newPage();
    await page.close();
    // When the last tab of the old one is closed it goes, with its files.
    await again.goto('/storage');
    await expect.poll(() => again.evaluate(() => caches.keys())).toEqual([`${before[0]}f`]);
  } finally {
    await page.context().close();
    proxy.close();
    proxy.closeAllConnections();
    await server.remove();
  }
});

/** Ends every session of a member but the one of this page. */
async function endOthers(page: Page): Promise<void> {
  await page.goto('/account/devices');
  await page.locator('form[action="/account/devices/end-others"] button').click();
  await expect(page.getByRole('status')).toContainText('signed out');
}

/** What the server has of the newest CV of a member. */
async function onShelf(page: Page): Promise<void> {
  await page.goto('/cvs');
  await page.getByRole('main').locator('a[href^="/edit#cv="]').first().click();
  await ready(page);
}

/** Signs in where one is. */
async function enter(page: Page, member: { email: string; password: string }): Promise<void> {
  await page.locator('[name=email]').fill(member.email);
  await page.locator('[name=password]').fill(member.password);
  await page.getByRole('main').locator('.button.primary').click();
}

async function newTab(context: BrowserContext, press: () => Promise<unknown>): Promise<Page> {
  const [tab] = await Promise.all([context.waitForEvent('page'), press()]);
  return tab;
}

test.describe('a session that ends while its owner types', () => {
  const typed = 'Every letter of this has been typed while nobody was signed in';

  test('is asked about beside the form, and after signing in elsewhere everything is sent', async ({ browser }) => {
    await alone(browser, MEMBERS, async (server, page) => {
      const member = await signUp(page);
      await edit(page);
      await basics(page, 'name').fill('Anna');
      await saved(page);
      await saveToAccount(page);
      const elsewhere = await visit(browser, server.url);
      await signIn(elsewhere, member);
      const typing = basics(page, 'label').pressSequentially(typed, { delay: 60 });
      await endOthers(elsewhere);
      await typing;
      const asked = page.getByRole('alert').filter({ hasText: 'Your session has ended.' });
      await expect(asked).toBeVisible();
      await expect(page.locator('.status')).toContainText('You are not signed in');

      await test.step('another member signs in beside it, and gets nothing of it', async () => {
        const stranger = await visit(browser, server.url);
        const eve = await signUp(stranger);
        await stranger.context().close();
        const tab = await newTab(page.context(), () => asked.getByRole('link', { name: 'Sign in in a new tab' }).click());
        await enter(tab, eve);
        await tab.waitForURL(EDITOR);
        await ready(tab);
        await expect(basics(tab, 'name')).toHaveValue('');
        await basics(page, 'city').pressSequentially('Umeå');
        await lookAt(page);
        await saved(page);
        await expect(asked).toBeVisible();
        await tab.goto('/cvs');
        await expect(tab.getByRole('main').locator('a[href^="/edit#cv="]')).toHaveCount(0);
        await tab.goto('/edit#sign-out');
        await expect(tab.locator('h1')).toHaveText('You are signed out');
        await tab.close();
      });

      await test.step('they sign in themselves, come back to the same draft, and nothing is missing', async () => {
        const tab = await newTab(page.context(), () => asked.getByRole('link', { name: 'Sign in in a new tab' }).click());
        await basics(page, 'region').pressSequentially('Västerbotten');
        await saved(page);
        await enter(tab, member);
        await tab.waitForURL(EDITOR);
        await ready(tab);
        await expect(basics(tab, 'label')).toHaveValue(typed);
        await lookAt(page);
        await onServer(page);
        await expect(asked).toBeHidden();
        await onShelf(elsewhere);
        await expect(basics(elsewhere, 'label')).toHaveValue(typed);
        await expect(basics(elsewhere, 'city')).toHaveValue('Umeå');
        await expect(basics(elsewhere, 'region')).toHaveValue('Västerbotten');
      });
      await elsewhere.context().close();
    });
  });

  test('leads back to the draft in the same tab; until then the page says that there are drafts', async ({ page, context }) => {
    const member = await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('Anna');
    await saved(page);
    await saveToAccount(page);
    await context.clearCookies();
    await page.reload();
    await ready(page);
    await expect(basics(page, 'name')).toHaveValue('');
    const left = page.getByRole('status').filter({ hasText: 'Somebody who did not sign out has drafts in this browser' });
    await expect(left).toBeVisible();
    await left.getByRole('link', { name: 'Sign in', exact: true }).click();
    await enter(page, member);
    await page.waitForURL(EDITOR);
    await ready(page);
    await expect(basics(page, 'name')).toHaveValue('Anna');
    await expect(left).toBeHidden();
  });

  test('of an owner link goes on with the link', async ({ page, context, browser, baseURL }) => {
    await edit(page);
    await basics(page, 'name').fill('Anna');
    await saved(page);
    const link = await saveFirst(page);
    await onServer(page);
    await context.clearCookies();
    await basics(page, 'label').pressSequentially(typed);
    const asked = page.getByRole('alert').filter({ hasText: 'Open your owner link' });
    await expect(asked).toBeVisible();
    const tab = await context.newPage();
    // It cannot know that the link is the same.
    tab.on('dialog', (dialog) => dialog.accept());
    await tab.goto(link);
    await ready(tab);
    await expect(basics(tab, 'label')).toHaveValue(typed);
    await lookAt(page);
    await onServer(page);
    await expect(asked).toBeHidden();
    const other = await visit(browser, baseURL!);
    await other.goto(link);
    await ready(other);
    await expect(basics(other, 'label')).toHaveValue(typed);
    await other.context().close();
  });
});
