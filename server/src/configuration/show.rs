//! `merit config`: what holds, and where each value comes from.

use super::settings::{Form, SETTINGS};
use super::sources::{Given, Sources, printed};
use super::{Configuration, Refused};

/// Lines that are themselves a file of settings, less the secrets in it.
///
/// # Errors
/// [`Refused`], as every command.
pub(crate) fn show(given: Given) -> Result<Vec<String>, Refused> {
    show_sources(Sources::gather(given))
}

pub(super) fn show_sources(sources: Sources) -> Result<Vec<String>, Refused> {
    let mut lines = Vec::new();
    lines.push(match &sources.file {
        Some(file) => format!("# The file is {}.", file.display()),
        None => "# There is no file merit.toml.".to_owned(),
    });
    let mut section = "";
    for setting in &SETTINGS {
        let (in_section, key) = setting.key.split_once('.').unwrap_or(("", setting.key));
        if in_section != section {
            section = in_section;
            lines.push(String::new());
            lines.push(format!("[{section}]"));
        }
        let Some(value) = sources.value(setting.key) else {
            lines.push(format!("# {key} is not set"));
            continue;
        };
        let place = match sources.is_usual(setting.key) {
            true => "the usual".to_owned(),
            false => sources.place(setting.key),
        };
        lines.push(match setting.form {
            Form::Secret => format!("# {key} is a secret  # {place}"),
            _ => format!("{key} = {}  # {place}", printed(&value)),
        });
    }
    Configuration::read(sources)?;
    Ok(lines)
}
