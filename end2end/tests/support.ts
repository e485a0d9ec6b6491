// What every test starts from: a page whose console must stay silent, and the
// few things that tests do all the time.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Download, type Locator, type Page } from '@playwright/test';

export { expect };

type Fixtures = {
  /** What the console said that a test expects; anything else fails it. */
  excused: RegExp[];
};

/** What the test runner says where it lets no worker in. */
export const BLOCKED = /Service Worker registration blocked by Playwright/;

export const test = base.extend<Fixtures>({
  excused: [
    async ({ page }, use) => {
      const excused: RegExp[] = [BLOCKED];
      const said: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(String(error)));
      await use(excused);
      expect(said.filter((text) => !excused.some((known) => known.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** A field of the contact details. */
export const basics = (page: Page, field: string): Locator =>
  page.locator(`#f-0000000000000000-${field}`);

/** Everything that the pages show, in the order in which it stands. */
export const paper = (page: Page): Locator => page.locator('.sheets svg');

/** Opens the editor and waits until it runs. */
export async function edit(page: Page): Promise<void> {
  await page.goto('/edit');
  await ready(page);
}

/** Waits until the editor runs and its pages are drawn. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-hydrated]').waitFor();
  await page.locator('.sheets:not(.loading) svg').first().waitFor({ state: 'attached' });
}

/** Waits until what was typed is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved');
}

/** Begins with the full example in a language. */
export async function example(page: Page, language: 'English' | 'Swedish' = 'English'): Promise<void> {
  await edit(page);
  await page.getByRole('button', { name: `Example in ${language}` }).click();
  await expect(paper(page).first()).toContainText(language === 'English' ? 'Experience' : 'Arbetslivserfarenhet');
  await saved(page);
}

/** The path of a sample CV. */
export const sample = (name: string): string =>
  fileURLToPath(new URL(`../../samples/${name}.json`, import.meta.url));

/** Opens a file through the dialog, and the report that follows. */
export async function openFile(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const dialog = page.getByRole('dialog', { name: 'Open a file' });
  if (!(await dialog.isVisible())) {
    await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  }
  await dialog.locator('input[type=file]').setInputFiles(file);
}

/** Unfolds a section of the form by its heading. */
export async function unfold(page: Page, heading: string): Promise<Locator> {
  const toggle = page.getByRole('heading', { level: 2 }).getByRole('button', { name: heading });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  // By its id: the heading may be renamed.
  const id = await toggle.getAttribute('id');
  return page.locator('li.section').filter({ has: page.locator(`[id="${id}"]`) });
}

/** Presses a button that makes a file, and waits for the file. */
export async function downloaded(page: Page, press: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const [download]: [Download, unknown] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export const downloadPdf = (page: Page) =>
  downloaded(page, () => page.getByRole('button', { name: 'Download PDF' }).click());

/** Does something in a folder that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'merit-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of a PDF, as a program that reads it in order finds it. */
export function pdfText(pdf: Buffer): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'cv.pdf'), pdf);
    return execFileSync('pdftotext', ['-enc', 'UTF-8', join(folder, 'cv.pdf'), '-'], { encoding: 'utf8' });
  });
}

/** What `merit render` makes of a file. */
export function rendered(json: string | Buffer, ending: 'pdf' | 'txt' | 'json'): Buffer {
  return inFolder((folder) => {
    const input = join(folder, 'input.json');
    const out = join(folder, `cv.${ending}`);
    writeFileSync(input, json);
    execFileSync(process.env.MERIT!, ['render', input, '-o', out], { stdio: 'pipe' });
    return readFileSync(out);
  });
}

/** A server of the test's own, which it may kill and start again. */
export class Server {
  private process?: ChildProcess;
  private constructor(
    readonly data: string,
    readonly url: string,
    private readonly settings: Record<string, string>,
  ) {}

  /** `settings` are variables of its environment. */
  static async start(settings: Record<string, string> = {}): Promise<Server> {
    const port = await freePort();
    const data = mkdtempSync(join(tmpdir(), 'merit-server-'));
    const server = new Server(data, `http://127.0.0.1:${port}`, settings);
    await server.run();
    return server;
  }

  /** Starts it on its port and its data, and waits until it answers. `more` are variables. */
  async run(more: Record<string, string> = {}): Promise<void> {
    const listen = this.url.replace('http://', '');
    const log = openSync(join(this.data, 'log'), 'a');
    this.process = spawn(process.env.MERIT!, ['serve', '--listen', listen, '--data', join(this.data, 'data')], {
      stdio: ['ignore', 'ignore', log],
      env: { ...process.env, RUST_LOG: 'debug', ...this.settings, ...more },
    });
    await expect
      .poll(() => fetch(`${this.url}/healthz`).then((answer) => answer.status, () => 0), { timeout: 20_000 })
      .toBe(200);
  }

  /** What a command of the operator prints. */
  command(...words: string[]): string {
    return execFileSync(process.env.MERIT!, [...words, '--data', join(this.data, 'data')], { encoding: 'utf8' });
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    // One that is gone already does not go again.
    if (this.process!.exitCode !== null || this.process!.signalCode !== null) return;
    const gone = new Promise((resolve) => this.process!.once('exit', resolve));
    this.process!.kill('SIGKILL');
    await gone;
  }

  /** Everything on its disk: databases, logs, keys. */
  disk(): Buffer {
    const folder = join(this.data, 'data');
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    return Buffer.concat([...files, readFileSync(join(this.data, 'log'))]);
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Saves what is open on the server for the first time; returns the owner link. */
export async function saveFirst(page: Page): Promise<string> {
  await page.getByRole('banner').getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('I am 18 or older').check();
  await dialog.getByLabel('I have read the').check();
  await dialog.getByLabel('I accept the').check();
  await dialog.getByRole('button', { name: 'Save on the server' }).click();
  await expect(dialog.getByLabel('Your owner link')).toBeVisible();
  const link = await dialog.getByLabel('Your owner link').inputValue();
  await dialog.getByRole('button', { name: 'I have kept the link' }).click();
  await expect(dialog).toBeHidden();
  return link;
}

/** Waits until the server has everything. */
export async function onServer(page: Page): Promise<void> {
  await saved(page);
  await expect(page.locator('[data-server]')).toHaveAttribute('data-server', 'saved');
}

/** What the browser stores for the site, by name. */
export async function stored(page: Page) {
  const inPage = await page.evaluate(async () => {
    const stores: string[] = [];
    const databases: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name!);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      stores.push(...[...database.objectStoreNames].map((store) => `${name}/${store}`));
      databases.push(name!);
      database.close();
    }
    return {
      databases: databases.sort(),
      stores: stores.sort(),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });
  const cookies = await page.context().cookies();
  return { ...inPage, cookies: cookies.map((cookie) => cookie.name).sort() };
}

export const NOTHING = { databases: [], stores: [], local: [], session: [], caches: [], workers: 0, cookies: [] };

/** Waits until the editor's files are in the browser, and answer this page. */
export async function keptOffline(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((name) => name.startsWith('merit-program-'));
      const page = name && (await (await caches.open(name)).match('/edit'));
      return !!page && !!navigator.serviceWorker.controller;
    });
  await expect.poll(kept, { timeout: 30_000 }).toBe(true);
}

/** How a member signs in. */
export interface Member {
  email: string;
  password: string;
}

/** The address that stands in the last letter to somebody: origin, path, secret. */
export async function letterLink(page: Page, to: string, path: string): Promise<string> {
  const link = new RegExp(`href="(https?://[^"]*${path}[^"]+)"`);
  let found: string | undefined;
  await expect
    .poll(async () => {
      const list = await (await page.request.get('/dev/mail')).text();
      const rows = list.split('<tr>').filter((row) => row.includes(to));
      for (const row of rows) {
        const letter = /href="(\/dev\/mail\/[^"]+)"/.exec(row);
        if (!letter) continue;
        found = link.exec(await (await page.request.get(letter[1])).text())?.[1];
        if (found) return true;
      }
      return false;
    }, { timeout: 20_000 })
    .toBe(true);
  return found!;
}

/** Makes an account with an e-mail address and a password; this browser is signed in. */
export async function signUp(page: Page): Promise<Member> {
  const member = { email: `anna.${crypto.randomUUID()}@merit.example`, password: 'sju sorters kakor på fatet' };
  await page.goto('/sign-up');
  await page.locator('[name=email]').fill(member.email);
  await page.locator('[name=adult]').check();
  await page.locator('[name=policy]').check();
  await page.locator('[name=terms]').check();
  await page.getByRole('main').getByRole('button', { name: 'Create an account', exact: true }).click();
  await page.goto(new URL(await letterLink(page, member.email, '/confirm/')).pathname);
  await page.locator('[name=password]').fill(member.password);
  await page.locator('[name=again]').fill(member.password);
  await page.getByRole('main').locator('.button.primary').click();
  await page.waitForURL('**/cvs*');
  return member;
}

export async function signIn(page: Page, member: Member, { shared = false } = {}): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('[name=email]').fill(member.email);
  await page.locator('[name=password]').fill(member.password);
  if (shared) await page.locator('[name=shared]').check();
  await page.getByRole('main').locator('.button.primary').click();
  await page.waitForURL('**/cvs*');
}

/** Saves what is open to the account of the member who is signed in. */
export async function saveToAccount(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Save' }).click();
  await onServer(page);
}

/** What an authenticator shows for a secret (RFC 6238). */
export function oneTimeCode(base32: string, at = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = '';
  for (const letter of base32.replace(/\s/g, '')) bits += letters.indexOf(letter).toString(2).padStart(5, '0');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = hash[19]! & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A device that makes passkeys, as Chromium pretends. */
export async function authenticator(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Signs up who administers a server, second factor and all; their recovery codes are shown. */
export async function setUp(page: Page, server: Server): Promise<void> {
  const said = server.command('account', 'invite', '--role', 'administrator');
  await page.goto(server.url + /\/setup\/\S+/.exec(said)![0]);
  await page.locator('[name=email]').fill('admin@merit.example');
  for (const name of ['password', 'again']) await page.locator(`[name=${name}]`).fill('sju sorters kakor på fatet');
  for (const name of ['adult', 'policy', 'terms']) await page.locator(`[name=${name}]`).check();
  await page.getByRole('main').locator('.button.primary').click();
  const secret = (await page.locator('code.secret').textContent())!;
  await page.locator('[name=code]').fill(oneTimeCode(secret));
  await page.getByRole('main').locator('.button.primary').click();
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
}

/** The page; or, where it runs no scripts, which axe needs, a copy of it that does. */
async function scripted(page: Page): Promise<Page> {
  const ran = page.evaluate(() => new Promise<boolean>((done) => setTimeout(() => done(true))));
  const runs = await Promise.race([ran, new Promise<boolean>((done) => setTimeout(() => done(false), 1000))]);
  if (runs) return page;
  const context = await page.context().browser()!.newContext({ locale: 'en-GB' });
  const copy = await context.newPage();
  const [url, body] = [page.url(), await page.content()];
  // Nobody is signed in there: what is shown inside the page would be another.
  const html = (body: string) => ({ body, contentType: 'text/html; charset=utf-8' });
  await copy.route('**', (route) => {
    if (route.request().url() === url) return route.fulfill(html(body));
    const inside = route.request().resourceType() === 'document';
    return inside ? route.fulfill(html('<!doctype html><title>Inside</title>')) : route.continue();
  });
  await copy.goto(url);
  return copy;
}

/** Fails where axe finds a rule broken. */
export async function accessible(page: Page, what: string): Promise<void> {
  const looked = await scripted(page);
  const { violations } = await new AxeBuilder({ page: looked })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  if (looked !== page) await looked.context().close();
  const told = violations.map((v) => `${what}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  expect(told).toEqual([]);
}
