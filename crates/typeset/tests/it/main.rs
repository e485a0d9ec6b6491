mod arbitrary;
mod documents;
mod fonts;
#[cfg(feature = "html")]
mod html;
mod hyphenation;
mod incremental;
mod leftwards;
mod linne;
#[cfg(feature = "html")]
mod markup;
mod pages;
mod pdf;
#[cfg(feature = "html")]
mod redacted;
mod svg;
mod templates;
mod text;
