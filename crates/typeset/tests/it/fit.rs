//! Fitting documents on pages.

use cv::{Language, Step};
use typeset::{Fitted, fit, template};

use crate::documents::{engine, sample};

fn document(name: &str, template: &str) -> cv::Document {
    let mut document = sample(name, Language::Swedish);
    document.template = template::named(template)
        .expect("a template")
        .for_document();
    document
}

#[test]
fn what_fits_stays_as_its_owner_has_it() {
    let mut engine = engine();
    let mut document = document("svensk.jsonresume", "linne");
    document.design.spacing = Step::new(1).expect("a step");
    let fitted = fit(&mut engine, &document, 3);
    assert_eq!(fitted.design, document.design);
    assert_eq!(fitted.beyond, 0);
}

#[test]
fn what_is_a_little_too_long_becomes_a_little_closer() {
    let mut engine = engine();
    for template in template::ALL {
        let document = document("svensk.jsonresume", template.name);
        let before = engine.layout(document.shown()).pages.len();
        let fitted = fit(&mut engine, &document, 1);
        // What it says is so.
        let mut chosen = document.clone();
        chosen.design = fitted.design.clone();
        let pages = engine.layout(chosen.shown()).pages;
        assert_eq!(pages.len(), fitted.pages, "{}", template.name);
        assert!(fitted.pages <= before, "{}", template.name);
        let beyond: usize = pages.iter().skip(1).map(|page| page.lines()).sum();
        assert_eq!(beyond, fitted.beyond, "{}", template.name);
    }
}

#[test]
fn what_cannot_fit_is_told_how_much_too_long_it_is() {
    let mut engine = engine();
    let document = document("02-complete-fixture.jsonresume", "lagerlof");
    let Fitted {
        design,
        pages,
        beyond,
    } = fit(&mut engine, &document, 1);
    assert!(pages > 1 && beyond > 1, "{pages} {beyond}");
    // No smaller than what reads well.
    assert_eq!(design.size.steps(), -2);
}
