//! What the benchmarks of the store have in common: the CV that they store, and how
//! time and memory are read.
#![allow(
    dead_code,
    reason = "each benchmark is a program of its own, and takes what it needs"
)]

use std::time::Instant;

use cv::Document;

/// A CV of two pages.
pub(crate) fn document() -> Document {
    let template = cv::Template {
        name: "linne".into(),
        layout: "1".into(),
        breaks: None,
    };
    let mut last = 0;
    cv::example(cv::Language::English, template, || {
        last += 1;
        cv::Id(last)
    })
}

pub(crate) fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

/// The most memory that this process has had, in kB; from now on, if it is to be
/// counted anew. 0 where the system does not say.
pub(crate) fn peak(anew: bool) -> u64 {
    if anew {
        // As proc(5) has it. Where it cannot be, it is counted from the start.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.trim().strip_suffix(" kB"));
    number.and_then(|it| it.trim().parse().ok()).unwrap_or(0)
}
