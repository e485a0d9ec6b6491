// One profile, many CVs: a fact is corrected once and offered where it stands; and a
// CV in another language, in which what nobody has translated is marked.
import { accessible, basics, edit, example, expect, paper, saved, test, unfold } from './support';
import type { Locator, Page } from '@playwright/test';

/** Opens the dialog about the profile and other languages. */
async function profileAndLanguages(page: Page): Promise<Locator> {
  await page.locator('.menu > summary').click();
  await page.locator('.menu-body').getByRole('button', { name: 'Profile and languages' }).click();
  return page.getByRole('dialog', { name: 'Profile and languages' });
}

/** What is said of the link to the profile, unfolded. */
async function panel(page: Page, name: string | RegExp): Promise<Locator> {
  const region = page.getByRole('region', { name });
  await expect(region).toBeVisible();
  if ((await region.locator('details').getAttribute('open')) === null) await region.locator('summary').click();
  return region;
}

async function openProfile(page: Page): Promise<Locator> {
  const dialog = await profileAndLanguages(page);
  await dialog.getByRole('button', { name: 'Open the profile' }).click();
  await expect(dialog).toBeHidden();
  return page.getByRole('region', { name: 'Your profile' });
}

test('a fact is corrected in the profile, and each CV is offered it', async ({ page }) => {
  await edit(page);
  await basics(page, 'name').fill('Åsa Öberg');
  await basics(page, 'phone').fill('070-174 06 05');
  const work = await unfold(page, 'Experience');
  await work.getByRole('button', { name: 'Add job' }).first().click();
  await work.getByLabel('Job title').fill('Engineer');
  await work.getByLabel('Employer', { exact: true }).fill('Volvo');
  await saved(page);

  await test.step('the CV becomes a profile, and is linked to it', async () => {
    const dialog = await profileAndLanguages(page);
    await dialog.getByRole('button', { name: 'Make a profile of this CV' }).click();
    await expect(dialog.getByRole('button', { name: 'Open the profile' })).toBeVisible();
    await accessible(page, 'the dialog about the profile');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('region', { name: 'Linked to your profile' })).toContainText('Nothing differs');
    await expect(work.locator('.item-head')).toContainText('Linked');
  });

  await test.step('a second CV takes what is chosen', async () => {
    const dialog = await profileAndLanguages(page);
    await expect(dialog.getByLabel('Engineer, Volvo')).toBeChecked();
    await dialog.getByRole('button', { name: 'Make the CV' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('region', { name: 'Linked to your profile' })).toContainText('Nothing differs');
    await expect(basics(page, 'name')).toHaveValue('Åsa Öberg');
    await expect(paper(page).first()).toContainText('Volvo');
    await basics(page, 'label').fill('Team lead');
    await expect(page.getByRole('region', { name: 'Linked to your profile' })).toContainText(
      'One entry in your own words',
    );
    await saved(page);
  });

  await test.step('a change in the profile names the CVs that differ', async () => {
    const profile = await openProfile(page);
    await expect(profile).toContainText('All your CVs say the same as your profile');
    await basics(page, 'phone').fill('08-123 45 67');
    await expect(profile).toContainText('2 CVs differ:');
    await accessible(page, 'an open profile');
    await saved(page);
    await profile.getByRole('button', { name: 'Åsa Öberg, Team lead (English)' }).click();
    await expect(basics(page, 'label')).toHaveValue('Team lead');
  });

  await test.step('it is taken, without what is worded otherwise, and undone', async () => {
    const linked = await panel(page, 'Linked to your profile');
    await expect(linked.locator('summary')).toContainText('One entry differs');
    await expect(linked).toContainText('08-123 45 67');
    await accessible(page, 'what differs');
    await linked.getByRole('button', { name: 'Use the profile’s: Contact details' }).click();
    await expect(basics(page, 'phone')).toHaveValue('08-123 45 67');
    await expect(basics(page, 'label')).toHaveValue('Team lead');
    await expect(linked.locator('summary')).toContainText('One entry in your own words');
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await expect(basics(page, 'phone')).toHaveValue('070-174 06 05');
    await expect(linked.locator('summary')).toContainText('One entry differs');
  });

  await test.step('or kept', async () => {
    const linked = await panel(page, 'Linked to your profile');
    await linked.getByRole('button', { name: 'Keep mine: Contact details' }).click();
    await expect(linked.locator('summary')).toContainText('One entry in your own words');
    await expect(basics(page, 'phone')).toHaveValue('070-174 06 05');
  });

  await test.step('or goes home, and can be taken back', async () => {
    const linked = await panel(page, 'Linked to your profile');
    await linked.getByRole('button', { name: 'Change the profile: Contact details' }).click();
    await expect(linked.locator('summary')).toContainText('Nothing differs');
    await expect(page.getByText('The profile has it now as here: Contact details.')).toBeVisible();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(linked.locator('summary')).toContainText('One entry in your own words');
    await saved(page);
    await openProfile(page);
    await expect(basics(page, 'phone')).toHaveValue('08-123 45 67');
  });

  await test.step('what the profile has more is added in a section', async () => {
    const jobs = await unfold(page, 'Experience');
    await jobs.getByRole('button', { name: 'Add job' }).first().click();
    await jobs.getByLabel('Job title').last().fill('Tester');
    await saved(page);
    await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
    const drafts = page.getByRole('dialog', { name: 'Drafts' });
    const line = drafts.getByRole('listitem');
    await expect(line.filter({ hasText: 'Open now' }).getByText('Profile', { exact: true })).toBeVisible();
    // The one that was written in last stands first.
    await line.filter({ hasNotText: 'Open now' }).first().getByRole('button', { name: 'Open' }).click();
    await expect(basics(page, 'label')).toHaveValue('Team lead');
    const section = await unfold(page, 'Experience');
    await section.getByRole('button', { name: 'Add from profile' }).click();
    await section.getByRole('button', { name: 'Add Tester' }).click();
    await expect(paper(page).first()).toContainText('Tester');
    await expect(section.getByRole('button', { name: 'Add from profile' })).toBeHidden();
  });
});

test('a CV in another language shows what is not translated, and what has changed since', async ({ page }) => {
  await example(page, 'Swedish');
  const name = await basics(page, 'name').inputValue();
  const dialog = await profileAndLanguages(page);
  await expect(dialog.getByLabel('Translate into')).toHaveValue('en');
  await dialog.getByRole('button', { name: 'Make the copy' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Language of the CV')).toHaveValue('en');
  await expect(paper(page).first()).toContainText('Experience');
  await expect(basics(page, 'name')).toHaveValue(name);

  const linked = await panel(page, /^Linked to .*Svenska/);
  const count = async () => Number(/(\d+) of \d+ texts are/.exec(await linked.locator('summary').innerText())![1]);
  await expect(linked.locator('summary')).toContainText(/(\d+) of \1 texts are not translated/);
  const before = await count();
  const work = await unfold(page, 'Experience');
  await expect(work.locator('.item-head').first()).toContainText('Not translated');
  await accessible(page, 'what is not translated');

  await test.step('what is translated no longer counts', async () => {
    await expect(page.getByText('Not translated: Professional title')).toBeVisible();
    await basics(page, 'label').fill('Translated title');
    await expect(page.getByText('Not translated: Professional title')).toBeHidden();
    await expect.poll(count).toBe(before - 1);
    await saved(page);
  });

  await test.step('a change of the source is shown with what stood there before', async () => {
    const open = async (language: string) => {
      await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
      const drafts = page.getByRole('dialog', { name: 'Drafts' });
      await drafts.getByRole('listitem').filter({ hasNotText: 'Open now' }).getByRole('button', { name: 'Open' }).click();
      await expect(page.getByLabel('Language of the CV')).toHaveValue(language);
    };
    await open('sv');
    const old = await basics(page, 'label').inputValue();
    await basics(page, 'label').fill('Ny titel');
    await basics(page, 'phone').fill('08-123 45 67');
    await saved(page);
    await open('en');
    const again = await panel(page, /^Linked to .*Svenska/);
    await expect(again.locator('del')).toHaveText(old);
    await expect(again).toContainText('Ny titel');
    // Facts come over; the translation is for a person to make.
    await again.getByRole('button', { name: 'Take over names and dates: Contact details' }).click();
    await expect(basics(page, 'phone')).toHaveValue('08-123 45 67');
    await expect(basics(page, 'label')).toHaveValue('Translated title');
    await again.getByRole('button', { name: 'My translation is up to date: Contact details' }).click();
    await expect(again.locator('summary')).not.toContainText('differs');
  });
});
