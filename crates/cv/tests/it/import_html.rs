//! HTML as editors write it, and as nobody should.

use cv::{Field, Paper, SectionKind};
use serde_json::json;

use crate::support::{import, section};

/// HTML as editors write it, and as nobody should.
#[test]
fn html() {
    let read = |html: &str| {
        let file = json!({
            "basics": {}, "sections": {}, "metadata": {"page": {"format": "letter"}},
            "summary": {"content": html},
        });
        let document = import(file.to_string()).document;
        assert_eq!(document.paper, Paper::Letter);
        let summary = &section(&document, SectionKind::Summary).items[0];
        let rich = summary.rich(Field::Summary).cloned().unwrap_or_default();
        assert_eq!(rich.normalised(), rich);
        cv::rich::notation::write(&rich)
    };
    for (html, expected) in [
        ("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\nlines"),
        ("<ul><li><p>a</p></li><li>b</li></ul><p></p>", "- a\n- b"),
        (
            "<p>x</p><ol><li>a<ul><li>b</li></ul></li></ol><p>y</p>",
            "x\n1. a\n2. b\n\ny",
        ),
        ("<p><strong>a <em>b</em></strong></p>", "**a** ***b***"),
        (
            "<p><a href=\"https://x.example/?a=1&amp;b=2\" target=_blank>l</a></p>",
            "[l](https://x.example/?a=1&b=2)",
        ),
        (
            "<p>&lt;b&gt; &aring;&#228;&#xF6; &nbsp;&bogus; & AT&T</p>",
            "<b> åäö \u{a0}&bogus; & AT&T",
        ),
        ("<p>a   \n b</p>\n  <p>c</p>", "a b\n\nc"),
        ("Plain &amp; simple", "Plain & simple"),
        ("1 < 2 and <name> stay", "1 < 2 and <name> stay"),
        ("<p>a <name> b</p>", "a <name> b"),
        ("<p>not *starred*</p>", r"not \*starred\*"),
        ("<SCRIPT>alert(1)</SCRIPT><p>ok</p><style>p{}</style>", "ok"),
        (
            "<p>unclosed <b>bold <i>both",
            "unclosed **bold** ***both***",
        ),
        (
            "<h2>Head</h2><div>text</div><!-- no --><hr>",
            "Head\n\ntext",
        ),
        ("<p", "<p"),
        (
            "<a href='javascript:alert(1)'>x</a>",
            "[x](javascript:alert(1))",
        ),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
    // Quickly, whatever it is.
    let start = std::time::Instant::now();
    for piece in [
        "<p \"",
        "<!--",
        "<a href=",
        "<script></script>",
        "<ul><li>",
        "<",
        "&",
        "<b>a",
    ] {
        read(&piece.repeat(100_000 / piece.len()));
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
