//! Everything is declared, every declaration is whole, and the gate holds.

mod erasure;
mod gate;
mod inventory;
mod populated;
mod retention;
