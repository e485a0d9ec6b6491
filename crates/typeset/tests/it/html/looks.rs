//! How a page looks: its one style sheet, what it fetches, its picture for previews.

use typeset::html::page;
use typeset::template::ALL;

use super::{LINKS, words};
use crate::documents::{engine, sample};
use crate::markup::read;

#[test]
fn the_style_is_small_plain_and_what_its_hash_says() {
    let mut styles = std::collections::BTreeSet::new();
    for template in ALL {
        let mut document = sample("svensk.jsonresume");
        document.template = template.for_document();
        let made = page(document.shown(), &LINKS);
        let style = &read(&made.html).styles[0];
        assert!(style.len() <= 13 * 1024, "{} bytes", style.len());
        assert!(!style.contains(['<', '&']) && !style.contains("@import"));
        let mut faces = 0;
        for address in style.split("url(").skip(1) {
            let file = address.strip_prefix("\"/fonts/").unwrap();
            let file = file.split_once('"').unwrap().0;
            let face = typeset::Face::all().find(|face| face.file() == file);
            let family = format!("\"{}\"", face.expect(file).family());
            // Fetched, and used.
            assert!(style.matches(&family).count() >= 2, "{family}");
            faces += 1;
        }
        assert!((2..=7).contains(&faces), "{faces} of {}", template.name);
        // 32 bytes in base64.
        assert_eq!(made.style_sha256.len(), 44);
        styles.insert(made.style_sha256);
        // As much as may be sent of a page, though nothing of it is packed here.
        assert!(made.html.len() <= 48 * 1024, "{}", made.html.len());
    }
    assert_eq!(styles.len(), ALL.len(), "each has its own look");
}

#[test]
fn a_page_fetches_the_letters_that_it_has() {
    let style = |name| {
        let made = page(sample(name).shown(), &LINKS);
        read(&made.html).styles.remove(0)
    };
    let hebrew = style("hebrew.jsonresume");
    assert!(hebrew.contains("/fonts/noto-sans-hebrew-regular.ttf"));
    let swedish = style("svensk.jsonresume");
    assert!(!swedish.contains("noto"));
    // Of megabytes readers have their own.
    assert!(!style("japanese.jsonresume").contains("noto-sans-jp"));
}

#[test]
fn a_chosen_accent_can_be_read_on_light_and_dark() {
    let mut document = sample("svensk.jsonresume");
    document.template = typeset::template::named("celsius").unwrap().for_document();
    for rgb in [0xff_ff_00, 0x00_00_20, 0xd0_d0_d0] {
        document.design.accent = Some(cv::Color::new(rgb));
        let style = read(&page(document.shown(), &LINKS).html).styles.remove(0);
        let mut grounds = style.split("--accent: #").skip(1);
        for light in [true, false] {
            let rest = grounds.next().unwrap();
            let sum = |text: &str| {
                let rgb = u32::from_str_radix(&text[..6], 16).unwrap();
                rgb.to_be_bytes().map(u32::from).iter().sum::<u32>()
            };
            let ground = rest.split("--ground: #").nth(1).unwrap();
            assert_eq!(sum(rest) < sum(ground), light, "{rgb:06x}");
            assert!(sum(rest).abs_diff(sum(ground)) > 250, "{rgb:06x}");
        }
    }
}

#[test]
fn what_is_chosen_of_looks_is_on_the_page() {
    let mut document = sample("svensk.jsonresume");
    let plain = page(document.shown(), &LINKS).html;
    assert!(!plain.contains("class=\"level") && !plain.contains("class=\"mail\""));
    document.design.icons = Some(true);
    document.design.levels = Some(cv::LevelDisplay::Dots);
    let drawn = page(document.shown(), &LINKS).html;
    assert!(drawn.contains("class=\"level"), "a level is drawn");
    assert!(drawn.contains("<li class=\"mail\"") && drawn.contains("address .mail {"));
    // What is drawn is told as well.
    let words_of = |html: &str| words(&read(html).text).join(" ");
    assert_eq!(words_of(&drawn), words_of(&plain));
}

#[test]
fn a_picture_of_the_page_is_one_for_previews() {
    for template in ALL {
        let mut document = sample("svensk.jsonresume");
        document.template = template.for_document();
        let pages = engine().layout(document.shown());
        let png = typeset::png::start(&pages, &typeset::Fonts::embedded(), None).unwrap();
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!([side(16), side(20)], typeset::html::PICTURE);
        // Something is on it, and it is not too much for who shows it.
        assert!((20_000..400_000).contains(&png.len()), "{}", png.len());
    }
    let neutral = typeset::png::neutral().unwrap();
    assert!(neutral.len() < 20_000, "{}", neutral.len());
}
