// The photo: chosen, cut, kept, sent, shared, taken away.
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  accessible, basics, downloaded, downloadPdf, example, expect, onServer, openFile, paper, ready, saved, saveFirst,
  saveToAccount, signUp, test,
} from './support';

const portrait = fileURLToPath(new URL('../../crates/typeset/tests/files/portrait.jpg', import.meta.url));

/** The picture as a camera leaves it: with a place in it. */
function camera(): Buffer {
  const jpeg = readFileSync(portrait);
  const told = Buffer.from('Exif\0\0 59.3293 N 18.0686 E');
  const head = Buffer.from([0xff, 0xe1, 0, told.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, told, jpeg.subarray(2)]);
}

async function choose(page: Page): Promise<void> {
  const input = page.locator('.photo input[type=file]');
  await input.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: camera() });
  const dialog = page.getByRole('dialog', { name: 'Cut the photo' });
  await expect(dialog.locator('img')).toHaveJSProperty('complete', true);
  await dialog.getByLabel('Closer').fill('1.5');
  await dialog.getByRole('group').press('ArrowLeft');
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(dialog).toBeHidden();
}

test('a photo is cut, stands on the pages and in the PDF, and is undone', async ({ page }) => {
  await example(page);
  const picture = paper(page).first().locator('image');
  await expect(picture).toHaveCount(0);
  const plain = (await downloadPdf(page)).bytes;
  await choose(page);
  await expect(picture).toHaveAttribute('href', /^data:image\/jpeg;base64,/);
  await saved(page);
  const pdf = (await downloadPdf(page)).bytes;
  expect(pdf.length).toBeGreaterThan(plain.length + 5_000);
  expect(pdf.includes('59.3293')).toBe(false);
  await page.reload();
  await ready(page);
  await expect(picture).toHaveAttribute('href', /^data:image\/jpeg;base64,/);
  await page.getByRole('button', { name: 'Make it square' }).click();
  await expect(page.getByRole('button', { name: 'Make it round' })).toBeVisible();
  await page.locator('.photo').getByRole('button', { name: 'Hide' }).click();
  await expect(picture).toHaveCount(0);
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(picture).toHaveCount(1);
  await page.locator('.photo').getByRole('button', { name: 'Delete' }).click();
  await expect(picture).toHaveCount(0);
  await accessible(page);
});

test('what is no picture is refused, and nothing is lost', async ({ page }) => {
  await example(page);
  const input = page.locator('.photo input[type=file]');
  await input.setInputFiles({ name: 'no.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await expect(page.locator('.photo').getByRole('alert')).toContainText('not a picture');
  await expect(paper(page).first()).toContainText('Hannah Okafor');
});

test('a photo goes along: to the server, another browser, and the public page', async ({ page, browser, baseURL }) => {
  await example(page);
  await choose(page);
  const picture = paper(page).first().locator('image');
  const cut = (await picture.getAttribute('href'))!;
  const link = await saveFirst(page);
  await onServer(page);
  // What the server encoded is what this browser now has, and every other one.
  await expect(picture).not.toHaveAttribute('href', cut);
  const kept = (await picture.getAttribute('href'))!;
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await elsewhere.goto(link);
  await ready(elsewhere);
  await expect(paper(elsewhere).first().locator('image')).toHaveAttribute('href', kept);
  await other.close();
  await page.getByRole('link', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Publish' }).waitFor();
  const slug = await page.getByLabel('Address').last().inputValue();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { name: /^Public until/ })).toBeVisible();
  const stranger = await browser.newContext({ javaScriptEnabled: false });
  const visit = await stranger.newPage();
  await visit.goto(`${baseURL}/cv/${slug}`);
  const shown = visit.getByRole('img', { name: 'Photo of Hannah Okafor' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(480);
  await stranger.close();
});

test('what is typed while a photo is on its way is sent soon after it', async ({ page, browser }) => {
  await example(page);
  await choose(page);
  const link = await saveFirst(page);
  await onServer(page);
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await elsewhere.route('**/api/photo_get', (route) => route.abort());
  await elsewhere.goto(link);
  await expect(elsewhere.locator('[data-server]')).toHaveAttribute('data-server', 'offline');
  await elsewhere.unroute('**/api/photo_get');
  let arrives = () => {};
  const held = new Promise<void>((resolve) => (arrives = resolve));
  const asked = new Promise<void>((resolve) => {
    void elsewhere.route('**/api/photo_get', async (route) => {
      resolve();
      await held;
      await route.continue();
    });
  });
  await elsewhere.reload();
  await ready(elsewhere);
  await asked;
  // The first round with the server is still under way, and has read the text.
  await basics(elsewhere, 'label').fill('Written meanwhile');
  await saved(elsewhere);
  arrives();
  await onServer(elsewhere);
  await other.close();
});

test('a backup brings its photo along', async ({ page, browser }) => {
  await example(page);
  await choose(page);
  const picture = await paper(page).first().locator('image').getAttribute('href');
  await page.locator('.menu > summary').click();
  const backup = await downloaded(page, () => page.locator('.menu-body').getByRole('button', { name: 'Download backup' }).click());
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/edit');
  await ready(other);
  await openFile(other, { name: 'cv.merit.json', mimeType: 'application/json', buffer: backup.bytes });
  await expect(paper(other).first().locator('image')).toHaveAttribute('href', picture!);
  await elsewhere.close();
});

test('a photo that the server does not take is told of, and not sent again', async ({ page, excused }) => {
  excused.push(/status of 409/);
  await example(page);
  await choose(page);
  let sent = 0;
  await page.route('**/api/photo_put', (route) => {
    sent += 1;
    return route.fulfill({ status: 409, contentType: 'application/json', body: JSON.stringify('Quota') });
  });
  await saveFirst(page);
  await onServer(page);
  const complaint = page.locator('.photo').getByRole('alert');
  await expect(complaint).toContainText('The server did not take this photo');
  await basics(page, 'label').fill('Written since');
  await onServer(page);
  expect(sent).toBe(1);
  await page.unroute('**/api/photo_put');
  await choose(page);
  await expect(complaint).toBeHidden();
  await expect(paper(page).first().locator('image')).toHaveCount(1);
});

test('the pictures of my CVs show it, and nobody else gets it', async ({ page, browser, baseURL }) => {
  await signUp(page);
  await example(page);
  await choose(page);
  const picture = paper(page).first().locator('image');
  const cut = (await picture.getAttribute('href'))!;
  await saveToAccount(page);
  // It has been there and come back.
  await expect(picture).not.toHaveAttribute('href', cut);
  await page.goto('/cvs');
  await expect(page.getByText('Photos: 1 of the 120')).toBeVisible();
  const address = await page.locator('.thumbnail image').getAttribute('href');
  expect(address).toMatch(/^\/cvs\/photos\/[0-9a-f]{32}$/);
  const photo = await page.request.get(address!);
  expect(photo.headers()['content-type']).toBe('image/jpeg');
  expect((await photo.body()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  const other = await browser.newContext({ baseURL });
  const eve = await other.newPage();
  await signUp(eve);
  expect((await eve.request.get(address!)).status()).toBe(404);
  await other.close();
  // Without it in the CV it still counts, for the version that shows it, and that is said.
  await page.locator('.shelf-text h2 a').click();
  await ready(page);
  await page.locator('.photo').getByRole('button', { name: 'Delete' }).click();
  await onServer(page);
  await page.goto('/cvs');
  await expect(page.getByText('In no CV any more, but perhaps in earlier versions: 1.')).toBeVisible();
});

test('the web page and the Word file have it too', async ({ page }) => {
  await example(page);
  await choose(page);
  const written = async (name: string) => {
    await page.locator('.menu > summary').click();
    await page.locator('.menu-body').getByRole('button', { name: 'Other formats' }).click();
    const dialog = page.getByRole('dialog', { name: 'Other formats' });
    return downloaded(page, () => dialog.getByRole('button', { name }).click());
  };
  const html = await written('Web page (HTML)');
  expect(html.bytes.toString()).toContain('src="data:image/jpeg;base64,');
  const word = await written('Word (DOCX)');
  expect(word.bytes.includes('word/media/photo.jpeg')).toBe(true);
});
