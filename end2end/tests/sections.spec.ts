// Sections that a new CV does not have, roles under one employer, levels that are
// offered, and the quiet word beside what few employers need to know.
import { accessible, basics, downloaded, downloadPdf, edit, expect, openFile, paper, pdfText, saved, test, unfold } from './support';
import type { Locator, Page } from '@playwright/test';

/** Adds a section from the list, and one entry where it has entries. */
async function add(page: Page, kind: string, entry?: string): Promise<Locator> {
  await page.getByLabel('Add section').selectOption({ label: kind });
  const section = await unfold(page, kind);
  if (entry) await section.locator('.section-body').getByRole('button', { name: entry }).click();
  return section;
}

test('sections that not everybody has are added, filled, and stand in every file', async ({ page }) => {
  await edit(page);
  await basics(page, 'name').fill('Maria Berg');
  const courses = await add(page, 'Courses', 'Add course');
  await courses.getByLabel('Course', { exact: true }).fill('First aid');
  await courses.getByLabel('Organiser').fill('Red Cross');

  const patents = await add(page, 'Patents', 'Add patent');
  await patents.getByLabel('Title of the patent').fill('A hinge');
  await patents.getByLabel('Patent number').fill('SE 512 345');
  await patents.getByLabel('Status').fill('granted');

  const talks = await add(page, 'Talks', 'Add talk');
  await talks.getByLabel('Title of the talk').fill('Hinges that last');
  await talks.getByLabel('Conference or occasion').fill('Hinge Days');

  const service = await add(page, 'Military service', 'Add role');
  await service.getByLabel('Rank').fill('Corporal');
  await service.getByLabel('Unit').fill('I 19');

  const trust = await add(page, 'Positions of trust', 'Add role');
  await trust.getByLabel('Position', { exact: true }).fill('Treasurer');

  const words = ['First aid', 'Red Cross', 'A hinge', 'SE 512 345', 'granted', 'Hinge Days', 'Corporal', 'Treasurer', 'Military service'];
  for (const word of words) await expect(paper(page).first()).toContainText(word);
  await saved(page);
  const pdf = pdfText((await downloadPdf(page)).bytes);
  for (const word of words) expect(pdf).toContain(word);
  await accessible(page, 'the form with every section');

  // As JSON Resume it comes back whole.
  const file = await downloaded(page, async () => {
    await page.locator('.menu > summary').click();
    await page.locator('.menu-body').getByRole('button', { name: 'Download JSON Resume' }).click();
  });
  const json = JSON.parse(file.bytes.toString());
  expect(json.courses).toMatchObject([{ name: 'First aid', institution: 'Red Cross' }]);
  expect(json.patents[0].number).toBe('SE 512 345');
});

test('classes of a driving licence are ticked, and stand in the language of the CV', async ({ page }) => {
  await edit(page);
  const licence = await add(page, 'Driving licence', 'Add licence');
  // Whichever is ticked first, the smaller stands before the larger.
  for (const name of ['forklift', 'BE', 'B']) await licence.getByLabel(name, { exact: true }).check();
  await expect(paper(page).first()).toContainText('B, BE, forklift licence');
  await page.getByLabel('Language of the CV').selectOption('sv');
  await expect(paper(page).first()).toContainText('Körkort');
  await expect(paper(page).first()).toContainText('B, BE, truckkort');
  await licence.getByLabel('BE', { exact: true }).uncheck();
  await expect(paper(page).first()).toContainText('B, truckkort');
  await page.keyboard.press('Control+z');
  await expect(licence.getByLabel('BE', { exact: true })).toBeChecked();
});

test('a section of one’s own has a heading and a shape of one’s own', async ({ page }) => {
  await edit(page);
  const list = await add(page, 'Own section with a list');
  await list.getByLabel('Heading', { exact: true }).fill('What I bring');
  await list.getByRole('button', { name: 'Add bullet' }).click();
  await list.locator('textarea').fill('Patience');

  const text = await add(page, 'Own section with text');
  await text.getByLabel('Heading', { exact: true }).fill('How I work');
  await text.locator('textarea').fill('Slowly, and once.');

  const entries = await add(page, 'Own section with entries', 'Add entry');
  await entries.getByLabel('Heading', { exact: true }).fill('Exhibitions');
  await entries.getByLabel('Title', { exact: true }).fill('Chairs');

  const words = await add(page, 'Own section with words', 'Add entry');
  await words.getByLabel('Word', { exact: true }).fill('Tools');
  for (const word of ['What I bring', 'Patience', 'How I work', 'Slowly, and once.', 'Exhibitions', 'Chairs', 'Other', 'Tools']) {
    await expect(paper(page).first()).toContainText(word);
  }
  await saved(page);
  await page.reload();
  await expect(paper(page).first()).toContainText('What I bring');
});

test('roles with one employer stand under its name once, if one says so', async ({ page }) => {
  await edit(page);
  const work = [
    { position: 'Manager', name: 'Acme', startDate: '2020' },
    { position: 'Assistant', name: 'Acme', startDate: '2015', endDate: '2020' },
  ];
  const buffer = Buffer.from(JSON.stringify({ basics: { name: 'Maria' }, work }));
  await openFile(page, { name: 'cv.json', mimeType: 'application/json', buffer });
  await expect(paper(page).first()).toContainText('Assistant');
  await page.keyboard.press('Escape');
  const times = async () => (await paper(page).first().textContent())!.split('Acme').length - 1;
  expect(await times()).toBe(2);
  const section = await unfold(page, 'Experience');
  const toggles = section.locator('.item-head .toggle');
  const same = section.getByLabel('Same employer as above');
  await toggles.nth(0).click();
  await expect(same).toBeHidden();
  await toggles.nth(1).click();
  await same.check();
  await expect.poll(times).toBe(1);
  await same.uncheck();
  await expect.poll(times).toBe(2);
});

test('levels of languages are offered, and anything else can be written', async ({ page }) => {
  await edit(page);
  const languages = await unfold(page, 'Languages');
  await languages.locator('.section-body').getByRole('button', { name: 'Add language' }).click();
  const fluency = languages.getByLabel('Proficiency');
  const offered = page.locator('datalist#fluencies option');
  await expect(offered).toHaveCount(7);
  await expect(fluency).toHaveAttribute('list', 'fluencies');
  const values = () => offered.evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  expect(await values()).toEqual(['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'mother tongue']);
  await page.getByLabel('Language of the CV').selectOption('fi');
  await expect.poll(values).toContain('äidinkieli');
  await languages.getByLabel('Language', { exact: true }).fill('Meänkieli');
  await fluency.fill('as my grandmother spoke it');
  await expect(paper(page).first()).toContainText('as my grandmother spoke it');
});

test('what few employers need to know is told of quietly, here and nowhere else', async ({ page }) => {
  await edit(page);
  const sent: string[] = [];
  const label = basics(page, 'label');
  await label.fill('Born 19811228-9874');
  const note = page.locator('.field-label .doubt');
  await expect(note).toContainText('This looks like a Swedish personal number');
  await expect(note).toContainText('Nothing has been sent');
  await accessible(page, 'a note beside a field');
  page.on('request', (request) => request.method() === 'GET' || sent.push(request.url()));
  // Another number is none, and the note goes by itself.
  await label.fill('556036-0793');
  await expect(note).toBeHidden();
  await basics(page, 'phone').fill('070-174 06 05');
  await expect(page.locator('.doubt')).toHaveCount(0);

  const profile = await unfold(page, 'Profile');
  const text = profile.locator('textarea');
  await text.fill('After a time of sick leave I am back.');
  const health = profile.locator('.doubt');
  await expect(health).toContainText('your health');
  await health.getByRole('button', { name: 'I have seen it' }).click();
  await expect(health).toHaveCount(0);
  await expect(text).toBeFocused();
  await text.pressSequentially(' Well');
  await expect(health).toHaveCount(0);
  // Seen is what was told there: something else is told again.
  await text.fill('Kom hit som flykting.');
  await expect(health).toContainText('your origin');
  expect(sent).toEqual([]);
});
