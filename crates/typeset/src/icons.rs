//! Small line drawings before the ways to reach a person, and levels as dots or
//! bars: shapes that say nothing which is not in the text.
//!
//! The drawings are our own, on a square of sixteen units with a pen of 1.2: of
//! lines and curves alone, so that every writer of pages can draw them.

use serde::{Deserialize, Serialize};

/// The side of the square that icons are drawn on, and the width of the pen.
pub const SIDE: f32 = 16.0;
pub const PEN: f32 = 1.2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Icon {
    Mail,
    Phone,
    Web,
    Place,
    /// A profile in a network.
    Profile,
    /// A profile where programs are written.
    Code,
}

/// A step of a pen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pen {
    To(f32, f32),
    Line(f32, f32),
    /// By two handles.
    Curve(f32, f32, f32, f32, f32, f32),
    Close,
}

use Pen::{Close, Curve, Line, To};

impl Icon {
    pub const ALL: [Icon; 6] = [
        Icon::Mail,
        Icon::Phone,
        Icon::Web,
        Icon::Place,
        Icon::Profile,
        Icon::Code,
    ];

    /// What is drawn, from left and top.
    pub fn strokes(self) -> &'static [Pen] {
        match self {
            Icon::Mail => &[
                To(3.0, 3.2),
                Line(13.0, 3.2),
                Curve(14.0, 3.2, 14.6, 3.8, 14.6, 4.8),
                Line(14.6, 11.2),
                Curve(14.6, 12.2, 14.0, 12.8, 13.0, 12.8),
                Line(3.0, 12.8),
                Curve(2.0, 12.8, 1.4, 12.2, 1.4, 11.2),
                Line(1.4, 4.8),
                Curve(1.4, 3.8, 2.0, 3.2, 3.0, 3.2),
                Close,
                To(1.9, 4.6),
                Line(8.0, 9.0),
                Line(14.1, 4.6),
            ],
            Icon::Phone => &[
                To(5.6, 1.4),
                Line(10.4, 1.4),
                Curve(11.4, 1.4, 12.0, 2.0, 12.0, 3.0),
                Line(12.0, 13.0),
                Curve(12.0, 14.0, 11.4, 14.6, 10.4, 14.6),
                Line(5.6, 14.6),
                Curve(4.6, 14.6, 4.0, 14.0, 4.0, 13.0),
                Line(4.0, 3.0),
                Curve(4.0, 2.0, 4.6, 1.4, 5.6, 1.4),
                Close,
                To(7.1, 12.2),
                Line(8.9, 12.2),
            ],
            Icon::Web => &[
                To(14.6, 8.0),
                Curve(14.6, 11.65, 11.65, 14.6, 8.0, 14.6),
                Curve(4.35, 14.6, 1.4, 11.65, 1.4, 8.0),
                Curve(1.4, 4.35, 4.35, 1.4, 8.0, 1.4),
                Curve(11.65, 1.4, 14.6, 4.35, 14.6, 8.0),
                Close,
                To(8.0, 1.4),
                Curve(10.0, 3.2, 10.8, 5.5, 10.8, 8.0),
                Curve(10.8, 10.5, 10.0, 12.8, 8.0, 14.6),
                Curve(6.0, 12.8, 5.2, 10.5, 5.2, 8.0),
                Curve(5.2, 5.5, 6.0, 3.2, 8.0, 1.4),
                Close,
                To(1.4, 8.0),
                Line(14.6, 8.0),
            ],
            Icon::Place => &[
                To(8.0, 14.8),
                Curve(5.0, 11.8, 2.9, 9.2, 2.9, 6.5),
                Curve(2.9, 3.6, 5.2, 1.4, 8.0, 1.4),
                Curve(10.8, 1.4, 13.1, 3.6, 13.1, 6.5),
                Curve(13.1, 9.2, 11.0, 11.8, 8.0, 14.8),
                Close,
                To(9.9, 6.5),
                Curve(9.9, 7.55, 9.05, 8.4, 8.0, 8.4),
                Curve(6.95, 8.4, 6.1, 7.55, 6.1, 6.5),
                Curve(6.1, 5.45, 6.95, 4.6, 8.0, 4.6),
                Curve(9.05, 4.6, 9.9, 5.45, 9.9, 6.5),
                Close,
            ],
            Icon::Profile => &[
                To(11.1, 5.0),
                Curve(11.1, 6.7, 9.7, 8.1, 8.0, 8.1),
                Curve(6.3, 8.1, 4.9, 6.7, 4.9, 5.0),
                Curve(4.9, 3.3, 6.3, 1.9, 8.0, 1.9),
                Curve(9.7, 1.9, 11.1, 3.3, 11.1, 5.0),
                Close,
                To(1.9, 14.4),
                Curve(2.4, 12.0, 4.6, 10.6, 8.0, 10.6),
                Curve(11.4, 10.6, 13.6, 12.0, 14.1, 14.4),
            ],
            Icon::Code => &[
                To(5.0, 4.4),
                Line(1.4, 8.0),
                Line(5.0, 11.6),
                To(11.0, 4.4),
                Line(14.6, 8.0),
                Line(11.0, 11.6),
                To(9.2, 2.8),
                Line(6.8, 13.2),
            ],
        }
    }

    /// The path as SVG writes it.
    pub(crate) fn path(self) -> String {
        use std::fmt::Write as _;

        use crate::svg::Fixed as F;
        let mut out = String::new();
        for step in self.strokes() {
            let _ = match *step {
                To(x, y) => write!(out, "M{} {}", F(x), F(y)),
                Line(x, y) => write!(out, "L{} {}", F(x), F(y)),
                Curve(a, b, c, d, x, y) => {
                    let [a, b, c, d, x, y] = [a, b, c, d, x, y].map(F);
                    write!(out, "C{a} {b} {c} {d} {x} {y}")
                }
                Close => write!(out, "Z"),
            };
        }
        out
    }
}

/// How a level is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GaugeForm {
    Dots,
    Bar,
}

/// A level from one to five beside the word that tells it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gauge {
    pub form: GaugeForm,
    pub level: u8,
    /// Of the text that it stands for.
    pub size: f32,
    /// 0xRRGGBB of what is reached, and of the rest.
    pub color: u32,
    pub rest: u32,
}

/// A filled rectangle with rounded corners, from the gauge's left end and the
/// middle of its line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pill {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub color: u32,
}

const LEVELS: u8 = 5;
/// In sizes of text: from dot to dot, across one, and the height of a bar.
const STEP: f32 = 0.86;
const DOT: f32 = 0.52;
const BAR: f32 = 0.34;
/// The width of a gauge in hundredths of a size of text.
#[cfg(feature = "layout")]
pub(crate) const WIDTH: i32 = 396;

impl Gauge {
    pub fn width(&self) -> f32 {
        self.size * (STEP * f32::from(LEVELS - 1) + DOT)
    }

    pub fn pills(&self) -> Vec<Pill> {
        let level = self.level.min(LEVELS);
        match self.form {
            GaugeForm::Dots => (0..LEVELS)
                .map(|number| Pill {
                    x: f32::from(number) * STEP * self.size,
                    y: -DOT / 2.0 * self.size,
                    width: DOT * self.size,
                    height: DOT * self.size,
                    color: if number < level {
                        self.color
                    } else {
                        self.rest
                    },
                })
                .collect(),
            GaugeForm::Bar => {
                let bar = |part: f32, color| Pill {
                    x: 0.0,
                    y: -BAR / 2.0 * self.size,
                    width: self.width() * part,
                    height: BAR * self.size,
                    color,
                };
                vec![
                    bar(1.0, self.rest),
                    bar(f32::from(level) / f32::from(LEVELS), self.color),
                ]
            }
        }
    }
}
