### Ord som trycks i dokumentet. De följer dokumentets språk, inte redigerarens.

## Rubriker

heading-profiles = Länkar
heading-summary = Profil
heading-work = Arbetslivserfarenhet
heading-education = Utbildning
heading-projects = Projekt
heading-volunteer = Ideellt arbete
heading-skills = Kompetenser
heading-languages = Språk
heading-certificates = Certifikat
heading-publications = Publikationer
heading-awards = Utmärkelser
heading-interests = Intressen
heading-references = Referenser

## Datum. $month är 1–12.

month-long = { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
    [12] december
   *[other] {""}
}
month-short = { $month ->
    [1] jan
    [2] feb
    [3] mars
    [4] apr
    [5] maj
    [6] juni
    [7] juli
    [8] aug
    [9] sep
    [10] okt
    [11] nov
    [12] dec
   *[other] {""}
}
# $month är ett månadsnamn.
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
# Mellan årtal står tankstrecket tätt, mellan datum av flera ord med blanksteg.
range-years = { $from }–{ $to }
range-dates = { $from } – { $to }
ongoing = pågående

## Ord som mallarna behöver

courses = Kurser
keywords = Nyckelord
role = Roll
roles = Roller
score = Betyg
website = Webbplats
# Ord, kolon, värde: ”Kurser: Statistik, Algebra”.
labelled = { $label }: { $value }
page-of = Sida { $page } av { $pages }
# Dokumentets titel i PDF-filen.
title-of = CV – { $name }
title = CV
# Vad ett foto visar, för den som inte ser det.
photo-of = Foto av { $name }
photo = Foto

## Webbsidan

# Vad en sökmotor eller en chatt visar av en sida vars ägare inte angav någon titel.
page-description = Meritförteckning för { $name }
page-pdf = Ladda ner PDF
page-json = JSON Resume
page-made-with = Gjord med Merit
