### Ärenden: vad människor frågar om sina uppgifter, med eller utan konto, och där de besvaras.

need-not-answered = Behövs: utan det går det inte att svara på det du begär.
label-privacy-case = Vad du har begärt
label-case-step = Vad som gjordes åt det
label-case-hit = Var någons CV nämner en annan person
gone-privacy-case = Begäranden om dina uppgifter
gone-case-event = Vad som gjordes åt dem
gone-case-hit = Var andras CV:n nämner dig
table-privacy-case = Begäranden om dina uppgifter
table-case-event = Vad som gjordes åt dem
seen-read = Läste vad du har begärt, eller räknade vad som sparas om dig
seen-read-why = För att svara på en begäran. Skälet står under dina begäranden.
seen-worked = Arbetade med en begäran
seen-worked-why = För att svara på den. Vad som gjordes står under dina begäranden. Gäller någon annans begäran ditt CV får du ett mejl.
seen-hidden = Tog bort en post från din offentliga sida
seen-hidden-why = Den nämner någon som har begärt det. Finns det en adress har du fått ett mejl om det.
seen-erasure = Begärde att ditt konto ska raderas
seen-erasure-why = Någon med din e-postadress har begärt det. Fram till dagen kan du logga in och behålla kontot.

## Att fråga

contact-title = Kontakt
contact-lead = Skriv till dem som ansvarar för dina uppgifter här. Du behöver inget konto. Du får ett kvitto med e-post genast och svar inom 30 dagar.
contact-topic = Vad gäller det?
contact-rights = Vill du veta vad som sparas om dig, eller få det rättat, kopierat eller raderat?
contact-rights-link = Använd dina rättigheter
contact-post = Du kan också skriva på papper:
contact-authority = Du kan också klaga hos en dataskyddsmyndighet. I Sverige är det Integritetsskyddsmyndigheten, imy.se.
topic-policy = Integritetspolicyn
topic-practices = Hur vi hanterar uppgifter
topic-complaint = Ett klagomål
topic-delete = Radera mina uppgifter
topic-unsubscribe = Ingen mer reklam med e-post
request-title = Använd dina rättigheter
request-lead = För alla vars uppgifter finns här: med konto eller utan, avstängd eller nämnd i någons CV. Det kostar ingenting. Du får ett kvitto med e-post genast och svar inom 30 dagar.
request-matter = Vad vill du?
request-text = Vad vill du säga?
request-text-hint = Skicka inga kopior av id-handlingar. De behövs inte och sparas inte.
request-email-hint = Dit går kvittot och svaret. Måste du visa vem du är går även en kod dit.
request-named = Jag nämns i någons CV
request-named-hint = När du har visat vem du är söks varje CV här igenom en gång efter ditt fullständiga namn, din e-postadress och ditt telefonnummer. De som arbetar här ser vad som hittas och svarar dig.
request-name = Ditt fullständiga namn
request-phone = Telefonnummer, om det kan stå där
request-page = Den offentliga sidans adress, om du vet den
request-button = Skicka
request-self = Du är inloggad. Det mesta gör du själv, genast:
request-anyway = Jag vill att någon tittar på det, fast jag kan göra det själv.
request-own = Vad du har begärt tidigare
request-own-address = Svaret går till ditt kontos adress och står bland dina begäranden.
request-code-link = Har du fått en kod med e-post?
sent-title = Tack
sent-text = Din begäran har kommit fram. Ett kvitto med ett nummer är på väg till adressen som du angav.
sent-code = Måste du visa vem du är står det en kod i mejlet.
code-title = Visa att adressen är din
code-lead = Koden står i mejlet som du fick. Den fungerar en gång och i 7 dagar.
code-number = Ärendets nummer
code-code = Kod
code-button = Visa att det är jag
code-wrong = Numret och koden hör inte ihop, eller så är koden använd, för gammal eller prövad för många gånger. Titta i det nyaste mejlet, eller skriv till oss.
code-done = Tack. Nu vet vi att adressen är din och arbetar med din begäran.
problem-address = Det här är ingen e-postadress. Skriv den som namn@exempel.se.
problem-text = Skriv vad det gäller.
problem-name = Skriv ditt fullständiga namn, förnamn och efternamn. Utan det går det inte att söka efter någon.
problem-matter = Välj vad du vill.

## Vad det gäller

matter-know = Få veta vad som görs med mina uppgifter
matter-confirm = Få veta om något alls sparas om mig, även för någon annans räkning
matter-copy = Få en kopia av mina uppgifter
matter-correct = Få något rättat
matter-erase = Få mina uppgifter raderade
matter-restrict = Begränsa vad som görs med mina uppgifter
matter-object = Invända mot en användning
matter-portability = Ta med mina uppgifter till en annan tjänst
matter-limit = Begränsa användningen av känsliga uppgifter
matter-opt-out = Välja bort försäljning och delning
matter-withdraw = Ta tillbaka ett samtycke
matter-complaint = Ett klagomål
matter-policy = En fråga om policyn
matter-practices = En fråga om hur uppgifter hanteras
matter-unsubscribe = Ingen mer reklam med e-post

## Lägen

state-received = Mottaget
state-identity-asked = Väntar på att identiteten styrks
state-verified = Vi vet vem som frågar
state-in-work = Under arbete
state-extended = Tar längre tid
state-answered = Besvarat
state-refused = Avslaget
state-closed = Avslutat
proof-none = Har inte visat vem det är
proof-sign-in = Hade nyss loggat in
proof-passkey = Nyckel (passkey) eller andra faktor
proof-mailed-code = Kod med e-post
proof-operator = Kontrollerat av personal
way-form = Formulär
way-mail = E-post
way-post = Brev
requester-member = Medlem
requester-visitor = Bara en adress
requester-named = Nämns i ett CV

## Steg

step-receive = Kom in
step-ask-identity = En kod skickades
step-fail = En felaktig kod prövades
step-verify = Visade vem det är
step-take = Någon började arbeta med det
step-extend = Sköts upp
step-answer = Besvarades
step-refuse = Avslogs
step-close = Avslutades
step-open = Innehållet öppnades
step-scan = CV:n söktes igenom
step-ask-owner = Den som äger ett CV tillfrågades
step-hide = En post togs bort från en offentlig sida
step-erase = Det som fanns under adressen raderades
step-note = Anteckning
step-remind = Personalen påmindes
by = av { $role }

## Ens egna

own-title = Dina begäranden
own-lead = Vad du har begärt om dina uppgifter, hur långt det har kommit, och svaren.
own-none = Du har inte begärt något.
own-new = Begär något
own-number = Ärende { $number }
own-due = Kom in { $received }. Besvaras senast { $due }.
own-wrote = Du skrev
own-done = Vad som har gjorts
own-verify = Visa vem du är, så att det kan besvaras
own-verify-button = Det är jag
own-link = Vad du har begärt, och svaren

## Där ärendena besvaras

desk-title = Ärenden
desk-lead = Vad människor begär om sina uppgifter. Dagen att agera är den sista arbetsdagen innan svaret ska vara givet.
desk-waiting = { $open ->
    [0] Ingen väntar på svar.
    [one] Ett ärende väntar på svar.
   *[other] { $open } ärenden väntar på svar.
}
desk-late = { $late ->
    [one] Ett är försenat.
   *[other] { $late } är försenade.
}
desk-search = Ärendets nummer, eller den exakta e-postadressen
desk-search-button = Sök
desk-found = Hittade
desk-nothing = Ingenting hittades.
desk-queue = I ordning efter dag
desk-answered = Senast besvarade
desk-act-by = Agera senast { $day }
desk-due = svar senast { $day }
desk-received = kom in { $day }
desk-calm = Det finns tid
desk-soon = En vecka kvar
desk-pressing = Två dagar kvar
desk-late-one = Försenat
desk-enter = För in det som kom med e-post eller brev
desk-enter-text = Tiden räknas från den dag det kom, när det än förs in.
desk-enter-day = Dagen det kom
desk-enter-way = Hur det kom
desk-enter-email = E-postadress, om det finns någon
desk-enter-post = Postadress, om det inte finns någon e-post
desk-enter-name = Fullständigt namn på den som nämns i ett CV, om det gäller det
desk-enter-lang = Språk i mejlen
desk-enter-words = Vad de skriver
desk-enter-button = För in
desk-problem-day = Dagen ska vara i dag eller tidigare, inom det senaste året.
desk-problem-reply = Ange en e-postadress eller en postadress: någon ska få ett svar.
file-masked = Vem som frågar och vad de skriver är dolt. Öppna det med ett skäl. Personen ser att du gjorde det, och varför.
file-reason = Skäl
file-open = Öppna i { $minutes } minuter
file-until = Öppet till { $time } (UTC)
file-from = Adress
file-post-to = Med brev
file-name = Namn
file-phone = Telefon
file-page = Offentlig sida
file-history = Historik
file-hits = Var CV:n nämner personen
file-hits-none = Inget CV nämner personen.
file-to-scan = CV:na söks igenom inom några minuter.
file-hit-public = På en offentlig sida
file-hit-document = I ett dokument som bara ägaren ser
file-hit-owner = Mejl till ägaren. Den som har frågat ser det också
file-hit-ask = Fråga ägaren
file-hit-hide = Ta bort den från den offentliga sidan
file-held = Vad som finns under adressen
file-held-button = Räkna vad som finns
file-held-text = Räknat för svaret nedan. Ändra det innan du skickar.
file-erase = Radera det som finns under adressen
file-erase-text = Påbörjade konton och besvarade begäranden försvinner genast. En medlems konto försvinner efter den vanliga väntetiden, och de får ett mejl. Det här ärendet finns kvar tills dess egen tid är ute.
file-erased-member = Medlemmens konto försvinner { $day }.
file-erased = Raderat: { $begun } påbörjade konton, { $cases } begäranden.
file-do-take = Börja arbeta med det
file-do-identity = Skicka en ny kod
file-do-verify = Identiteten är kontrollerad
file-do-verify-hint = Hur gick det till? Spara inga handlingar. Personen ser det här.
file-do-extend = Skjut upp
file-do-extend-hint = Skälet, som personen får veta. Som längst till { $day }.
file-do-extend-until = Ny dag
file-do-answer = Skicka svaret
file-do-answer-hint = Det går med e-post och står i ärendet. Ändra mallen innan du skickar.
file-do-refuse = Avslå
file-do-refuse-hint = Med skälet. Skriv att det går att klaga hos myndigheten och att gå till domstol.
file-do-close = Avsluta
file-do-note = Anteckning, som personen också ser
file-refused-now = Det går inte som ärendet står: ingen har visat vem det är, eller så är det redan besvarat.
file-refused-text = Skriv något.
file-refused-day = Dagen ska vara senare än nu och inte senare än tillåtet, och den första dagen får inte ha passerat.
file-refused-address = Det finns ingen e-postadress. Skriv på papper, och anteckna att du har gjort det.
file-refused-masked = Öppna först ärendet med ett skäl.
file-refused-erased = Svaret säger att uppgifterna är raderade, men ingenting har raderats i det här ärendet. Öppna ärendet och tryck först på ”Radera det som finns under adressen”, eller ändra svaret.
file-done = Klart.

## Mallar för svar

template-hello = Hej,
template-know = Du har frågat vad som görs med dina uppgifter. Vad som sparas, varför, på vilken grund, hur länge och vem som får det står i vår policy på { $site }/privacy.
template-confirm = Du har frågat om vi har uppgifter om dig. Det här finns under din adress:
template-copy = Du har begärt en kopia av dina uppgifter. Det här finns under din adress:
template-correct = Du har begärt en rättelse. Vi har ändrat:
template-erase = Du har begärt att dina uppgifter ska raderas.
template-erased = Det som fanns under din adress är raderat.
template-erased-kept = Fanns det ett konto raderas det den dag som står i mejlet om det, och fram till dess kan du logga in och behålla det. Den här begäran sparas i ett år, så att vi kan visa att den besvarades.
template-restrict = Du har begärt en begränsning. Från och med nu lagras dina uppgifter, och inget annat görs med dem förrän du häver det.
template-object = Du invänder mot en användning av dina uppgifter. Vi har upphört med den.
template-portability = Du har begärt dina uppgifter i en form som andra tjänster läser. Det här finns under din adress:
template-limit = Du har begärt att användningen av känsliga uppgifter begränsas. De tjänar nu bara dig.
template-opt-out = Du väljer bort försäljning och delning. Här säljs och delas ingenting, och din vilja är antecknad.
template-withdraw = Du tar tillbaka ett samtycke. Det som sparades bara med stöd av det är raderat.
template-complaint = Tack för ditt klagomål. Vi har undersökt saken och kommit fram till:
template-policy = Tack för din fråga om vår policy.
template-practices = Tack för din fråga om hur vi hanterar uppgifter.
template-unsubscribe = Du vill inte ha reklam med e-post. Härifrån skickas ingen, och din vilja är antecknad.
template-end = Är du inte nöjd kan du skriva till oss igen eller klaga hos en dataskyddsmyndighet. I Sverige är det Integritetsskyddsmyndigheten, imy.se.
template-named = Någon som ditt CV nämner har frågat oss om det. Fråga gärna personen om det är i sin ordning att stå där, eller ta bort posten.
held-member = Ett konto med den här adressen:
held-count = { $label }: { NUMBER($count) }
held-case = Begäran den { $day }: { $matter }
held-begun = Ett konto som påbörjades { $day } och inte blev klart
held-letters = Mejl på väg: { NUMBER($letters) }
held-acceptances = Godkända villkor och policyer: { NUMBER($acceptances) }
held-nothing = Ingenting utöver den här begäran.

## Mejl

mail-received-subject = Din begäran { $number } har kommit in
mail-received-text = Vi har fått: { $matter }. Du får svar senast { $due }.
mail-received-code = Visa att adressen är din med den här koden, en gång och inom 7 dagar: { $code }
mail-received-button = Ange koden
mail-received-plain-button = Skriv till oss
mail-received-not-you = Var det inte du? Då kan du bortse från mejlet. Utan koden berättas eller ändras ingenting.
mail-code-subject = En ny kod för { $number }
mail-code-text = Vi måste veta att din begäran är din. Ange numret { $number } och den här koden, en gång och inom 7 dagar: { $code }
mail-extended-subject = Din begäran { $number } tar längre tid
mail-extended-text = Du får nu svar senast { $due }. Skälet:
mail-answered-subject = Svar på din begäran { $number }
mail-refused-subject = Din begäran { $number } är avslagen
mail-owner-subject = Någon nämns i ditt CV
mail-owner-text = Det gäller ärende { $number }.
mail-owner-button = Öppna dina CV:n
mail-owner-not-you = I dina egna dokument är ingenting ändrat.
mail-pressing-subject = Ärende { $number } ska snart vara besvarat
mail-pressing-text = Svaret ska vara givet senast { $due }.
mail-late-subject = Ärende { $number } är försenat
mail-late-text = Svaret skulle ha getts senast { $due }. Svara i dag.
mail-desk-button = Öppna ärendena
mail-desk-not-you = Det här mejlet går till dem som svarar på ärenden här.
mail-reply-not-you = Stämmer något inte, skriv till oss med formuläret. Det här mejlet går inte att svara på.

## Överallt

named-here = Jag nämns här
footer-contact = Kontakt
