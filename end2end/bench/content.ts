// What the benchmarks set: the English example, its jobs repeated until it has so
// many pages. Those on the machine itself do likewise (`crates/typeset/benches`).
import { readFileSync } from 'node:fs';

type Resume = {
  basics: { name: string; label: string; summary: string };
  work: { name: string; summary: string }[];
  references: { name: string; reference: string }[];
};

/** Sizes of a CV in pages of the first template, with as many jobs. */
export const SIZES = [
  { pages: 2, jobs: 3 },
  { pages: 14, jobs: 72 },
  { pages: 40, jobs: 228 },
];

/** The example as JSON Resume, with so many jobs. */
export function example(jobs: number): Resume {
  const file = new URL('../../crates/cv/examples/en.json', import.meta.url);
  const resume: Resume = JSON.parse(readFileSync(file, 'utf8'));
  const own = resume.work;
  resume.work = Array.from({ length: jobs }, (_, n) => {
    const job = own[n % own.length]!;
    const round = Math.floor(n / own.length);
    // No two jobs are alike, as nobody's are.
    return round === 0 ? job : { ...job, name: `${job.name} ${round + 1}` };
  });
  return resume;
}
