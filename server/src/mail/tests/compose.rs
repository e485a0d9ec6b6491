//! What letters say and look like.

use crate::mail::compose::{Envelope, html, message, text};
use crate::mail::words::words;
use backend::{Letter, MailLang, Uuid};
use lettre::message::Mailbox;
use mail_parser::{HeaderValue, MessageParser};

const ORIGIN: &str = "https://merit.example";
const TOKEN: &str = "TOKEN-43_letters";

fn every_letter() -> Vec<Letter> {
    let token = || TOKEN.to_owned();
    vec![
        Letter::ConfirmSignUp { token: token() },
        Letter::AlreadyMember,
        Letter::ResetPassword { token: token() },
        Letter::ConfirmEmail { token: token() },
        Letter::EmailChanging {
            to: "n…@example.com".to_owned(),
        },
        Letter::EmailChanged,
        Letter::PasswordChanged,
        device("Firefox 145.0", "Linux"),
        Letter::SecondFactorChanged,
        Letter::Objected,
        Letter::Compromised,
        Letter::Invitation { token: token() },
        Letter::ErasureAsked {
            token: token(),
            at: 1_795_000_000_000,
        },
        Letter::LinkEnding {
            document: "01890000-0000-7000-8000-0000000000aa".to_owned(),
            at: 1_795_000_000_000,
        },
        Letter::PageTakenDown {
            document: Uuid::from_u128(9).to_string(),
            reason: "fraud".to_owned(),
        },
        Letter::PagePutBack {
            document: Uuid::from_u128(9).to_string(),
        },
        Letter::AccountErased,
        Letter::Blocked {
            reason: "A case of abuse, number 4711".to_owned(),
        },
        Letter::Dormant {
            at: 1_795_000_000_000,
        },
        Letter::ProofFailed,
        Letter::Disclosed,
        Letter::ControllerChanges {
            name: "Example Nästa AB".to_owned(),
            at: 1_795_000_000_000,
        },
        Letter::ControllerStays {
            name: "Example Nästa AB".to_owned(),
            at: 1_795_000_000_000,
        },
        Letter::PolicyChange {
            day: "2027-01-31".to_owned(),
        },
        Letter::PolicyRenewal {
            day: "2027-01-31".to_owned(),
        },
    ]
}

fn device(browser: &str, system: &str) -> Letter {
    Letter::NewDevice {
        browser: browser.to_owned(),
        system: system.to_owned(),
        at: 1_795_788_245_000,
    }
}

fn composed(letter: &Letter, lang: MailLang, to: &str) -> Option<String> {
    let from: Mailbox = "Merit <merit@merit.example>".parse().expect("an address");
    let envelope = Envelope {
        id: Uuid::from_u128(7),
        from: &from,
        to: to.parse().ok()?,
        at: 1_795_788_245_000,
    };
    let message = message(&words(letter, lang, ORIGIN), envelope).ok()?;
    Some(String::from_utf8(message.formatted()).expect("it is ASCII"))
}

#[test]
fn a_letter_in_swedish_as_text() {
    let words = words(&device("Firefox 145.0", "Linux"), MailLang::Sv, ORIGIN);
    insta::assert_snapshot!(words.subject, @"Ny inloggning på ditt konto");
    insta::assert_snapshot!(text(&words), @r#"
    Någon, förmodligen du, har loggat in på ditt konto hos Merit från en webbläsare som inte har använts där förut.

    Webbläsare: Firefox 145.0

    Operativsystem: Linux

    Tid: 27 november 2026 kl. 14.04 (UTC)

    Öppna ditt konto:
    https://merit.example/account

    Var det inte du? Öppna genast ditt konto, byt lösenord och anmäl att det är kapat.

    -- 
    Det här mejlet skickades automatiskt från Merit på merit.example och går inte att svara på.
    "#);
}

#[test]
fn a_letter_in_english_as_text() {
    let words = words(&device("Firefox 145.0", "Linux"), MailLang::En, ORIGIN);
    insta::assert_snapshot!(words.subject, @"New sign-in to your account");
    insta::assert_snapshot!(text(&words), @r#"
    Someone, probably you, has signed in to your account at Merit from a browser that has not been used there before.

    Browser: Firefox 145.0

    Operating system: Linux

    Time: 27 November 2026, 14:04 (UTC)

    Open your account:
    https://merit.example/account

    If it was not you, open your account at once, change your password and report that it has been taken over.

    -- 
    This message was sent automatically by Merit at merit.example. It cannot be replied to.
    "#);
}

#[test]
fn a_letter_in_swedish_as_html() {
    let token = TOKEN.to_owned();
    let words = words(&Letter::ResetPassword { token }, MailLang::Sv, ORIGIN);
    insta::assert_snapshot!(html(&words), @r#"
    <!doctype html>
    <html lang="sv">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Välj ett nytt lösenord</title>
    </head>
    <body style="margin: 0; padding: 24px 16px; font: 16px/1.5 system-ui, sans-serif">
    <div style="max-width: 34em; margin: 0 auto">
    <p>Någon, förmodligen du, har bett om att få välja ett nytt lösenord till ditt konto hos Merit.</p>
    <p style="margin: 28px 0"><a href="https://merit.example/reset/TOKEN-43_letters" style="display: inline-block; padding: 12px 20px; border-radius: 6px; background: #1d4f7c; color: #ffffff; font-weight: 600; text-decoration: none">Välj nytt lösenord</a></p>
    <p>Länken gäller i ett dygn och kan bara användas en gång.</p>
    <p>Var det inte du? Då kan du bortse från mejlet. Ditt lösenord gäller fortfarande, och ingen kan byta det utan länken.</p>
    <p style="font-size: 14px">Fungerar inte knappen? Kopiera då länken:<br><a href="https://merit.example/reset/TOKEN-43_letters" style="overflow-wrap: anywhere">https://merit.example/reset/TOKEN-43_letters</a></p>
    <hr style="border: 0; border-top: 1px solid #8888">
    <p style="font-size: 14px">Det här mejlet skickades automatiskt från Merit på merit.example och går inte att svara på.</p>
    </div>
    </body>
    </html>
    "#);
}

#[test]
fn a_letter_in_english_as_html() {
    let token = TOKEN.to_owned();
    let words = words(&Letter::ResetPassword { token }, MailLang::En, ORIGIN);
    insta::assert_snapshot!(html(&words), @r#"
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Choose a new password</title>
    </head>
    <body style="margin: 0; padding: 24px 16px; font: 16px/1.5 system-ui, sans-serif">
    <div style="max-width: 34em; margin: 0 auto">
    <p>Someone, probably you, has asked to choose a new password for your account at Merit.</p>
    <p style="margin: 28px 0"><a href="https://merit.example/reset/TOKEN-43_letters" style="display: inline-block; padding: 12px 20px; border-radius: 6px; background: #1d4f7c; color: #ffffff; font-weight: 600; text-decoration: none">Choose a new password</a></p>
    <p>The link works once and expires after one day.</p>
    <p>If it was not you, you can ignore this message. Your password still works, and nobody can change it without the link.</p>
    <p style="font-size: 14px">If the button does not work, copy the link:<br><a href="https://merit.example/reset/TOKEN-43_letters" style="overflow-wrap: anywhere">https://merit.example/reset/TOKEN-43_letters</a></p>
    <hr style="border: 0; border-top: 1px solid #8888">
    <p style="font-size: 14px">This message was sent automatically by Merit at merit.example. It cannot be replied to.</p>
    </div>
    </body>
    </html>
    "#);
}

/// As a mail program reads it, which nobody here wrote.
#[test]
fn every_letter_says_the_same_in_both_parts_and_shows_where_its_link_leads() {
    for letter in every_letter() {
        for lang in [MailLang::Sv, MailLang::En] {
            let words = words(&letter, lang, ORIGIN);
            let source = composed(&letter, lang, "anna@example.com").expect("a message");
            let message = MessageParser::default()
                .parse(source.as_bytes())
                .expect("it is mail");
            assert_eq!(message.subject(), Some(words.subject.as_str()));
            assert!(words.subject.chars().count() < 60, "{}", words.subject);
            let text = message.body_text(0).expect("a text part");
            let html = message.body_html(0).expect("an HTML part");
            assert_eq!(
                text.replace("\r\n", "\n"),
                super::super::compose::text(&words)
            );
            assert_eq!(
                html.replace("\r\n", "\n"),
                super::super::compose::html(&words)
            );
            assert_eq!(message.text_body_count(), 1);
            assert_eq!(message.html_body_count(), 1);
            assert_eq!(message.attachment_count(), 0);
            let address = &words.link.address;
            assert!(address.starts_with(ORIGIN), "{address}");
            assert_eq!(text.matches(address.as_str()).count(), 1);
            // On the button, and twice where it is written out.
            assert_eq!(html.matches(address.as_str()).count(), 3);
            // Nothing is loaded, runs, or leads elsewhere.
            for alien in [
                "src=", "<img", "<script", "<link", "url(", "@import", "cid:",
            ] {
                assert!(!html.contains(alien), "{alien} in {html}");
            }
            assert_eq!(html.matches("://").count(), 3, "{html}");
        }
    }
}

#[test]
fn links_lead_where_the_site_expects_them() {
    let token = || TOKEN.to_owned();
    for (letter, path) in [
        (Letter::ConfirmSignUp { token: token() }, "/confirm/"),
        (Letter::ResetPassword { token: token() }, "/reset/"),
        (Letter::ConfirmEmail { token: token() }, "/email/"),
        (Letter::Invitation { token: token() }, "/invitation/"),
        (
            Letter::ErasureAsked {
                token: token(),
                at: 0,
            },
            "/erasure/",
        ),
    ] {
        let words = words(&letter, MailLang::En, ORIGIN);
        assert_eq!(words.link.address, format!("{ORIGIN}{path}{TOKEN}"));
    }
}

#[test]
fn the_head_says_that_nobody_should_answer() {
    let source = composed(&Letter::PasswordChanged, MailLang::Sv, "anna@example.com");
    let source = source.expect("a message");
    let message = MessageParser::default()
        .parse(source.as_bytes())
        .expect("it is mail");
    let header = |name: &str| match message.header(name) {
        Some(HeaderValue::Text(text)) => text.to_string(),
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("X-Auto-Response-Suppress"), "All");
    let id = "00000000-0000-0000-0000-000000000007@merit.example";
    assert_eq!(message.message_id(), Some(id));
    let date = message.date().expect("a date");
    assert_eq!(date.to_rfc3339(), "2026-11-27T14:04:05Z");
    let (head, _) = source.split_once("\r\n\r\n").expect("a head");
    let mut names: Vec<&str> = head
        .split("\r\n")
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| Some(line.split_once(':')?.0))
        .collect();
    names.sort_unstable();
    let expected = [
        "Auto-Submitted",
        "Content-Type",
        "Date",
        "From",
        "MIME-Version",
        "Message-ID",
        "Subject",
        "To",
        "X-Auto-Response-Suppress",
    ];
    assert_eq!(names, expected);
}

/// The name of a browser is what a stranger's program says of itself.
#[test]
fn what_strangers_name_themselves_is_words_and_nothing_else() {
    let hostile =
        "<img src=x onerror=alert(1)>\r\nhttps://evil.example/\u{202e}\"'&amp; 1.2.3 evil.example";
    let words = words(&device(hostile, "\u{0}<b>\n"), MailLang::En, ORIGIN);
    assert_eq!(
        words.text[1],
        "Browser: img srcx onerroralert(1)httpsevilexample"
    );
    assert_eq!(words.text[2], "Operating system: b");
    let html = html(&words);
    assert!(
        !html.contains("<img") && !html.contains("evil.example"),
        "{html}"
    );
    let words = self::words(&device("Chrome 126.0.1", "../"), MailLang::Sv, ORIGIN);
    assert_eq!(words.text[1], "Webbläsare: Chrome 126.0.1");
    assert_eq!(words.text[2], "Operativsystem: okänt");
}

#[test]
fn text_of_others_is_escaped_in_html() {
    let to = "<a href=\"https://evil.example\">&'@example.com".to_owned();
    let words = words(&Letter::EmailChanging { to }, MailLang::En, ORIGIN);
    let html = html(&words);
    let escaped = "&lt;a href=&quot;https://evil.example&quot;&gt;&amp;&#39;@example.com";
    assert!(html.contains(escaped), "{html}");
    let token = "\"><script>alert(1)</script>/../..".to_owned();
    let words = self::words(&Letter::ResetPassword { token }, MailLang::En, ORIGIN);
    assert_eq!(
        words.link.address,
        format!("{ORIGIN}/reset/scriptalert1script")
    );
}

#[test]
fn no_address_puts_a_line_into_the_head() {
    for to in [
        "anna@example.com\r\nBcc: eve@evil.example",
        "anna@example.com\nBcc: eve@evil.example",
        "\"anna\r\nBcc: eve@evil.example\"@example.com",
        "anna\r\n@example.com",
        "anna@example.com>\r\nRCPT TO:<eve@evil.example",
        "anna@example.com, eve@evil.example",
        "anna@example.com\u{0}",
        "",
        "anna",
    ] {
        if let Some(source) = composed(&Letter::PasswordChanged, MailLang::En, to) {
            panic!("{to:?} was taken: {source}");
        }
    }
    let to = "\"Bcc: eve@evil.example\"@example.com";
    if let Some(source) = composed(&Letter::PasswordChanged, MailLang::En, to) {
        let (head, _) = source.split_once("\r\n\r\n").expect("a head");
        assert!(!head.contains("\r\nBcc"), "{head}");
    }
}
