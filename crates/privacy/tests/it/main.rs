//! Everything is declared, every declaration is whole, and the gate holds.

mod abstained;
mod age;
mod asked;
mod case;
mod class;
mod clocks;
mod consent;
mod erasure;
mod gate;
mod inventory;
mod policy;
mod populated;
mod promises;
mod record;
mod regime;
mod registers;
mod retention;
mod transfer;
