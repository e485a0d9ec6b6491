//! A letter as a message (RFC 5322): the same words as text and as HTML. No
//! image, nothing from elsewhere, nothing that tells whether it was read.

use super::words::Words;
use backend::Uuid;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue,
};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use lettre::{Address, error::Error};
use std::time::{Duration, SystemTime};

/// To whom a message goes, and what tells it apart.
pub(super) struct Envelope<'a> {
    /// The same each time that it is sent, so that a mail program shows it once.
    pub(super) id: Uuid,
    pub(super) from: &'a Mailbox,
    pub(super) to: Address,
    /// Milliseconds since 1970.
    pub(super) at: i64,
}

/// No robot answers it (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

/// Nor do those of Outlook and Exchange.
#[derive(Clone)]
struct AutoResponseSuppress;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl Header for AutoResponseSuppress {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("X-Auto-Response-Suppress")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoResponseSuppress)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "All".to_owned())
    }
}

/// The message.
///
/// # Errors
/// The address cannot stand in a message.
pub(super) fn message(words: &Words, envelope: Envelope<'_>) -> Result<Message, Error> {
    let Envelope { id, from, to, at } = envelope;
    let date = SystemTime::UNIX_EPOCH + Duration::from_millis(at.max(0) as u64);
    let parts = MultiPart::alternative()
        .boundary(format!("merit-{}", id.simple()))
        .singlepart(part(ContentType::TEXT_PLAIN, text(words)))
        .singlepart(part(ContentType::TEXT_HTML, html(words)));
    Message::builder()
        .from(from.clone())
        .to(to.into())
        .subject(words.subject.clone())
        .date(date)
        .message_id(Some(format!("<{id}@{}>", from.email.domain())))
        .header(AutoSubmitted)
        .header(AutoResponseSuppress)
        .multipart(parts)
}

/// Always quoted-printable: it passes every mail server as it is, and its source
/// can be read.
fn part(form: ContentType, text: String) -> SinglePart {
    SinglePart::builder()
        .header(form)
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(text)
}

/// The text part.
pub(super) fn text(words: &Words) -> String {
    let link = format!("{}:\n{}", words.link.label, words.link.address);
    let footer = format!("-- \n{}\n", words.footer);
    let mut blocks: Vec<&str> = words.text.iter().map(String::as_str).collect();
    blocks.push(&link);
    blocks.extend(words.after.iter().map(String::as_str));
    blocks.push(&footer);
    blocks.join("\n\n")
}

/// The HTML part. Colours are the reader's own but for the button's, which is
/// the same in light and dark.
pub(super) fn html(words: &Words) -> String {
    let link = &words.link;
    let subject = escaped(&words.subject);
    let address = escaped(&link.address);
    let label = escaped(&link.label);
    let hint = escaped(&link.hint);
    let footer = escaped(&words.footer);
    let paragraphs = |texts: &[String]| -> String {
        let paragraph = |text: &String| format!("<p>{}</p>\n", escaped(text));
        texts.iter().map(paragraph).collect()
    };
    let before = paragraphs(&words.text);
    let after = paragraphs(&words.after);
    let lang = words.lang.tag();
    format!(
        r#"<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{subject}</title>
</head>
<body style="margin: 0; padding: 24px 16px; font: 16px/1.5 system-ui, sans-serif">
<div style="max-width: 34em; margin: 0 auto">
{before}<p style="margin: 28px 0"><a href="{address}" style="display: inline-block; padding: 12px 20px; border-radius: 6px; background: #1d4f7c; color: #ffffff; font-weight: 600; text-decoration: none">{label}</a></p>
{after}<p style="font-size: 14px">{hint}<br><a href="{address}" style="overflow-wrap: anywhere">{address}</a></p>
<hr style="border: 0; border-top: 1px solid #8888">
<p style="font-size: 14px">{footer}</p>
</div>
</body>
</html>
"#
    )
}

/// A text as it stands in HTML, in an element or in an attribute's quotation marks.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
