//! What letters about cases say.

use super::words::{Link, Words};
use app::pages::cases::words as names;
use backend::CASE_ZONE;
use privacy::case::Matter;
use texts::{Lang, cases as t, mail};

/// In which language, and where.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) lang: Lang,
    pub(super) origin: &'a str,
    pub(super) host: &'a str,
}

impl Site<'_> {
    fn words(
        self,
        subject: String,
        text: Vec<String>,
        (label, path): (&str, &str),
        after: &str,
    ) -> Words {
        let lang = self.lang;
        Words {
            lang,
            subject,
            text,
            link: Link {
                label: label.to_owned(),
                address: format!("{}{path}", self.origin),
                hint: mail::link_text(lang).to_owned(),
            },
            after: vec![after.to_owned()],
            footer: mail::footer(lang, self.host),
        }
    }

    pub(super) fn received(self, number: &str, matter: &str, due: i64, code: &str) -> Words {
        let lang = self.lang;
        let name = Matter::from_name(matter).map_or("", |matter| names::matter(matter, lang));
        let mut text = vec![t::mail_received_text(lang, day(due), name)];
        let subject = t::mail_received_subject(lang, number);
        if code.is_empty() {
            let link = (t::mail_received_plain_button(lang), "/contact");
            return self.words(subject, text, link, t::mail_reply_not_you(lang));
        }
        text.push(t::mail_received_code(lang, code));
        let link = (t::mail_received_button(lang), "/privacy/request/code");
        self.words(subject, text, link, t::mail_received_not_you(lang))
    }

    pub(super) fn code(self, number: &str, code: &str) -> Words {
        let lang = self.lang;
        let text = vec![t::mail_code_text(lang, code, number)];
        let link = (t::mail_received_button(lang), "/privacy/request/code");
        let subject = t::mail_code_subject(lang, number);
        self.words(subject, text, link, t::mail_received_not_you(lang))
    }

    pub(super) fn extended(self, number: &str, due: i64, reason: &str) -> Words {
        let lang = self.lang;
        let mut text = vec![t::mail_extended_text(lang, day(due))];
        text.extend(lines(reason));
        self.reply(t::mail_extended_subject(lang, number), text)
    }

    pub(super) fn answered(self, number: &str, text: &str) -> Words {
        self.reply(t::mail_answered_subject(self.lang, number), lines(text))
    }

    pub(super) fn refused(self, number: &str, text: &str) -> Words {
        self.reply(t::mail_refused_subject(self.lang, number), lines(text))
    }

    fn reply(self, subject: String, text: Vec<String>) -> Words {
        let lang = self.lang;
        let link = (t::mail_received_plain_button(lang), "/contact");
        self.words(subject, text, link, t::mail_reply_not_you(lang))
    }

    pub(super) fn owner_asked(self, number: &str, text: &str) -> Words {
        let lang = self.lang;
        let mut text = lines(text);
        text.push(t::mail_owner_text(lang, number));
        let link = (t::mail_owner_button(lang), "/cvs");
        let subject = t::mail_owner_subject(lang).to_owned();
        self.words(subject, text, link, t::mail_owner_not_you(lang))
    }

    pub(super) fn pressing(self, number: &str, due: i64) -> Words {
        let text = t::mail_pressing_text(self.lang, day(due));
        self.desk(t::mail_pressing_subject(self.lang, number), text)
    }

    pub(super) fn late(self, number: &str, due: i64) -> Words {
        let text = t::mail_late_text(self.lang, day(due));
        self.desk(t::mail_late_subject(self.lang, number), text)
    }

    fn desk(self, subject: String, text: String) -> Words {
        let lang = self.lang;
        let link = (t::mail_desk_button(lang), "/admin/cases");
        self.words(subject, vec![text], link, t::mail_desk_not_you(lang))
    }
}

/// The last day before a moment.
fn day(due: i64) -> String {
    CASE_ZONE.day(due - 1).to_string()
}

/// A text of several lines, a paragraph each.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
