mod accessibility;
mod arbitrary;
mod checks;
mod documents;
#[cfg(feature = "exports")]
mod exports;
mod fonts;
#[cfg(feature = "html")]
mod html;
mod hyphenation;
mod incremental;
mod linne;
#[cfg(feature = "html")]
mod markup;
mod pages;
mod pdf;
#[cfg(feature = "readback")]
mod readers;
#[cfg(feature = "html")]
mod redacted;
mod svg;
mod templates;
mod text;
