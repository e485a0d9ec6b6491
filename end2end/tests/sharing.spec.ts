// Public pages: published by their owner, read by strangers, taken down.
import AxeBuilder from '@axe-core/playwright';
import { accessible, basics, example, expect, onServer, saveFirst, test } from './support';

test('share, look without JavaScript and on a phone, change, publish again, take down', async ({ page, browser, baseURL }) => {
  await example(page);
  await basics(page, 'phone').fill('+46 70 174 06 05');
  await basics(page, 'address').fill('Storgatan 1');
  await saveFirst(page);
  await onServer(page);
  await page.getByRole('link', { name: 'Share' }).click();
  const stranger = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const visit = await stranger.newPage();
  // The editor has an address too.
  await page.getByRole('button', { name: 'Publish' }).waitFor();
  const slug = await page.getByLabel('Address').last().inputValue();
  const address = `${baseURL}/cv/${slug}`;
  expect((await visit.goto(address))!.status()).toBe(404);

  await test.step('the page is shown as a stranger will see it, with what is hidden hidden', async () => {
    await expect(page.getByText('copies that others have made cannot be called back')).toBeVisible();
    const preview = page.frameLocator('iframe');
    await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(preview.getByText('+46 70 174 06 05')).toHaveCount(0);
    await expect(page.getByLabel('Phone', { exact: true })).not.toBeChecked();
    await page.getByLabel('Phone', { exact: true }).check();
    await page.getByRole('button', { name: 'Show me' }).click();
    await expect(page.frameLocator('iframe').getByText('+46 70 174 06 05')).toBeVisible();
    await expect(page.frameLocator('iframe').getByText('Storgatan 1')).toHaveCount(0);
    await page.getByLabel('Phone', { exact: true }).uncheck();
    // The page in the frame is looked at by itself, below.
    const axe = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(axe.violations).toEqual([]);
  });

  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { name: /^Public until/ })).toBeVisible();

  await test.step('a stranger reads it, without JavaScript, on a phone', async () => {
    const response = await visit.goto(address);
    expect(response!.status()).toBe(200);
    await expect(visit.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await visit.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const html = await visit.content();
    // Data for search engines, and nothing that runs.
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
    for (const hidden of ['174 06 05', 'Storgatan 1']) expect(html).not.toContain(hidden);
    const pdf = await stranger.request.get(`${address}.pdf`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    const card = await (await stranger.request.get(`${address}.vcf`)).text();
    expect(card).toContain('BEGIN:VCARD');
    expect(card).not.toContain('174 06 05');
    const json = await (await stranger.request.get(`${address}.json`)).text();
    expect(json).not.toContain('174 06 05');
  });

  await test.step('it is accessible in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme });
      const reader = await context.newPage();
      const said: string[] = [];
      reader.on('console', (message) => said.push(message.text()));
      await reader.goto(address);
      const axe = await new AxeBuilder({ page: reader }).analyze();
      expect(axe.violations, colorScheme).toEqual([]);
      expect(said).toEqual([]);
      await context.close();
    }
  });

  await test.step('editing changes nothing public until it is published again', async () => {
    await page.getByRole('link', { name: 'Back to your CV' }).click();
    await page.locator('html[data-hydrated]').waitFor();
    await basics(page, 'label').fill('Something quite new');
    await onServer(page);
    await visit.reload();
    await expect(visit.getByText('Something quite new')).toHaveCount(0);
    await page.getByRole('link', { name: 'Share' }).click();
    await expect(page.getByText('as it was when you published it')).toBeVisible();
    await page.getByRole('link', { name: 'Change' }).click();
    await page.getByText('What differs').click();
    await expect(page.locator('.changes ins').first()).toContainText('Something quite new');
    await page.getByRole('button', { name: 'Publish the changes' }).click();
    await expect(page.getByText('The page shows your CV as it is saved.')).toBeVisible();
    await visit.reload();
    await expect(visit.getByText('Something quite new')).toBeVisible();
  });

  await test.step('taken down, it is gone within a second', async () => {
    await page.getByRole('button', { name: 'Take the page down' }).click();
    const before = Date.now();
    for (const ending of ['', '.pdf', '.json']) {
      expect((await visit.request.get(`${address}${ending}`)).status(), ending).toBe(410);
    }
    expect(Date.now() - before).toBeLessThan(1000);
    await visit.goto(address);
    await expect(visit.getByRole('heading', { level: 1 })).toHaveText('This page has been taken down');
  });
  await stranger.close();
});

test('links without JavaScript and in Swedish: made, protected, moved, taken down', async ({ page, context, browser, baseURL }) => {
  await example(page, 'Swedish');
  await saveFirst(page);
  await onServer(page);
  const path = await page.getByRole('link', { name: 'Share' }).getAttribute('href');
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE', viewport: { width: 390, height: 844 } });
  await plain.addCookies(await context.cookies());
  const visit = await plain.newPage();
  await visit.goto(`${baseURL}${path}`);
  const slug = `mitt-cv-${Date.now()}`;
  await visit.getByLabel('Adress').last().fill(slug);
  await visit.getByLabel('Namn', { exact: true }).last().fill('Volvo');
  await visit.getByLabel('Lösenord (valfritt)').fill('tre gula paddor i mossen');
  await visit.getByRole('button', { name: 'Publicera' }).click();
  await expect(visit.getByRole('heading', { level: 1 })).toHaveText('Volvo');
  await expect(visit.getByRole('heading', { name: /^Publik till och med/ })).toBeVisible();

  const stranger = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' });
  const guest = await stranger.newPage();
  await test.step('whoever was given the password opens it', async () => {
    await guest.goto(`${baseURL}/cv/${slug}`);
    await accessible(guest, 'the form for the password');
    await guest.getByLabel('Lösenord').fill('tre gula');
    await guest.getByRole('button', { name: 'Öppna sidan' }).click();
    await expect(guest.getByRole('alert')).toHaveText(/Det är inte lösenordet/);
    await guest.getByLabel('Lösenord').fill('tre gula paddor i mossen');
    await guest.getByRole('button', { name: 'Öppna sidan' }).click();
    await expect(guest.locator('html')).toHaveAttribute('lang', 'sv');
    await expect(guest.getByText('Arbetslivserfarenhet')).toBeVisible();
  });

  await test.step('another address, and the old one leads to it', async () => {
    await visit.getByText('QR-kod', { exact: true }).click();
    await expect(visit.getByRole('img', { name: 'QR-kod med sidans adress' })).toBeVisible();
    await visit.getByLabel('Adress').last().fill(`${slug}-2`);
    await visit.getByRole('button', { name: 'Spara' }).click();
    await expect(visit.getByRole('status')).toHaveText('Sparat.');
    expect(await visit.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await guest.goto(`${baseURL}/cv/${slug}`);
    expect(new URL(guest.url()).pathname).toBe(`/cv/${slug}-2`);
    await expect(guest.getByText('Arbetslivserfarenhet')).toBeVisible();
  });

  await test.step('the list takes it down, and both addresses say so', async () => {
    await visit.getByRole('link', { name: 'Alla länkar' }).click();
    await accessible(visit, 'the list');
    await visit.getByRole('button', { name: 'Ta ner', exact: true }).click();
    await expect(visit.getByRole('listitem').getByText('Nertagen')).toBeVisible();
    for (const old of [slug, `${slug}-2`]) {
      expect((await guest.goto(`${baseURL}/cv/${old}`))!.status()).toBe(410);
    }
  });
  await stranger.close();
  await plain.close();
});
