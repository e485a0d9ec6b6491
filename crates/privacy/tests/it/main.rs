//! Everything is declared, every declaration is whole, and the gate holds.

mod consent;
mod erasure;
mod gate;
mod inventory;
mod populated;
mod retention;
