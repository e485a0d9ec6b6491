//! A letter on a web page, as it stands on paper: the recipient, the day, what it is
//! about, the text.

use cv::{Shown, ShownItem, ShownSection};

use super::{element, open_section, texts};
use crate::html::inline::part;
use crate::template::content::{self, Part};

/// Without a heading of its own it is called by what the letter is about.
pub(super) fn write(out: &mut String, number: usize, shown: Shown<'_>, section: ShownSection<'_>) {
    let lang = shown.language();
    match section.heading() {
        Some(_) => open_section(out, number, &part(&vec![content::heading(section, lang)])),
        None => out.push_str("<section>\n"),
    }
    let signer = content::signer(shown);
    for item in section.items() {
        letter(out, item, shown, &signer);
    }
    out.push_str("</section>\n");
}

fn letter<'a>(out: &mut String, item: ShownItem<'a>, shown: Shown<'a>, signer: &Part<'a>) {
    let letter = content::letter(item, shown.language(), signer);
    let lines: Vec<String> = letter.recipient.iter().map(part).collect();
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    out.push_str("<div class=\"entry letter\">\n");
    element(out, "p", "recipient", &lines.join("<br>\n"));
    element(out, "p", "dates", &part(&letter.dated));
    element(out, "h2", "", &part(&letter.subject));
    element(out, "p", "", &part(&letter.salutation));
    texts(out, &letter.body);
    element(out, "p", "", &part(&letter.closing));
    element(out, "p", "signature", &part(&letter.signature));
    element(out, "p", "small", &part(&letter.enclosures));
    out.push_str("</div>\n");
}
