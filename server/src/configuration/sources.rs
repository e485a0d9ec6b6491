//! Where values come from: what is usual, the file, the environment, the
//! command line; what comes later in this list stands before the earlier.

use super::Refused;
use super::settings::{Form, SETTINGS, Setting};
use figment::value::{Dict, Map, Value};
use figment::{Figment, Metadata, Profile, Provider};
use serde::de::DeserializeOwned;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const USUAL: &str = "usual";
const FILE: &str = "file";
const ENVIRONMENT: &str = "environment";
const COMMAND_LINE: &str = "command line";

/// The variable that names the file.
const FILE_VARIABLE: &str = "MERIT_CONFIG";
/// The name that the file has where nobody says another.
const FILE_NAME: &str = "merit.toml";
/// The folder for data where nobody says another.
const DATA: &str = "data";
/// The root key itself, which no file beside the data may hold: only where the
/// store is opened is it read.
const ROOT_KEY_VARIABLE: &str = "MERIT_ROOT_KEY";
/// Variables that begin so are the tests' own.
const TESTS: &str = "MERIT_TEST_";

/// What was said on the command line: settings by their keys.
pub(crate) struct Given {
    /// The file to read, whatever else there is.
    file: Option<PathBuf>,
    values: Vec<(&'static str, Value)>,
}

impl Given {
    pub(crate) fn in_file(file: Option<PathBuf>) -> Given {
        Given {
            file,
            values: Vec::new(),
        }
    }

    pub(crate) fn set<V: Into<Value>>(&mut self, key: &'static str, value: Option<V>) {
        if let Some(value) = value {
            self.values.push((key, value.into()));
        }
    }
}

/// Values of one kind of place.
struct Layer {
    place: &'static str,
    values: Vec<(&'static str, Value)>,
}

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.place)
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        let mut all = Dict::new();
        for (key, value) in &self.values {
            match key.split_once('.') {
                None => {
                    all.insert((*key).to_owned(), value.clone());
                }
                Some((section, key)) => {
                    let section = all
                        .entry(section.to_owned())
                        .or_insert_with(|| Value::from(Dict::new()));
                    if let Value::Dict(_, section) = section {
                        section.insert(key.to_owned(), value.clone());
                    }
                }
            }
        }
        Ok(Profile::Default.collect(all))
    }
}

/// Every value with the place that it comes from, and every fault found on the way.
pub(crate) struct Sources {
    figment: Figment,
    /// The file that was read.
    pub(super) file: Option<PathBuf>,
    pub(super) faults: Vec<String>,
}

impl Sources {
    /// Reads the file and the environment.
    pub(crate) fn gather(given: Given) -> Sources {
        Sources::gather_from(given, std::env::vars_os().collect())
    }

    pub(super) fn gather_from(given: Given, variables: Vec<(OsString, OsString)>) -> Sources {
        let mut faults = Vec::new();
        let (environment, named) = environment(variables, &mut faults);
        let usual = [
            ("listen", Value::from("127.0.0.1:3000")),
            ("data", Value::from(DATA)),
            ("development", Value::from(false)),
            ("sign_up", Value::from("open")),
            ("limits.new_accounts", Value::from(30)),
            ("limits.times", Value::from(1)),
            (
                "erasure.delay_days",
                Value::from(backend::ERASURE_DELAY_DAYS),
            ),
        ];
        let (place, named) = match (given.file, named) {
            (Some(path), _) => ("--config", Some(path)),
            (None, Some(path)) => (FILE_VARIABLE, Some(path)),
            (None, None) => ("", None),
        };
        let folder = [&given.values, &environment]
            .into_iter()
            .find_map(|values| values.iter().find(|(key, _)| *key == "data"))
            .and_then(|(_, value)| value.as_str().map(PathBuf::from))
            .unwrap_or_else(|| DATA.into());
        let found = || [folder.join(FILE_NAME), FILE_NAME.into()];
        let path = named
            .clone()
            .or_else(|| found().into_iter().find(|path| path.is_file()));
        let file = path.as_deref().map(|path| read(path, place, &mut faults));
        let layer = |place, values| Layer { place, values };
        Sources {
            figment: Figment::from(layer(USUAL, usual.into()))
                .merge(layer(FILE, file.unwrap_or_default()))
                .merge(layer(ENVIRONMENT, environment))
                .merge(layer(COMMAND_LINE, given.values)),
            file: path,
            faults,
        }
    }

    /// A value, `None` where there is none. One that is not what it must be is
    /// noted as a fault.
    pub(super) fn read<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        self.value(key)?;
        match self.figment.extract_inner(key) {
            Ok(value) => Some(value),
            Err(_) => {
                self.wrong(key);
                None
            }
        }
    }

    /// Notes that a value is not what it must be.
    pub(super) fn wrong(&mut self, key: &str) {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else {
            return;
        };
        let value = self.value(key).map(|value| printed(&value));
        let place = self.place(key);
        self.faults
            .push(must_be(&place, setting, &value.unwrap_or_default()));
    }

    /// Notes a fault of a value in words of its own.
    pub(super) fn fault(&mut self, key: &str, words: &str) {
        let place = self.place(key);
        self.faults.push(format!("{place}: {words}"));
    }

    /// The merged value of a key.
    pub(super) fn value(&self, key: &str) -> Option<Value> {
        self.figment.find_value(key).ok()
    }

    /// The place that a value comes from, as people look for it.
    pub(super) fn place(&self, key: &str) -> String {
        let metadata = self.figment.find_metadata(key);
        match metadata.map(|metadata| &*metadata.name) {
            Some(FILE) => match &self.file {
                Some(path) => format!("{}: {key}", path.display()),
                None => key.to_owned(),
            },
            Some(ENVIRONMENT) => {
                let setting = SETTINGS.iter().find(|setting| setting.key == key);
                format!("environment: {}", setting.map_or(key, |it| it.variable))
            }
            Some(COMMAND_LINE) => format!("command line: {key}"),
            _ => key.to_owned(),
        }
    }

    pub(super) fn file_has_secrets(&self) -> bool {
        let secrets = SETTINGS
            .iter()
            .filter(|setting| setting.form == Form::Secret);
        secrets
            .filter_map(|setting| self.figment.find_metadata(setting.key))
            .any(|metadata| metadata.name == FILE)
    }

    /// Whether anybody has set a value.
    pub(super) fn is_usual(&self, key: &str) -> bool {
        let metadata = self.figment.find_metadata(key);
        metadata.is_none_or(|metadata| metadata.name == USUAL)
    }

    /// # Errors
    /// With every fault, if there is one.
    pub(super) fn sound(self) -> Result<(), Refused> {
        match self.faults.is_empty() {
            true => Ok(()),
            false => Err(Refused(self.faults)),
        }
    }
}

/// A fault in words. What a secret is, is not among them.
fn must_be(place: &str, setting: &Setting, value: &str) -> String {
    let expected = setting.expected;
    match setting.form {
        Form::Secret => format!("{place}: must be {expected}"),
        _ => format!("{place}: must be {expected}, not {value}"),
    }
}

/// A value as it would stand in the file.
pub(super) fn printed(value: &Value) -> String {
    match value {
        Value::String(_, text) => toml::Value::from(text.as_str()).to_string(),
        Value::Bool(_, flag) => flag.to_string(),
        Value::Num(_, number) => number.to_u128().unwrap_or_default().to_string(),
        Value::Array(_, list) => {
            let list: Vec<String> = list.iter().map(printed).collect();
            format!("[{}]", list.join(", "))
        }
        // No setting is any of the others.
        _ => String::new(),
    }
}

type Values = Vec<(&'static str, Value)>;

/// The settings among the variables, and the file that they name.
fn environment(
    variables: Vec<(OsString, OsString)>,
    faults: &mut Vec<String>,
) -> (Values, Option<PathBuf>) {
    let mut values = Values::new();
    let mut file = None;
    for (name, value) in variables {
        let Some(name) = name.to_str() else { continue };
        if name == FILE_VARIABLE {
            file = Some(PathBuf::from(value));
            continue;
        }
        let Some(setting) = SETTINGS.iter().find(|setting| setting.variable == name) else {
            let is_ours = name.starts_with("MERIT_") && !name.starts_with(TESTS);
            if is_ours && name != ROOT_KEY_VARIABLE {
                let variables = SETTINGS.iter().map(|setting| setting.variable);
                let near = nearest(name, variables.chain([FILE_VARIABLE]));
                faults.push(format!(
                    "environment: {name}: there is no such setting{near}"
                ));
            }
            continue;
        };
        let place = format!("environment: {name}");
        match value
            .to_str()
            .and_then(|text| from_text(setting.form, text))
        {
            Some(value) => values.push((setting.key, value)),
            None => {
                let value = format!("{:?}", value.to_string_lossy());
                faults.push(must_be(&place, setting, &value));
            }
        }
    }
    (values, file)
}

/// A variable's text as what the setting is.
fn from_text(form: Form, text: &str) -> Option<Value> {
    Some(match form {
        Form::Text | Form::Secret => text.into(),
        Form::Number => text.trim().parse::<u64>().ok()?.into(),
        Form::Flag => text.trim().parse::<bool>().ok()?.into(),
        Form::List => {
            let parts = text.split(',').map(str::trim);
            parts
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .into()
        }
    })
}

/// The settings of a file. `named` is who said that it is there, if anybody did.
fn read(path: &Path, named: &str, faults: &mut Vec<String>) -> Values {
    let place = path.display();
    let by = match named {
        "" => String::new(),
        named => format!(", which {named} names"),
    };
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            faults.push(match error.kind() {
                ErrorKind::NotFound => format!("{place}: there is no such file{by}"),
                ErrorKind::InvalidData => format!("{place}: is not UTF-8"),
                _ => format!("{place}: cannot be read: {error}"),
            });
            return Values::new();
        }
    };
    let table: toml::Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            faults.push(not_toml(path, &text, &error));
            return Values::new();
        }
    };
    let mut values = Values::new();
    for (name, value) in table {
        let is_section = SETTINGS
            .iter()
            .any(|it| it.key.split_once('.').is_some_and(|(it, _)| it == name));
        match value {
            toml::Value::Table(section) if is_section => {
                for (key, value) in section {
                    put(path, &format!("{name}.{key}"), &value, &mut values, faults);
                }
            }
            _ if is_section => faults.push(format!(
                "{place}: {name}: is a section: write [{name}] and its settings below"
            )),
            value => put(path, &name, &value, &mut values, faults),
        }
    }
    values
}

/// Takes one setting of a file.
fn put(path: &Path, key: &str, value: &toml::Value, values: &mut Values, faults: &mut Vec<String>) {
    let place = format!("{}: {key}", path.display());
    let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else {
        let keys = SETTINGS.iter().map(|setting| setting.key);
        let sections = keys.clone().filter_map(|key| Some(key.split_once('.')?.0));
        let near = nearest(key, keys.chain(sections));
        faults.push(format!("{place}: there is no such setting{near}"));
        return;
    };
    let read = match (setting.form, value) {
        (Form::Text | Form::Secret, toml::Value::String(text)) => Some(text.as_str().into()),
        (Form::Number, toml::Value::Integer(number)) => {
            u64::try_from(*number).ok().map(Value::from)
        }
        (Form::Flag, toml::Value::Boolean(flag)) => Some(Value::from(*flag)),
        (Form::List, toml::Value::Array(list)) => {
            let texts: Option<Vec<&str>> = list.iter().map(toml::Value::as_str).collect();
            texts.map(Value::from)
        }
        _ => None,
    };
    match read {
        Some(read) => values.push((setting.key, read)),
        None => faults.push(must_be(&place, setting, &value.to_string())),
    }
}

/// Where a file stops being TOML. The line itself may hold a password.
fn not_toml(path: &Path, text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before.map_or(1, |before| before.matches('\n').count() + 1);
    let why = error.message().replace('\n', "; ");
    format!("{}: line {line}: is not TOML: {why}", path.display())
}

/// What somebody may have meant, as the end of a sentence.
fn nearest<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> String {
    let best = known
        .map(|known| (distance(wrong, known), known))
        .min()
        .filter(|(distance, _)| *distance <= 3);
    best.map_or_else(String::new, |(_, known)| format!(" (there is {known})"))
}

/// How many letters must be changed, added or removed (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (index, same) in other.iter().enumerate() {
            let change = diagonal + usize::from(letter != *same);
            diagonal = row[index + 1];
            row[index + 1] = change.min(row[index] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}
