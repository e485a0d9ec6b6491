// A disclosure: one of the staff proposes it, another one confirms it, and the person
// reads on "My data" what was given, to whom and on what ground.
import type { Browser, Page } from '@playwright/test';
import { Server, accessible, expect, oneTimeCode, test } from './support';

const PASSWORD = 'sju sorters kakor på fatet';

/** Somebody in a role, in a browser of their own, without JavaScript. */
async function somebody(browser: Browser, server: Server, role: string, member = false): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB', javaScriptEnabled: false });
  const page = await context.newPage();
  const link = /\/setup\/\S+/.exec(server.command('account', 'invite', '--role', role))![0];
  await page.goto(link);
  await page.locator('[name=email]').fill(`${member ? 'member' : role}@merit.example`);
  for (const name of ['password', 'again']) await page.locator(`[name=${name}]`).fill(PASSWORD);
  for (const name of ['adult', 'policy', 'terms']) await page.locator(`[name=${name}]`).check();
  await page.getByRole('main').locator('.button.primary').click();
  if (member) return page;
  const secret = (await page.locator('code.secret').textContent())!;
  await page.locator('[name=code]').fill(oneTimeCode(secret));
  await page.getByRole('main').locator('.button.primary').click();
  return page;
}

test('two people disclose something, and the person reads it', async ({ browser }) => {
  const server = await Server.start({ MERIT_DEVELOPMENT: 'true' });
  try {
    const member = await somebody(browser, server, 'support', true);
    server.command('account', 'role', 'member@merit.example', 'member');
    const first = await somebody(browser, server, 'privacy_officer');
    const second = await somebody(browser, server, 'administrator');

    await first.goto('/admin');
    await first.getByRole('link', { name: 'Registers', exact: true }).click();
    await first.getByRole('link', { name: 'Open (Disclosures)' }).click();
    await first.getByLabel('Whose data').fill('member@merit.example');
    await first.locator('[name=ground]').selectOption('order');
    await first.getByLabel('Given to').fill('The tax office');
    await first.getByLabel('Law and reference').fill('SFL 37:9, case 12');
    await first.getByLabel('Contact details').check();
    await first.getByLabel('What of it').fill('The e-mail address.');
    await first.getByRole('button', { name: 'Propose it' }).click();
    await expect(first.getByRole('status')).toContainText('Somebody else has to confirm it');
    await expect(first.getByRole('button', { name: 'Confirm it' })).toHaveCount(0);

    await second.goto('/admin/registers/disclosures');
    await expect(second.getByRole('main')).toContainText('Waits for a second person');
    await second.getByRole('button', { name: 'Confirm it' }).click();
    await expect(second.getByRole('status')).toHaveText('It is confirmed, and may be given now.');
    await accessible(second, 'disclosures');

    // Taking a role away has ended the session.
    await member.goto('/sign-in');
    await member.locator('[name=email]').fill('member@merit.example');
    await member.locator('[name=password]').fill(PASSWORD);
    await member.getByRole('main').locator('.button.primary').click();
    await member.goto('/account/data');
    const given = member.locator('#disclosed');
    for (const text of ['The tax office', 'SFL 37:9, case 12', 'The e-mail address.', 'a right to it']) {
      await expect(given).toContainText(text);
    }
    await expect(member.locator('#seen')).toContainText('Gave something of yours');
  } finally {
    await server.remove();
  }
});
