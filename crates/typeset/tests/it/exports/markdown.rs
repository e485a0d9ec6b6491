//! Markdown, as it is written, and as a reader of it means it.

use cv::{Field, Language, Value};

use super::text_of;
use crate::documents::{blank, sample};

#[test]
fn a_swedish_cv_as_markdown() {
    insta::assert_snapshot!(text_of("markdown", &sample("svensk.jsonresume")), @r"
        # Ingrid Åkerström Lindqvist

        Verksamhetsutvecklare inom vård och omsorg

        [ingrid.akerstrom@example.se](mailto:ingrid.akerstrom@example.se) · [070-123 45 67](tel:0701234567) · [ingrid.example.se](https://ingrid.example.se) · Skeppargatan 12, 647 31 Mariefred, SE

        LinkedIn [ingridakerstrom](https://www.linkedin.com/in/ingridakerstrom) · GitHub [ingrid](https://github.com/ingrid)

        ## Profil

        Legitimerad sjuksköterska som blev verksamhetsutvecklare. Jag har under tolv år byggt upp arbetssätt som håller när det är som mest att göra: tydliga roller, korta beslutsvägar och uppföljning som medarbetarna själva har nytta av.

        Söker en roll där kvalitetsarbete och digitalisering möts i vardagen, gärna med ansvar för en grupp.

        ## Arbetslivserfarenhet

        ### Verksamhetsutvecklare

        mars 2021 – pågående · [Region Sörmland](https://regionsormland.se) · Eskilstuna

        Leder införandet av gemensamma arbetssätt på fyra akutmottagningar, från kartläggning till vardag.

        - Kortade väntetiden till första bedömning med 22 % genom ett nytt flöde för triage.
        - Införde digital signering för 1 400 medarbetare, utan avbrott i verksamheten och under budget.
        - Handleder sex verksamhetsutvecklare och håller regionens kurs i förbättringskunskap två gånger om året; omkring etthundratjugo medarbetare har gått den.

        ### Avdelningschef

        sep 2016 – feb 2021 · Mälarsjukhuset · Eskilstuna · Kirurgisk vårdavdelning med 28 vårdplatser

        - Ansvar för 46 medarbetare och en budget på 38 miljoner kronor.
        - Sänkte personalomsättningen från 24 till 9 procent på tre år.

        ### Sjuksköterska

        2011–2016 · Akademiska sjukhuset · Uppsala

        Akutmottagning och intermediärvård. Handledare för studenter på sjuksköterskeprogrammet.

        ## Utbildning

        ### Magisterexamen, Hälso- och sjukvårdsledning

        aug 2014 – juni 2016 · Uppsala universitet · Betyg: Väl godkänd

        Kurser: Förbättringskunskap, Hälsoekonomi, Organisation och ledarskap

        ### Kandidatexamen, Omvårdnad

        2008–2011 · Mälardalens högskola

        ## Ideellt arbete

        ### Gruppledare

        jan 2018 – pågående · Röda Korset

        Leder första hjälpen-gruppen i Strängnäs.

        ## Kompetenser

        - **Ledning** · Lean, förändringsledning, medarbetarsamtal, budget
        - **System** · Mycket god · Cosmic, Power BI, Stratsys, Microsoft 365

        ## Språk

        - **svenska** · modersmål
        - **engelska** · flytande
        - **finska** · grundläggande

        ## Certifikat

        - **Legitimation som sjuksköterska** · Socialstyrelsen · 15 juni 2011
        - **Körkort B** · 2006

        ## Intressen

        - **Segling** · Folkbåt, kappsegling
        - **Körsång**

        ## Referenser

        ### Referenser

        Lämnas gärna på begäran.
        ");
}

#[test]
fn markdown_is_read_as_it_was_meant() {
    let mut document = blank(Language::English);
    for (field, text) in [
        (Field::Name, "# *Jane* _Doe_ [x](y) <b> &amp; `c`"),
        (Field::Label, "1. first - 2) second"),
    ] {
        let value = Value::Text(text.into());
        document.basics.fields.insert(field, value);
    }
    let html = |markdown: &str| {
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(markdown));
        html
    };
    insta::assert_snapshot!(html(&text_of("markdown", &document)), @r"
        <h1># *Jane* _Doe_ [x](y) &lt;b&gt; &amp;amp; `c`</h1>
        <p>1. first - 2) second</p>
        ");
}
