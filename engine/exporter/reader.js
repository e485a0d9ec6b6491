// What a program reads of a PDF: Mozilla's pdf.js, as recruiting systems use it.
//
// A file of its own, bundled by the client build and fetched only when a PDF has
// been made. It runs without a worker: a CV has few pages, and a worker would have
// to be allowed by the security policy.
import { getDocument } from 'pdfjs-dist/build/pdf.min.mjs';
import * as worker from 'pdfjs-dist/build/pdf.worker.min.mjs';

globalThis.pdfjsWorker = worker;

/** The text of a PDF in the order of its content, a form feed between pages. */
export async function text(bytes) {
  const task = getDocument({ data: bytes, disableFontFace: true, useSystemFonts: false, useWasm: false });
  try {
    const file = await task.promise;
    const pages = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
    }
    return pages.join('\f');
  } finally {
    await task.destroy();
  }
}
