//! Colours on a screen: those of the template on light ground, and others that are
//! made of them for dark.
//!
//! On paper an accent is dark enough for white paper. Here it also stands on a
//! ground that is tinted with it, and on a dark one: it is changed until the
//! contrast is what WCAG asks of text, with something to spare.

use std::fmt::Write as _;

use crate::template::look::Tone;
use crate::template::tones::Tones;

/// 4.5 : 1 and a little more; on dark ground colours look duller than they are.
const CONTRAST: f32 = 4.6;
const ON_DARK: f32 = 6.0;
const WHITE: u32 = 0xff_ff_ff;
const DARK: u32 = 0x14_19_1b;
/// On dark ground.
const INK: u32 = 0xe3_e8_e9;
const MUTED: u32 = 0x9f_ab_af;
const HAIRLINE: u32 = 0x38_43_47;
/// Of the accent colour in a dark tint, in hundredths.
const BREATH: u32 = 11;

pub(super) fn write(css: &mut String, tones: &Tones) {
    let accent = tones.of(Tone::Accent);
    let tint = tones.tint();
    let on_tint = until_read(accent, tint, 0);
    set(
        css,
        "light dark",
        [
            tones.of(Tone::Ink),
            until_read(tones.of(Tone::Muted), tint, 0),
            on_tint,
            tones.hairline(),
            WHITE,
            tint,
            // White stands on it, on every ground.
            until_read(accent, WHITE, 0),
        ],
        "",
    );
    css.push_str("@media screen and (prefers-color-scheme: dark) {\n");
    let bright = until_read(accent, mixed(DARK, accent, BREATH), WHITE);
    let tint = mixed(DARK, bright, BREATH);
    let bright = until_read(bright, tint, WHITE);
    let band = until_read(accent, WHITE, 0);
    set(
        css,
        "dark",
        [INK, MUTED, bright, HAIRLINE, DARK, tint, band],
        "  ",
    );
    css.push_str("}\n");
}

/// The custom properties by which the rest of the sheet names colours.
fn set(css: &mut String, scheme: &str, colors: [u32; 7], indent: &str) {
    let names = ["ink", "muted", "accent", "line", "ground", "tint", "band"];
    let _ = write!(css, "{indent}:root {{ color-scheme: {scheme};");
    for (name, color) in names.into_iter().zip(colors) {
        let _ = write!(css, " --{name}: #{color:06x};");
    }
    css.push_str(" }\n");
}

/// The colour, moved towards black or white until it can be read on a ground. Towards
/// white it first becomes as bright as its hue can be: white in it makes it greyish.
fn until_read(color: u32, ground: u32, towards: u32) -> u32 {
    let enough = if towards == WHITE { ON_DARK } else { CONTRAST };
    let brightest = brightest(color);
    let mut out = color;
    for step in (0..=200).step_by(4) {
        out = match (towards, step) {
            (WHITE, 0..=100) => mixed(color, brightest, step),
            (WHITE, _) => mixed(brightest, WHITE, step - 100),
            _ => mixed(color, towards, step.min(100)),
        };
        if contrast(out, ground) >= enough {
            break;
        }
    }
    out
}

/// The same hue, as saturated, with its strongest channel at its most. Of black there
/// is none but white.
fn brightest(color: u32) -> u32 {
    let [_, red, green, blue] = color.to_be_bytes().map(u32::from);
    let most = red.max(green).max(blue);
    if most == 0 {
        return WHITE;
    }
    let scaled = |channel: u32| (channel * 255 + most / 2) / most;
    scaled(red) << 16 | scaled(green) << 8 | scaled(blue)
}

/// So many hundredths of the second colour in the first.
fn mixed(color: u32, other: u32, hundredths: u32) -> u32 {
    [16, 8, 0].into_iter().fold(0, |out, shift| {
        let channel = |rgb: u32| (rgb >> shift) & 0xff;
        let mix = channel(color) * (100 - hundredths) + channel(other) * hundredths;
        out | ((mix + 50) / 100) << shift
    })
}

fn contrast(a: u32, b: u32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance, with a polynomial for the curve of screens: what powers are
/// differs between platforms.
fn luminance(rgb: u32) -> f32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    let linear = |channel: u8| {
        let c = f32::from(channel) / 255.0;
        c * (c * (c * 0.305_306 + 0.682_171) + 0.012_523)
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

#[cfg(test)]
mod tests {
    use super::{BREATH, CONTRAST, DARK, WHITE, contrast, mixed, until_read};

    #[test]
    fn black_on_white_is_what_it_is_everywhere() {
        assert!((contrast(0, WHITE) - 21.0).abs() < 0.05);
        // As other programs have it: 4.54.
        assert!((contrast(0x76_76_76, WHITE) - 4.54).abs() < 0.06);
    }

    #[test]
    fn every_accent_can_be_read_on_its_ground() {
        for accent in [
            0, 0x1d_55_61, 0x00_80_00, 0xff_00_00, 0x80_80_80, 0x2a_2a_ff,
        ] {
            let tint = mixed(WHITE, accent, 8);
            assert!(contrast(until_read(accent, tint, 0), tint) >= CONTRAST);
            assert!(contrast(until_read(accent, DARK, WHITE), DARK) >= CONTRAST);
        }
    }

    /// Read on its ground, and no greyer than on paper, unless white was needed to
    /// make it bright enough.
    #[test]
    fn an_accent_keeps_its_color_on_dark_ground() {
        let parts = |color: u32| {
            let [_, red, green, blue] = color.to_be_bytes().map(f32::from);
            let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
            (most, (most - least) / most.max(1.0))
        };
        for accent in [0x1d_55_61, 0x00_80_00, 0x8a_4b_2a, 0x6b_2d_5c, 0x3d_52_6e] {
            let ground = mixed(DARK, accent, BREATH);
            let bright = until_read(accent, ground, WHITE);
            assert!(contrast(bright, ground) >= 4.5);
            let ((most, saturated), (_, before)) = (parts(bright), parts(accent));
            let kept = (saturated - before).abs() < 0.03;
            assert!(kept || most >= 254.0, "{accent:06x} {bright:06x}");
            // Its strongest channel is the same.
            let order = |color: u32| {
                let [_, red, green, blue] = color.to_be_bytes();
                [red >= green, green >= blue, red >= blue]
            };
            assert_eq!(order(bright), order(accent));
        }
    }
}
