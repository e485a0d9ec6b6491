//! Which promises are kept, and by which checks. Whoever breaks a promise breaks a
//! test that stands here; whoever keeps one more adds its line.

mod collection;
mod files;
mod keeping;
mod rights;

use super::{Running, Unbuilt};

/// The number of a promise, and a test that shows it: its file from the root of the
/// workspace, and its name.
pub(super) type Shown = (u8, &'static str, &'static str);

/// Every test that shows a promise, in the order of the numbers.
pub(super) fn tests() -> impl Iterator<Item = &'static Shown> {
    let parts = [collection::TESTS, keeping::TESTS, rights::TESTS];
    parts.into_iter().flatten()
}

/// The number of a promise, and what the running server looks at for it.
pub(super) static RUNNING: &[(u8, Running)] = &[
    (42, Running::Databases),
    (42, Running::AuditLog),
    (42, Running::Sweep),
];

/// What one might do, and is not done. The tests of their lines prove it.
pub(super) static ABSTAINED: &[u8] = &[20, 22, 49, 50, 58, 61, 75, 76];

/// The numbers of those that are not built, and the part of the product that each
/// waits for. Whoever builds it takes its lines away and names the tests.
pub(super) static WAITING: &[(u8, Unbuilt)] = &[
    (7, Unbuilt::Payments),
    (17, Unbuilt::Payments),
    (52, Unbuilt::Payments),
    (55, Unbuilt::Advertising),
    (64, Unbuilt::Testimonials),
    (67, Unbuilt::Payments),
    (78, Unbuilt::Breaches),
    (82, Unbuilt::Advertising),
    (83, Unbuilt::Advertising),
    (84, Unbuilt::Advertising),
];
