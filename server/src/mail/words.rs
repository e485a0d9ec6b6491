//! What a letter says: its words, in the language of whoever gets it.

use super::cases;
use crate::terminal::plain;
use app::pages::report::reason_name;
use backend::{EMAIL_DAYS, INVITATION_DAYS, Letter, MailLang, RESET_DAYS, SIGN_UP_DAYS};
use privacy::report::Reason;
use texts::{Lang, abuse, console, editor, mail as t, registers};
use time::OffsetDateTime;

/// Longer names of browsers and systems are cut.
const LONGEST_NAME: usize = 40;

/// A letter in words. The text part and the HTML part are made of the same.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) lang: Lang,
    pub(super) subject: String,
    /// Paragraphs before the link.
    pub(super) text: Vec<String>,
    pub(super) link: Link,
    /// Paragraphs after the link.
    pub(super) after: Vec<String>,
    /// Who sent it.
    pub(super) footer: String,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// What it does, on the button.
    pub(super) label: String,
    pub(super) address: String,
    /// How to use it without the button.
    pub(super) hint: String,
}

/// The words of a letter. `origin` is what links begin with.
pub(super) fn words(letter: &Letter, lang: MailLang, origin: &str) -> Words {
    let lang = match lang {
        MailLang::Sv => Lang::Sv,
        MailLang::En => Lang::En,
    };
    let site = site(origin);
    let case = cases::Site {
        lang,
        origin,
        host: site,
    };
    // Subject, text, the link's label and path, what to do if it was not you.
    let (subject, text, (label, path), not_you) = match letter {
        Letter::ConfirmSignUp { token } => (
            t::confirm_sign_up_subject(lang),
            t::confirm_sign_up_text(lang).to_owned(),
            (t::confirm_sign_up_button(lang), secret("confirm", token)),
            t::confirm_sign_up_not_you(lang),
        ),
        Letter::AlreadyMember => (
            t::already_member_subject(lang),
            t::already_member_text(lang).to_owned(),
            (t::already_member_button(lang), "/sign-in".to_owned()),
            t::already_member_not_you(lang),
        ),
        Letter::ResetPassword { token } => (
            t::reset_password_subject(lang),
            t::reset_password_text(lang).to_owned(),
            (t::choose_password(lang), secret("reset", token)),
            t::reset_password_not_you(lang),
        ),
        Letter::ConfirmEmail { token } => (
            t::confirm_email_subject(lang),
            t::confirm_email_text(lang).to_owned(),
            (t::confirm_email_button(lang), secret("email", token)),
            t::confirm_email_not_you(lang),
        ),
        Letter::EmailChanging { to } => (
            t::email_changing_subject(lang),
            t::email_changing_text(lang, plain(to)),
            (t::open_account(lang), "/account".to_owned()),
            t::email_changing_not_you(lang),
        ),
        Letter::EmailChanged => (
            t::email_changed_subject(lang),
            t::email_changed_text(lang).to_owned(),
            (t::open_policy(lang), "/privacy".to_owned()),
            t::email_changed_not_you(lang),
        ),
        Letter::PasswordChanged => (
            t::password_changed_subject(lang),
            t::password_changed_text(lang).to_owned(),
            (t::choose_password(lang), "/reset".to_owned()),
            t::password_changed_not_you(lang),
        ),
        Letter::NewDevice { .. } => (
            t::new_device_subject(lang),
            t::new_device_text(lang).to_owned(),
            (t::open_account(lang), "/account".to_owned()),
            t::new_device_not_you(lang),
        ),
        Letter::SecondFactorChanged => (
            t::second_factor_changed_subject(lang),
            t::second_factor_changed_text(lang).to_owned(),
            (t::open_account(lang), "/account".to_owned()),
            t::second_factor_changed_not_you(lang),
        ),
        Letter::Objected => (
            t::objected_subject(lang),
            t::objected_text(lang).to_owned(),
            (t::open_my_data(lang), "/account/data".to_owned()),
            t::objected_not_you(lang),
        ),
        Letter::Compromised => (
            t::compromised_subject(lang),
            t::compromised_text(lang).to_owned(),
            (t::choose_password(lang), "/reset".to_owned()),
            t::compromised_not_you(lang),
        ),
        Letter::Invitation { token } => (
            t::invitation_subject(lang),
            t::invitation_text(lang, site),
            (t::invitation_button(lang), secret("invitation", token)),
            t::invitation_not_you(lang),
        ),
        Letter::PolicyChange { day } => (
            t::policy_change_subject(lang),
            t::policy_change_text(lang, plain(day)),
            (t::policy_change_button(lang), "/account/policy".to_owned()),
            t::policy_change_leave(lang),
        ),
        Letter::PolicyRenewal { day } => (
            t::policy_change_subject(lang),
            t::policy_change_renew(lang, plain(day)),
            (t::policy_change_button(lang), "/account/policy".to_owned()),
            t::policy_change_leave(lang),
        ),
        Letter::AccountErased => (
            t::account_erased_subject(lang),
            t::account_erased_text(lang).to_owned(),
            (t::open_policy(lang), "/privacy".to_owned()),
            t::account_erased_not_you(lang),
        ),
        Letter::PageTakenDown { document, reason } => (
            abuse::letter_down_subject(lang),
            abuse::letter_down_text(lang, reason_name(Reason::from_name(reason), lang)),
            (abuse::letter_open(lang), secret("share", document)),
            abuse::letter_down_object(lang),
        ),
        Letter::PagePutBack { document } => (
            abuse::letter_back_subject(lang),
            abuse::letter_back_text(lang).to_owned(),
            (abuse::letter_open(lang), secret("share", document)),
            abuse::letter_back_after(lang),
        ),
        Letter::CaseReceived {
            number,
            matter,
            due,
            code,
        } => return case.received(number, matter, *due, code),
        Letter::CaseCode { number, code } => return case.code(number, code),
        Letter::CaseExtended {
            number,
            due,
            reason,
        } => return case.extended(number, *due, reason),
        Letter::CaseAnswered { number, text } => return case.answered(number, text),
        Letter::CaseRefused { number, text } => return case.refused(number, text),
        Letter::CaseOwnerAsked { number, text } => return case.owner_asked(number, text),
        Letter::CasePressing { number, due } => return case.pressing(number, *due),
        Letter::CaseLate { number, due } => return case.late(number, *due),
        Letter::ErasureAsked { token, at } => (
            t::erasure_asked_subject(lang),
            t::erasure_asked_text(lang, moment(*at, lang)),
            (t::erasure_asked_button(lang), secret("erasure", token)),
            t::erasure_asked_not_you(lang),
        ),
        Letter::LinkEnding { document, at } => (
            t::link_ending_subject(lang),
            t::link_ending_text(lang, moment(*at, lang)),
            (t::link_ending_button(lang), share(document)),
            t::link_ending_not_you(lang),
        ),
        Letter::Blocked { reason } => (
            console::blocked_subject(lang),
            console::blocked_text(lang, plain(reason)),
            (t::open_policy(lang), "/privacy".to_owned()),
            console::blocked_not_you(lang),
        ),
        Letter::Dormant { at } => (
            console::dormant_subject(lang),
            console::dormant_text(lang, moment(*at, lang)),
            (t::already_member_button(lang), "/sign-in".to_owned()),
            console::dormant_not_you(lang),
        ),
        Letter::ProofFailed => (
            console::proof_failed_subject(lang),
            console::proof_failed_text(lang).to_owned(),
            (
                console::proof_failed_button(lang),
                "/admin/proof".to_owned(),
            ),
            console::proof_failed_not_you(lang),
        ),
        Letter::Disclosed => (
            registers::disclosed_subject(lang),
            registers::disclosed_text(lang).to_owned(),
            (
                registers::disclosed_button(lang),
                "/account/data#disclosed".to_owned(),
            ),
            registers::disclosed_not_you(lang),
        ),
        Letter::ControllerChanges { name, at } => (
            registers::controller_subject(lang),
            registers::controller_letter(lang, privacy::Date::of(*at), plain(name)),
            (
                registers::controller_button(lang),
                "/privacy/controller".to_owned(),
            ),
            registers::controller_not_you(lang),
        ),
        Letter::ControllerStays { name, at } => (
            registers::controller_stays_subject(lang),
            registers::controller_stays_letter(lang, privacy::Date::of(*at), plain(name)),
            (
                registers::controller_stays_button(lang),
                "/privacy/controller".to_owned(),
            ),
            registers::controller_stays_not_you(lang),
        ),
    };
    let mut text = vec![text];
    text.extend(details(letter, lang));
    let valid = valid(letter, lang);
    Words {
        lang,
        subject: subject.to_owned(),
        text,
        link: Link {
            label: label.to_owned(),
            address: format!("{origin}{path}"),
            hint: t::link_text(lang).to_owned(),
        },
        after: valid.into_iter().chain([not_you.to_owned()]).collect(),
        footer: t::footer(lang, site),
    }
}

/// What is known of a new device, a line each.
fn details(letter: &Letter, lang: Lang) -> Vec<String> {
    let Letter::NewDevice {
        browser,
        system,
        at,
    } = letter
    else {
        return Vec::new();
    };
    let name = |text: &str| match name(text) {
        name if name.is_empty() => t::new_device_unknown(lang).to_owned(),
        name => name,
    };
    vec![
        t::new_device_browser(lang, name(browser)),
        t::new_device_system(lang, name(system)),
        t::new_device_time(lang, moment(*at, lang)),
    ]
}

/// How long the link works.
fn valid(letter: &Letter, lang: Lang) -> Option<String> {
    let days = match letter {
        Letter::ConfirmSignUp { .. } => SIGN_UP_DAYS,
        Letter::ConfirmEmail { .. } => EMAIL_DAYS,
        Letter::ResetPassword { .. } => RESET_DAYS,
        Letter::Invitation { .. } => INVITATION_DAYS,
        _ => return None,
    };
    Some(t::link_days(lang, days.unsigned_abs()))
}

/// Where a document's links are. Its id is hexadecimal digits and hyphens.
fn share(document: &str) -> String {
    let digit = |c: &char| c.is_ascii_hexdigit() || *c == '-';
    format!(
        "/share/{}",
        document.chars().filter(digit).collect::<String>()
    )
}

/// A token is letters that need no escaping in an address; anything else would
/// be no token.
fn secret(path: &str, token: &str) -> String {
    let letter = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let token: String = token.chars().filter(letter).collect();
    format!("/{path}/{token}")
}

/// The origin without its scheme.
fn site(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, host)| host)
}

/// The name of a browser or a system. It comes from what a stranger's program
/// says of itself, and a mail program makes a link of everything that looks like
/// an address: so letters and digits, and no full stop but in a version.
fn name(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_some_and(char::is_ascii_digit)
    };
    let kept = letters.iter().enumerate().filter(|(at, c)| match c {
        '.' => digit(at.checked_sub(1)) && digit(at.checked_add(1)),
        c => c.is_alphanumeric() || matches!(c, ' ' | '-' | '(' | ')'),
    });
    let kept: String = kept.map(|(_, c)| *c).take(LONGEST_NAME).collect();
    kept.trim().to_owned()
}

/// Milliseconds since 1970 as day and minute. In UTC: where its reader is,
/// nobody knows.
fn moment(at: i64, lang: Lang) -> String {
    let at = OffsetDateTime::from_unix_timestamp(at.div_euclid(1000));
    let at = at.unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let month = editor::month_long(lang, u64::from(u8::from(at.month())));
    let two = |number: u8| format!("{number:02}");
    t::time(
        lang,
        at.day(),
        two(at.hour()),
        two(at.minute()),
        month,
        at.year(),
    )
}
