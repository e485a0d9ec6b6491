//! The languages whose words this crate knows.

use cv::Language;
use serde::{Deserialize, Serialize};

/// A language with lists of words. In others only rules that need no words apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    Swedish,
    English,
}

impl Tongue {
    pub fn of(language: Language) -> Option<Tongue> {
        match language {
            Language::Swedish => Some(Tongue::Swedish),
            Language::English => Some(Tongue::English),
            _ => None,
        }
    }
}
