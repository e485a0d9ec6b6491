// Advice: what there is to look at, an advertisement, examples.
import type { Page } from '@playwright/test';
import { accessible, basics, edit, example, expect, paper, saved, test, unfold } from './support';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Advice' });

async function open(page: Page): Promise<void> {
  await page.locator('.menu > summary').click();
  await page.locator('.menu-body').getByRole('button', { name: 'Advice' }).click();
  await expect(panel(page).locator('[data-state=Ready]')).toBeAttached();
}

const tab = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });

/** A name, and a job with a line that begins weakly. */
async function begun(page: Page): Promise<void> {
  await edit(page);
  await basics(page, 'name').fill('Anna Lind');
  const work = await unfold(page, 'Experience');
  await work.getByRole('button', { name: 'Add job' }).last().click();
  await work.getByLabel('Job title').fill('Nurse');
  await work.getByRole('button', { name: 'Add bullet' }).click();
  await page.keyboard.type('Responsible for a ward of 20');
  await saved(page);
}

test('hints lead to the field, follow what is written, and are dismissed', async ({ page }) => {
  await begun(page);
  await open(page);
  const weak = panel(page).getByRole('listitem').filter({ hasText: '“Responsible for” hides what you did' });
  await expect(weak).toContainText('lead');
  await accessible(page, 'hints');
  await weak.getByRole('button', { name: 'Show me' }).click();
  const line = page.locator('textarea:focus, input:focus, [contenteditable]:focus');
  await expect(line).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Led a ward of 20');
  await expect(weak).toHaveCount(0);
  await expect(paper(page).first()).toContainText('Led a ward of 20');

  const reach = panel(page).getByRole('listitem').filter({ hasText: 'No way to reach you' });
  await reach.getByRole('button', { name: 'Dismiss' }).click();
  await expect(reach).toHaveCount(0);
  await panel(page).getByRole('button', { name: 'Bring back the one that was dismissed' }).click();
  await expect(reach).toHaveCount(1);
  await expect(panel(page).locator('#advice-body')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
});

test('a blank CV and a finished one have nothing that stands out', async ({ page }) => {
  await edit(page);
  await open(page);
  await expect(panel(page)).toContainText('Nothing is written yet');
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await example(page);
  await open(page);
  await expect(panel(page)).toContainText('Nothing stands out.');
  await expect(panel(page).getByRole('listitem').filter({ hasText: 'Experience' })).toHaveText(/Experience\s*there/);
});

test('an advertisement is compared here, and what it asks for is added and undone', async ({ page }) => {
  const sent: string[] = [];
  await example(page);
  await open(page);
  page.on('request', (request) => sent.push(request.url()));
  await tab(page, 'Advertisement').click();
  await panel(page).getByRole('button', { name: 'Compare' }).click();
  await expect(panel(page).getByRole('alert')).toContainText('Paste the text');
  const advert = 'You must have experience with Ansible and with Qlik. We require good English. You are a team player.';
  await panel(page).getByLabel('Text of the advertisement').fill(advert);
  await panel(page).getByRole('button', { name: 'Compare' }).click();
  const missing = panel(page).getByRole('region', { name: 'Not in your CV' });
  await expect(missing).toContainText('Ansible');
  await expect(missing).toContainText('Add only what is true of you');
  await expect(panel(page).getByRole('region', { name: 'In your CV', exact: true })).toContainText('English');
  await expect(panel(page).getByRole('region', { name: 'What a CV cannot show' })).toContainText('team player');
  await accessible(page, 'an advertisement');
  await missing.getByRole('button', { name: 'Add Ansible to Skills' }).click();
  await expect(page.locator('.sheets')).toContainText('Ansible');
  await expect(panel(page).getByRole('region', { name: 'In your CV', exact: true })).toContainText('Ansible');
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.sheets')).not.toContainText('Ansible');
  await saved(page);
  // Fonts and pages apart, which come by themselves, nothing was asked of anybody.
  expect(sent.filter((url) => !/\/(fonts|hyphenation|pkg)\//.test(url))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('Ansible');
});

test('an example goes into an empty field, and its gaps are told of', async ({ page }) => {
  await edit(page);
  await basics(page, 'name').fill('Anna Lind');
  await open(page);
  await tab(page, 'Examples').click();
  await panel(page).getByText('Profile', { exact: true }).click();
  const teacher = panel(page).getByRole('listitem').filter({ hasText: 'Qualified teacher' }).first();
  await accessible(page, 'examples');
  await teacher.getByRole('button', { name: 'Begin with this' }).click();
  await expect(paper(page).first()).toContainText('Qualified teacher');
  await tab(page, 'Hints').click();
  await expect(panel(page)).toContainText('[number] waits to be filled in');
  await tab(page, 'Examples').click();
  await panel(page).getByText('Profile', { exact: true }).click();
  await expect(teacher.getByRole('button', { name: 'Begin with this' })).toHaveCount(0);
  await panel(page).getByLabel('Language of the examples').selectOption('sv');
  await panel(page).getByText('Profile', { exact: true }).click();
  await expect(panel(page)).toContainText('Legitimerad ämneslärare');
});

test('what gives advice may be away, and is asked for again', async ({ page, excused }) => {
  excused.push(/Failed to (load|fetch)|adviser/);
  await page.route('**/pkg/adviser-*', (route) => route.abort());
  await edit(page);
  await page.locator('.menu > summary').click();
  await page.locator('.menu-body').getByRole('button', { name: 'Advice' }).click();
  await expect(panel(page)).toContainText('could not be fetched');
  await page.unroute('**/pkg/adviser-*');
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page)).toContainText('Nothing is written yet');
});

test('on a phone the panel gives the screen back when it leads to a field', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await begun(page);
  await open(page);
  await accessible(page, 'hints on a phone');
  const reach = panel(page).getByRole('listitem').filter({ hasText: 'No way to reach you' });
  await reach.getByRole('button', { name: 'Show me' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(basics(page, 'email')).toBeFocused();
});

test.describe('in Swedish', () => {
  test.use({ locale: 'sv-SE' });
  test('advice has its words', async ({ page }) => {
    await edit(page);
    await basics(page, 'name').fill('Anna Lind');
    await page.locator('.menu > summary').click();
    await page.locator('.menu-body').getByRole('button', { name: 'Råd' }).click();
    const råd = page.getByRole('complementary', { name: 'Råd' });
    await expect(råd).toContainText('Inget sätt att nå dig');
    await accessible(page, 'råd');
  });
});
