use texts::Lang;

#[test]
fn tags_go_by_their_primary_language() {
    assert_eq!(Lang::from_tag("sv-FI"), Some(Lang::Sv));
    assert_eq!(Lang::from_tag("EN_us"), Some(Lang::En));
    assert_eq!(Lang::from_tag("svenska"), None);
    assert_eq!(Lang::from_tag(""), None);
    for lang in Lang::ALL {
        assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
    }
}

#[test]
fn the_header_decides_by_weight_and_then_by_order() {
    for (header, lang) in [
        ("sv-SE,sv;q=0.9,en;q=0.8", Lang::Sv),
        ("en;q=0.5, sv;q=0.9", Lang::Sv),
        ("en, sv", Lang::En),
        ("de, sv;q=0.1", Lang::Sv),
        ("sv;q=0, en;q=0.1", Lang::En),
        ("sv;q=0", Lang::En),
        ("de-DE,de;q=0.9", Lang::En),
        ("", Lang::En),
        ("*", Lang::En),
        ("sv;q=nonsense", Lang::En),
        ("sv;q=NaN", Lang::En),
        (",;;q=1,\u{0},sv", Lang::Sv),
    ] {
        assert_eq!(Lang::from_accept_language(header), lang, "{header:?}");
    }
}
