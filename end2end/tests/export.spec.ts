// A copy of everything: asked for, waited for without a script, downloaded, and
// read from the disk.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { accessible, basics, downloaded, edit, expect, pdfText, saved, saveFirst, saveToAccount, signUp, test } from './support';

/** The files of an archive whose sizes stand before each file. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = 0;
  while (zip.readUInt32LE(at) === 0x04034b50) {
    const method = zip.readUInt16LE(at + 8);
    const packed = zip.readUInt32LE(at + 18);
    const name = zip.readUInt16LE(at + 26);
    const start = at + 30 + name;
    const data = zip.subarray(start, start + packed);
    files.set(zip.toString('utf8', at + 30, start), method === 8 ? inflateRawSync(data) : data);
    at = start + packed;
  }
  return files;
}

test('a member asks, waits without a script, and reads everything', async ({ page, browser, baseURL }) => {
  await signUp(page);
  await edit(page);
  await basics(page, 'name').fill('Anna Åström');
  await saveToAccount(page);
  // As in a browser that runs no script.
  const cookies = await page.context().cookies();
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB', baseURL });
  await plain.addCookies(cookies);
  const still = await plain.newPage();
  await still.goto('/account');
  await still.getByRole('link', { name: 'Make a copy of everything' }).click();
  await still.getByRole('button', { name: 'Make a copy of everything' }).click();
  const download = still.getByRole('link', { name: 'Download the copy' });
  // The page comes by itself to where the copy is ready.
  await expect(download).toBeVisible({ timeout: 30_000 });
  await plain.close();

  await page.goto('/account/export');
  await accessible(page, 'a copy that is ready');
  const { name, bytes } = await downloaded(page, () => page.getByRole('link', { name: 'Download the copy' }).click());
  expect(name).toMatch(/^merit-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzip(bytes);
  const manifest = JSON.parse(files.get('manifest.json')!.toString());
  expect(manifest.missing).toEqual([]);
  for (const file of manifest.files) {
    const hash = createHash('sha256').update(files.get(file.name)!).digest('hex');
    expect(hash, file.name).toBe(file.sha256);
  }
  const pdf = [...files].find(([file]) => file.endsWith('/cv.pdf'))!;
  expect(pdfText(pdf[1])).toContain('Anna Åström');

  // The page in it, from the disk: complete, readable, and it asks for nothing.
  const folder = mkdtempSync(join(tmpdir(), 'merit-copy-'));
  try {
    const place = join(folder, 'index.html');
    writeFileSync(place, files.get('index.html')!);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(place).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything that is kept of you');
    await expect(page.getByRole('heading', { name: 'Your CVs', exact: true })).toBeVisible();
    await accessible(page, 'the page in a copy');
    expect(asked).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a copy goes when its owner says so, and the page can be kept still', async ({ page }) => {
  await edit(page);
  await basics(page, 'name').fill('Berit Berg');
  await saved(page);
  await saveFirst(page);
  await page.goto('/account/export');
  await accessible(page, 'no copy yet');
  await page.getByRole('button', { name: 'Make a copy of everything' }).click();
  await expect(page.getByRole('link', { name: 'Download the copy' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Delete the copy here' }).click();
  await expect(page.getByRole('button', { name: 'Make a copy of everything' })).toBeVisible();
  await page.goto('/account/export?still=on');
  await expect(page.locator('meta[http-equiv=refresh]')).toHaveCount(0);
});
