// The public page of every template: on a telephone in the dark and on a desk in the
// light, read by somebody without JavaScript.
import AxeBuilder from '@axe-core/playwright';
import { example, expect, onServer, saveFirst, test } from './support';

const TEMPLATES = ['linne', 'celsius', 'berzelius', 'hilma', 'rudbeck', 'lagerlof', 'kovalevsky', 'polhem'];

test('every template has a page that can be read on a phone and in the dark', async ({ page, browser, baseURL }) => {
  test.slow();
  await example(page, 'Swedish');
  await saveFirst(page);
  await onServer(page);
  const slugs = await page.evaluate(async (templates) => {
    const call = async (name: string, body: unknown) => {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return answer.json();
    };
    const [{ id: first }] = await call('cv_list', {});
    const document = JSON.parse((await call('cv_load', { id: first, known: null })).document);
    const slugs: string[] = [];
    for (const [number, name] of templates.entries()) {
      document.template = { ...document.template, name };
      const id = `01890000-0000-7000-8000-${(0xabc000 + number).toString(16).padStart(12, '0')}`;
      await call('cv_create', { id, document: JSON.stringify(document) });
      const slug = `look-${name}-${Math.random().toString(36).slice(2, 10)}`;
      const body = new URLSearchParams({ version: '1', slug, show: 'label' });
      await fetch(`/share/${id}/publish`, { method: 'POST', body });
      slugs.push(slug);
    }
    return slugs;
  }, TEMPLATES);

  for (const [colorScheme, viewport] of [
    ['dark', { width: 390, height: 844 }],
    ['light', { width: 1280, height: 900 }],
  ] as const) {
    const context = await browser.newContext({ colorScheme, viewport, javaScriptEnabled: true });
    const reader = await context.newPage();
    const foreign: string[] = [];
    reader.on('request', (request) => {
      if (!request.url().startsWith(baseURL!) && !request.url().startsWith('data:')) foreign.push(request.url());
    });
    for (const slug of slugs) {
      await test.step(`${slug}, ${colorScheme}`, async () => {
        const answer = await reader.goto(`${baseURL}/cv/${slug}`);
        expect(answer!.status()).toBe(200);
        await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(reader.getByRole('heading', { level: 2 }).first()).toBeVisible();
        expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
        const axe = await new AxeBuilder({ page: reader }).analyze();
        expect(axe.violations).toEqual([]);
      });
    }
    expect(foreign).toEqual([]);
    await context.close();
  }
});
