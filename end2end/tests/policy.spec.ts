// A change of the policy, from its announcement to the answer: what changed is read, a
// consent is renewed, and who does not want to stay takes everything along and leaves.
import { accessible, downloaded, expect, Server, setUp, signUp, test } from './support';

test.use({ excused: async ({}, use) => use([/status of 4(04|22)/]) });

test('a change is announced, a consent renewed, and a member leaves with everything', async ({ browser }) => {
  const server = await Server.start({ MERIT_DEVELOPMENT: 'true', MERIT_ERASURE_DELAY_DAYS: '0' });
  const office = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  const home = await browser.newContext({ baseURL: server.url, locale: 'en-GB', javaScriptEnabled: false });
  const [admin, member] = [await office.newPage(), await home.newPage()];
  try {
    await signUp(member);
    await member.goto('/account/consents');
    const salary = member.getByRole('region', { name: 'Expected salary' });
    await salary.getByRole('button', { name: 'I agree' }).click();

    await setUp(admin, server);
    await admin.goto('/admin');
    await admin.getByRole('link', { name: 'Announce and see changes' }).click();
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await admin.getByLabel('The day from which it holds').fill(tomorrow);
    await admin.getByLabel('What changes, in Swedish').fill('Löneanspråk visas i kronor.');
    await admin.getByLabel('What changes, in English').fill('Expected salaries are shown in kronor.');
    await admin.getByLabel('Expected salary').check();
    await admin.getByRole('button', { name: 'Publish' }).click();
    await expect(admin.getByRole('alert')).toContainText('at the earliest');
    await accessible(admin, 'announcing');
    await admin.getByLabel('The day from which it holds').fill(day);
    await admin.getByRole('button', { name: 'Publish' }).click();
    await expect(admin.getByRole('status')).toHaveText('The change is announced.');

    await member.goto('/cvs');
    const banner = member.getByRole('region', { name: 'A change of the policy' });
    await expect(banner).toContainText(`The privacy policy changes on ${day}, and something that you agreed to`);
    await banner.getByRole('link', { name: 'See what changes' }).click();
    await expect(member.getByRole('main')).toContainText('Expected salaries are shown in kronor.');
    await accessible(member, 'the change');
    await member.getByRole('button', { name: 'I have read what changes' }).click();
    await member.getByRole('link', { name: 'Read and answer' }).click();
    await expect(salary).toContainText(`From ${day} also:`);
    await salary.getByRole('button', { name: 'Agree to what comes' }).click();
    await expect(banner).toBeHidden();

    await member.goto('/account/policy');
    await member.getByRole('link', { name: 'Export and leave' }).click();
    await accessible(member, 'leaving');
    await member.getByRole('button', { name: 'Make a copy of everything' }).click();
    const take = member.getByRole('link', { name: 'Download the copy' });
    await expect(async () => {
      await member.goto('/account/leave');
      await expect(take).toBeVisible({ timeout: 500 });
    }).toPass();
    const copy = await downloaded(member, () => take.click());
    expect(copy.name).toMatch(/\.zip$/);
    await member.getByLabel('I have what I want to keep.').check();
    await member.getByRole('button', { name: 'Erase and leave' }).click();
    await expect(member).toHaveURL(/\/erasure\//);
    await member.goto('/cvs');
    await expect(member).toHaveURL(/\/sign-in/);
  } finally {
    await office.close();
    await home.close();
    await server.remove();
  }
});
