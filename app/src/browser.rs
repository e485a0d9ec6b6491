//! What talks to the browser itself. Compiles on the server too, where nothing
//! of it is ever called: it all starts from events and effects.

pub(crate) mod adviser;
pub(crate) mod ask;
pub(crate) mod database;
pub(crate) mod exporter;
pub(crate) mod files;
pub(crate) mod importer;
pub(crate) mod journal;
pub(crate) mod keep;
pub(crate) mod modules;
pub(crate) mod offline;
pub(crate) mod random;
pub(crate) mod sync;
pub(crate) mod tabs;
