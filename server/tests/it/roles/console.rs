//! The console's routes (`server/src/console.rs`). What names an account or a hold names
//! none that there is.

use super::{NOBODY, OFFICERS, Row};

pub(super) const ROWS: &[Row] = &[
    (
        "POST",
        "/admin/search",
        "whom=01890000-0000-7000-8000-0000000000ff",
        OFFICERS,
    ),
    // Nobody has this number.
    (
        "GET",
        "/admin/person/01890000-0000-7000-8000-0000000000ff",
        "",
        NOBODY,
    ),
    (
        "POST",
        "/admin/person/01890000-0000-7000-8000-0000000000ff/open",
        "what=address&reason=Because+somebody+asked",
        NOBODY,
    ),
    (
        "POST",
        "/admin/person/01890000-0000-7000-8000-0000000000ff/mask",
        "",
        OFFICERS,
    ),
    (
        "POST",
        "/admin/person/01890000-0000-7000-8000-0000000000ff/sign-out",
        "",
        NOBODY,
    ),
    (
        "POST",
        "/admin/person/01890000-0000-7000-8000-0000000000ff/block",
        "reason=Because+somebody+asked",
        NOBODY,
    ),
    (
        "POST",
        "/admin/person/01890000-0000-7000-8000-0000000000ff/unblock",
        "",
        NOBODY,
    ),
    (
        "POST",
        "/admin/person/01890000-0000-7000-8000-0000000000ff/minor",
        "sure=on",
        NOBODY,
    ),
    (
        "POST",
        "/admin/person/01890000-0000-7000-8000-0000000000ff/settle",
        "",
        NOBODY,
    ),
    (
        "POST",
        "/admin/person/01890000-0000-7000-8000-0000000000ff/guardian",
        "note=His+mother+by+letter",
        NOBODY,
    ),
    (
        "POST",
        "/admin/person/01890000-0000-7000-8000-0000000000ff/hold",
        "kind=login&ground=claim&note=Because+somebody+asked&review=2027-01-01",
        OFFICERS,
    ),
    ("GET", "/admin/minors", "", OFFICERS),
    (
        "POST",
        "/admin/minors",
        "account=01890000-0000-7000-8000-0000000000ff",
        OFFICERS,
    ),
    ("GET", "/admin/approvals", "", OFFICERS),
    (
        "POST",
        "/admin/approvals/confirm",
        "by=01890000-0000-7000-8000-0000000000ff&id=01890000-0000-7000-8000-0000000000ff",
        NOBODY,
    ),
    (
        "POST",
        "/admin/approvals/decline",
        "by=01890000-0000-7000-8000-0000000000ff&id=01890000-0000-7000-8000-0000000000ff",
        NOBODY,
    ),
    ("GET", "/admin/holds", "", OFFICERS),
    (
        "POST",
        "/admin/holds/review",
        "id=01890000-0000-7000-8000-0000000000ff&review=2027-01-01",
        NOBODY,
    ),
    (
        "POST",
        "/admin/holds/end",
        "id=01890000-0000-7000-8000-0000000000ff&why=over",
        NOBODY,
    ),
    ("GET", "/admin/retention", "", OFFICERS),
    ("GET", "/admin/proof", "", OFFICERS),
    ("POST", "/admin/proof", "", OFFICERS),
];
