use crate::documents::{engine, sample};

#[test]
fn a_swedish_cv_as_text() {
    let pages = engine().layout(sample("svensk.jsonresume").shown());
    insta::assert_snapshot!(typeset::text::write(&pages), @r"
        Ingrid Åkerström Lindqvist

        Verksamhetsutvecklare inom vård och omsorg

        ingrid.akerstrom@example.se · 070-123 45 67 · ingrid.example.se · Skeppargatan 12, 647 31 Mariefred, SE

        LinkedIn ingridakerstrom (www.linkedin.com/in/ingridakerstrom) · GitHub ingrid (github.com/ingrid)

        Profil

        Legitimerad sjuksköterska som blev verksamhetsutvecklare. Jag har under tolv år byggt upp arbetssätt som håller när det är som mest att göra: tydliga roller, korta beslutsvägar och uppföljning som medarbetarna själva har nytta av.
        Söker en roll där kvalitetsarbete och digitalisering möts i vardagen, gärna med ansvar för en grupp.

        Arbetslivserfarenhet

        Verksamhetsutvecklare  mars 2021 – pågående
        Region Sörmland (regionsormland.se) · Eskilstuna
        Leder införandet av gemensamma arbetssätt på fyra akutmottagningar, från kartläggning till vardag.
        - Kortade väntetiden till första bedömning med 22 % genom ett nytt flöde för triage.
        - Införde digital signering för 1 400 medarbetare, utan avbrott i verksamheten och under budget.
        - Handleder sex verksamhetsutvecklare och håller regionens kurs i förbättringskunskap två gånger om året; omkring etthundratjugo medarbetare har gått den.

        Avdelningschef  sep 2016 – feb 2021
        Mälarsjukhuset · Eskilstuna · Kirurgisk vårdavdelning med 28 vårdplatser
        - Ansvar för 46 medarbetare och en budget på 38 miljoner kronor.
        - Sänkte personalomsättningen från 24 till 9 procent på tre år.

        Sjuksköterska  2011–2016
        Akademiska sjukhuset · Uppsala
        Akutmottagning och intermediärvård. Handledare för studenter på sjuksköterskeprogrammet.

        Utbildning

        Magisterexamen, Hälso- och sjukvårdsledning  aug 2014 – juni 2016
        Uppsala universitet · Betyg: Väl godkänd
        Kurser: Förbättringskunskap, Hälsoekonomi, Organisation och ledarskap

        Kandidatexamen, Omvårdnad  2008–2011
        Mälardalens högskola

        Ideellt arbete

        Gruppledare  jan 2018 – pågående
        Röda Korset
        Leder första hjälpen-gruppen i Strängnäs.

        Kompetenser

        Ledning  Lean, förändringsledning, medarbetarsamtal, budget

        System  Mycket god · Cosmic, Power BI, Stratsys, Microsoft 365

        Språk

        svenska  modersmål

        engelska  flytande

        finska  grundläggande

        Certifikat

        Legitimation som sjuksköterska · Socialstyrelsen · 15 juni 2011

        Körkort B · 2006

        Intressen

        Segling  Folkbåt, kappsegling

        Körsång

        Referenser

        Referenser
        Lämnas gärna på begäran.
        ");
}
