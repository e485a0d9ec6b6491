### Vad ett sparat CV var förut: listan över versioner, och två av dem bredvid varandra.

title = Versioner
title-of = Versioner av ”{ $name }”
lead = Medan du skriver sparas hur ditt CV såg ut förut: var tionde minut det senaste dygnet, sedan det sista från varje dag i en månad och det sista från varje vecka i ett år. En version som du ger ett namn finns kvar lika länge som CV:t.
private = Versionerna är krypterade precis som ditt CV, och ingen annan ser dem. Personliga uppgifter finns inte i någon av dem.
to-editor = Tillbaka till redigeraren
to-versions = Tillbaka till versionerna
time = { $time } UTC
now = Som det är nu
none = Det finns ingen version än. En sparas när du fortsätter skriva tio minuter efter den förra, innan mycket ändras på en gång och när du själv ber om det här.
list = Tidigare
changes-since = { $count ->
    [0] ingen synlig ändring sedan versionen före
    [one] { $count } ändring sedan versionen före
   *[other] { $count } ändringar sedan versionen före
}
why-time = sparad medan du skrev
why-much = sparad innan mycket ändrades på en gång
why-restore = sparad innan en annan version tog dess plats
why-asked = sparad för att du bad om det
stays = finns kvar lika länge som CV:t
goes = försvinner senast { $day }
take-title = Spara hur det ser ut nu
take-name = Namn (valfritt)
take-hint = Till exempel ”Som jag skickade till Volvo”.
take = Spara versionen
compare-title = Jämför två
compare-hint = Välj en äldre och en nyare i listan.
compare = Jämför
compare-now = Jämför med nu
compare-these = Jämför med nu: { $version }
side-old = Äldre
side-new = Nyare
side-of = sida: { $version }
name-button = Namn
name-label = Namn
name-hint = Med ett namn finns den kvar lika länge som CV:t, utan namn försvinner den när dess tid är ute.
name-save = Spara namnet
restore = Gå tillbaka hit
restore-text = Ditt CV blir som det var { $time }. Hur det ser ut nu sparas först som en version, så att du kan ångra dig. Personliga uppgifter visas som nu, och en publik sida förblir som den är tills du publicerar igen.
restore-yes = Ja, gå tillbaka
delete = Radera
delete-text = Versionen raderas för gott. Ditt CV förblir som det är.
delete-yes = Ja, radera den
said-kept = Versionen är sparad.
said-named = Namnet är sparat.
said-restored = Ditt CV är som det var då. Hur det såg ut nyss finns sparat här nedanför.
said-same = Ingenting ändrades: ditt CV ser redan ut så.
said-deleted = Versionen är raderad.
full = Det finns redan så många versioner som ska finnas kvar att det inte ryms en till. Radera en, eller ta bort dess namn.
too-large = Ingenting ändrades: tillsammans med de personliga uppgifter som ditt CV visar nu blir versionen större än ett CV får vara. Ta bort personliga uppgifter ur CV:t i redigeraren och gå sedan tillbaka till versionen igen.
missing-title = Här finns inga versioner
missing-text = Versioner finns bara för ett CV som är sparat på servern. Om ditt bara finns i den här webbläsaren öppnar du det i redigeraren och trycker på Spara. Är det redan sparat loggar du först in, eller öppnar det med din ägarlänk.

## Två versioner

differ-title = Vad som skiljer
differ-lead = Från { $old } till { $new }.
differ-count = { $count ->
    [one] { $count } ändring
   *[other] { $count } ändringar
}
differ-none = Ingenting som syns.
pages-title = På sidorna
pages-hint = Ett streck bredvid en rad betyder att den lyder annorlunda på den andra sidan.
pages-old = Äldre: { $version }
pages-new = Nyare: { $version }
bar = Lyder annorlunda

place-document = Hela CV:t
place-basics = Kontaktuppgifter
place-entry = { $section }: { $entry }
added = Lades till
added-entries = { $count ->
    [one] Lades till, med { $count } post
   *[other] Lades till, med { $count } poster
}
removed = Togs bort
moved = Flyttades
hidden = Doldes
shown = Visas igen
paging = Sidbrytningen omkring är annorlunda
column = Står i en annan spalt
labelled = { $label }:
from-to = { $old } → { $new }
empty = ingenting
usual-heading = den vanliga rubriken
heading = Rubrik
set = ikryssat
unset = inte ikryssat
form = samma ord, men fetstil, kursiv, länkar eller listor är annorlunda
piece-gone = borttaget:
piece-new = tillagt:
language = Språk
paper = Papper
template = Mall
look-page-numbers = Sidnumren är annorlunda
look-running-name = Namnet på senare sidor är annorlunda
look-size = Texten är större eller mindre
look-spacing = Raderna står tätare eller glesare
look-margins = Marginalerna är bredare eller smalare
look-accent = En annan accentfärg
look-fonts = Andra typsnitt
look-icons = Ikonerna är annorlunda
look-dates = Datum skrivs på ett annat sätt
look-levels = Nivåer visas på ett annat sätt
photo = Foto
photo-added = lades till
photo-removed = togs bort
photo-replaced = en annan bild
photo-hidden = doldes
photo-shown = visas igen
photo-shape = en annan form
