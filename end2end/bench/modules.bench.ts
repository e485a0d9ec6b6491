// The editor's modules by themselves in a real browser: how much of a key is layout,
// and starting, another template, fitting and PDF. Results as in `editor.bench.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { edit, expect } from '../tests/support';
import { example, SIZES } from './content';
import { at, test, type Row } from './frame';

const rows: Row[] = [];

test.afterAll(() => writeFileSync(process.env.BENCH_OUT!, JSON.stringify(rows)));

const HARNESS = readFileSync(new URL('modules.js', import.meta.url), 'utf8');
/** What making a PDF may take, in milliseconds, by the pages of the CV. */
const PDF: Record<number, number> = { 2: 25 };

for (const { pages, jobs } of SIZES) {
  test(`the modules by themselves, ${pages} pages`, async ({ page }) => {
    const merit = JSON.stringify(example(jobs));
    await edit(page);
    // Each template as a document holds it.
    await page.getByRole('button', { name: 'Looks' }).click();
    const radios = page.getByRole('dialog', { name: 'Looks' }).locator('.template').getByRole('radio');
    const templates = await radios.evaluateAll((all) => all.map((radio) => JSON.parse(radio.dataset.template!)));
    await page.evaluate(HARNESS);
    const times = await page.evaluate(
      async ([file, templates, pages]) => {
        const { load, read, bring, engine } = (window as any).modules;
        const [importer, preview, writer] = [await load('importer'), await load('preview'), await load('writer')];
        const document_ = read(importer, file, 'en');
        const opened = JSON.stringify(document_);
        const files = { faces: [], patterns: {} };
        // Everything that any of the templates asks for is here before a clock runs.
        const first = new preview.Preview();
        for (const template of templates) await bring(first, first.open(JSON.stringify({ ...document_, template })), files);

        const timed = (work: () => unknown) => {
          const start = performance.now();
          work();
          return performance.now() - start;
        };
        const times = (many: number, work: (n: number) => unknown) => Array.from({ length: many }, (_, n) => timed(() => work(n)));
        const edit = (engine: any, edit: unknown) => engine.apply(JSON.stringify({ format: 1, edit }));
        const set = () => {
          const made = engine(preview, files);
          made.open(opened);
          return made;
        };

        const cold = Array.from({ length: 5 }, () => timed(set));
        const warm = set();
        const name = (n: number) => edit(warm, { set_field: { item: '0'.repeat(16), field: 'name', value: { text: `Hannah Okafor ${n}` } } });
        const item = document_.sections.at(-1).items.at(-1).id;
        const reference = (n: number) => {
          const rich = [{ paragraph: [{ text: `Hannah is the reason our board stopped arguing, ${n}` }] }];
          edit(warm, { set_field: { item, field: 'reference', value: { rich } } });
        };
        const keys = { first: times(100, name), last: times(100, reference) };
        // Each a template that this engine has not seen.
        const change = (engine: any, template: unknown) => edit(engine, { set_template: { template } });
        const changes = templates.slice(1).map((template) => timed(() => change(warm, template)));
        const fit = Array.from({ length: 3 }, () => {
          const made = set();
          return timed(() => made.fit(pages - 1));
        });
        const pdf = (pages: Uint8Array, many: number) => times(many, () => writer.write(pages, files.faces));
        const own = set();
        const written = pdf(own.pages(), pages > 10 ? 7 : 20);
        const inEach = templates.map((template) => {
          change(own, template);
          return { name: template.name, times: pages > 10 ? [] : pdf(own.pages(), 20) };
        });
        const { pages: count } = JSON.parse(set().refresh());
        return { count, cold, keys, changes, fit, written, inEach };
      },
      [merit, templates, pages] as const,
    );
    expect(times.count).toBe(pages);
    const tell = (what: string, value: number, budget?: number) =>
      rows.push({ name: `browser, ${pages} pages: ${what}`, value, unit: 'ms', budget });
    tell('layout, cold', at(times.cold, 0.5));
    tell('layout after a key, first field', at(times.keys.first, 0.5));
    tell('layout after a key, last field', at(times.keys.last, 0.5));
    tell('another template, median of them', at(times.changes, 0.5));
    tell('another template, slowest of them', Math.max(...times.changes));
    tell('fit on a page less', at(times.fit, 0.5));
    tell('PDF, first', times.written[0]!);
    tell('PDF, p50', at(times.written, 0.5), PDF[pages]);
    const each = times.inEach.filter(({ times }) => times.length > 0).map(({ name, times }) => ({ name, p50: at(times, 0.5) }));
    const slowest = each.sort((a, b) => b.p50 - a.p50)[0];
    if (slowest) tell(`PDF, slowest template (${slowest.name}), p50`, slowest.p50, PDF[pages]);
  });
}
