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

/// What a letter says of a case.
const fn case(path: &'static str) -> Entry {
    Entry {
        purposes: &[(Purpose::Rights, LegalBasis::LegalObligation)],
        need: Need::Mandatory(Consequence::NotAnswered),
        linkability: Linkability::Pseudonymous,
        ..letter(path)
    }
}

/// What staff have written to somebody about their case.
const fn words(path: &'static str) -> Entry {
    theirs(case(path), Category::FreeText, Linkability::Direct)
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
    letter("letter:link_ending"),
    Entry {
        linkability: Linkability::Pseudonymous,
        ..letter("letter:link_ending.document")
    },
    letter("letter:link_ending.at"),
    letter("letter:page_taken_down"),
    letter("letter:page_taken_down.document"),
    letter("letter:page_taken_down.reason"),
    letter("letter:page_put_back"),
    letter("letter:page_put_back.document"),
    letter("letter:case_received"),
    case("letter:case_received.number"),
    case("letter:case_received.matter"),
    case("letter:case_received.due"),
    case("letter:case_received.code"),
    letter("letter:case_code"),
    case("letter:case_code.number"),
    case("letter:case_code.code"),
    letter("letter:case_extended"),
    case("letter:case_extended.number"),
    case("letter:case_extended.due"),
    words("letter:case_extended.reason"),
    letter("letter:case_answered"),
    case("letter:case_answered.number"),
    words("letter:case_answered.text"),
    letter("letter:case_refused"),
    case("letter:case_refused.number"),
    words("letter:case_refused.text"),
    letter("letter:case_owner_asked"),
    case("letter:case_owner_asked.number"),
    words("letter:case_owner_asked.text"),
    letter("letter:case_pressing"),
    case("letter:case_pressing.number"),
    case("letter:case_pressing.due"),
    letter("letter:case_late"),
    case("letter:case_late.number"),
    case("letter:case_late.due"),
    letter("letter:blocked"),
    theirs(
        letter("letter:blocked.reason"),
        Category::FreeText,
        Linkability::Indirect,
    ),
    letter("letter:dormant"),
    letter("letter:dormant.at"),
    letter("letter:proof_failed"),
    letter("letter:disclosed"),
    letter("letter:controller_changes"),
    letter("letter:controller_changes.name"),
    letter("letter:controller_changes.at"),
    letter("letter:controller_stays"),
    letter("letter:controller_stays.name"),
    letter("letter:controller_stays.at"),
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
