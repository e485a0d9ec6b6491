//! The store on real databases: SQLite files, and PostgreSQL where there is one.

mod accounts;
mod audit;
mod backup;
mod canary;
mod consent;
mod documents;
mod erasure;
mod export;
mod keys;
mod ledger;
mod mail;
mod members;
mod opening;
mod photos;
mod populated;
mod publications;
mod retention;
mod rotation;
mod schema;
mod shelf;
mod sign_in;
mod sign_up;
mod staff;
mod standing;
mod support;
mod sweep;
