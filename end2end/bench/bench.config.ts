// Run by `cargo xtask bench`, one page at a time.
import base from '../playwright.config';

export default { ...base, testDir: '.', testMatch: '*.bench.ts', outputDir: '../test-results', workers: 1, timeout: 600_000 };
