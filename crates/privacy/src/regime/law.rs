//! The table: each law with its days, sections and clocks. Nothing here is
//! interpretation that a section does not carry; where a law has no rule, neither has
//! the table.

use super::{Clock, DataRight, Regime};
use crate::Date;

/// When the table was last compared with the laws.
pub const AS_OF: &str = "2026-11-29";

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    /// What it is called, in its own language.
    pub title: &'static str,
    /// Where it can be read.
    pub source: &'static str,
    /// The day from which it is in force: YYYY-MM-DD.
    pub since: &'static str,
    pub rights: &'static [Given],
    /// How long there is to answer.
    pub answer: Clock,
    /// How much longer with a reason, of which the person is told in time.
    pub extension: Clock,
    pub answer_section: &'static str,
    /// By when it is confirmed that a request has come, if the law asks for that, and
    /// where it does.
    pub confirmation: Option<(Clock, &'static str)>,
    /// By when an opt-out or a limit holds, if that has a clock of its own, and where.
    pub opt_out: Option<(Clock, &'static str)>,
    /// Whether who was refused can have the refusal looked at again.
    pub appeal: Option<Appeal>,
    /// Where it says how it is made sure who asks.
    pub verification_section: &'static str,
    /// Whether an opt-out or a limit is done without that.
    pub opt_out_unverified: bool,
    /// The authority that hears complaints, and its address.
    pub authority: (&'static str, &'static str),
}

/// A right, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    pub right: DataRight,
    pub section: &'static str,
    /// From when, if it is younger than the law: YYYY-MM-DD.
    since: Option<&'static str>,
}

impl Given {
    /// The day from which it is in force.
    pub fn since(&self, law: &Law) -> Date {
        day(self.since.unwrap_or(law.since))
    }
}

/// A refusal is looked at again.
#[derive(Clone, Copy, Debug)]
pub struct Appeal {
    pub section: &'static str,
    pub answer: Clock,
    pub extension: Option<Clock>,
}

const fn given(right: DataRight, section: &'static str) -> Given {
    Given {
        right,
        section,
        since: None,
    }
}

/// A day of the table. Each one is tested to be one.
pub(super) fn day(text: &str) -> Date {
    // The last day that there is: what is no day is never in force.
    Date::parse(text).unwrap_or(Date::of(i64::MAX))
}

pub(super) const fn of(regime: Regime) -> &'static Law {
    match regime {
        Regime::Gdpr => &GDPR,
        Regime::UkGdpr => &UK_GDPR,
        Regime::California => &CALIFORNIA,
        Regime::Virginia => &VIRGINIA,
        Regime::Colorado => &COLORADO,
        Regime::Connecticut => &CONNECTICUT,
        Regime::Utah => &UTAH,
    }
}

static GDPR: Law = Law {
    title: "Regulation (EU) 2016/679 (General Data Protection Regulation)",
    source: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    since: "2018-05-25",
    rights: &[
        given(DataRight::Know, "Art. 13–15"),
        given(DataRight::Access, "Art. 15(3)"),
        given(DataRight::Correct, "Art. 16"),
        given(DataRight::Erase, "Art. 17"),
        given(DataRight::Restrict, "Art. 18"),
        given(DataRight::Object, "Art. 21"),
        given(DataRight::Portability, "Art. 20"),
        given(DataRight::OptOut, "Art. 21(2), 22"),
        given(DataRight::Withdraw, "Art. 7(3)"),
        given(DataRight::Complain, "Art. 77"),
    ],
    answer: Clock::Months(1),
    extension: Clock::Months(2),
    answer_section: "Art. 12(3)",
    confirmation: None,
    opt_out: None,
    appeal: None,
    verification_section: "Art. 12(6)",
    opt_out_unverified: false,
    authority: ("Integritetsskyddsmyndigheten (IMY)", "https://www.imy.se/"),
};

static UK_GDPR: Law = Law {
    title: "UK GDPR and Data Protection Act 2018",
    source: "https://www.legislation.gov.uk/eur/2016/679/contents",
    since: "2021-01-01",
    rights: &[
        given(DataRight::Know, "Art. 13–15"),
        given(DataRight::Access, "Art. 15(3)"),
        given(DataRight::Correct, "Art. 16"),
        given(DataRight::Erase, "Art. 17"),
        given(DataRight::Restrict, "Art. 18"),
        given(DataRight::Object, "Art. 21"),
        given(DataRight::Portability, "Art. 20"),
        given(DataRight::OptOut, "Art. 21(2)"),
        given(DataRight::Withdraw, "Art. 7(3)"),
        given(DataRight::Complain, "Art. 77"),
    ],
    answer: Clock::Months(1),
    extension: Clock::Months(2),
    answer_section: "Art. 12(3), 12A",
    confirmation: None,
    opt_out: None,
    appeal: None,
    verification_section: "Art. 12(6)",
    opt_out_unverified: false,
    authority: (
        "Information Commissioner (ICO)",
        "https://ico.org.uk/make-a-complaint/",
    ),
};

static CALIFORNIA: Law = Law {
    title: "California Consumer Privacy Act, as amended by the California Privacy Rights Act",
    source: "https://leginfo.legislature.ca.gov/faces/codes_displayText.xhtml?division=3.&part=4.&lawCode=CIV&title=1.81.5",
    since: "2020-01-01",
    rights: &[
        given(DataRight::Know, "Cal. Civ. Code § 1798.110"),
        given(DataRight::Access, "Cal. Civ. Code § 1798.110"),
        Given {
            right: DataRight::Correct,
            section: "Cal. Civ. Code § 1798.106",
            since: Some(CPRA),
        },
        given(DataRight::Erase, "Cal. Civ. Code § 1798.105"),
        given(DataRight::Portability, "Cal. Civ. Code § 1798.130(a)(3)"),
        Given {
            right: DataRight::LimitSensitive,
            section: "Cal. Civ. Code § 1798.121",
            since: Some(CPRA),
        },
        given(DataRight::OptOut, "Cal. Civ. Code § 1798.120"),
        given(DataRight::Complain, "Cal. Civ. Code § 1798.199.45"),
    ],
    answer: Clock::Days(45),
    extension: Clock::Days(45),
    answer_section: "Cal. Civ. Code § 1798.130(a)(2)",
    confirmation: Some((Clock::BusinessDays(10), "11 CCR § 7021(a)")),
    opt_out: Some((Clock::BusinessDays(15), "11 CCR §§ 7026(f), 7027(g)")),
    appeal: None,
    verification_section: "11 CCR §§ 7060–7062",
    opt_out_unverified: true,
    authority: (
        "California Privacy Protection Agency",
        "https://cppa.ca.gov/webapplications/complaint",
    ),
};

/// From when the California Privacy Rights Act's amendments are in force.
const CPRA: &str = "2023-01-01";

static VIRGINIA: Law = Law {
    title: "Virginia Consumer Data Protection Act",
    source: "https://law.lis.virginia.gov/vacodefull/title59.1/chapter53/",
    since: "2023-01-01",
    rights: &[
        given(DataRight::Know, "Va. Code § 59.1-577(A)(1)"),
        given(DataRight::Access, "Va. Code § 59.1-577(A)(1)"),
        given(DataRight::Correct, "Va. Code § 59.1-577(A)(2)"),
        given(DataRight::Erase, "Va. Code § 59.1-577(A)(3)"),
        given(DataRight::Portability, "Va. Code § 59.1-577(A)(4)"),
        given(DataRight::OptOut, "Va. Code § 59.1-577(A)(5)"),
        given(DataRight::Complain, "Va. Code § 59.1-577(C)"),
    ],
    answer: Clock::Days(45),
    extension: Clock::Days(45),
    answer_section: "Va. Code § 59.1-577(B)(1)",
    confirmation: None,
    opt_out: None,
    appeal: Some(Appeal {
        section: "Va. Code § 59.1-577(C)",
        answer: Clock::Days(60),
        extension: None,
    }),
    verification_section: "Va. Code § 59.1-577(B)(4)",
    opt_out_unverified: false,
    authority: (
        "Attorney General of Virginia",
        "https://www.oag.state.va.us/",
    ),
};

static COLORADO: Law = Law {
    title: "Colorado Privacy Act",
    source: "https://leg.colorado.gov/bills/sb21-190",
    since: "2023-07-01",
    rights: &[
        given(DataRight::Know, "C.R.S. § 6-1-1306(1)(b)"),
        given(DataRight::Access, "C.R.S. § 6-1-1306(1)(b)"),
        given(DataRight::Correct, "C.R.S. § 6-1-1306(1)(c)"),
        given(DataRight::Erase, "C.R.S. § 6-1-1306(1)(d)"),
        given(DataRight::Portability, "C.R.S. § 6-1-1306(1)(e)"),
        given(DataRight::OptOut, "C.R.S. § 6-1-1306(1)(a)"),
        given(DataRight::Complain, "C.R.S. § 6-1-1306(3)"),
    ],
    answer: Clock::Days(45),
    extension: Clock::Days(45),
    answer_section: "C.R.S. § 6-1-1306(2)",
    confirmation: None,
    opt_out: None,
    appeal: Some(Appeal {
        section: "C.R.S. § 6-1-1306(3)",
        answer: Clock::Days(45),
        extension: Some(Clock::Days(60)),
    }),
    verification_section: "C.R.S. § 6-1-1306(2)(d)",
    opt_out_unverified: false,
    authority: ("Attorney General of Colorado", "https://coag.gov/"),
};

static CONNECTICUT: Law = Law {
    title: "Connecticut Data Privacy Act",
    source: "https://www.cga.ct.gov/current/pub/chap_743jj.htm",
    since: "2023-07-01",
    rights: &[
        given(DataRight::Know, "Conn. Gen. Stat. § 42-518(a)(1)"),
        given(DataRight::Access, "Conn. Gen. Stat. § 42-518(a)(1)"),
        given(DataRight::Correct, "Conn. Gen. Stat. § 42-518(a)(2)"),
        given(DataRight::Erase, "Conn. Gen. Stat. § 42-518(a)(3)"),
        given(DataRight::Portability, "Conn. Gen. Stat. § 42-518(a)(4)"),
        given(DataRight::OptOut, "Conn. Gen. Stat. § 42-518(a)(5)"),
        given(DataRight::Withdraw, "Conn. Gen. Stat. § 42-520(a)"),
        given(DataRight::Complain, "Conn. Gen. Stat. § 42-518(d)"),
    ],
    answer: Clock::Days(45),
    extension: Clock::Days(45),
    answer_section: "Conn. Gen. Stat. § 42-518(c)",
    confirmation: None,
    opt_out: None,
    appeal: Some(Appeal {
        section: "Conn. Gen. Stat. § 42-518(d)",
        answer: Clock::Days(60),
        extension: None,
    }),
    verification_section: "Conn. Gen. Stat. § 42-518(c)",
    // An opt-out need not be authenticated.
    opt_out_unverified: true,
    authority: (
        "Attorney General of Connecticut",
        "https://portal.ct.gov/ag",
    ),
};

static UTAH: Law = Law {
    title: "Utah Consumer Privacy Act",
    source: "https://le.utah.gov/xcode/Title13/Chapter61/13-61.html",
    since: "2023-12-31",
    rights: &[
        given(DataRight::Know, "Utah Code § 13-61-201"),
        given(DataRight::Access, "Utah Code § 13-61-201"),
        Given {
            right: DataRight::Correct,
            section: "Utah Code § 13-61-201",
            // House Bill 418 of 2025.
            since: Some("2026-07-01"),
        },
        given(DataRight::Erase, "Utah Code § 13-61-201"),
        given(DataRight::Portability, "Utah Code § 13-61-201"),
        given(DataRight::LimitSensitive, "Utah Code § 13-61-302(3)"),
        given(DataRight::OptOut, "Utah Code § 13-61-201"),
        given(DataRight::Complain, "Utah Code § 13-61-401"),
    ],
    answer: Clock::Days(45),
    extension: Clock::Days(45),
    answer_section: "Utah Code § 13-61-203",
    confirmation: None,
    opt_out: None,
    appeal: None,
    verification_section: "Utah Code § 13-61-203",
    opt_out_unverified: false,
    authority: (
        "Utah Division of Consumer Protection",
        "https://dcp.utah.gov/",
    ),
};
