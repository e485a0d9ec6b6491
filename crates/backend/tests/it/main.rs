//! The store on real databases: SQLite files, and PostgreSQL where there is one.

mod accounts;
mod audit;
mod backup;
mod canary;
mod documents;
mod ledger;
mod members;
mod opening;
mod publications;
mod schema;
mod support;
mod sweep;
