mod accessibility;
mod arbitrary;
mod checks;
#[cfg(feature = "code")]
mod code;
mod documents;
#[cfg(feature = "exports")]
mod exports;
#[cfg(feature = "exports")]
mod exports_back;
mod fonts;
#[cfg(feature = "html")]
mod html;
mod hyphenation;
mod incremental;
mod leftwards;
mod letter;
mod linne;
mod marks;
#[cfg(feature = "html")]
mod markup;
#[cfg(feature = "exports")]
mod numbered;
mod options;
mod pages;
mod pdf;
#[cfg(feature = "html")]
mod personal;
mod photo;
#[cfg(feature = "readback")]
mod readers;
#[cfg(feature = "html")]
mod redacted;
mod sections;
mod svg;
mod templates;
mod text;
