//! Where streams start and end on their pages, and what is filled behind them.

use super::input::{self, Form, Top};
use crate::pages::{Area, Ground, Page};

/// Where the last row of a stream ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) page: usize,
    pub(super) y: f32,
    /// It has rows.
    pub(super) used: bool,
}

/// Where the first row of a stream is to stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) page: usize,
    pub(super) y: f32,
    /// Nothing stands above it on the page.
    pub(super) fresh: bool,
}

pub(super) fn start(top: &Top, ends: &[End], area: Area) -> Start {
    let (streams, gap) = match top {
        Top::At(y) => {
            return Start {
                page: 0,
                y: y.points(),
                fresh: true,
            };
        }
        Top::Below(streams, gap) => (streams, *gap),
    };
    match lowest(streams.iter().filter_map(|stream| ends.get(*stream))) {
        Some(end) => Start {
            page: end.page,
            y: end.y + gap.points(),
            fresh: false,
        },
        None => Start {
            page: 0,
            y: area.top,
            fresh: true,
        },
    }
}

/// The last place where one of these streams ends.
fn lowest<'a>(ends: impl Iterator<Item = &'a End>) -> Option<&'a End> {
    ends.filter(|end| end.used).reduce(|low, end| {
        if (low.page, low.y) >= (end.page, end.y) {
            low
        } else {
            end
        }
    })
}

/// The rectangles behind the rows of a page.
pub(super) fn grounds(
    wanted: &[input::Ground],
    form: Form,
    ends: &[End],
    index: usize,
    page: &Page,
) -> Vec<Ground> {
    let (width, height) = (form.width.points(), form.height.points());
    let ground = |wanted: &input::Ground| match *wanted {
        input::Ground::Column { x, width, color } => Some(Ground {
            x: x.points(),
            y: 0.0,
            width: width.points(),
            height,
            color,
        }),
        input::Ground::Band {
            streams,
            more,
            color,
        } => {
            let end = lowest(ends.iter().take(streams))?;
            if end.page < index {
                return None;
            }
            Some(Ground {
                x: 0.0,
                y: 0.0,
                width,
                height: if end.page > index {
                    height
                } else {
                    (end.y + more.points()).min(height)
                },
                color,
            })
        }
        input::Ground::Underline {
            streams,
            below,
            thickness,
            color,
        } => {
            let end = lowest(ends.iter().take(streams))?;
            (end.page == index).then(|| Ground {
                x: form.left.points(),
                y: end.y + below.points(),
                width: (form.width - form.left - form.right).points(),
                height: thickness.points(),
                color,
            })
        }
        input::Ground::Divider {
            from,
            x,
            thickness,
            color,
        } => {
            let beside = || page.rows.iter().filter(|placed| placed.column >= from);
            let top = beside().map(|placed| placed.y).reduce(f32::min)?;
            let bottom = beside().map(|placed| placed.y + placed.height());
            Some(Ground {
                x: x.points(),
                y: top,
                width: thickness.points(),
                height: bottom.reduce(f32::max)? - top,
                color,
            })
        }
    };
    wanted.iter().filter_map(ground).collect()
}
