//! What fails the build, with the place that the message names.

#[path = "../../build/compile.rs"]
mod compile;

use insta::assert_snapshot;

fn faults(sv: &str, en: &str) -> String {
    compile::module("editor", [sv, en])
        .expect_err("it should be refused")
        .join("\n")
}

#[test]
fn a_message_is_a_function() {
    let code = compile::module(
        "editor",
        [
            "# Till översättaren.\nmove-up = Flytta upp\n",
            "move-up = Move up\n",
        ],
    )
    .expect("compiles");
    assert_snapshot!(code, @r#"
    #[rustfmt::skip]
    pub mod editor {
    use super::Lang;
    #[doc = "sv: Flytta upp\n"]
    #[doc = "en: Move up\n"]
    pub fn move_up(lang: Lang) -> &'static str {
    match lang {
    Lang::Sv => "Flytta upp",
    Lang::En => "Move up",
    }
    }
    }
    "#);
}

#[test]
fn arguments_stand_in_alphabetical_order_and_a_selector_is_a_number() {
    let code = compile::module(
        "editor",
        [
            "jobs = { $who } har { $count ->\n    [one] ett jobb\n   *[other] { $count } jobb\n}\n",
            "jobs = { NUMBER($count) } jobs of { $who }\n",
        ],
    )
    .expect("compiles");
    assert_snapshot!(code, @r#"
    #[rustfmt::skip]
    pub mod editor {
    use super::Lang;
    #[doc = "sv: {who} har {count} jobb\n"]
    #[doc = "en: {count} jobs of {who}\n"]
    pub fn jobs(lang: Lang, count: u64, who: impl std::fmt::Display) -> String {
    let mut _out = String::new();
    match lang {
    Lang::Sv => {
    super::put(&mut _out, &who);
    _out.push_str(" har ");
    match count {
    1 => {
    _out.push_str("ett jobb");
    }
    _ => {
    super::put_number(&mut _out, lang, count);
    _out.push_str(" jobb");
    }
    }
    }
    Lang::En => {
    super::put_number(&mut _out, lang, count);
    _out.push_str(" jobs of ");
    super::put(&mut _out, &who);
    }
    }
    _out
    }
    }
    "#);
}

#[test]
fn rust_keywords_are_avoided() {
    let source = "type = { $match } och { $lang }\n";
    let code = compile::module("editor", [source, source]).expect("compiles");
    assert!(code.contains("pub fn type_(lang: Lang, lang_: impl"));
    assert!(code.contains("match_: impl"));
}

#[test]
fn a_message_that_one_language_lacks() {
    assert_snapshot!(faults("a = A\n", "b = B\n"), @"
    en/editor.ftl: message `a` is missing
    sv/editor.ftl: message `b` is missing
    ");
}

#[test]
fn differing_arguments() {
    assert_snapshot!(faults("a = { $n } sidor\n", "a = pages\n"), @r#"en/editor.ftl: message `a` has the arguments [], in sv it has ["n"]"#);
}

#[test]
fn unknown_constructs() {
    let sources = [
        "a = { b }\n",
        "a = { -brand }\n",
        "a = { DATETIME($d) }\n",
        "a = { NUMBER($n, digits: 2) }\n",
        "a = { 5 }\n",
        "a = A\n    .title = T\n",
        "-brand = Merit\n",
        "moveUp = Upp\n",
        "a = { $moveUp }\n",
        "a = A\na = B\n",
    ];
    let all: Vec<String> = sources
        .iter()
        .map(|source| faults(source, source).lines().next().unwrap().to_owned())
        .collect();
    assert_snapshot!(all.join("\n"), @"
    sv/editor.ftl: message `a`: the reference to `b` is not supported
    sv/editor.ftl: message `a`: the term `-brand` is not supported
    sv/editor.ftl: message `a`: the function DATETIME is not supported
    sv/editor.ftl: message `a`: NUMBER takes one argument and no option
    sv/editor.ftl: message `a`: write the number 5 as text
    sv/editor.ftl: message `a`: attributes are not supported
    sv/editor.ftl: term `-brand`: terms are not supported
    sv/editor.ftl: message `moveUp`: a name is lower-case words joined by hyphens
    sv/editor.ftl: message `a`: the argument $moveUp: a name is lower-case words joined by hyphens
    sv/editor.ftl: message `a`: it is there twice
    ");
}

#[test]
fn plural_rules_of_other_languages() {
    let select = |variants: &str| format!("a = {{ $n ->\n{variants}}}\n");
    let all: Vec<String> = [
        "    [few] få\n   *[other] många\n",
        "   *[one] en\n    [two] två\n",
        "    [1] en\n    [one] en\n   *[other] många\n",
        "    [1.5] en\n   *[other] många\n",
    ]
    .iter()
    .map(|variants| {
        let source = select(variants);
        faults(&source, &source).lines().next().unwrap().to_owned()
    })
    .collect();
    assert_snapshot!(all.join("\n"), @"
    sv/editor.ftl: message `a`: the key [few]: there are numbers, [one] and *[other]
    sv/editor.ftl: message `a`: the default is *[other]
    sv/editor.ftl: message `a`: two variants for 1
    sv/editor.ftl: message `a`: the key [1.5] is no whole number
    ");
}

#[test]
fn what_is_not_fluent_names_its_line() {
    assert_snapshot!(faults("a = A\nb = { $n\n", "a = A\n"), @r#"sv/editor.ftl: line 3: Expected a token starting with "}""#);
}
