// What a browser holds of a member: brought along at the first sign-in, apart for
// each account, and gone when they sign out.
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import {
  basics, edit, expect, NOTHING, onServer, ready, saved, saveFirst, saveToAccount, signIn, signUp, stored, test,
  type Member,
} from './support';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const drafts = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Drafts' });

/** Writes a draft with this name; it is in this browser alone. */
async function write(page: Page, name: string): Promise<void> {
  await drafts(page).click();
  await page.getByRole('button', { name: 'New draft' }).click();
  await basics(page, 'name').fill(name);
  await saved(page);
}

/** The titles in the list of drafts. */
async function titles(page: Page): Promise<string[]> {
  await drafts(page).click();
  const list = dialog(page, 'Drafts');
  await expect(list.locator('.draft').first()).toBeVisible();
  const names = await list.locator('.draft strong').allTextContents();
  await list.getByRole('button', { name: 'Close' }).click();
  return names.sort();
}

/** Signs out and waits until it is done. */
async function signOut(page: Page): Promise<void> {
  await page.goto('/edit#sign-out');
  await expect(page.locator('h1')).toHaveText('You are signed out');
}

/** The member on another device. */
async function elsewhere(browser: Browser, baseURL: string, member: Member): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL });
  const page = await context.newPage();
  await signIn(page, member);
  return page;
}

/** The id that the server knows the open document by. */
async function idOf(page: Page): Promise<string> {
  const href = await page.getByRole('link', { name: 'Share' }).getAttribute('href');
  return href!.split('/').pop()!;
}

test.describe('signing out', () => {
  test('what is unsent is sent, and the next person sees nothing', async ({ page, browser, baseURL, excused }) => {
    excused.push(/ERR_INTERNET_DISCONNECTED/);
    const member = await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('Kanarie Fågelsson');
    await saved(page);
    await saveToAccount(page);
    const id = await idOf(page);
    await page.context().setOffline(true);
    await basics(page, 'label').fill('Written on a train');
    await saved(page);
    await page.context().setOffline(false);
    await page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name: 'Sign out' }).click();
    await expect(page.locator('h1')).toHaveText('You are signed out');
    expect(await stored(page)).toEqual(NOTHING);
    await test.step('nor by going back', async () => {
      await page.goBack();
      await ready(page);
      await expect(basics(page, 'name')).toHaveValue('');
      await expect(page.locator('html')).toHaveAttribute('data-account', 'none');
    });
    const other = await elsewhere(browser, baseURL!, member);
    await other.goto(`/edit#cv=${id}`);
    await ready(other);
    await expect(basics(other, 'label')).toHaveValue('Written on a train');
    await other.context().close();
  });

  test('what is only here is named, and saved first if asked', async ({ page, browser, baseURL }) => {
    const member = await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('Only here');
    await saved(page);
    await page.goto('/edit#sign-out');
    const ask = dialog(page, 'Sign out');
    await expect(ask.getByRole('listitem')).toHaveText(['Only here']);
    await expect(ask.getByText('The server does not have these')).toBeVisible();
    const axe = await new AxeBuilder({ page }).include('dialog[open]').analyze();
    expect(axe.violations).toEqual([]);
    await ask.getByRole('button', { name: 'Save to my account first' }).click();
    await expect(page.locator('h1')).toHaveText('You are signed out');
    expect(await stored(page)).toEqual(NOTHING);
    const other = await elsewhere(browser, baseURL!, member);
    await expect(other.getByText('Only here').first()).toBeVisible();
    await other.context().close();
  });

  test('or deleted, if that is what they say; and cancelled, nothing is', async ({ page }) => {
    const member = await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('Only here');
    await saved(page);
    await page.goto('/edit#sign-out');
    const ask = dialog(page, 'Sign out');
    await ask.getByRole('button', { name: 'Cancel' }).click();
    await expect(ask).toBeHidden();
    await page.reload();
    await ready(page);
    await expect(basics(page, 'name')).toHaveValue('Only here');
    await page.goto('/edit#sign-out');
    await ask.getByRole('button', { name: 'Sign out all the same' }).click();
    await expect(page.locator('h1')).toHaveText('You are signed out');
    expect(await stored(page)).toEqual(NOTHING);
    await signIn(page, member);
    await edit(page);
    await expect(basics(page, 'name')).toHaveValue('');
  });

  test('nothing is deleted while the server cannot be reached', async ({ page, excused }) => {
    excused.push(/ERR_INTERNET_DISCONNECTED/);
    await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('Kept');
    await saved(page);
    await saveToAccount(page);
    await page.context().setOffline(true);
    await basics(page, 'label').fill('Not sent');
    await saved(page);
    await page.evaluate(() => (location.hash = 'sign-out'));
    const ask = dialog(page, 'Sign out');
    await expect(ask.getByRole('alert')).toContainText('The server does not answer');
    await expect(ask.getByRole('listitem')).toHaveText([/^Kept/]);
    await ask.getByRole('button', { name: 'Sign out all the same' }).click();
    await expect(ask.getByRole('alert')).toContainText('The server does not answer');
    await expect(basics(page, 'label')).toHaveValue('Not sent');
    await page.context().setOffline(false);
    await ask.getByRole('button', { name: 'Save to my account first' }).click();
    await expect(page.locator('h1')).toHaveText('You are signed out');
  });

  test('the other tabs are signed out too, and hold nothing', async ({ page, context }) => {
    await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('In two tabs');
    await saved(page);
    await saveToAccount(page);
    const second = await context.newPage();
    await edit(second);
    await expect(basics(second, 'name')).toHaveValue('In two tabs');
    await signOut(page);
    await expect(second.locator('h1')).toHaveText('You are signed out');
    expect(await stored(second)).toEqual(NOTHING);
    // It is not there to go back to.
    expect(await second.evaluate(() => history.length)).toBe(2);
  });

  test('another member’s drafts, who did not sign out, stay theirs', async ({ page, context }) => {
    const anna = await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('Anna');
    await saved(page);
    // As when her session was ended from another device.
    await context.clearCookies();
    await signUp(page);
    await edit(page);
    await expect(basics(page, 'name')).toHaveValue('');
    await expect(page.getByRole('dialog')).toBeHidden();
    await basics(page, 'name').fill('Eve');
    await saved(page);
    expect(await titles(page)).toEqual(['Eve']);
    await saveToAccount(page);
    await signOut(page);
    const left = await stored(page);
    expect(left.databases.length).toBe(1);
    expect(left.databases[0]).toMatch(/^merit-[0-9a-f]{16}$/);
    await signIn(page, anna);
    await edit(page);
    await expect(basics(page, 'name')).toHaveValue('Anna');
  });

  test('a tab of one member does nothing in the name of the next', async ({ page, context, excused }) => {
    excused.push(/status of (401|404)/);
    await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('Anna');
    await saved(page);
    await saveToAccount(page);
    await context.clearCookies();
    const second = await context.newPage();
    const eve = await signUp(second);
    await basics(page, 'label').fill('Not for Eve');
    await expect(page.locator('.status')).toContainText('You are not signed in');
    await page.goto('/cvs');
    await expect(page.getByText('Not for Eve')).toBeHidden();
    await expect(page.getByText(eve.email)).toBeHidden();
  });

  test('without JavaScript a plain page does it, and says what goes', async ({ page, context, browser, baseURL }) => {
    await signUp(page);
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE', baseURL });
    await plain.addCookies(await context.cookies());
    const visit = await plain.newPage();
    await visit.goto('/sign-out');
    await expect(visit.getByText('Det som inte är sparat på servern än försvinner.')).toBeVisible();
    await visit.getByRole('button', { name: 'Logga ut' }).click();
    await expect(visit.locator('h1')).toHaveText('Du är utloggad');
    expect(await plain.cookies()).toEqual([]);
    await visit.goto('/cvs');
    await expect(visit).toHaveURL(/\/sign-in/);
    await plain.close();
  });

  test('whoever is not signed in is sent to that page', async ({ page }) => {
    await edit(page);
    await basics(page, 'name').fill('Anna');
    await saved(page);
    await page.goto('/edit#sign-out');
    await expect(page).toHaveURL(/\/sign-out$/);
    // It asks, and has done nothing.
    await edit(page);
    await expect(basics(page, 'name')).toHaveValue('Anna');
    await page.goto('/sign-out');
    await page.getByRole('button', { name: 'Sign out and remove everything from here' }).click();
    await expect(page.locator('h1')).toHaveText('You are signed out');
    // The browser has done it by itself.
    expect(await stored(page)).toEqual(NOTHING);
  });
});

test.describe('drafts from before', () => {
  test('what was saved with a link comes along, and the rest if its owner says so', async ({ page, browser, baseURL }) => {
    await edit(page);
    await basics(page, 'name').fill('Saved with a link');
    await saved(page);
    await saveFirst(page);
    await onServer(page);
    await write(page, 'Only here');
    const member = await signUp(page);
    await edit(page);
    const offer = dialog(page, 'Drafts from before you signed in');
    await expect(offer.getByText('This browser has drafts from before you signed in.')).toBeVisible();
    await expect(offer.getByRole('listitem')).toHaveText(['Only here']);
    const axe = await new AxeBuilder({ page }).include('dialog[open]').analyze();
    expect(axe.violations).toEqual([]);
    // It says that it is at work for as long as it is.
    let answer = () => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/cv_list', async (route) => {
      await asked;
      await route.continue();
    });
    await offer.getByRole('button', { name: 'Take along to my account' }).click();
    await expect(offer.getByText('Taking them along')).toBeVisible();
    answer();
    await expect(offer).toBeHidden();
    await page.unroute('**/api/cv_list');
    expect(await titles(page)).toEqual(['Only here', 'Saved with a link']);
    await page.reload();
    await ready(page);
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await titles(page)).toEqual(['Only here', 'Saved with a link']);
    const other = await elsewhere(browser, baseURL!, member);
    for (const title of ['Only here', 'Saved with a link']) {
      await expect.poll(async () => {
        await other.reload();
        return other.getByText(title).count();
      }).toBeGreaterThan(0);
    }
    await other.context().close();
  });

  test('what the writer was writing is open when they have signed up', async ({ page }) => {
    await edit(page);
    await basics(page, 'name').fill('Being written');
    await saved(page);
    await saveFirst(page);
    await onServer(page);
    await signUp(page);
    await edit(page);
    await expect(basics(page, 'name')).toHaveValue('Being written');
    await expect(page.getByRole('heading', { name: 'How do you want to start?' })).toBeHidden();
    await basics(page, 'label').fill('And on');
    await onServer(page);
  });

  test('left where they are, they are not offered again, and named at the end', async ({ page }) => {
    await edit(page);
    await basics(page, 'name').fill('Left');
    await saved(page);
    await signUp(page);
    await edit(page);
    const offer = dialog(page, 'Drafts from before you signed in');
    await offer.getByRole('button', { name: 'Leave here' }).click();
    await expect(offer).toBeHidden();
    await expect(basics(page, 'name')).toHaveValue('');
    await page.reload();
    await ready(page);
    await expect(offer).toBeHidden();
    await drafts(page).click();
    await page.getByRole('link', { name: 'Drafts from before you signed in' }).click();
    await expect(offer.getByRole('listitem')).toHaveText(['Left']);
    await offer.getByRole('button', { name: 'Cancel' }).click();
    await page.goto('/edit#sign-out');
    await expect(dialog(page, 'Sign out').getByRole('listitem')).toHaveText(['Left']);
    await dialog(page, 'Sign out').getByRole('button', { name: 'Sign out all the same' }).click();
    await expect(page.locator('h1')).toHaveText('You are signed out');
    expect(await stored(page)).toEqual(NOTHING);
  });

  test('cut off between the two databases, nothing is lost and nothing is there twice', async ({ page, context, excused }) => {
    excused.push(/./);
    await edit(page);
    await basics(page, 'name').fill('Saved with a link');
    await saved(page);
    await saveFirst(page);
    await onServer(page);
    await write(page, 'Only here');
    await signUp(page);
    // Whatever is deleted in nobody's database, the tab dies before it is.
    const dying = await context.newPage();
    await dying.addInitScript(() => {
      const remove = IDBObjectStore.prototype.delete;
      IDBObjectStore.prototype.delete = function (key) {
        if (this.transaction.db.name === 'merit') {
          this.transaction.abort();
          throw new DOMException('the tab is gone', 'AbortError');
        }
        return remove.call(this, key);
      };
    });
    await edit(dying);
    await dying.close();
    await edit(page);
    const offer = dialog(page, 'Drafts from before you signed in');
    await offer.getByRole('button', { name: 'Take along to my account' }).click();
    await expect(offer).toBeHidden();
    expect(await titles(page)).toEqual(['Only here', 'Saved with a link']);
  });

  test('what is typed in a tab that was opened before is not lost either', async ({ page, context }) => {
    await edit(page);
    await basics(page, 'name').fill('Saved with a link');
    await saved(page);
    await saveFirst(page);
    await onServer(page);
    const member = await context.newPage();
    await signUp(member);
    await edit(member);
    await expect(basics(member, 'name')).toHaveValue('Saved with a link');
    await basics(page, 'label').fill('Typed in the old tab');
    await saved(page);
    await member.reload();
    await ready(member);
    const offer = dialog(member, 'Drafts from before you signed in');
    await expect(offer.getByRole('listitem')).toHaveText(['Saved with a link, Typed in the old tab']);
    await offer.getByRole('button', { name: 'Take along to my account' }).click();
    await expect(offer).toBeHidden();
    expect(await titles(member)).toEqual(['Saved with a link', 'Saved with a link, Typed in the old tab']);
  });
});

test.describe('a member', () => {
  test('saves to the account without being asked anything', async ({ page }) => {
    await signUp(page);
    await edit(page);
    await expect(page.locator('html')).toHaveAttribute('data-account', 'member');
    await basics(page, 'name').fill('Anna');
    await saved(page);
    await saveToAccount(page);
    await expect(page.getByRole('dialog')).toBeHidden();
    const tag = await page.locator('html').getAttribute('data-account-tag');
    expect(tag).toMatch(/^[0-9a-f]{16}$/);
    const held = await stored(page);
    expect(held.databases).toEqual([`merit-${tag}`]);
    expect(held.local).toEqual([`merit-drafts-${tag}`]);
    expect(held.cookies).toContain('merit-whose');
    expect(held.session).toEqual([`merit-draft-${tag}`]);
  });

  test('opens a saved CV by its address, and is told if there is none', async ({ page, browser, baseURL, excused }) => {
    excused.push(/status of (401|404)/);
    const member = await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('On the shelf');
    await saved(page);
    await saveToAccount(page);
    const id = await idOf(page);
    await write(page, 'Another one');
    await page.goto(`/edit#cv=${id}`);
    await expect(basics(page, 'name')).toHaveValue('On the shelf');
    expect(page.url()).not.toContain(id);
    const other = await elsewhere(browser, baseURL!, member);
    await other.goto(`/edit#cv=${id}`);
    await ready(other);
    await expect(basics(other, 'name')).toHaveValue('On the shelf');
    await onServer(other);
    await other.goto('/edit#cv=01890000-0000-7000-8000-000000000009');
    await expect(other.locator('.notice').getByText('There is no such CV in your account')).toBeVisible();
    await expect(basics(other, 'name')).toHaveValue('On the shelf');
    await other.context().close();
  });

  test('whose session ends while they type keeps every letter and goes on', async ({ page, context, excused }) => {
    excused.push(/status of (401|404)/);
    const member = await signUp(page);
    await edit(page);
    await basics(page, 'name').fill('Anna');
    await saved(page);
    await saveToAccount(page);
    await context.clearCookies();
    await basics(page, 'label').fill('Typed after the end');
    await expect(page.locator('.status')).toContainText('You are not signed in');
    await basics(page, 'city').fill('Umeå');
    await page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/sign-in\?to=\/edit$/);
    await signIn(page, member);
    await edit(page);
    await expect(basics(page, 'label')).toHaveValue('Typed after the end');
    await expect(basics(page, 'city')).toHaveValue('Umeå');
    await onServer(page);
    expect(await titles(page)).toEqual(['Anna, Typed after the end']);
  });

  test('is not taken to another account by an owner link', async ({ page, browser, baseURL }) => {
    const eve = await (await browser.newContext({ locale: 'en-GB', baseURL })).newPage();
    await edit(eve);
    await basics(eve, 'name').fill('Eve');
    await saved(eve);
    const hers = await saveFirst(eve);
    await eve.context().close();
    await signUp(page);
    await edit(page);
    await page.goto(hers);
    await expect(page.locator('.notice').getByText('You are signed in, and an owner link opens another account')).toBeVisible();
    await expect(basics(page, 'name')).toHaveValue('');
  });
});

test('who has no account is offered one before a link', async ({ page }) => {
  await edit(page);
  await basics(page, 'name').fill('Anna');
  await saved(page);
  await expect(page.getByRole('navigation', { name: 'Account' }).getByRole('link')).toHaveText(['Sign in']);
  await page.getByRole('banner').getByRole('button', { name: 'Save' }).click();
  const ask = dialog(page, 'Save your CV on the server');
  await expect(ask.getByRole('link', { name: 'Create an account' })).toHaveAttribute('href', '/sign-up');
  await expect(ask.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in');
  await expect(ask.getByRole('heading', { name: 'Save with a link, without an account' })).toBeVisible();
});

test('that drafts lie readable in the browser is said', async ({ page }) => {
  await page.goto('/storage');
  await expect(page.getByText('Drafts lie readable in the browser’s own storage, not encrypted')).toBeVisible();
  await edit(page);
  await drafts(page).click();
  await expect(dialog(page, 'Drafts').getByText('Whoever can use this browser can read the drafts in it.')).toBeVisible();
});

test.describe('a shared computer', () => {
  const share = async (page: Page) => {
    await edit(page);
    await drafts(page).click();
    await page.getByRole('link', { name: 'Do you share this computer?' }).click();
    await page.getByRole('button', { name: 'This is a shared computer' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-shared');
    await ready(page);
  };
  const onlyCookies = async (page: Page, ...cookies: string[]) => {
    expect(await stored(page)).toEqual({ ...NOTHING, cookies });
    // They go with the browser.
    for (const cookie of await page.context().cookies()) expect(cookie.expires, cookie.name).toBe(-1);
  };

  test('keeps nothing, and says so', async ({ page, excused }) => {
    // A function that is refused for want of a session answers so.
    excused.push(/status of (401|404)/);
    await share(page);
    await expect(page.getByRole('complementary').getByText('Nothing is stored in this computer')).toBeVisible();
    await page.getByRole('button', { name: 'Example in English' }).click();
    await basics(page, 'name').fill('Kanarie Fågelsson');
    await saved(page);
    await expect(page.locator('.status')).toHaveText('In this tab only');
    await write(page, 'Second');
    expect((await titles(page)).length).toBe(2);
    await onlyCookies(page, 'merit-shared');
    await test.step('whoever leaves with something unsaved is asked', async () => {
      const asked: string[] = [];
      page.on('dialog', (question) => {
        asked.push(question.type());
        return question.accept();
      });
      await page.reload();
      expect(asked).toEqual(['beforeunload']);
      await ready(page);
      await expect(basics(page, 'name')).toHaveValue('');
      await page.reload();
      expect(asked.length).toBe(1);
    });
    await test.step('saved with a link, nothing is stored either', async () => {
      await basics(page, 'name').fill('Kanarie Fågelsson');
      await saveFirst(page);
      await onServer(page);
      await basics(page, 'city').fill('Umeå');
      await onServer(page);
      await onlyCookies(page, 'merit-session', 'merit-shared');
    });
    await test.step('and it can be taken back', async () => {
      await page.goto('/shared');
      await page.getByRole('button', { name: 'This is my own computer' }).click();
      await expect(page.locator('html[data-account]')).not.toHaveAttribute('data-shared');
    });
  });

  test('a member writes, saves and signs out, and nothing was ever stored', async ({ page, browser, baseURL }) => {
    const context = await browser.newContext({ locale: 'en-GB', baseURL });
    const member = await signUp(await context.newPage());
    await context.close();
    await signIn(page, member, { shared: true });
    await edit(page);
    await basics(page, 'name').fill('Anna');
    await saved(page);
    await onlyCookies(page, 'merit-session', 'merit-shared');
    await saveToAccount(page);
    await basics(page, 'label').fill('And more');
    await onServer(page);
    await onlyCookies(page, 'merit-session', 'merit-shared');
    await basics(page, 'city').fill('Umeå');
    await signOut(page);
    expect(await stored(page)).toEqual(NOTHING);
    const other = await elsewhere(browser, baseURL!, member);
    await expect(other.getByText('Anna').first()).toBeVisible();
    await other.context().close();
  });

  test('what is written before signing in can still be saved to the account', async ({ page, context, browser, baseURL, excused }) => {
    // Whether somebody has signed in is asked by asking for what is theirs.
    excused.push(/status of (401|404)/);
    const first = await browser.newContext({ locale: 'en-GB', baseURL });
    const member = await signUp(await first.newPage());
    await first.close();
    await share(page);
    await basics(page, 'name').fill('Written first');
    await saved(page);
    await page.getByRole('banner').getByRole('button', { name: 'Save' }).click();
    const opened = context.waitForEvent('page');
    await dialog(page, 'Save your CV on the server').getByRole('link', { name: 'Sign in' }).click();
    const beside = await opened;
    await beside.waitForURL('**/sign-in');
    await signIn(beside, member);
    await dialog(page, 'Save your CV on the server').getByRole('button', { name: 'Cancel' }).click();
    await saveToAccount(page);
    await onlyCookies(page, 'merit-session', 'merit-shared');
    await beside.goto('/cvs');
    await expect(beside.getByText('Written first').first()).toBeVisible();
  });
});
