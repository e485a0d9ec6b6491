// Run by `cargo xtask bench browser`, one page at a time.
import base from '../playwright.config';

export default { ...base, testDir: '.', testMatch: '*.bench.ts', workers: 1, timeout: 300_000 };
