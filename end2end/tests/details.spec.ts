// Personal details: agreed to and typed in the editor, shown on the pages if their
// owner says so, published if they say so again, and gone with their consent.
import type { Locator, Page } from '@playwright/test';
import { accessible, downloadPdf, example, expect, onServer, paper, pdfText, ready, saveFirst, stored, test } from './support';

const VALUE = 'Kanariefågelsk';

/** The panel, unfolded. */
async function panel(page: Page): Promise<Locator> {
  const toggle = page.getByRole('heading', { level: 2 }).getByRole('button', { name: 'Personal details' });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  return page.locator('#personal-body');
}

/** What is agreed to for one purpose. */
const purpose = (details: Locator, name: string): Locator => details.getByRole('region', { name });

test('agree, type, show, reload, publish, take back', async ({ page, browser, baseURL }) => {
  await example(page);

  await test.step('a draft that is here alone is saved first', async () => {
    const details = await panel(page);
    await expect(details.getByText('never in this browser')).toBeVisible();
    await expect(details.getByLabel('Nationality', { exact: true })).toHaveCount(0);
    await details.getByRole('button', { name: 'Save first' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await saveFirst(page);
    await onServer(page);
  });

  const details = await panel(page);
  const personal = purpose(details, 'Personal details');
  const nationality = personal.getByLabel('Nationality', { exact: true });
  const onCv = personal.getByLabel('Show on this CV: Nationality');

  await test.step('nothing is asked for before its owner agrees, each purpose by itself', async () => {
    await expect(nationality).toHaveCount(0);
    await expect(personal.getByText('I agree that this server keeps the nationality')).toBeVisible();
    await personal.getByRole('button', { name: 'I agree' }).click();
    await expect(nationality).toBeFocused();
    await expect(purpose(details, 'Expected salary').getByRole('button', { name: 'I agree' })).toBeVisible();
    await accessible(page, 'the panel');
  });

  await test.step('what is typed is kept, and on no page before that is wished', async () => {
    await expect(onCv).toBeDisabled();
    await nationality.fill(VALUE);
    await expect(personal.getByText('Kept', { exact: true })).toBeVisible();
    await expect(onCv).not.toBeChecked();
    await expect(paper(page).first()).not.toContainText(VALUE);
    await onCv.check();
    for (const there of ['Nationality:', VALUE]) await expect(paper(page).first()).toContainText(there);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(paper(page).first()).not.toContainText(VALUE);
    await expect(onCv).not.toBeChecked();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(paper(page).first()).toContainText(VALUE);
    await personal.getByLabel('Date of birth', { exact: true }).fill('1987-05-04');
    await personal.getByLabel('Show on this CV: Date of birth').check();
    await expect(paper(page).first()).toContainText('4 May 1987');
    expect(pdfText((await downloadPdf(page)).bytes)).toContain(VALUE);
    await onServer(page);
  });

  await test.step('after a reload the pages have it, and no storage of the browser does', async () => {
    await page.reload();
    await ready(page);
    await expect(paper(page).first()).toContainText(VALUE);
    const everything = await page.evaluate(async () => {
      let all = JSON.stringify({ ...localStorage, ...sessionStorage });
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name!);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const store of database.objectStoreNames) {
          const rows = await new Promise((resolve, reject) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
          all += JSON.stringify(rows);
        }
        database.close();
      }
      return all;
    });
    expect(everything).toContain('nationality');
    expect(everything).not.toContain(VALUE);
    expect((await stored(page)).databases.length).toBeGreaterThan(0);
  });

  const stranger = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const visit = await stranger.newPage();
  let address = '';

  await test.step('it is published only when that is chosen too', async () => {
    await page.getByRole('link', { name: 'Share' }).click();
    const choice = page.getByRole('group', { name: 'Personal details' });
    await expect(choice.getByText('anybody can copy them')).toBeVisible();
    await expect(choice.getByLabel('Nationality')).not.toBeChecked();
    await page.getByRole('button', { name: 'Publish' }).click();
    const published = page.getByRole('region', { name: /^Public until/ });
    address = (await published.getByRole('link').getAttribute('href'))!;
    await visit.goto(address);
    await expect(visit.getByText(VALUE)).toHaveCount(0);
    await choice.getByLabel('Nationality').check();
    await page.getByRole('button', { name: 'Show me' }).click();
    await expect(page.frameLocator('iframe').getByText(VALUE)).toBeVisible();
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText('The page shows your CV as it is saved.')).toBeVisible();
    await visit.reload();
    await expect(visit.getByText(`Nationality: ${VALUE}`)).toBeVisible();
    await expect(visit.getByText('1987')).toHaveCount(0);
  });

  await test.step('one press takes it back, from the pages and from the public one', async () => {
    await page.goto('/edit');
    await ready(page);
    await expect(paper(page).first()).toContainText(VALUE);
    const again = purpose(await panel(page), 'Personal details');
    await again.getByRole('button', { name: 'I take it back' }).click();
    await expect(again.getByRole('button', { name: 'I agree' })).toBeFocused();
    await expect(paper(page).first()).not.toContainText(VALUE);
    await expect(paper(page).first()).not.toContainText('4 May 1987');
    await visit.reload();
    await expect(visit.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(visit.getByText(VALUE)).toHaveCount(0);
    // What is taken back of an edit brings no value back.
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(paper(page).first()).not.toContainText(VALUE);
    await onServer(page);
    await page.reload();
    await ready(page);
    await expect(paper(page).first()).not.toContainText(VALUE);
  });
  await stranger.close();
});

test('without a connection the panel says so, and asks again', async ({ page, excused }) => {
  excused.push(/Failed to load resource|ERR_FAILED/);
  await example(page);
  await saveFirst(page);
  await onServer(page);
  await page.route('**/api/consent_state', (route) => route.abort());
  const details = await panel(page);
  await expect(details.getByRole('alert').filter({ hasText: 'cannot be read or changed' })).toBeVisible();
  await page.unroute('**/api/consent_state');
  await details.getByRole('button', { name: 'Try again' }).click();
  await expect(details.getByText('I agree that this server keeps the nationality')).toBeVisible();
});
