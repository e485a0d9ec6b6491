//! `merit check`: each fault of an installation, with what to do about it. It
//! reads, and makes and changes nothing. An error is what stops Merit or gives
//! away what it keeps; a warning is what the operator may have meant.

mod files;
mod store;
mod web;

use crate::command_line::Serve;
use crate::configuration::Refused;
use crate::terminal;
use anyhow::{Result, bail};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grade {
    Error,
    Warning,
}

/// One fault, and what to do about it.
struct Finding {
    grade: Grade,
    fault: String,
    remedy: String,
}

fn error(fault: impl Into<String>, remedy: impl Into<String>) -> Finding {
    Finding {
        grade: Grade::Error,
        fault: fault.into(),
        remedy: remedy.into(),
    }
}

fn warning(fault: impl Into<String>, remedy: impl Into<String>) -> Finding {
    Finding {
        grade: Grade::Warning,
        ..error(fault, remedy)
    }
}

/// `merit check`.
///
/// # Errors
/// If there is an error among the findings.
pub(crate) fn check(options: Serve) -> Result<()> {
    let findings = match options.configuration() {
        Err(Refused(faults)) => {
            // Each says itself what is expected.
            let faults = faults.into_iter();
            faults
                .map(|fault| {
                    error(
                        fault,
                        "correct it; `merit config` shows where values come from",
                    )
                })
                .collect()
        }
        Ok(configuration) => {
            let mut findings = web::findings(&configuration);
            findings.extend(files::findings(&configuration));
            findings.extend(store::findings(&configuration)?);
            findings
        }
    };
    let count = |grade| findings.iter().filter(|it| it.grade == grade).count();
    for grade in [Grade::Error, Grade::Warning] {
        let name = match grade {
            Grade::Error => "error",
            Grade::Warning => "warning",
        };
        for finding in findings.iter().filter(|finding| finding.grade == grade) {
            terminal::print(&format!("{name}: {}", finding.fault))?;
            terminal::print(&format!("    {}", finding.remedy))?;
        }
    }
    let plural = |count: usize, name: &str| match count {
        1 => format!("1 {name}"),
        count => format!("{count} {name}s"),
    };
    let warnings = plural(count(Grade::Warning), "warning");
    match count(Grade::Error) {
        0 => Ok(terminal::print(&format!("No error, {warnings}."))?),
        errors => bail!("{}, {warnings}", plural(errors, "error")),
    }
}
