// The form: everything that can be done to a CV, and that the pages follow.
import { basics, downloaded, downloadPdf, edit, example, expect, openFile, paper, sample, saved, test, unfold } from './support';

const SECTIONS = {
  Links: 'Add link',
  Experience: 'Add job',
  Education: 'Add education',
  Projects: 'Add project',
  Volunteering: 'Add role',
  Skills: 'Add skill',
  Languages: 'Add language',
  Certificates: 'Add certificate',
  Publications: 'Add publication',
  Awards: 'Add award',
  Interests: 'Add interest',
  References: 'Add reference',
};

test('every field of every section can be filled, and shows on the pages', async ({ page }) => {
  test.slow();
  await edit(page);
  let number = 0;
  const words: string[] = [];
  const word = () => {
    words.push(`word${++number}x`);
    return words.at(-1)!;
  };
  for (const field of ['name', 'label', 'phone', 'address', 'postalCode', 'city', 'region']) {
    await basics(page, field).fill(word());
  }
  await basics(page, 'email').fill('word@example.com');
  words.push('word@example.com');
  await basics(page, 'countryCode').fill('SE');
  const profile = await unfold(page, 'Profile');
  await profile.locator('textarea').fill(word());

  for (const [heading, add] of Object.entries(SECTIONS)) {
    if (!(await page.getByRole('heading', { level: 2 }).getByRole('button', { name: heading, exact: true }).isVisible())) {
      await page.getByLabel('Add section').selectOption({ label: heading });
    }
    const section = await unfold(page, heading);
    await section.locator('.section-body').getByRole('button', { name: add }).click();
    const fields = section.locator('.item-body .fields');
    await expect(fields).toBeVisible();
    for (const input of await fields.locator('.field > input').all()) {
      if (/-url$/.test((await input.getAttribute('id'))!)) await input.fill(`https://example.com/${word()}`);
      else await input.fill(word());
    }
    for (const area of await fields.locator('.field > textarea').all()) await area.fill(word());
    for (const list of await fields.locator('.field[role=group]').all()) {
      await list.locator('button.add').click();
      await list.locator('textarea').last().fill(word());
    }
    for (const year of await fields.locator('.date-year').all()) await year.fill(String(1980 + (++number % 40)));
  }
  await saved(page);
  // Addresses stand behind names as links: their text is not on the page.
  const all = paper(page);
  const text = (await all.allTextContents()).join(' ');
  const links = await all.locator('a').evaluateAll((found) => found.map((a) => a.getAttribute('href')));
  const lost = words.filter((w) => !text.includes(w) && !links.some((link) => link?.includes(w)));
  expect(lost).toEqual([]);
});

test('dates are years, months, days or ongoing, and what is odd is said', async ({ page }) => {
  await edit(page);
  const section = await unfold(page, 'Experience');
  await section.locator('.section-body').getByRole('button', { name: 'Add job' }).click();
  await section.locator('input[id$="-position"]').fill('Gardener');
  const start = section.locator('.field-startDate');
  const end = section.locator('.field-endDate');
  await start.locator('.date-year').fill('2019');
  await expect(paper(page)).toContainText('2019');
  await start.locator('.date-month').selectOption({ label: 'March' });
  await expect(paper(page)).toContainText('Mar 2019');
  await start.locator('.date-day').fill('9');
  await expect(paper(page)).toContainText('9 Mar 2019');
  await start.locator('.date-day').fill('32');
  await expect(start.getByText('That day is not in the calendar.')).toBeVisible();
  await start.locator('.date-day').fill('');
  await end.getByLabel('Ongoing').check();
  await expect(paper(page)).toContainText('Mar 2019 – present');
  await expect(end.locator('.date-year')).toBeDisabled();
  await end.getByLabel('Ongoing').uncheck();
  await end.locator('.date-year').fill('2018');
  await expect(end.getByText('The end is before the start.')).toBeVisible();
  await end.locator('.date-year').fill('2021');
  await expect(paper(page)).toContainText('Mar 2019 – 2021');
  // A date follows the language of the CV.
  await page.getByLabel('Language of the CV').selectOption('sv');
  await expect(paper(page)).toContainText('mars 2019 – 2021');
});

test('text that imports as an odd date is kept, shown to be fixed, and can be fixed', async ({ page }) => {
  await edit(page);
  const file = { basics: { name: 'Odd' }, work: [{ name: 'Mill', startDate: 'harvest time', endDate: '2020' }] };
  await openFile(page, { name: 'cv.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await expect(page.getByText('Not a date that Merit knows.')).toBeVisible();
  await page.getByRole('button', { name: 'To the form' }).click();
  await expect(paper(page)).toContainText('harvest time');
  const section = await unfold(page, 'Experience');
  await section.locator('.item-head .toggle').click();
  const start = section.locator('.field-startDate');
  await expect(start.getByText('“harvest time” is not a date.')).toBeVisible();
  await start.locator('.date-year').fill('2016');
  await expect(paper(page)).toContainText('2016');
  await expect(paper(page)).not.toContainText('harvest time');
});

test('entries are duplicated, hidden, deleted and brought back', async ({ page }) => {
  await example(page);
  const section = await unfold(page, 'Experience');
  const names = section.locator('.item-head .name');
  const before = await names.allTextContents();
  const employer = (await section.locator('.item-head .detail').first().textContent())!;
  await section.locator('.item-head .toggle').first().click();
  await section.getByRole('button', { name: 'Duplicate' }).click();
  await expect(names).toHaveCount(before.length + 1);
  await page.keyboard.press('Control+z');
  await expect(names).toHaveText(before);

  await section.locator('.item-head .toggle').first().click();
  const first = section.locator('li.item').first();
  if (!(await first.getByRole('button', { name: 'Hide' }).isVisible())) await first.locator('.toggle').click();
  await first.getByRole('button', { name: 'Hide' }).click();
  await expect(paper(page).first()).not.toContainText(employer);
  await expect(first.getByText('Hidden')).toBeVisible();
  await first.getByRole('button', { name: 'Show' }).click();
  await expect(paper(page).first()).toContainText(employer);

  await first.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(names).toHaveText(before.slice(1));
  // The focus goes on to the next entry: the keyboard is not thrown out.
  await expect(section.locator('.item-head .toggle').first()).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names).toHaveText(before);
  await expect(paper(page).first()).toContainText(employer);
});

test('sections are renamed, moved by keyboard and by pointer, hidden and deleted', async ({ page }) => {
  await example(page);
  const headings = () => paper(page).first().locator('text.f4').allTextContents();
  const section = await unfold(page, 'Education');
  await section.getByRole('button', { name: 'Rename heading' }).click();
  await section.getByLabel('Heading').fill('Schools');
  await expect(paper(page).first()).toContainText('Schools');
  await section.getByRole('button', { name: 'Use the usual heading' }).click();
  await expect.poll(headings).toContain('Education');

  const order = () => page.locator('.sections[data-list] > .section .section-head .name').allTextContents();
  const before = await order();
  const at = before.indexOf('Education');
  const handle = section.getByRole('button', { name: /^Move Education/ });
  await handle.press('ArrowUp');
  await expect.poll(order).toEqual([...before.slice(0, at - 1), 'Education', before[at - 1], ...before.slice(at + 1)]);
  await expect(handle).toBeFocused();
  await handle.press('ArrowDown');
  await expect.poll(order).toEqual(before);
  await section.locator('.toggle').first().click();

  // By pointer, before the section that comes first.
  const top = await page.locator('.sections[data-list] > .section').first().boundingBox();
  await handle.scrollIntoViewIfNeeded();
  const grip = (await handle.boundingBox())!;
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  const first = (await page.locator('.sections[data-list] > .section').first().boundingBox()) ?? top!;
  await page.mouse.move(first.x + 40, first.y + 4, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => (await order())[0]).toBe('Education');
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(before);

  await unfold(page, 'Education');
  await section.locator('.section-body > .tools').getByRole('button', { name: 'Hide' }).click();
  await expect.poll(headings).not.toContain('Education');
  await section.locator('.section-body > .tools').getByRole('button', { name: 'Show' }).click();
  await section.locator('.section-body > .tools').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(order).toEqual(before.filter((name) => name !== 'Education'));
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(before);
});

test('bullets: Enter adds, Backspace removes, Alt with an arrow moves, pasted lines come apart', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await edit(page);
  const section = await unfold(page, 'Experience');
  await section.locator('.section-body').getByRole('button', { name: 'Add job' }).click();
  await section.getByRole('button', { name: 'Add bullet' }).click();
  const lines = section.locator('.field-highlights textarea');
  const texts = () => lines.evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value));
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await page.keyboard.type('three');
  await expect.poll(texts).toEqual(['one', 'two', 'three']);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(texts).toEqual(['one', 'three', 'two']);
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lines).toHaveCount(4);
  await page.keyboard.press('Backspace');
  await expect.poll(texts).toEqual(['one', 'three', 'two']);

  await page.evaluate(() => navigator.clipboard.writeText('• pasted **bold**\n- second\n\n-5 % costs\n'));
  await lines.last().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await expect.poll(texts).toEqual(['one', 'three', 'pasted **bold**', 'second', '-5 % costs']);
  await expect(paper(page)).toContainText('pasted bold');
  await expect(paper(page).locator('text.f2', { hasText: 'bold' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(texts).toEqual(['one', 'three', 'two']);
});

test('bold, italic and links in a description show as such', async ({ page }) => {
  await edit(page);
  const profile = await unfold(page, 'Profile');
  const area = profile.locator('textarea');
  await area.fill('Some strong words');
  await area.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(5, 11));
  await area.press('Control+b');
  await expect(area).toHaveValue('Some **strong** words');
  await expect(paper(page).locator('text.f2', { hasText: 'strong' })).toBeVisible();
  await area.fill('See [the site](https://example.com/a) and *this*\n\n- first\n- second');
  await expect(paper(page).locator('a[href="https://example.com/a"]')).toContainText('the site');
  await expect(paper(page).locator('text.f1', { hasText: 'this' })).toBeVisible();
  await expect(paper(page)).toContainText('• second');
});

test('a click on a line of the pages puts the cursor in its field', async ({ page }) => {
  await example(page);
  const label = await basics(page, 'label').inputValue();
  await paper(page).first().locator('text', { hasText: label }).first().click();
  await expect(basics(page, 'label')).toBeFocused();
  const bullet = paper(page).first().locator('text[data-place*="/highlights/"]').first();
  const words = (await bullet.textContent())!.trim();
  await bullet.click();
  const focused = page.locator(':focus');
  await expect(focused).toHaveJSProperty('tagName', 'TEXTAREA');
  expect(await focused.inputValue()).toContain(words.slice(0, 20));
  await paper(page).first().locator('text.f4', { hasText: 'Education' }).click();
  await expect(page.getByRole('heading', { level: 2 }).getByRole('button', { name: 'Education' })).toBeFocused();
});

test('paper and language are choices that can be undone', async ({ page }) => {
  await example(page);
  const viewBox = () => paper(page).first().getAttribute('viewBox');
  const a4 = await viewBox();
  await page.getByLabel('Paper', { exact: true }).selectOption('letter');
  await expect.poll(viewBox).toBe('0 0 612 792');
  await page.keyboard.press('Control+z');
  await expect.poll(viewBox).toBe(a4);
  await expect(page.getByLabel('Paper', { exact: true })).toHaveValue('a4');
  await page.getByLabel('Language of the CV').selectOption('sv');
  await expect(paper(page).first()).toContainText('Arbetslivserfarenhet');
});

test('a layout that this version does not have is said, and taken over only when asked', async ({ page }) => {
  await example(page);
  const menu = async () => {
    await page.locator('.menu > summary').click();
    await page.locator('.menu-body').getByRole('button', { name: 'Download backup' }).click();
  };
  const { bytes } = await downloaded(page, menu);
  const backup = JSON.parse(bytes.toString());
  backup.template.layout = 'linne.0-h0-e0-00000000';
  await openFile(page, { name: 'old.merit.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(backup)) });
  await page.getByRole('button', { name: 'To the form' }).click();
  const notice = page.getByText('This CV was last set by another version of Merit.');
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Use this version' }).click();
  await expect(notice).toBeHidden();
  await saved(page);
  // The PDF's owner has seen where its lines break: the document remembers it.
  await downloadPdf(page);
  const after = JSON.parse((await downloaded(page, menu)).bytes.toString());
  expect(after.template.layout).not.toBe(backup.template.layout);
  expect(after.template.breaks).toMatch(/^[0-9a-f]{16}$/);
});

test('drafts: a new one, back to the old one, and deleting asks first', async ({ page }) => {
  await example(page);
  const name = await basics(page, 'name').inputValue();
  await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  const drafts = page.getByRole('dialog', { name: 'Drafts' });
  await drafts.getByRole('button', { name: 'New draft' }).click();
  await expect(basics(page, 'name')).toHaveValue('');
  await basics(page, 'name').fill('Somebody Else');
  await saved(page);
  await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  await expect(drafts.locator('.draft')).toHaveCount(2);
  await drafts.locator('.draft', { hasText: name }).getByRole('button', { name: 'Open', exact: true }).click();
  await expect(basics(page, 'name')).toHaveValue(name);
  await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  const other = drafts.locator('.draft', { hasText: 'Somebody Else' });
  await other.getByRole('button', { name: /^Delete/ }).click();
  await expect(drafts.locator('.draft')).toHaveCount(2);
  await drafts.getByRole('button', { name: 'Delete draft' }).click();
  await expect(drafts.locator('.draft')).toHaveCount(1);
});

test('a draft that another tab deletes is not lost while somebody writes in it', async ({ page, context }) => {
  await example(page);
  const other = await context.newPage();
  await edit(other);
  await other.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  const drafts = other.getByRole('dialog', { name: 'Drafts' });
  await drafts.getByRole('button', { name: /^Delete/ }).click();
  await drafts.getByRole('button', { name: 'Delete draft' }).click();
  await expect(drafts.locator('.draft')).toHaveCount(0);
  await basics(page, 'label').fill('Still writing');
  await saved(page);
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor();
  await expect(basics(page, 'label')).toHaveValue('Still writing');
});

test('on a phone form and pages are two tabs, and a line leads back to its field', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await example(page);
  await expect(page.locator('.desk')).toBeHidden();
  await page.getByRole('button', { name: 'Pages', exact: true }).click();
  await expect(paper(page).first()).toBeVisible();
  await expect(page.locator('.form-region')).toBeHidden();
  const label = await basics(page, 'label').inputValue();
  await paper(page).first().locator('text', { hasText: label }).first().click();
  await expect(basics(page, 'label')).toBeFocused();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});

test('the pages of a long CV are all there, and only those near the window are drawn', async ({ page }) => {
  await edit(page);
  const work = Array.from({ length: 196 }, (_, n) => ({
    name: `Employer ${n}`,
    position: `Job ${n}`,
    startDate: '2001',
    highlights: ['Did one thing well', 'Did another thing at least as well as the first'],
  }));
  const file = Buffer.from(JSON.stringify({ basics: { name: 'Long' }, work }));
  await openFile(page, { name: 'long.json', mimeType: 'application/json', buffer: file });
  await page.getByRole('button', { name: 'To the form' }).click();
  const pages = page.locator('.sheets .page');
  await expect.poll(() => pages.count()).toBeGreaterThan(15);
  const drawn = () => paper(page).count();
  expect(await drawn()).toBeLessThan(8);
  await pages.last().scrollIntoViewIfNeeded();
  await expect(pages.last().locator('svg')).toContainText('Job 195');
  expect(await drawn()).toBeLessThan(12);
});

test('sample files come in with the name and the work of their person', async ({ page }) => {
  await edit(page);
  for (const [name, person, seen] of [
    ['01-official-sample.jsonresume', 'Richard Hendriks', 'Pied Piper'],
    ['02-complete-fixture.jsonresume', 'Jane Developer', 'TechCorp Inc'],
    ['03-career-changer.jsonresume', 'Daniel Reyes', 'Daniel Reyes'],
    ['05-missing-fields-jane-incomplete.jsonresume', 'Jane Q. Fullstacker', 'Jane Q. Fullstacker'],
    ['06-empty.jsonresume', '', ''],
    ['08-garbage-characters.fresh', 'Johnny Trouble', 'Johnny Trouble'],
    ['16-reactive-resume-v5-sample', 'David Kowalski', 'David Kowalski'],
    ['17-reactive-resume-v4-sample', 'John Doe', 'John Doe'],
  ] as const) {
    await openFile(page, sample(name));
    await page.getByRole('button', { name: 'To the form' }).click();
    await expect(basics(page, 'name'), name).toHaveValue(person);
    if (seen) await expect(paper(page).first(), name).toContainText(seen);
  }
});
