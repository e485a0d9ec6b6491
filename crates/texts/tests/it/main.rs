//! The compiler of texts, the functions it makes, and the words themselves.

mod compiler;
mod functions;
mod lang;
mod words;
