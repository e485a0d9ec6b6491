//! What lies sealed while a letter waits, or a link that was sent by one. The
//! columns `mail.payload` and `ticket.payload` hold it; here are its parts.

use super::server::{CONTENT, MAIL_DAYS};
use super::{Category, Consequence, Entry, Erasure, Export, Linkability, Need, Recipient, Source};
use super::{TICKET_DAYS, What};
use crate::purpose::{LegalBasis, Purpose};
use crate::retention::Retention;

/// What a letter says.
const fn letter(path: &'static str) -> Entry {
    Entry {
        path,
        what: What::Payload,
        category: Category::Technical,
        source: Source::Made,
        purposes: &[(Purpose::Notify, LegalBasis::Contract)],
        recipients: &[Recipient::ServerKept, Recipient::MailServers],
        need: Need::Mandatory(Consequence::NoLetter),
        retention: Retention::days(MAIL_DAYS),
        export: Export::Nowhere,
        erasure: Erasure::WithAccount,
        linkability: Linkability::None,
        sensitive: None,
        ..CONTENT
    }
}

/// What its person typed, or their browser said.
const fn theirs(entry: Entry, category: Category, linkability: Linkability) -> Entry {
    Entry {
        category,
        source: Source::Entered,
        linkability,
        ..entry
    }
}

const fn address(entry: Entry) -> Entry {
    theirs(entry, Category::Contact, Linkability::Direct)
}

const fn browser(path: &'static str) -> Entry {
    theirs(letter(path), Category::Online, Linkability::Indirect)
}

/// What waits for a link to be followed.
const fn ticket(path: &'static str) -> Entry {
    Entry {
        purposes: &[(Purpose::SignIn, LegalBasis::Contract)],
        recipients: &[Recipient::ServerKept],
        need: Need::Mandatory(Consequence::NoSignIn),
        retention: Retention::days(TICKET_DAYS),
        ..letter(path)
    }
}

/// Every part of what waits sealed.
pub static PAYLOADS: &[Entry] = &[
    address(letter("letter:to")),
    theirs(
        letter("letter:lang"),
        Category::Preference,
        Linkability::None,
    ),
    letter("letter:confirm_sign_up"),
    letter("letter:confirm_sign_up.token"),
    letter("letter:already_member"),
    letter("letter:reset_password"),
    letter("letter:reset_password.token"),
    letter("letter:confirm_email"),
    letter("letter:confirm_email.token"),
    letter("letter:email_changing"),
    address(letter("letter:email_changing.to")),
    letter("letter:email_changed"),
    letter("letter:password_changed"),
    letter("letter:new_device"),
    browser("letter:new_device.browser"),
    browser("letter:new_device.system"),
    letter("letter:new_device.at"),
    letter("letter:second_factor_changed"),
    letter("letter:objected"),
    letter("letter:compromised"),
    letter("letter:invitation"),
    letter("letter:invitation.token"),
    letter("letter:policy_change"),
    letter("letter:policy_change.day"),
    letter("letter:policy_renewal"),
    letter("letter:policy_renewal.day"),
    letter("letter:account_erased"),
    letter("letter:erasure_asked"),
    letter("letter:erasure_asked.token"),
    letter("letter:erasure_asked.at"),
    address(ticket("ticket:sign_up.email")),
    theirs(
        ticket("ticket:sign_up.lang"),
        Category::Preference,
        Linkability::None,
    ),
    ticket("ticket:sign_up.adult_at"),
    ticket("ticket:sign_up.policy_version"),
    ticket("ticket:sign_up.terms"),
    ticket("ticket:sign_up.role"),
    ticket("ticket:sign_up.invitation"),
    address(ticket("ticket:email.email")),
    ticket("ticket:totp.secret"),
    ticket("ticket:passkey_new.state"),
    ticket("ticket:passkey_new.pending"),
];
