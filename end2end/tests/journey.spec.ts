// The main job from beginning to end, as a person does it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { basics, downloadPdf, edit, example, expect, openFile, paper, pdfText, ready, rendered, sample, saved, test, unfold } from './support';

test('from the start page to a PDF: create, type, import, reorder, undo, reload, offline, come back', async ({ page, context }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Create a CV' }).click();
  await ready(page);

  await test.step('every keystroke shows on the page', async () => {
    await basics(page, 'name').pressSequentially('Ada');
    await expect(paper(page).first()).toContainText('Ada');
    await basics(page, 'name').pressSequentially(' Lovelace');
    await expect(paper(page).first()).toContainText('Ada Lovelace');
    await saved(page);
  });

  await test.step('an import becomes a draft of its own and says what it changed', async () => {
    await openFile(page, sample('04-legacy-v0-jane-fullstacker.jsonresume'));
    const report = page.getByRole('dialog', { name: 'What happened during the import' });
    await expect(report.getByText('basics.picture')).toBeVisible();
    await report.getByRole('button', { name: 'To the form' }).click();
    await expect(basics(page, 'name')).toHaveValue('Jane Q. Fullstacker');
    await expect(paper(page).first()).toContainText('Area 52');
    await saved(page);
  });

  const section = await unfold(page, 'Experience');
  const names = section.locator('.item-head .name');
  const before = await names.allTextContents();

  await test.step('an entry moves by keyboard, and undo puts it back', async () => {
    await section.getByRole('button', { name: /^Move .*Area 52/ }).press('ArrowDown');
    await expect(names).toHaveText([before[1], before[0], ...before.slice(2)]);
    const text = await paper(page).first().textContent();
    expect(text!.indexOf(before[1])).toBeLessThan(text!.indexOf(before[0]));
    await page.keyboard.press('Control+z');
    await expect(names).toHaveText(before);
    await page.keyboard.press('Control+Shift+z');
    await expect(names).toHaveText([before[1], before[0], ...before.slice(2)]);
    await page.keyboard.press('Control+z');
    await expect(names).toHaveText(before);
    await saved(page);
  });

  await test.step('the PDF is named after the person and holds the text', async () => {
    const pdf = await downloadPdf(page);
    expect(pdf.name).toBe('Jane-Q-Fullstacker-CV.pdf');
    expect(pdfText(pdf.bytes)).toContain('Area 52');
  });

  await test.step('a reload brings the draft back', async () => {
    await page.reload();
    await ready(page);
    await expect(basics(page, 'name')).toHaveValue('Jane Q. Fullstacker');
    await expect(paper(page).first()).toContainText('Area 52');
  });

  await test.step('without a network everything goes on, the PDF too', async () => {
    await context.setOffline(true);
    await expect(page.getByText('No contact with the server').first()).toBeVisible();
    await basics(page, 'label').fill('Typed without a network');
    await expect(paper(page).first()).toContainText('Typed without a network');
    await saved(page);
    expect(pdfText((await downloadPdf(page)).bytes)).toContain('Typed without a network');
    await context.setOffline(false);
    await expect(page.locator('.status')).toHaveText('Saved in this browser');
  });

  await test.step('who closes the tab and comes back finds it', async () => {
    await page.close();
    const again = await context.newPage();
    await edit(again);
    await expect(basics(again, 'label')).toHaveValue('Typed without a network');
  });
});

test('the PDF of the browser is that of the command line, byte for byte', async ({ page }) => {
  await edit(page);
  for (const name of ['02-complete-fixture.jsonresume', 'svensk.jsonresume', '16-reactive-resume-v5-sample']) {
    await openFile(page, sample(name));
    await page.getByRole('button', { name: 'To the form' }).click();
    await saved(page);
    const pdf = await downloadPdf(page);
    expect(pdf.bytes.equals(rendered(readFileSync(sample(name)), 'pdf')), name).toBe(true);
  }
});

test('nothing typed before the program has arrived is lost', async ({ page }) => {
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/pkg/app-*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/edit', { waitUntil: 'commit' });
  await basics(page, 'name').pressSequentially('Typed early');
  await basics(page, 'city').fill('Uppsala');
  arrive();
  await ready(page);
  await expect(basics(page, 'name')).toHaveValue('Typed early');
  await expect(basics(page, 'city')).toHaveValue('Uppsala');
  await expect(paper(page).first()).toContainText('Typed early');
  await saved(page);
  await page.reload();
  await ready(page);
  await expect(basics(page, 'name')).toHaveValue('Typed early');
});

test('what comes after the form is said to be missing, fetched again, and does what was asked', async ({ page, excused }) => {
  excused.push(/ERR_FAILED|Failed to fetch/);
  await page.route('**/pkg/later-*.wasm', (route) => route.abort());
  await page.goto('/edit');
  const notice = page.getByText('A part of the editor did not arrive');
  await expect(notice).toBeVisible();
  // The form needs none of it.
  await basics(page, 'name').fill('Without dialogs');
  await saved(page);
  await page.getByRole('banner').getByRole('button', { name: 'Drafts' }).click();
  await page.unroute('**/pkg/later-*.wasm');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'Drafts' })).toBeVisible();
});

test('a browser that is killed in the middle of typing loses nothing that was shown as saved', async ({ baseURL }, info) => {
  const { launchOptions } = info.project.use;
  const profile = mkdtempSync(join(tmpdir(), 'merit-profile-'));
  const start = () => chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, locale: 'en-GB' });
  try {
    const context = await start();
    const page = context.pages()[0];
    await example(page);
    await basics(page, 'label').fill('Until the lights went out');
    await saved(page);
    // All of the browser's processes, at once.
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile)) process.kill(Number(id), 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    }
    const again = await start();
    await edit(again.pages()[0]);
    await expect(basics(again.pages()[0], 'label')).toHaveValue('Until the lights went out');
    await again.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('two tabs with one draft follow each other and lose nothing', async ({ page, context }) => {
  await example(page);
  const other = await context.newPage();
  await edit(other);
  await basics(other, 'label').fill('From the other tab');
  await expect(basics(page, 'label')).toHaveValue('From the other tab');
  await expect(paper(page).first()).toContainText('From the other tab');
  await basics(page, 'city').fill('Here');
  await expect(basics(other, 'city')).toHaveValue('Here');
  await saved(page);
  await saved(other);
  await other.reload();
  await ready(other);
  await expect(basics(other, 'label')).toHaveValue('From the other tab');
  await expect(basics(other, 'city')).toHaveValue('Here');
});

test('where the browser cannot make the PDF the server does, after asking', async ({ page, excused }) => {
  excused.push(/Failed to load resource/);
  await page.route('**/pkg/writer-*', (route) => route.abort());
  await example(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
  });
  await page.getByRole('button', { name: 'Download PDF' }).click();
  const question = page.getByRole('dialog', { name: 'Shall the server make the PDF?' });
  await expect(question).toBeVisible();
  expect(asked).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: 'Send and make the PDF' }).click(),
  ]);
  expect(asked).toEqual(['/api/pdf_render']);
  expect(pdfText(readFileSync(await download.path()))).toContain(await basics(page, 'name').inputValue());
});

test('on a phone the PDF is offered to other programs, and saved where that fails', async ({ page }) => {
  await page.addInitScript(() => {
    const match = window.matchMedia.bind(window);
    window.matchMedia = (query) => (query === '(pointer: coarse)' ? ({ matches: true } as MediaQueryList) : match(query));
    const shared: { name: string; type: string }[] = [];
    Object.assign(window, { shared, refuse: false });
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => {
        if ((window as unknown as { refuse: boolean }).refuse) throw new DOMException('no', 'NotAllowedError');
        shared.push({ name: files[0].name, type: files[0].type });
      },
    });
  });
  await example(page);
  await page.getByRole('button', { name: 'Download PDF' }).click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { shared: unknown }).shared))
    .toEqual([{ name: 'Hannah-Okafor-CV.pdf', type: 'application/pdf' }]);
  await page.evaluate(() => Object.assign(window, { refuse: true }));
  expect((await downloadPdf(page)).name).toBe('Hannah-Okafor-CV.pdf');
});
