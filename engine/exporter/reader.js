// What a program reads of a PDF: Mozilla's pdf.js, as recruiting systems use it.
//
// A file of its own, bundled by the client build and fetched only when a PDF has
// been made. It runs without a worker: a CV has few pages, and a worker would have
// to be allowed by the security policy.
import { getDocument } from 'pdfjs-dist/build/pdf.min.mjs';
import * as worker from 'pdfjs-dist/build/pdf.worker.min.mjs';

globalThis.pdfjsWorker = worker;

/** What `read` makes of the text items of each page, a form feed between pages. */
async function pages(bytes, read, most = Infinity) {
  const task = getDocument({ data: bytes, disableFontFace: true, useSystemFonts: false, useWasm: false });
  try {
    const file = await task.promise;
    const pages = [];
    for (let number = 1; number <= Math.min(file.numPages, most); number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(read(items));
    }
    return pages.join('\f');
  } finally {
    await task.destroy();
  }
}

/** The text of a PDF in the order of its content, a form feed between pages. */
export const text = (bytes) =>
  pages(bytes, (items) => items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));

/**
 * The lines of somebody's CV, for the importer: what stands at another height is
 * another line, and a gap as wide as a letter is high is a tab. No CV has more pages.
 */
export const lines = (bytes) =>
  pages(bytes, (items) => {
    let out = '';
    let last;
    for (const { str, hasEOL, transform, width, height } of items) {
      if (str.trim()) {
        const [x, y] = transform.slice(4);
        if (last && Math.abs(y - last.y) > Math.max(height, last.height) / 2) out += '\n';
        else if (last && x - last.end > height) out += '\t';
        last = { y, height, end: x + width };
      }
      out += str;
      if (hasEOL) out += '\n';
    }
    return out;
  }, 100);
