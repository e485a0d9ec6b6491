### Konsolen: det som de som driver servern ser av andra och gör med deras konton.

title = Konsol
parts-title = Delar

## Det som väntar

waits-title = Väntar på någon
waits-nothing = Inget väntar just nu.
waits-security = { $count ->
    [one] Ett öppet säkerhetsärende
   *[other] { NUMBER($count) } öppna säkerhetsärenden
}
waits-requests = { $count ->
    [one] Ett ärende om någons uppgifter väntar på svar
   *[other] { NUMBER($count) } ärenden om någons uppgifter väntar på svar
}
waits-reports = { $count ->
    [one] En anmälan av en publik sida väntar
   *[other] { NUMBER($count) } anmälningar av publika sidor väntar
}
waits-holds = { $count ->
    [one] En kvarhållen uppgift som skulle ha setts över
   *[other] { NUMBER($count) } kvarhållna uppgifter som skulle ha setts över
}

## Sökning

search-title = Sök en person
search-text = Bara på en hel e-postadress eller ett kontos nummer. Att du har slagit upp en adress antecknas, och personen ser det.
search-field = E-postadress eller kontonummer
search-button = Sök
said-nobody = Ingen har den adressen eller det numret.

## En person

person-title = En person
fact-state = Konto
state-anonymous = Utan inloggning, öppnas med ägarlänken
state-member = Medlem
state-erasing = Håller på att raderas
fact-class = Klass
class-visitor = Besökare
class-lead = Har börjat registrera sig
class-saver = Har sparat något
class-member = Medlem
class-subscriber = Prenumerant
class-referee = Nämnd i någon annans CV
class-staff = Arbetar här
fact-created = Skapat
fact-used = Senast använt
fact-documents = Sparade dokument
fact-pages = Publika sidor
fact-sessions = Inloggade webbläsare
fact-holds = Uppgifter som hålls kvar
fact-limits = Begränsning
limits-restricted = Behandlingen är begränsad
limits-sensitive = Känsliga uppgifter används bara av ägaren
fact-leaving = Raderas
masked-title = Dolda uppgifter
masked-text = Personuppgifter är dolda tills du skriver varför du behöver dem. Då är de öppna för dig i { $minutes } minuter. Personen ser när, vad, varför och i vilken roll, men inte vem.
masked-address = E-postadress
masked-sign-ins = Inloggningar
masked-documents = CV:n och brev
masked-pages = Publika sidors adresser
masked-case = Ett ärende
is-masked = Dolt
open-it = Öppna
open-until = Öppet till { $time } (UTC)
open-none = Det finns inget.
reason = Varför behöver du se det?
reason-text = Minst tio tecken. Skriv så att personen förstår det, gärna med ärendets nummer.
mask-again = Dölj allt igen
sign-out-title = Logga ut överallt
sign-out-text = Avslutar alla sessioner. Personen kan logga in igen.
sign-out-button = Avsluta alla sessioner
said-opened = Det är öppet nu.
said-masked = Allt är dolt igen.
said-signed-out = Alla sessioner är avslutade.
said-no-reason = Skriv varför, med mellan 10 och 500 tecken.
said-restricted = Personen har begränsat behandlingen. Då öppnas inget här.

## Vad personen själv ser

opened-title = Öppnade uppgifter
opened-text = Den som arbetar här ser inget av det du har skrivit utan att först ange ett skäl. Här är varje gång, nyast först.
opened-none = Ingen har öppnat något.
opened-what = Vad
opened-role = Roll
opened-why = Skäl
opened-until = Öppet till
seen-opened = Öppnade något som var dolt
seen-opened-why = Skälet står under ”Öppnade uppgifter”.
seen-looked-up = Slog upp ditt konto med din adress
seen-looked-up-why = För att hitta kontot som en begäran gällde.
seen-signed-out = Loggade ut alla dina webbläsare
seen-signed-out-why = För att skydda ditt konto.
gone-opened = Vad som har öppnats, av vilken roll och varför

## Det som väntar, forts.

waits-minors = { $count ->
    [one] Ett konto där ett födelsedatum säger under 18
   *[other] { NUMBER($count) } konton där ett födelsedatum säger under 18
}
waits-approvals = { $count ->
    [one] Ett förslag att bekräfta
   *[other] { NUMBER($count) } förslag att bekräfta
}
waits-proof = { $count ->
    [one] En del av självkontrollen gick inte igenom
   *[other] { NUMBER($count) } delar av självkontrollen gick inte igenom
}

## Spärrade konton

state-blocked = Spärrat
block-title = Spärra kontot
block-text = Ingen kan logga in, de publika sidorna tas ner och alla sessioner avslutas. Inget raderas. Personen får ett mejl med skälet och behåller sina rättigheter.
block-reason = Varför spärras kontot?
block-button = Spärra
block-since = Spärrat sedan { $time } (UTC):
block-reason-lost = skälet är inte längre känt, eftersom en äldre säkerhetskopia har lästs in. Det stod i mejlet till personen.
unblock-button = Häv spärren
said-blocked = Kontot är spärrat och de publika sidorna är nere.
said-unblocked = Spärren är hävd. Publika sidor får ägaren publicera på nytt.
said-works-here = Den som har en roll här kan inte spärras. Ta bort rollen först.
problem-blocked = Kontot är spärrat av dem som driver servern. Du har kvar alla dina rättigheter: skriv till adressen i integritetspolicyn, så svarar vi.
seen-blocked = Spärrade kontot
seen-blocked-why = Skälet stod i mejlet till dig.
seen-unblocked = Hävde spärren
seen-unblocked-why = Skälet till spärren fanns inte längre.
gone-block = Att kontot är spärrat, och varför

## Minderåriga

minors-title = Minderåriga
minors-what = Konton där ett födelsedatum säger att ägaren är under 18.
minors-lead = Konton är för den som har fyllt 18. Här är de där ett födelsedatum i ett CV säger något annat, äldst först. Datumet självt syns inte.
minors-none = Inget konto har ett sådant datum.
minors-bulk = Flera på en gång behöver två personer: du föreslår, någon annan bekräftar inom ett dygn.
minors-button = Föreslå att de markerade raderas
person-open = Visa personen
minor-title = Minderårig
minor-flagged = Sedan { $time } (UTC) säger ett födelsedatum att ägaren är under 18.
minor-settle = Ägaren har fyllt 18
minor-text = Kontot spärras, loggas ut överallt, tas ner och raderas, allt på en gång. Det går inte att ångra.
minor-sure = Jag vet att ägaren är under 18
minor-button = Radera den minderåriges konto
guardian-title = Anteckna vårdnadshavares samtycke
guardian-note = Vem har samtyckt, och hur visades det?
guardian-button = Anteckna
guardian-recorded = Vårdnadshavares samtycke antecknat { $time } (UTC):
said-minor-erased = Kontot är raderat.
said-not-sure = Kryssa i att du vet det. Inget är gjort.
said-settled = Antecknat att ägaren har fyllt 18.
said-guardian = Samtycket är antecknat.
minor-told = Ett födelsedatum som du sparade { $day } säger att du är under 18. Konton här är för den som har fyllt 18, så någon av oss ser på det. Är datumet fel, rätta det och skriv till oss.
seen-settled = Antecknade att du har fyllt 18
seen-settled-why = Ett födelsedatum i ditt CV sade något annat.
seen-guardian = Antecknade din vårdnadshavares samtycke
seen-guardian-why = Ett födelsedatum i ditt CV säger att du är under 18.
gone-age-flag = Att ett födelsedatum säger under 18
gone-guardian-consent = Vårdnadshavares samtycke

## Två personer

approvals-title = Förslag
approvals-what = Sådant som behöver två personer: en föreslår, en annan bekräftar.
approvals-lead = Det som rör fler än en person, eller som hålls hemligt för den det rör, görs först när någon annan har bekräftat det. Ett förslag gäller ett dygn.
approvals-none = Inget är föreslaget.
proposal-hold = Håll kvar uppgifter
proposal-minors = { $count ->
    [one] Radera en minderårigs konto
   *[other] Radera { $count } minderårigas konton
}
proposal-unknown = Ett förslag som inte kan läsas
fact-account = Konto
fact-accounts = Konton
proposed-by-you = Ditt förslag, { $time } (UTC).
proposed-by-other = En kollegas förslag, { $time } (UTC).
outcome-waiting = Väntar på bekräftelse till { $time } (UTC).
outcome-confirmed = Bekräftat, men avbrutet innan det var klart.
outcome-done = Bekräftat och utfört.
outcome-failed = Bekräftat, men gick inte att utföra helt.
outcome-declined = Avslaget eller återtaget.
outcome-expired = Ingen bekräftade i tid.
confirm-button = Bekräfta och utför
decline-button = Avslå
take-back-button = Ta tillbaka
propose-button = Föreslå
said-proposed = Föreslaget. Någon annan behöver bekräfta det inom ett dygn.
said-not-proposed = Det går inte att föreslå: se efter vad som är valt.
said-confirmed = Bekräftat och utfört.
said-partly = Bekräftat, men allt gick inte att utföra. Loggen säger varför.
said-own = Du kan inte bekräfta ditt eget förslag.
said-too-late = Förslaget gäller inte längre.
said-declined = Förslaget är avslaget.
seen-confirmed = Bekräftade ditt förslag
seen-declined = Avslog ditt förslag
seen-two-why = Det behövde två personer.
gone-approval = Vad du har föreslagit i konsolen

## Uppgifter som hålls kvar

holds-title = Kvarhållna uppgifter
holds-what = Enstaka uppgifter som inte får raderas ännu, med skäl och dag för granskning.
holds-lead = Det som ska ses över först står först. Nya föreslås på personens sida, och någon annan bekräftar.
holds-none = Inget hålls kvar.
hold-title = Håll kvar uppgifter
hold-text = Det som hålls kvar raderas inte förrän skälet är över. Ägaren ser det, om inte lagen förbjuder det.
hold-open = Föreslå att något hålls kvar
hold-kind = Vad
hold-row = Nummer på den enda raden, om det inte är alla
hold-ground = Grund
hold-note = Skäl, för den som ser över det senare
hold-review = Ses över senast (inom { $days } dagar)
hold-barred = Ägaren får inte underrättas, för att lagen förbjuder det
hold-of-gone = Någon som är raderad
hold-note-closed = Skälet går inte att öppna
hold-overdue = Dagen för granskning har passerat.
hold-decide = Se över
hold-next = Ses över nästa gång
hold-still = Fortfarande rätt
hold-end-why = Varför upphör det?
hold-over = Skälet är över
hold-mistaken = Det var ett misstag
hold-end = Avsluta
fact-placed = Hålls sedan
fact-review = Ses över
fact-kept = Sparade efter radering
fact-told = Underrättelse
said-reviewed = Antecknat att det fortfarande är rätt.
said-ended = Avslutat. Det som sparades är borta.
said-no-day = Välj en dag som kommer, högst ett år bort.
held-title = Uppgifter som hålls kvar
held-text = Det här raderas inte förrän skälet är över, även om du raderar kontot. Du använder det som vanligt.
held-what = Vad
held-why = Varför
seen-held = Höll kvar uppgifter
seen-reviewed = Såg över det som hålls kvar
seen-hold-ended = Slutade hålla kvar uppgifter
seen-held-why = Grunden står under ”Uppgifter som hålls kvar”.

## Gallring

retention-title = Gallring
retention-what = Vad som försvinner de närmaste 30 dagarna, och vilka konton som är vilande.
retention-lead = Vad gallringen tar de närmaste { $days } dagarna om ingen gör något, efter samma regler som den själv följer. Bara antal.
retention-rule = Regel
retention-after = Efter dagar
retention-now = Nu
retention-ahead = Inom { $days } dagar
retention-held = Hålls kvar
dormant-title = Vilande konton
dormant-lead = Den som inte har loggat in på länge får ett mejl i god tid innan kontot raderas.
dormant-warned = { $count ->
    [one] En är underrättad.
   *[other] { NUMBER($count) } är underrättade.
}
dormant-to-warn = { $count ->
    [one] En återstår.
   *[other] { NUMBER($count) } återstår.
}
dormant-next = Det första raderas { $day }.
gone-dormant-warning = Att du har fått veta att kontot är vilande
seen-dormant = Mejlade att kontot är vilande
seen-dormant-why = Ingen hade använt det på länge.
rule-sessions = Inloggade webbläsare
rule-bin = Dokument i papperskorgen
rule-versions = Tidigare versioner av dokument
rule-photos = Foton som inget dokument använder
rule-batches = Kända ändringar
rule-tickets = Länkar i mejl
rule-invitations = Inbjudningar
rule-ceremonies = Obesvarade frågor till passkeys
rule-sign-ins = Inloggningsförsök
rule-cases = Stängda säkerhetsärenden
rule-page-counts = Hur ofta publika sidor har öppnats
rule-page-reports = Stängda anmälningar av publika sidor
rule-requests = Stängda ärenden om rättigheter
rule-links = Länkar som har gått ut
rule-proposals = Utlämnanden som ingen har bekräftat
rule-registers = Gamla poster i registren
rule-successions = Aviserade byten av personuppgiftsansvarig
rule-lapsed = Personliga uppgifter utan samtycke
rule-lapsed-shown = Publicerade uppgifter utan samtycke
rule-copies = Kopior av allt
rule-letters = Mejl som väntar
rule-reports = Raderingsrapporter
rule-proofs = Bevis om samtycke
rule-holds = Kvarhållna uppgifter som är avslutade
rule-interrupted = Halvt raderade konton
rule-asked = Konton som ska raderas
rule-leads = En månad gamla påbörjade konton
rule-unfinished = Påbörjade konton utan väg vidare
rule-unused = Oanvända konton
rule-audit = Rader i granskningsloggen
rule-ledger = Rader i raderingsliggaren
rule-collected = Slag av uppgifter som har samlats in
rule-openings = Öppningar av dolda uppgifter
rule-approvals = Förslag för två
rule-self-proofs = Självkontroller
rule-keys = Nycklar utan konto

## Självkontroll

proof-title = Självkontroll
proof-what = Vad servern varje natt visar att den håller.
proof-lead = Varje natt prövar servern det den lovar, på sig själv. Resultaten är daterade, rör ingen person och sparas i ett år. Går något inte igenom får administratörerna ett mejl.
proof-never = Inte prövat än.
proof-passed-at = Gick igenom { $time } (UTC)
proof-failed-at = Gick inte igenom { $time } (UTC). Serverns logg säger varför.
proof-passed = Gick igenom
proof-failed = Gick inte igenom
proof-step = Prov
proof-result = Resultat
proof-took = Tid
proof-before = Tidigare prov
proof-run = Pröva nu
proof-running = Ett prov pågår. Läs in sidan igen om en stund.
said-proving = Provet har börjat. Läs in sidan igen om en stund.
said-invitation = Inbjudan är tillbakadragen. Länken fungerar inte längre.
said-case = Ärendet är stängt.
step-canary = Inget går att läsa
step-canary-what = En påhittad person skriver i alla fält, och ingen fil, logg eller säkerhetskopia innehåller orden.
step-purge = Gallringen fungerar
step-purge-what = Inget finns kvar som skulle ha försvunnit för ett dygn sedan.
step-restore = En säkerhetskopia går att återställa
step-restore-what = En kopia läses tillbaka bredvid, öppnas och tas bort.
step-keys = Nycklarna öppnar
step-keys-what = Varje persons nyckel öppnas med serverns.
step-backups = Det finns säkerhetskopior
step-backups-what = En har gjorts de senaste sju dagarna.
step-audit = Granskningsloggen är hel
step-audit-what = Ingen rad är ändrad, borttagen eller tillagd.

## Mejl

blocked-subject = Ditt konto är spärrat
blocked-text = De som driver webbplatsen har spärrat ditt konto hos Merit. Skälet: { $reason }
blocked-not-you = Inget är raderat, och du har kvar alla dina rättigheter. Vill du invända eller få ut dina uppgifter, skriv till adressen i policyn.
dormant-subject = Ditt konto raderas snart
dormant-text = Ingen har använt ditt konto hos Merit på länge. Om du inte loggar in raderas det, med allt i det, { $time }.
dormant-not-you = Vill du inte ha det kvar behöver du inte göra något.
proof-failed-subject = Självkontrollen gick inte igenom
proof-failed-text = Servern har prövat vad den lovar, och något gick inte igenom. Sidan visar vad, och serverns logg varför.
proof-failed-button = Visa självkontrollen
proof-failed-not-you = Mejlet går till alla administratörer.
