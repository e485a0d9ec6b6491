### Redigeraren: formuläret, sidorna, utkasten.

## Delar

section-basics = Kontaktuppgifter
section-profiles = Länkar
section-summary = Profil
section-work = Arbetslivserfarenhet
section-education = Utbildning
section-projects = Projekt
section-volunteer = Ideellt arbete
section-skills = Kompetenser
section-languages = Språk
section-certificates = Certifikat
section-publications = Publikationer
section-awards = Utmärkelser
section-interests = Intressen
section-references = Referenser
section-courses = Kurser
section-driving-licence = Körkort
section-patents = Patent
section-talks = Föredrag
section-military-service = Militärtjänst
section-positions-of-trust = Förtroendeuppdrag
section-custom-entries = Egen del med poster
section-custom-lines = Egen del med en lista
section-custom-words = Egen del med ord
section-custom-text = Egen del med text
section-letter = Brev

## Fält. label-DEL-FÄLT där ett fält heter något eget i en del, annars label-FÄLT.

label-name = Namn
label-basics-name = För- och efternamn
label-work-name = Arbetsgivare
label-projects-name = Projektets namn
label-skills-name = Kompetens
label-certificates-name = Certifikat
label-publications-name = Titel
label-interests-name = Intresse
label-references-name = Referensperson
label-label = Yrkestitel
label-image = Bildens adress
label-email = E-post
label-phone = Telefon
label-url = Webbadress
label-basics-url = Webbplats
label-work-url = Arbetsgivarens webbplats
label-education-url = Utbildningens webbplats
label-volunteer-url = Organisationens webbplats
label-address = Gatuadress
label-postal-code = Postnummer
label-city = Ort
label-region = Län eller region
label-country-code = Landskod
label-network = Tjänst
label-username = Användarnamn
label-position = Befattning
label-volunteer-position = Uppdrag
label-organization = Organisation
label-institution = Skola eller lärosäte
label-location = Ort
label-description = Beskrivning
label-work-description = Om arbetsgivaren
label-study-type = Examen
label-area = Inriktning
label-score = Betyg
label-courses = Kurser
label-title = Utmärkelse
label-awarder = Utdelare
label-issuer = Utfärdare
label-publisher = Förlag eller tidskrift
label-start-date = Start
label-end-date = Slut
label-date = Datum
label-release-date = Utgiven
label-summary = Beskrivning
label-summary-summary = Om dig
label-publications-summary = Sammanfattning
label-awards-summary = Motivering
label-highlights = Uppgifter och resultat
label-projects-highlights = Resultat
label-level = Nivå
label-keywords = Nyckelord
label-roles = Roller
label-entity = Uppdragsgivare
label-type = Typ av projekt
label-language = Språk
label-fluency = Språknivå
label-reference = Omdöme
label-same-employer = Samma arbetsgivare som ovanför
label-letter-address = Adress, en rad i taget
label-letter-location = Ort
label-recipient = Person
label-subject = Ärende
label-salutation = Hälsningsfras
label-body = Text
label-closing = Avslutning
label-signature = Undertecknat av
label-enclosures = Bilagor
label-classes = Behörigheter
label-number = Patentnummer
label-status = Status
label-event = Konferens eller sammanhang
label-rank = Grad
label-courses-name = Kurs
label-courses-institution = Anordnare
label-driving-licence-issuer = Land
label-driving-licence-summary = Mer om körkortet
label-patents-name = Patentets titel
label-patents-issuer = Patentverk
label-talks-name = Föredragets titel
label-military-service-organization = Förband
label-positions-of-trust-position = Uppdrag
label-custom-entries-name = Rubrik
label-custom-lines-highlights = Punkter
label-custom-words-name = Ord
label-custom-text-summary = Text

## Hjälp vid fälten

hint-basics-label = Till exempel ”Sjuksköterska” eller ”Ekonomiassistent”.
hint-image = Följer med när du exporterar men syns inte på sidorna.
hint-country-code = Två bokstäver, till exempel SE.
hint-network = Till exempel LinkedIn eller GitHub.
hint-fluency = Till exempel B2 (nivåerna går från A1 till C2), ”modersmål” eller ”flytande”.
hint-status = Till exempel ”beviljat” eller ”sökt”.
hint-signature = Lämnas det tomt skrivs ditt eget namn.
hint-reference = Fråga personen innan du lämnar ut namn och omdöme.
hint-rich = **fet**, *kursiv*, [länktext](adress). Börja en rad med ”- ” för en punkt eller ”1. ” för ett nummer, och lämna en tom rad för ett nytt stycke.
rich-tools = Textformat
rich-bold = Fetstil
rich-italic = Kursiv
rich-link = Länk
rich-bullets = Punktlista
rich-numbers = Numrerad lista
link-address = Adress
link-text = Text
link-put = Sätt in länken
link-remove = Ta bort länken
link-refused = Dit kan en länk inte leda. Skriv en webbadress, en e-postadress eller ett nummer som tel:+46….
paste-cut = { $count ->
    [one] Ett tecken av det du klistrade in fick inte plats och kom inte med.
   *[other] { NUMBER($count) } tecken av det du klistrade in fick inte plats och kom inte med.
}
email-odd = Det här ser inte ut som en e-postadress. Den står kvar som du skrev den.
url-odd = Det här blir ingen länk. Skriv en adress som börjar med https://.
country-odd = En landskod har två bokstäver, till exempel SE. Den står kvar som du skrev den.

## Datum

date-year = År
date-month = Månad
date-day = Dag
date-ongoing = Pågår
date-odd = ”{ $text }” är inget datum. Välj år och månad, så skrivs det som alla andra datum.
date-odd-keep = Texten står kvar på sidorna tills du ändrar den.
date-odd-clear = Ta bort texten
date-impossible = Den dagen finns inte i kalendern.
date-year-range = Året skrivs med fyra siffror, till exempel 2021.
date-order = Slutet ligger före starten.

## Lägga till

add-profiles = Lägg till länk
add-summary = Skriv en profil
add-work = Lägg till jobb
add-education = Lägg till utbildning
add-projects = Lägg till projekt
add-volunteer = Lägg till uppdrag
add-skills = Lägg till kompetens
add-languages = Lägg till språk
add-certificates = Lägg till certifikat
add-publications = Lägg till publikation
add-awards = Lägg till utmärkelse
add-interests = Lägg till intresse
add-references = Lägg till referens
add-driving-licence = Lägg till körkort
add-patents = Lägg till patent
add-talks = Lägg till föredrag
add-entry = Lägg till post
add-classes = Lägg till behörighet
add-address = Lägg till en rad
add-enclosures = Lägg till en bilaga
add-highlights = Lägg till punkt
add-courses = Lägg till kurs
add-keywords = Lägg till nyckelord
add-roles = Lägg till roll
add-section = Lägg till del

# En post som ännu inte har något namn.
new-profiles = Ny länk
new-summary = Profil
new-work = Nytt jobb
new-education = Ny utbildning
new-projects = Nytt projekt
new-volunteer = Nytt uppdrag
new-skills = Ny kompetens
new-languages = Nytt språk
new-certificates = Nytt certifikat
new-publications = Ny publikation
new-awards = Ny utmärkelse
new-interests = Nytt intresse
new-references = Ny referens
new-entry = Ny post
section-empty = Ingenting här än.

## Ändra. Varianten med -named läses upp av skärmläsare.

duplicate = Duplicera
delete = Ta bort
delete-named = Ta bort { $name }
hide = Dölj
show = Visa
move-up = Flytta upp
move-down = Flytta ner
drag = Dra för att flytta
drag-named = Flytta { $name }: dra, eller tryck Alt och pil upp eller ner
hidden-mark = Dold
rename-heading = Byt rubrik
heading-label = Rubrik
keep-together = Håll ihop
new-page = Börja på ny sida
column = Spalt
column-usual = Spalt: som mallen har det
column-main = I huvudspalten
column-side = I sidospalten
heading-reset = Använd den vanliga rubriken
undo = Ångra
redo = Gör om
done = Klar
cancel = Avbryt
close = Stäng

# Det som skärmläsare får höra efter en ändring.
said-moved = { $name } är nu nummer { NUMBER($place) } av { NUMBER($total) }.
said-deleted = { $name } är borttagen. Du kan ångra.
said-added = { $name } är tillagd.
said-hidden = { $name } är dold.
said-shown = { $name } visas.
said-undone = Ändringen är ångrad.
said-redone = Ändringen är gjord igen.
nothing-to-undo = Det finns inget att ångra.
nothing-to-redo = Det finns inget att göra om.

## Verktygsraden

tab-form = Formulär
tab-paper = Sidor
form-region = Ditt CV som formulär
paper-region = Ditt CV som sidor
menu = Meny
download-pdf = Ladda ner PDF
making-pdf = Gör PDF-filen …
pdf-done = PDF-filen är klar.
import = Importera
export = Exportera
export-json = Ladda ner JSON Resume
export-json-hint = Standardformat som andra CV-tjänster kan läsa. Utan det som är dolt.
export-full = Ladda ner säkerhetskopia
export-full-hint = Allt i utkastet, även det som är dolt. Läs in filen här för att fortsätta.
drafts = Utkast
drafts-new = Nytt utkast
draft-untitled = Namnlöst CV
draft-open = Öppna
draft-changed = Ändrat { $date }
draft-current = Öppet nu
drafts-count = { $count ->
    [0] Inga utkast
    [one] Ett utkast
   *[other] { $count } utkast
}
document-language = CV:ts språk
document-language-hint = Bestämmer rubriker, månadsnamn och språket i PDF-filen.
paper = Papper
paper-a4 = A4
paper-letter = US Letter
template = Mall
settings = Inställningar
shortcuts = Kortkommandon

## Sidorna

page-label = Sida { $page } av { $pages }
pages-count = { $count ->
    [one] 1 sida
   *[other] { $count } sidor
}
pages-count-few = { $pages } sidor, { $lines ->
    [one] en rad på den sista
   *[other] { $lines } rader på den sista
}
single-words = { $count ->
    [one] En text slutar med ett ensamt ord
   *[other] { $count } texter slutar med ett ensamt ord
}
single-words-hint = De är markerade på sidorna. Ett ord mindre i var och en är en rad mindre; tryck för att gå till nästa.
design = Utseende
pages-hint = Klicka på en rad för att ändra den i formuläret. Ctrl och klick följer en länk.
layout-unknown = CV:t sattes senast av en annan version av Merit. Rader och sidor kan brytas på andra ställen här.
layout-accept = Använd den här versionen
pages-empty = Sidan är tom. Börja med ditt namn, så växer den fram här.
fonts-coming = Hämtar typsnitt. Tills de är här är sidorna satta i andra.
fonts-missing = CV:ts typsnitt gick inte att hämta, för det behövs nätverk. Tills de är här kan raderna brytas på andra ställen än de kommer att göra. Din text är trygg.
glyphs-missing = { $count ->
    [one] Typsnittet saknar tecknet { $characters }. Det syns som en tom ruta på sidorna.
   *[other] Typsnittet saknar { $count } tecken: { $characters }. De syns som tomma rutor på sidorna.
}

## Läget. Det visas alltid och är alltid sant.

status-saved = Sparat i den här webbläsaren
status-saving = Sparar …
status-new = Sparas i den här webbläsaren när du börjar skriva
status-offline = Ingen kontakt med servern. Skriv vidare, allt sparas i den här webbläsaren.
status-not-saved = Kunde inte spara. Ladda ner en säkerhetskopia innan du stänger fliken.
status-restored = Här är ditt utkast. Allt du skrev är kvar.
retry = Försök igen
reload = Ladda om

## Så länge finns utkastet kvar

kept-persisted = Utkastet finns bara i den här webbläsaren. Den raderar det inte av sig själv, men det försvinner om du rensar webbplatsens data.
kept-best-effort = Utkastet finns bara i den här webbläsaren. Den kan radera det om datorns eller telefonens utrymme tar slut.
kept-seven-days = Utkastet finns bara i den här webbläsaren. Den raderar det efter sju dagar utan besök här.
kept-more = Så lagras dina uppgifter

## Startpanelen

start-title = Hur vill du börja?
start-lead = Du behöver inget konto. Det du skriver stannar i den här webbläsaren.
start-blank = Tomt CV
start-blank-hint = Ett tomt formulär. Bredvid växer sidan fram med varje ord.
start-example-hint = En påhittad persons CV, för att se hur det kan bli och för att skriva över.
start-example-sv = Exempel på svenska
start-example-en = Exempel på engelska
start-import = Läs in en fil
start-import-hint = Fortsätt med det du har: LinkedIns arkiv, Europass, Reactive Resume, JSON Resume, Word, PDF eller en säkerhetskopia från Merit.
start-drop = Släpp filen här

## Importen

import-title = Läs in en fil
import-choose = Välj fil
import-paste = Eller klistra in innehållet
import-paste-label = Innehåll i JSON eller XML
import-run = Läs in
import-note = Filen läses i din webbläsare och skickas ingenstans.
import-replaces = Filen blir ett nytt utkast. Det du har nu ligger kvar bland utkasten.
guess-title = Stämmer det här?
guess-lead = Filen innehåller text utan fält. Merit har gissat vad som är vad av rubriker, datum och adresser. Titta igenom det: inget läses in förrän du säger till, och då blir det ett nytt utkast.
guess-entries = { $section }: { $count ->
    [one] en post
   *[other] { $count } poster
}
guess-take = Läs in som utkast
report-understood = Förstått
report-kept = Kvar som text
report-lost = Kom inte med
report-title = Det här hände vid inläsningen
report-clean = Allt i filen lästes in utan ändringar.
report-count = { $count ->
    [one] Allt läsbart är inläst. En sak behöver du känna till:
   *[other] Allt läsbart är inläst. { $count } saker behöver du känna till:
}
report-close = Till formuläret
# En för varje sak som kan hända; $to är en plats i dokumentet.
report-kept-as-text = Inget datum som Merit känner igen. Texten är kvar; välj ett datum i formuläret.
report-read-as-date = Skrivet på ett annat sätt och läst som datum.
report-renamed = Ett annat namn för ”{ $to }”.
report-moved = Flyttat till ”{ $to }”.
report-converted-number = Ett tal, läst som text.
report-converted-boolean = Sant eller falskt, läst som text.
report-converted-text = En text där det brukar stå en lista.
report-converted-list = En lista där det brukar stå en text.
report-converted-object = Flera delar, sammanförda till en text.
report-converted-html = HTML, läst som formaterad text.
report-joined = Flera rader, sammanförda till en.
report-cleaned = Styrtecken blev mellanslag.
report-truncated = För långt. { $chars ->
    [one] Ett tecken
   *[other] { $chars } tecken
} i slutet kom inte med.
report-guessed = Läst som ”{ $to }”.
report-unsorted = Inte förstått. Texten är kvar som den är.
report-no-place = Kom inte med: Merit har ingen plats för det.
report-unreadable = Kom inte med: det går inte att läsa.
report-twice = Kom inte med: samma fält finns redan.
report-too-long = Kom inte med: för långt för en adress.
report-too-many = Kom inte med: { $count ->
    [one] en post
   *[other] { $count } poster
} fler än ett cv rymmer.
report-full = Kom inte med: cv:t är fullt.
report-hidden = Kom inte med: det var dolt.
report-personal = Kom inte med: personliga uppgifter fyller du i i formuläret, om du vill ha dem där.
report-photo = Kom inte med: välj fotot i formuläret.
report-own-name = Står under ett namn som bara Merit känner till. Andra program hoppar över det.
report-more = { $count ->
    [one] Och en sak till.
   *[other] Och { $count } saker till.
}

## Frågor

ask-delete-draft = Ta bort utkastet ”{ $name }”?
ask-delete-draft-yes = Ta bort utkastet
ask-pdf = Ska servern göra PDF-filen?
ask-pdf-text = Den här webbläsaren kan inte göra den själv. Då skickas ditt CV till servern, som gör filen och skickar tillbaka den. CV:t varken sparas eller loggas.
ask-pdf-yes = Skicka och gör PDF-filen
ask-pdf-no = Skicka inget

## Kortkommandon

shortcut-undo = Ångra
shortcut-redo = Gör om
shortcut-up = Flytta upp posten eller delen
shortcut-down = Flytta ner posten eller delen
shortcut-add = Lägg till en post eller punkt efter den här
shortcut-remove-line = Ta bort en tom punkt
shortcut-pdf = Ladda ner PDF
shortcut-save = Ladda ner säkerhetskopia
shortcut-paper = Växla mellan formulär och sidor
shortcut-help = Visa kortkommandon
key-ctrl = Ctrl
key-alt = Alt
key-shift = Skift
key-enter = Retur
key-backspace = Backsteg

## Spara på servern

save = Spara
share = Dela
save-title = Spara ditt CV på servern
save-lead = Hittills finns ditt CV bara i den här webbläsaren. Sparat på servern kan du fortsätta på en annan enhet och dela det med en länk.
save-encrypted = Där är det krypterat med en egen nyckel.
save-kept = Det ligger kvar tills du tar bort det, eller tills { $days } dagar har gått utan att det använts.
save-private = Ingen ser det förrän du publicerar det. Du behöver inte uppge namn eller e-postadress.
save-adult = Jag är 18 år eller äldre.
save-policy = Jag har läst
save-policy-link = integritetspolicyn
save-terms = Jag godkänner
save-terms-link = användarvillkoren
save-missing = Kryssa i alla tre rutorna för att spara.
save-yes = Spara på servern
saved-title = Den här länken är din nyckel
saved-lead = Ditt CV är sparat. Med den här länken öppnar du det på vilken enhet som helst.
saved-only-key = Den visas bara nu, och tills du har ett konto är den den enda nyckeln: den som har den kan öppna ditt CV, och tappar du bort den kan ingen släppa in dig igen. Spara den där du har dina lösenord.
saved-link = Din ägarlänk
copy-link = Kopiera länken
said-copied = Länken är kopierad.
saved-taken = Jag har sparat länken
status-saved-server = Sparat
status-offline-server = Ingen kontakt med servern. Allt är sparat i den här webbläsaren och skickas senare.
ask-delete-draft-text = Det tas bort från den här webbläsaren och, om du har sparat det där, från servern med sin publika sida. Det går inte att ångra.

## Ändrat på två ställen

others-title = Ändrat på två ställen
others-returned = { $count ->
    [one] Något togs bort på ett ställe och ändrades på ett annat. Det är tillbaka.
   *[other] { $count } saker togs bort på ett ställe och ändrades på ett annat. De är tillbaka.
}
others-seen = Okej
others-take = Använd den här texten
others-keep = Behåll min

## Konto

sign-in = Logga in
sign-up = Skapa ett konto
save-account = Med ett konto öppnar du dina CV på alla dina enheter, och ett glömt lösenord går att byta.
save-with-link = Spara med en länk, utan konto

## Den som delar datorn med andra

drafts-old = Utkast från innan du loggade in
drafts-readable = Den som kan använda den här webbläsaren kan läsa utkasten i den.
drafts-shared = Delar du datorn med andra?
status-tab = Finns bara i den här fliken
status-tab-unsent = Det senaste är inte sparat på servern utan finns bara i den här fliken. Stäng den inte.
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

## Fotot

photo-add = Lägg till foto
photo-change = Byt foto
photo-cut = Beskär fotot
photo-hint = Frivilligt. Många arbetsgivare ser helst att man låter bli. Plats och kamera tas ur filen innan den sparas.
photo-move = Dra bilden, eller flytta den med piltangenterna.
photo-removed = Fotot är borttaget.
photo-round = Gör det runt
photo-square = Gör det fyrkantigt
photo-use = Använd det
photo-zoom = Närmare

## Filer av andra slag, och vad ett program läser

formats = Andra format
formats-menu-hint = Word, webbsida, Markdown, text, Europass
formats-hint = Det som är dolt finns inte i någon av dem. Allt som finns har bara säkerhetskopian.
format-docx = Word (DOCX)
format-html = Webbsida (HTML)
format-markdown = Markdown
format-text = Ren text
format-europass = Europass (XML)
pdf-with-data = Med cv:ts uppgifter i filen, så att Merit och andra kan öppna den igen
pdf-archival = För arkiv (PDF/A)
reading = Vad ett program läser
reading-menu-hint = Så som rekryteringssystem tar isär din PDF
reading-now = Gör en PDF och läser den …
reading-all = { $found ->
    [one] Den enda uppgiften hittas.
   *[other] Alla { $found } uppgifter hittas: namn, kontaktvägar, arbetsgivare, titlar, datum, skolor.
}
reading-lost = { $lost ->
    [one] { $found } uppgifter hittas, en går förlorad.
   *[other] { $found } uppgifter hittas, { $lost } går förlorade.
}
reading-notice = { $lost ->
    [one] Ett program som läser den här PDF:en tappar en uppgift.
   *[other] Ett program som läser den här PDF:en tappar { $lost } uppgifter.
}
reading-failed = Programmet som läser gick inte att hämta, eller så finns ingen PDF än. Försök igen när du är uppkopplad.
reading-hint = Läst av pdf.js, här i din webbläsare. Inget har skickats.
fact-lost = hittas inte
fact-misplaced = står på en annan plats än på sidan

## Frågor vid fälten om det som få arbetsgivare behöver veta

licence-tractor = traktor
licence-competence = yrkeskompetens (YKB)
licence-truck = truck
doubt-personal-number = Det här ser ut som ett personnummer. Ett cv klarar sig utan: födelseåret räcker, och ofta inte ens det.
doubt-coordination-number = Det här ser ut som ett samordningsnummer. Ett cv klarar sig utan.
doubt-health = Det här kan berätta om din hälsa. Du bestämmer om det ska stå kvar.
doubt-belief = Det här kan berätta om din tro eller din politiska hållning. Du bestämmer om det ska stå kvar.
doubt-union = Det här kan berätta om du är med i facket. Du bestämmer om det ska stå kvar.
doubt-origin = Det här kan berätta om ditt ursprung. Du bestämmer om det ska stå kvar.
doubt-here = Upptäckt här i webbläsaren. Inget har skickats.
doubt-dismiss = Jag har sett det
