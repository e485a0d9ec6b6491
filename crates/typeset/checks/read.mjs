// The text of PDFs as pdf.js has it: the reader of Firefox, and of many programs
// that receive CVs in JavaScript. Prints JSON, a text for each file of a folder,
// with a form feed after each page.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What it has to say is not part of the answer.
console.log = console.warn = console.error;
// It would draw with these, and nothing is drawn here.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {};
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');

const folder = process.argv[2];
const texts = {};
for (const name of readdirSync(folder).sort()) {
  const data = new Uint8Array(readFileSync(join(folder, name)));
  const task = getDocument({ data, verbosity: VerbosityLevel.ERRORS, isEvalSupported: false });
  const pdf = await task.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    for (const item of content.items) text += item.str + (item.hasEOL ? '\n' : '');
    text += '\f';
  }
  texts[name] = text;
  await task.destroy();
}
process.stdout.write(JSON.stringify(texts));
