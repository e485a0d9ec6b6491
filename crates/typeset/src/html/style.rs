//! How a web page looks: one style sheet, in the colours and the fonts of the
//! template and of what the document chose.

use crate::template::Dress;

const SHEET: &str = include_str!("linne.css");

/// What is replaced in the sheet: its colours, on light ground and on dark.
const INK: &str = "--ink: #1b2426";
const MUTED: &str = "--muted: #58656a";
const LINE: &str = "--line: #d3dcdd";
const ACCENT: &str = "#1d5561";
const ACCENT_ON_DARK: &str = "#88c6d2";
/// And the type of its headings.
const HEADINGS: &str = "\"Source Serif Display\", \"Inter\", Georgia, serif; font-weight: 520";

pub(super) fn of(dress: Dress) -> String {
    // The sheet is Linné's own, with colours made for screens.
    if format!("#{:06x}", dress.accent) == ACCENT && dress.serif {
        return SHEET.to_owned();
    }
    let mut sheet = SHEET
        .replace(INK, &format!("--ink: #{:06x}", dress.ink))
        .replace(MUTED, &format!("--muted: #{:06x}", dress.muted))
        .replace(LINE, &format!("--line: #{:06x}", dress.hairline))
        .replace(ACCENT, &format!("#{:06x}", dress.accent))
        .replace(ACCENT_ON_DARK, &format!("#{:06x}", lighter(dress.accent)));
    if !dress.serif {
        sheet = sheet.replace(
            HEADINGS,
            "\"Inter\", system-ui, sans-serif; font-weight: 600",
        );
    }
    sheet
}

/// A sheet for where our fonts are not: it names them, and fetches none.
#[cfg(feature = "exports")]
pub(super) fn without_fonts(sheet: &str) -> String {
    let lines = sheet.lines().filter(|line| !line.starts_with("@font-face"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The colour on dark ground: half way to white, and a little more.
fn lighter(rgb: u32) -> u32 {
    let channel = |shift: u32| {
        let c = (rgb >> shift) & 0xff;
        (255 - (255 - c) * 45 / 100) << shift
    };
    channel(16) | channel(8) | channel(0)
}

#[cfg(test)]
mod tests {
    use super::{ACCENT, ACCENT_ON_DARK, HEADINGS, INK, LINE, MUTED, SHEET, of};
    use crate::template::Dress;

    #[test]
    fn the_sheet_has_what_is_replaced_in_it() {
        for part in [INK, MUTED, LINE, ACCENT, ACCENT_ON_DARK, HEADINGS] {
            assert!(SHEET.contains(part), "{part}");
        }
        let sheet = of(Dress {
            ink: 0x10_10_10,
            muted: 0x50_50_50,
            accent: 0x6a_3d_6e,
            hairline: 0xdd_dd_dd,
            serif: false,
        });
        for part in [INK, MUTED, LINE, ACCENT, ACCENT_ON_DARK, HEADINGS] {
            assert!(!sheet.contains(part), "{part}");
        }
        assert!(
            sheet.contains("#6a3d6e") && sheet.contains("system-ui, sans-serif; font-weight: 600")
        );
    }
}
