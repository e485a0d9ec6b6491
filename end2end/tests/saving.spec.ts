// Saving on the server: what is acknowledged stays, what is not stays here, and
// two devices lose nothing to each other.
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { basics, edit, example, expect, onServer, paper, ready, saved, saveFirst, Server, test, unfold } from './support';

/** Another device: its own cookies and its own storage. */
async function device(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  return page;
}

test('write, save, close, open by the owner link, kill the server, come back', async ({ browser, excused }) => {
  excused.push(/./);
  const server = await Server.start();
  try {
    const first = await device(browser, `${server.url}/edit`);
    await basics(first, 'name').fill('Kanarie Fågelsson');
    await basics(first, 'email').fill('kanarie@fagel.example');
    await saved(first);

    await test.step('nothing is sent without every declaration', async () => {
      await first.getByRole('banner').getByRole('button', { name: 'Save' }).click();
      const dialog = first.getByRole('dialog');
      await expect(dialog.getByLabel('I am 18 or older')).not.toBeChecked();
      await expect(dialog.getByLabel('I have read the')).not.toBeChecked();
      await expect(dialog.getByLabel('I accept the')).not.toBeChecked();
      const axe = await new AxeBuilder({ page: first }).include('dialog[open]').analyze();
      expect(axe.violations).toEqual([]);
      await dialog.getByLabel('I am 18 or older').check();
      await dialog.getByRole('button', { name: 'Save on the server' }).click();
      await expect(dialog.getByRole('alert')).toHaveText('Tick all three boxes to save.');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await expect(first.locator('[data-server]')).toHaveAttribute('data-server', 'local');
    });

    const link = await saveFirst(first);
    expect(link).toMatch(/\/edit#owner=[\w-]{43}$/);
    await onServer(first);
    await expect(first.locator('.status')).toHaveText('Saved');
    await basics(first, 'label').fill('Ornithologist');
    await onServer(first);
    await first.context().close();

    const second = await device(browser, link);
    await expect(basics(second, 'name')).toHaveValue('Kanarie Fågelsson');
    await expect(basics(second, 'label')).toHaveValue('Ornithologist');
    // The secret is not left in the address.
    expect(second.url()).toBe(`${server.url}/edit`);

    await test.step('the server is killed while somebody writes', async () => {
      await server.kill();
      await basics(second, 'city').fill('Umeå');
      await saved(second);
      await expect(second.locator('[data-server]')).toHaveAttribute('data-server', 'offline');
      await expect(second.locator('.status')).toContainText('Everything is saved in this browser and is sent later');
      // And the tab is closed and opened while it is away: the page needs the
      // server, what was written does not.
      await server.run();
      await second.reload();
      await ready(second);
      await expect(basics(second, 'city')).toHaveValue('Umeå');
      await onServer(second);
    });

    await test.step('a third device has all of it', async () => {
      const third = await device(browser, link);
      await expect(basics(third, 'city')).toHaveValue('Umeå');
      await third.context().close();
    });

    await test.step('nothing of it is readable on the disk of the server', async () => {
      const disk = server.disk();
      expect(disk.length).toBeGreaterThan(50_000);
      for (const word of ['Kanarie', 'kanarie@fagel', 'Ornithologist', 'Umeå', link.split('=')[1]]) {
        expect(disk.includes(Buffer.from(word)), word).toBe(false);
      }
    });
    await second.context().close();
  } finally {
    await server.remove();
  }
});

test('two devices: each gets what the other wrote, and a text that both changed is offered', async ({ page, browser, excused }) => {
  excused.push(/ERR_INTERNET_DISCONNECTED/);
  await edit(page);
  await basics(page, 'name').fill('Anna');
  await saved(page);
  const link = await saveFirst(page);
  await onServer(page);
  const other = await device(browser, link);
  await expect(basics(other, 'name')).toHaveValue('Anna');

  await test.step('different fields are both there', async () => {
    await basics(other, 'city').fill('Umeå');
    await onServer(other);
    await basics(page, 'region').fill('Västerbotten');
    await onServer(page);
    await expect(basics(page, 'city')).toHaveValue('Umeå');
    await expect(paper(page).first()).toContainText('Umeå');
    // The other one looks when its tab is looked at.
    await other.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(basics(other, 'region')).toHaveValue('Västerbotten');
  });

  await test.step('the later text stands, and the other one is one tap away', async () => {
    await page.context().setOffline(true);
    await basics(page, 'label').fill('Engineer');
    await saved(page);
    await basics(other, 'label').fill('Smith');
    await onServer(other);
    await page.context().setOffline(false);
    await onServer(page);
    await expect(basics(page, 'label')).toHaveValue('Engineer');
    const offer = page.getByRole('region', { name: 'Changed in two places' });
    await expect(offer.getByText('Smith')).toBeVisible();
    await page.reload();
    await ready(page);
    await expect(offer.getByText('Smith')).toBeVisible();
    await offer.getByRole('button', { name: 'Use this text' }).click();
    await expect(offer).toBeHidden();
    await expect(basics(page, 'label')).toHaveValue('Smith');
    await onServer(page);
  });

  await test.step('what one deleted and the other changed is there again, and that is said', async () => {
    await page.context().setOffline(true);
    const section = await unfold(page, 'Experience');
    await section.getByRole('button', { name: 'Add job' }).first().click();
    await section.getByLabel('Job title').first().fill('Founder');
    await saved(page);
    await page.context().setOffline(false);
    await onServer(page);
    await other.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(paper(other).first()).toContainText('Founder');
    await page.context().setOffline(true);
    await section.getByLabel('Job title').first().fill('Founder and smith');
    await saved(page);
    const theirs = await unfold(other, 'Experience');
    await theirs.getByRole('button', { name: /^Delete/ }).first().click();
    await onServer(other);
    await page.context().setOffline(false);
    await onServer(page);
    await expect(section.getByLabel('Job title').first()).toHaveValue('Founder and smith');
    const notice = page.getByRole('region', { name: 'Changed in two places' });
    // The section with the job in it.
    await expect(notice).toContainText('2 things were deleted in one place and changed in another');
    await notice.getByRole('button', { name: 'All right' }).click();
    await expect(notice).toBeHidden();
  });
  await other.context().close();
});

test('an answer that is lost is asked for again, and nothing is saved twice', async ({ page, excused }) => {
  excused.push(/./);
  await edit(page);
  await basics(page, 'name').fill('Anna');
  await saved(page);
  const batches: string[] = [];
  let lose = 2;
  await page.route('**/api/*', async (route) => {
    const body = route.request().postDataJSON() as { batch?: { batch_id: string } };
    if (body.batch) batches.push(body.batch.batch_id);
    // The server has done it; nobody hears of it. Of the first save all answers,
    // later only those to batches: a look for news may come in between.
    const first = route.request().url().endsWith('/cv_begin');
    if (lose > 0 && (first || body.batch)) {
      lose -= 1;
      await route.fetch();
      return route.abort();
    }
    return route.continue();
  });
  await page.getByRole('banner').getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('I am 18 or older').check();
  await dialog.getByLabel('I have read the').check();
  await dialog.getByLabel('I accept the').check();
  await dialog.getByRole('button', { name: 'Save on the server' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The server does not answer');
  await dialog.getByRole('button', { name: 'Save on the server' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The server does not answer');
  await dialog.getByRole('button', { name: 'Save on the server' }).click();
  await dialog.getByRole('button', { name: 'I have kept the link' }).click();
  await onServer(page);

  lose = 1;
  await basics(page, 'label').fill('Smith');
  await expect(page.locator('[data-server]')).toHaveAttribute('data-server', 'offline');
  await onServer(page);
  const sent = batches.slice(-2);
  expect(sent[0]).toBe(sent[1]);
  await basics(page, 'label').fill('Engineer');
  await onServer(page);
  await expect(basics(page, 'label')).toHaveValue('Engineer');
  await expect(page.getByRole('region', { name: 'Changed in two places' })).toBeHidden();
});

test('a CV that is blank still can be saved', async ({ page }) => {
  await edit(page);
  await saveFirst(page);
  await basics(page, 'name').fill('Anna');
  await onServer(page);
});

test('two tabs of one browser save as one', async ({ page, context }) => {
  await edit(page);
  await basics(page, 'name').fill('Anna');
  await saved(page);
  await saveFirst(page);
  await onServer(page);
  const second = await context.newPage();
  await edit(second);
  await Promise.all([
    basics(page, 'city').pressSequentially('Umeå and far away', { delay: 15 }),
    basics(second, 'region').pressSequentially('Västerbotten, north', { delay: 15 }),
  ]);
  await onServer(page);
  await onServer(second);
  for (const tab of [page, second]) {
    await expect(basics(tab, 'city')).toHaveValue('Umeå and far away');
    await expect(basics(tab, 'region')).toHaveValue('Västerbotten, north');
    await expect(tab.getByRole('region', { name: 'Changed in two places' })).toBeHidden();
  }
});

test('what the server says when it cannot is said, and the draft stays', async ({ page, excused }) => {
  excused.push(/./);
  await edit(page);
  await basics(page, 'name').fill('Anna');
  await saved(page);
  await saveFirst(page);
  await onServer(page);
  const says: [string, string][] = [
    ['Full', 'The server’s disk is full'],
    ['Busy', 'The server has a lot to do'],
    ['SignedOut', 'Open your owner link'],
    ['Missing', 'The server has no such CV for this browser'],
    ['TooMany', 'Too many attempts'],
  ];
  for (const [index, [error, words]] of says.entries()) {
    await page.route('**/api/cv_save', (route) =>
      route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify(error) }),
    );
    await basics(page, 'label').fill(`Try ${index}`);
    await expect(page.locator('.status')).toContainText(words);
    await expect(page.locator('[data-server]')).toHaveAttribute('data-server', 'failed');
    await saved(page);
    await page.unroute('**/api/cv_save');
  }
  await test.step('and goes on when it can', async () => {
    await basics(page, 'label').fill('At last');
    await onServer(page);
  });
  await test.step('a page older than the server is told to load itself anew', async () => {
    await page.route('**/api/cv_save', (route) => {
      const old = route.request().postDataJSON() as { batch: { format: number } };
      old.batch.format -= 1;
      return route.continue({ postData: JSON.stringify(old) });
    });
    await basics(page, 'label').fill('From an old page');
    await expect(page.locator('.notice').getByText('There is a newer version of Merit')).toBeVisible();
    await page.unroute('**/api/cv_save');
    await page.reload();
    await ready(page);
    await expect(basics(page, 'label')).toHaveValue('From an old page');
    await onServer(page);
  });
});

test('an owner link waits for the part of the editor that opens it', async ({ page, browser, excused }) => {
  excused.push(/ERR_FAILED|Failed to fetch/);
  await edit(page);
  await basics(page, 'name').fill('Kanarie Fågelsson');
  await saved(page);
  const link = await saveFirst(page);
  await onServer(page);
  const context = await browser.newContext({ locale: 'en-GB' });
  const other = await context.newPage();
  await other.route('**/pkg/later-*.wasm', (route) => route.abort());
  await other.goto(link);
  await expect(other.getByText('A part of the editor did not arrive')).toBeVisible();
  // The secret is in no history by now, and not lost.
  expect(new URL(other.url()).hash).toBe('');
  await other.unroute('**/pkg/later-*.wasm');
  await other.getByRole('button', { name: 'Try again' }).click();
  await expect(basics(other, 'name')).toHaveValue('Kanarie Fågelsson');
  await context.close();
});

test('an owner link that opens nothing says so, and what is open stays', async ({ page, excused }) => {
  excused.push(/status of (401|404)/);
  await edit(page);
  await basics(page, 'name').fill('Anna');
  await saved(page);
  // In the tab that is open: nothing is loaded anew.
  await page.goto('/edit#owner=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  await expect(page.locator('.notice').getByText('This owner link opens nothing')).toBeVisible();
  await expect(basics(page, 'name')).toHaveValue('Anna');
});

test('a link to a stranger’s account is not followed without asking', async ({ page, browser, baseURL }) => {
  const eve = await device(browser, `${baseURL}/edit`);
  await basics(eve, 'name').fill('Eve');
  await saved(eve);
  const hers = await saveFirst(eve);
  await edit(page);
  await basics(page, 'name').fill('Anna');
  await saved(page);
  await saveFirst(page);
  await onServer(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return dialog.dismiss();
  });
  await page.goto(hers);
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]).toContain('Go on only if the link is yours');
  await basics(page, 'label').fill('Still mine');
  await onServer(page);
  await expect(basics(page, 'name')).toHaveValue('Anna');
  await eve.context().close();
});

test('what was written in another draft while it could not be sent is sent from this one', async ({ page, browser, excused }) => {
  excused.push(/ERR_INTERNET_DISCONNECTED/);
  await edit(page);
  await basics(page, 'name').fill('First draft');
  await saved(page);
  const link = await saveFirst(page);
  await onServer(page);
  await page.context().setOffline(true);
  await basics(page, 'label').fill('Written on a train');
  await saved(page);
  await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  await page.getByRole('button', { name: 'New draft' }).click();
  await basics(page, 'name').fill('Second draft');
  await saved(page);
  await page.context().setOffline(false);
  const other = await browser.newContext({ locale: 'en-GB' });
  await expect
    .poll(async () => {
      const reader = await other.newPage();
      await reader.goto(link);
      await ready(reader);
      const label = await basics(reader, 'label').inputValue();
      await reader.close();
      return label;
    }, { timeout: 30_000 })
    .toBe('Written on a train');
  await other.close();
});

test('who was deleted elsewhere can save anew, or delete here', async ({ page, browser, excused }) => {
  excused.push(/status of (401|404)/);
  await edit(page);
  await basics(page, 'name').fill('Anna');
  await saved(page);
  const link = await saveFirst(page);
  await onServer(page);
  const other = await device(browser, link);
  await other.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  await other.getByRole('dialog').getByRole('button', { name: /^Delete/ }).click();
  await other.getByRole('button', { name: 'Delete draft' }).click();
  await expect(other.locator('.draft')).toHaveCount(0);
  await basics(page, 'label').fill('Still here');
  await expect(page.locator('.status')).toContainText('does not know this browser any more');
  await saveFirst(page);
  await onServer(page);
  await expect(basics(page, 'label')).toHaveValue('Still here');
  await other.context().close();
});

test('the cookie is the one that the inventory names, and deleting takes everything away', async ({ page, context }) => {
  await example(page);
  await saveFirst(page);
  await onServer(page);
  const cookies = await context.cookies();
  expect(cookies.map((cookie) => cookie.name)).toEqual(['merit-session']);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Drafts' });
  await dialog.getByRole('button', { name: /^Delete/ }).click();
  await expect(dialog.getByText('from the server with its public page')).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete draft' }).click();
  await expect(dialog.locator('.draft')).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
});
