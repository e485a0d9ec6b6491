//! Everything is declared, every declaration is whole, and the gate holds.

mod consent;
mod gate;
mod inventory;
mod populated;
