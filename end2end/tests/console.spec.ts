// The console: staff open what is masked and the person sees it; a minor is gone with
// one press. On pages without a script.
import { accessible, expect, Server, setUp, signUp, test } from './support';

test('staff open masked data with a reason, the person sees it, and a minor is erased', async ({ browser }) => {
  test.setTimeout(60_000);
  const server = await Server.start({ MERIT_DEVELOPMENT: 'true' });
  try {
    const settings = { baseURL: server.url, locale: 'en-GB' };
    const staff = await (await browser.newContext(settings)).newPage();
    await setUp(staff, server);
    const person = await (await browser.newContext(settings)).newPage();
    const member = await signUp(person);

    const plain = await (
      await browser.newContext({ ...settings, javaScriptEnabled: false, storageState: await staff.context().storageState() })
    ).newPage();
    await plain.goto('/admin');
    await plain.getByLabel('E-mail address or account number').fill(member.email);
    await plain.getByRole('button', { name: 'Look up' }).click();
    await expect(plain.getByRole('heading', { level: 1 })).toHaveText('A person');
    await expect(plain.getByRole('main')).not.toContainText(member.email);
    const address = plain.locator('[data-masked=address]');
    await address.locator('summary').click();
    await address.getByLabel('Why do you need to see it?').fill('Case 4711: she has asked for it');
    await address.getByRole('button', { name: 'Open' }).click();
    await expect(plain.locator('[data-opened=address]')).toContainText(member.email);

    await person.goto('/account/data');
    const opened = person.locator('#opened');
    await expect(opened).toContainText('Case 4711: she has asked for it');
    await expect(opened).toContainText('Administrator');
    await accessible(person, 'my data');
    await staff.goto(new URL(plain.url()).pathname);
    for (const summary of await staff.locator('details > summary:visible').all()) await summary.click();
    await accessible(staff, 'a person');

    await plain.getByLabel('I know that the owner is under 18').check();
    await plain.getByRole('button', { name: 'Erase the minor’s account' }).click();
    await expect(plain.getByRole('status')).toHaveText('The account is erased.');
    await person.goto('/account/data');
    await expect(person).toHaveURL(/sign-in/);
  } finally {
    await server.remove();
  }
});
