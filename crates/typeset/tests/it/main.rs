mod arbitrary;
mod documents;
mod fonts;
#[cfg(feature = "html")]
mod html;
mod incremental;
mod linne;
#[cfg(feature = "html")]
mod markup;
mod options;
mod pages;
mod pdf;
mod photo;
#[cfg(feature = "html")]
mod redacted;
mod svg;
mod templates;
mod text;
