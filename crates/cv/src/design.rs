//! What the owner of a document chose of its looks, beyond the template.
//!
//! Everything is optional: what is not chosen is as the template has it, and is
//! not written. Values that a template cannot follow are not representable, so
//! that whoever sets pages has nothing to check.

use serde::{Deserialize, Serialize};

/// Choices for the document as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Design {
    /// "Page 2 of 3" from the second page on.
    #[serde(skip_serializing_if = "is_true")]
    pub page_numbers: bool,
    /// The person's name from the second page on.
    #[serde(skip_serializing_if = "is_true")]
    pub running_name: bool,
    /// How much larger text is than the template has it.
    #[serde(skip_serializing_if = "Step::is_usual")]
    pub size: Step,
    /// How much farther apart lines, entries and sections are.
    #[serde(skip_serializing_if = "Step::is_usual")]
    pub spacing: Step,
    /// How much wider the margins are.
    #[serde(skip_serializing_if = "Step::is_usual")]
    pub margins: Step,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<Color>,
    /// A font pair by its name, which `typeset` knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fonts: Option<String>,
    /// Small pictures before the ways to reach a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icons: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateForm>,
    /// Of skills and languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<LevelDisplay>,
}

/// How dates are written. A date that is text stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateForm {
    /// `sep 2016`
    Short,
    /// `september 2016`
    Long,
    /// `2016-09`, as ISO 8601 has it.
    Iso,
    /// `09/2016`. A day is not told: which of two numbers it is differs between
    /// countries.
    Slash,
    /// `2016`
    Years,
}

impl DateForm {
    pub const ALL: [DateForm; 5] = [
        DateForm::Short,
        DateForm::Long,
        DateForm::Iso,
        DateForm::Slash,
        DateForm::Years,
    ];
}

/// How it is shown how well somebody knows something. Dots and bars stand only
/// for words that [`crate::level::of`] knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LevelDisplay {
    Words,
    Dots,
    Bar,
    /// Not at all.
    None,
}

impl LevelDisplay {
    pub const ALL: [LevelDisplay; 4] = [
        LevelDisplay::Words,
        LevelDisplay::Dots,
        LevelDisplay::Bar,
        LevelDisplay::None,
    ];
}

impl Default for Design {
    fn default() -> Design {
        Design {
            page_numbers: true,
            running_name: true,
            size: Step::USUAL,
            spacing: Step::USUAL,
            margins: Step::USUAL,
            accent: None,
            fonts: None,
            icons: None,
            dates: None,
            levels: None,
        }
    }
}

impl Design {
    /// Nothing was chosen.
    pub fn is_usual(&self) -> bool {
        *self == Design::default()
    }
}

/// A small number of steps away from what is usual, in either direction.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "i8", into = "i8")]
pub struct Step(i8);

impl Step {
    pub const USUAL: Step = Step(0);
    /// The farthest step, in either direction.
    pub const FARTHEST: i8 = 3;
    pub const ALL: [Step; 7] = [
        Step(-3),
        Step(-2),
        Step(-1),
        Step(0),
        Step(1),
        Step(2),
        Step(3),
    ];

    pub fn new(steps: i8) -> Option<Step> {
        (-Step::FARTHEST..=Step::FARTHEST)
            .contains(&steps)
            .then_some(Step(steps))
    }

    pub fn steps(self) -> i8 {
        self.0
    }

    pub fn is_usual(&self) -> bool {
        self.0 == 0
    }
}

impl TryFrom<i8> for Step {
    type Error = &'static str;

    fn try_from(steps: i8) -> Result<Step, &'static str> {
        Step::new(steps).ok_or("too many steps")
    }
}

impl From<Step> for i8 {
    fn from(step: Step) -> i8 {
        step.0
    }
}

/// A colour: 24 bits, written as `#1d5561`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Color(u32);

impl Color {
    /// 0xRRGGBB; what is above these bits is left out.
    pub const fn new(rgb: u32) -> Color {
        Color(rgb & 0xff_ff_ff)
    }

    pub fn rgb(self) -> u32 {
        self.0
    }
}

impl std::fmt::Display for Color {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

impl TryFrom<String> for Color {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Color, &'static str> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        let rgb = digits
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        rgb.map(Color).ok_or("not a colour such as #1d5561")
    }
}

impl From<Color> for String {
    fn from(color: Color) -> String {
        color.to_string()
    }
}

/// Where pages may break around a section or an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Paging {
    /// On one page, where it is no longer than one.
    #[serde(skip_serializing_if = "is_false")]
    pub together: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub new_page: bool,
}

impl Paging {
    pub fn is_usual(&self) -> bool {
        *self == Paging::default()
    }
}

/// A column of templates that have two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    Main,
    Side,
}

pub(crate) fn is_false(value: &bool) -> bool {
    !value
}

fn is_true(value: &bool) -> bool {
    *value
}
