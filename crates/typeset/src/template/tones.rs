//! Colours: those of a template, or the one that a document chose.

use cv::Design;

use super::look::{Palette, Tone};

/// Of a colour that text on white can have, so much light at most: with it the
/// contrast is 4.5 : 1 or more.
const LIGHT: u32 = 17;

pub(crate) struct Tones {
    palette: Palette,
}

impl Tones {
    pub(crate) fn new(palette: Palette, design: &Design) -> Tones {
        let accent = design.accent.map(|color| legible(color.rgb()));
        Tones {
            palette: Palette {
                accent: accent.unwrap_or(palette.accent),
                ..palette
            },
        }
    }

    pub(crate) fn of(&self, tone: Tone) -> u32 {
        match tone {
            Tone::Ink => self.palette.ink,
            Tone::Muted => self.palette.muted,
            Tone::Accent => self.palette.accent,
            Tone::Paper => 0xff_ff_ff,
        }
    }

    pub(crate) fn hairline(&self) -> u32 {
        self.palette.hairline
    }

    /// A breath of the accent colour.
    pub(crate) fn tint(&self) -> u32 {
        channels(self.palette.accent, |c| 255 - (255 - c) * 8 / 100)
    }
}

/// The colour itself or, where it is too light to be read, a darker one.
fn legible(rgb: u32) -> u32 {
    let mut rgb = rgb;
    while light(rgb) > LIGHT {
        rgb = channels(rgb, |c| c * 15 / 16);
    }
    rgb
}

/// Relative luminance in hundredths, with squares for the curve of screens.
fn light(rgb: u32) -> u32 {
    let [_, red, green, blue] = rgb.to_be_bytes().map(u32::from);
    let weighted = 2126 * red * red + 7152 * green * green + 722 * blue * blue;
    weighted / (255 * 255 * 100)
}

fn channels(rgb: u32, change: impl Fn(u32) -> u32) -> u32 {
    [16, 8, 0].into_iter().fold(0, |out, shift| {
        out | (change((rgb >> shift) & 0xff) & 0xff) << shift
    })
}

#[cfg(test)]
mod tests {
    use super::{legible, light};

    #[test]
    fn no_accent_is_too_light_to_be_read() {
        for rgb in [0xff_ff_ff, 0xff_ff_00, 0x00_ff_00, 0xd0_d0_d0] {
            assert!(light(legible(rgb)) <= super::LIGHT, "{rgb:06x}");
        }
        assert_eq!(legible(0x1d_55_61), 0x1d_55_61);
    }
}
