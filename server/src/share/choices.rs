//! What was chosen in a form of the sharing pages, or in an address.
//!
//! `show` once for each field of the contact details that is shown, `detail` for each
//! personal detail, `hide` for each section or entry that is hidden, `variant` for
//! each CV in another language, with the version that was looked at; the others once.

use app::pages::share::{DAY, Done, ENDS, KEEP, Problem, TermsForm};
use backend::{Link, LinkPassword, LinkTerms, Slug, Uuid};
use cv::{Id, PersonalField, Redaction};
use privacy::Date;
use zeroize::Zeroizing;

/// A day of one's own choice lies within so many months.
const FURTHEST: u16 = 60;

#[derive(Default)]
pub(super) struct Choices(Vec<(String, String)>);

impl Choices {
    pub(super) fn new(pairs: Vec<(String, String)>) -> Choices {
        Choices(pairs)
    }

    pub(super) fn get(&self, name: &'static str) -> Option<&str> {
        self.all(name).next().map(str::trim)
    }

    fn all<'a>(&'a self, name: &'static str) -> impl Iterator<Item = &'a str> {
        let pairs = self.0.iter().filter(move |(key, _)| key == name);
        pairs.map(|(_, value)| value.as_str())
    }

    fn ticked(&self, name: &'static str, value: &str) -> bool {
        self.all(name).any(|it| it == value)
    }

    /// Whether the form of what is shown was filled in, and not only opened.
    pub(super) fn has_shown(&self) -> bool {
        self.get("version").is_some()
    }

    /// Whether the form of what is said of a link was.
    pub(super) fn has_terms(&self) -> bool {
        self.get("slug").is_some()
    }

    pub(super) fn done(&self) -> Option<Done> {
        self.get("done").and_then(Done::from_tag)
    }

    /// The version that was looked at: of no document, if there is none.
    pub(super) fn version(&self) -> u64 {
        let version = self.get("version").and_then(|text| text.parse().ok());
        version.unwrap_or(0)
    }

    pub(super) fn id(&self, name: &'static str) -> Option<Uuid> {
        self.get(name).and_then(|text| text.parse().ok())
    }

    /// The CVs in other languages, each once, and the version of each that was looked
    /// at: none is the version 0.
    pub(super) fn variants(&self) -> Vec<(Uuid, u64)> {
        let variant = |text: &str| -> Option<(Uuid, u64)> {
            let (id, version) = text.split_once('.').unwrap_or((text, ""));
            Some((id.parse().ok()?, version.parse().unwrap_or(0)))
        };
        let mut variants: Vec<(Uuid, u64)> = self.all("variant").filter_map(variant).collect();
        variants.sort_unstable();
        variants.dedup_by_key(|(id, _)| *id);
        variants
    }

    /// Everything is hidden that can be and is not ticked; of sections and entries,
    /// what is.
    pub(super) fn redaction(&self) -> Redaction {
        let mut redaction = Redaction::none();
        for field in Redaction::fields().filter(|field| !self.ticked("show", field.json())) {
            // Each of them can be hidden: they are the list of those.
            let _ = redaction.hide(field);
        }
        for field in PersonalField::ALL {
            if self.ticked("detail", field.json()) {
                redaction.show_detail(field);
            }
        }
        redaction.set_shows_contacts(self.ticked("contacts", "1"));
        redaction.set_anonymous(self.ticked("anonymous", "1"));
        for id in self.all("hide").filter_map(|text| text.parse().ok()) {
            redaction.hide_place(Id(id));
        }
        redaction
    }

    /// What is said of a link: a new one, or one that is there.
    ///
    /// # Errors
    /// Why it cannot be.
    pub(super) fn terms(&self, now: i64, before: Option<&Link>) -> Result<LinkTerms, Problem> {
        let text = self.get("slug").unwrap_or_default();
        let slug = match before {
            // What it has it keeps, whatever may be chosen today.
            Some(before) if before.slug == text => Slug::parse(text),
            _ => Slug::choose(text),
        };
        let slug = match (slug, Slug::parse(text)) {
            (Some(slug), _) => slug,
            (None, Some(_)) => return Err(Problem::ReservedSlug),
            (None, None) => return Err(Problem::BadSlug),
        };
        // A password is what was typed, to the letter.
        let password = self.all("password").next().filter(|text| !text.is_empty());
        Ok(LinkTerms {
            name: self.get("name").unwrap_or_default().to_owned(),
            slug,
            expires_at: self.expires_at(now, before)?,
            password: match password {
                Some(password) => LinkPassword::New(Zeroizing::new(password.to_owned())),
                None if self.ticked("open", "1") => LinkPassword::None,
                None => LinkPassword::Keep,
            },
            indexed: self.ticked("index", "1"),
            downloads: !self.ticked("nofiles", "1"),
            pdf_code: self.ticked("code", "1"),
        })
    }

    /// When a link ends: with the end of a day.
    fn expires_at(&self, now: i64, before: Option<&Link>) -> Result<Option<i64>, Problem> {
        let ends = self.get("ends").unwrap_or("year");
        let today = Date::of(now);
        let end_of = |day: Date| day.days_later(1).starts();
        if let Some((_, months)) = ENDS.iter().find(|(name, _)| *name == ends) {
            return Ok(Some(end_of(today.months_later(*months))));
        }
        match (ends, before) {
            (KEEP, Some(before)) => Ok(before.expires_at),
            (DAY, _) => {
                let day = self.get("day").and_then(day).ok_or(Problem::BadDay)?;
                let last = today.months_later(FURTHEST);
                let is_near = day > today && day <= last;
                is_near.then(|| Some(end_of(day))).ok_or(Problem::BadDay)
            }
            _ => Err(Problem::BadDay),
        }
    }

    /// The form again, as it was filled in, or as the link is.
    pub(super) fn terms_form(&self, now: i64, before: Option<&Link>) -> TermsForm {
        let today = Date::of(now);
        let (first, last) = (today.days_later(1), today.months_later(FURTHEST));
        let days = (first.to_string(), last.to_string());
        let (expires_at, locked) = match before {
            Some(before) => (before.expires_at, before.locked),
            None => (None, false),
        };
        let text = |name: &'static str| self.get(name).unwrap_or_default().to_owned();
        if self.has_terms() {
            return TermsForm {
                name: text("name"),
                slug: text("slug"),
                ends: self.get("ends").unwrap_or("year").to_owned(),
                day: text("day"),
                indexed: self.ticked("index", "1"),
                files: !self.ticked("nofiles", "1"),
                code: Some(self.ticked("code", "1")),
                no_room: false,
                days,
                expires_at,
                locked,
            };
        }
        match before {
            Some(before) => TermsForm {
                name: before.name.clone(),
                slug: before.slug.clone(),
                ends: KEEP.to_owned(),
                day: String::new(),
                indexed: before.indexed,
                files: before.downloads,
                code: Some(before.pdf_code),
                no_room: false,
                days,
                expires_at,
                locked,
            },
            None => TermsForm {
                slug: Slug::random().as_str().to_owned(),
                ends: "year".to_owned(),
                files: true,
                code: Some(false),
                days,
                ..TermsForm::default()
            },
        }
    }
}

/// A day, as `<input type="date">` writes it.
fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Date::new(year, month, parts.next()?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(pairs: &[(&str, &str)]) -> Choices {
        let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        Choices(pairs.iter().map(pair).collect())
    }

    #[test]
    fn a_link_ends_with_a_day_within_five_years() {
        // 2026-11-28.
        let now = 1_795_824_000_000 + 5;
        let end = |ends: &str, day: &str| {
            let said = choices(&[("slug", "anna-k"), ("ends", ends), ("day", day)]);
            let terms = said.terms(now, None);
            terms.map(|terms| Date::of(terms.expires_at.unwrap_or_default() - 1).to_string())
        };
        let today = Date::of(now);
        assert_eq!(end("month", ""), Ok(today.months_later(1).to_string()));
        assert_eq!(end("year", ""), Ok(today.months_later(12).to_string()));
        let tomorrow = today.days_later(1).to_string();
        assert_eq!(end("day", &tomorrow), Ok(tomorrow.clone()));
        for bad in ["", "x", "2026-02-30", "1999-01-01", "2100-01-01", "2027"] {
            assert_eq!(end("day", bad), Err(Problem::BadDay), "{bad}");
        }
        assert_eq!(end("day", &today.to_string()), Err(Problem::BadDay));
        // There is no end to keep, and none is no choice.
        assert_eq!(end("keep", ""), Err(Problem::BadDay));
        assert_eq!(end("never", ""), Err(Problem::BadDay));
        let plain = choices(&[("slug", "anna-k")]).terms(now, None);
        assert!(plain.is_ok_and(|terms| terms.expires_at.is_some()));
    }

    #[test]
    fn a_cv_in_another_language_is_of_the_version_looked_at() {
        let id = Uuid::from_u128(7);
        let (seen, unseen) = (format!("{id}.3"), Uuid::from_u128(9).to_string());
        let said = choices(&[
            ("variant", unseen.as_str()),
            ("variant", seen.as_str()),
            ("variant", seen.as_str()),
            ("variant", "x.1"),
        ]);
        assert_eq!(said.variants(), [(id, 3), (Uuid::from_u128(9), 0)]);
    }

    #[test]
    fn an_address_is_none_of_ours() {
        let slug = |text: &str| {
            let terms = choices(&[("slug", text)]).terms(0, None);
            terms.map(|terms| terms.slug.as_str().to_owned())
        };
        assert_eq!(slug("anna-k"), Ok("anna-k".to_owned()));
        for reserved in [
            "admin",
            "sign-in",
            "privacy",
            "-anna",
            "anna-",
            "xn--anna-k",
            "merit",
        ] {
            assert_eq!(slug(reserved), Err(Problem::ReservedSlug), "{reserved}");
        }
        for bad in ["", "ab", "Anna", "a/b", "åsa", "anna\u{202e}k"] {
            assert_eq!(slug(bad), Err(Problem::BadSlug), "{bad}");
        }
    }
}
