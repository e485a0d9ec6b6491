// Runs within the page of the editor, in any browser: its modules by themselves,
// and whatever a document makes them ask for.
(() => {
  const names = document.documentElement.dataset;

  /** Loads a module of the page by its name. */
  const load = async (name) => {
    const module = await window.merit.load(names[`${name}Js`]);
    // Of the page's own kind: a driver's script may have other objects than the page.
    const options = new window.Object();
    options.module_or_path = names[`${name}Wasm`];
    await module.default(options);
    return module;
  };

  /** A file of any format as a document in our own form. */
  const read = (importer, file, language) => {
    let last = 0n;
    const bytes = new TextEncoder().encode(file);
    const answer = JSON.parse(importer.read(bytes, language, names.template, () => ++last));
    if (!answer.Ok) throw new Error(`the file cannot be read: ${JSON.stringify(answer.Err)}`);
    return answer.Ok.document;
  };

  const bytes = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };

  /** Fetches what an engine with a document lacks, until it lacks nothing. */
  const bring = async (engine, status, files) => {
    for (let said = JSON.parse(status); said.lacking.length > 0; said = JSON.parse(engine.refresh())) {
      for (const { face, patterns } of said.lacking) {
        if (face) {
          // The page shows text in this face: it has to be there when it is measured.
          await document.fonts.load(face.css);
          files.faces[face.number] ??= await bytes(`/fonts/${face.file}`);
          engine.add_face(face.number, files.faces[face.number]);
        } else {
          files.patterns[patterns.language] ??= await bytes(`/hyphenation/${patterns.file}`);
          engine.set_patterns(patterns.language, files.patterns[patterns.language]);
        }
      }
    }
  };

  /** An engine with all the files that were fetched before. */
  const engine = (preview, files) => {
    const made = new preview.Preview();
    files.faces.forEach((file, number) => made.add_face(number, file));
    for (const [language, file] of Object.entries(files.patterns)) made.set_patterns(language, file);
    return made;
  };

  window.modules = { load, read, bring, engine };
})();
