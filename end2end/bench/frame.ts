// What all benchmarks in the browser start from, and how they tell what they found.
import { test as base } from '../tests/support';

/** As the tests start, but a browser may say what it likes: only times are asked for. */
export const test = base.extend({
  excused: [async ({}, use) => use([]), { auto: true }],
});

export type Row = { name: string; value: number; unit: 'ms' | 'count' | 'x' | 'MB'; budget?: number };

/** The value that so large a part of all is smaller than. */
export function at(times: number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}
