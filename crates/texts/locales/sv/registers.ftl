### Registren hos den som driver servern, utlämnanden, ny ansvarig och det alla får veta om det.

title = Register
lead = Det här kan en myndighet begära att få se, och en del av det har människorna här rätt att känna till. Vem som skrev en post står bara i granskningsloggen. Ingenting ändras i efterhand: det som blev fel rättas med en ny post.
all = Alla register
add = Lägg till en post
save = Lägg till
saved = Posten finns i registret.
none = Det finns inget i registret än.
open = Öppna
written = Skriven den { $day }
past = Dagen för omprövning har passerat
choose = Välj
optional = frivilligt
no-names = Skriv inga personnamn: det här handlar om lagar, ändamål och organisationer.
sorted-newest = De nyaste först. Det nyaste om en sak är det som gäller.

## Det som ska göras

due-title = Att göra
due-nothing = Ingenting. Alla register är aktuella.
due-unassessed = Det här berättigade intresset har ingen vägt, eller så vägde det inte över: { $what }
due-overdue = Avvägningen skulle ha omprövats: { $what }
due-laws = { $count ->
    [one] En lagändring skulle ha setts över igen.
   *[other] { $count } lagändringar skulle ha setts över igen.
}
due-authorities = { $count ->
    [one] Ingen har på ett år kontrollerat om adressen till en av myndigheterna stämmer.
   *[other] Ingen har på ett år kontrollerat om adresserna till { $count } av myndigheterna stämmer.
}
due-recipient = Se över vad som tillåter att uppgifter går till { $name }. Det skulle ha gjorts senast den { $day }.
due-lacking = Det som tillåter att uppgifter går till { $name } är inte fullständigt. Det här saknas i merit.toml: { $what }.

## Registren

assessments = Berättigade intressen
assessments-text = Varför ett intresse väger tyngre än de berördas, ändamål för ändamål. Sammanfattningen är offentlig.
instructions = Instruktioner
instructions-text = Vad de har begärt för vars räkning uppgifter behandlas här, och vad som gjordes.
instructions-take = Ladda ner förteckningen över behandling för andras räkning (JSON)
laws = Lagändringar
laws-text = Vilka lagar som har ändrats, från när, och vad som har gjorts med anledning av det.
authorities = Myndigheter
authorities-text = När någon senast kontrollerade om adressen till ett lands myndighet stämmer. Det som står här syns på den offentliga sidan.
recipients = Mottagare och överföringar
recipients-text = Vem som får uppgifter, var och med vilken rätt. Det bestäms i merit.toml innan servern startar, och servern anropar ingen annan.
recipients-public = Den offentliga sidan
recipient-signed = Undertecknat eller godkänt
recipient-module = Modul av klausulerna
recipient-annexes = Bilaga I till III
recipient-assessment = Bedömning av överföringen
recipient-reason = Skälet till undantaget
recipient-review = Ses över igen senast
recipient-categories = Kategorier av uppgifter

## Fälten i en post

field-purpose = Ändamål
field-interest = Intresset
field-necessity = Varför det behövs och inget mildare räcker
field-balance = Hur det väger mot de berördas intressen
field-decision = Beslut
field-summary-sv = Offentlig sammanfattning på svenska
field-summary-en = Offentlig sammanfattning på engelska
field-decided-on = Beslutat den
field-review = Ses över igen senast
field-from = Från vilken organisation
field-asked-on = Begärt den
field-what = Vad de har begärt
field-done = Vad som gjordes
field-done-on = Gjort den
field-where = Land eller delstat
field-law = Lag och paragraf
field-in-force = Gäller från
field-source = Var den är publicerad
field-changed = Vad som har ändrats
field-country = Land, med två bokstäver
field-name = Myndighetens namn, om det är ett annat
field-address = Adress, om den är en annan
field-looked-on = Kontrollerat den
decision-outweighs = Det väger över
decision-with-measures = Det väger över med de åtgärder som nämns
decision-outweighed = Det väger inte över, och användningen upphör

## Varför en post inte tas emot

wrong-missing = ”{ $field }” saknas. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
wrong-long = ”{ $field }” är för långt. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
wrong-form = ”{ $field }” kan inte vara det. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
wrong-future = ”{ $field }” är en dag som inte har kommit än. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
wrong-review = ”{ $field }” måste vara en kommande dag, högst ett år bort. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.

## Utlämnanden

disclosures = Utlämnanden
disclosures-text = Vad som har lämnats ut om personer till myndigheter och rådgivare, vem som beslutade och på vilken grund.
disclosures-lead = En av er föreslår ett utlämnande och en annan bekräftar det. Först då får något lämnas ut, och personen får veta det genast, i ett mejl och under ”Mina uppgifter”, om inte lagen förbjuder det.
disclosures-none = Ingenting har lämnats ut.
disclosure-new = Föreslå ett utlämnande
disclosure-whose = Vems uppgifter: exakt e-postadress eller kontonummer
disclosure-ground = Grund
ground-order = En myndighet har rätt till det enligt lag
ground-safety = Någons liv eller hälsa är i fara
ground-claim = Ett rättsligt anspråk framställs eller bemöts
ground-adviser = En rådgivare med tystnadsplikt behöver det
disclosure-recipient = Lämnas till
disclosure-law = Lag och referens
disclosure-categories = Kategorier av uppgifter
disclosure-items = Vad av det, och inte mer än vad som behövs
disclosure-secrecy = Vad som ger rådgivaren tystnadsplikt
disclosure-secrecy-hint = Bara för rådgivare: lagen, eller avtalet och dess datum.
disclosure-barred = Personen får inte veta det före
disclosure-barred-hint = Bara om lagen förbjuder att personen får veta det, och högst ett år. Den dagen får personen veta det.
disclosure-barred-law = Lagen som förbjuder det
disclosure-propose = Föreslå
disclosure-proposed = Förslaget är sparat. Någon annan måste bekräfta det inom { $days } dagar.
disclosure-waits = Väntar på en andra person
disclosure-waits-own = Du har föreslagit det. Någon annan måste bekräfta det.
disclosure-confirm = Bekräfta
disclosure-refuse = Ta bort
disclosure-confirmed = Det är bekräftat, och uppgifterna får lämnas ut nu.
disclosure-refused = Förslaget är borttaget. Ingenting får lämnas ut.
disclosure-decided = Bekräftat den { $day }
disclosure-told = Personen fick veta det den { $day }
disclosure-untold = Personen får veta det den { $day }
disclosure-account = Konto
disclosure-no-person = Ingen här har den adressen eller det numret.
disclosure-incomplete = Vem som får det, enligt vilken lag och vad behöver fyllas i. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
disclosure-no-categories = Välj minst en kategori av uppgifter. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
disclosure-no-secrecy = Skriv vad som ger rådgivaren tystnadsplikt. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
disclosure-no-bar-law = Ange lagen som förbjuder att personen får veta det. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
disclosure-bar-ground = Bara när en myndighet har rätt till uppgifterna enligt lag kan personen hållas ovetande. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
disclosure-bar-day = Dagen måste vara kommande och högst ett år bort. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
disclosure-same = Den som har föreslagit det kan inte själv bekräfta det. Be en kollega.
disclosure-gone = Det är redan beslutat, eller så är förslaget för gammalt. Gör ett nytt förslag.

## Det som personen ser

mine-title = Vad som har lämnats ut till myndigheter och rådgivare
mine-text = Den som driver servern lämnar ut uppgifter om dig bara när lagen kräver det, när någon är i fara, när ett rättsligt anspråk kräver det eller när en rådgivare med tystnadsplikt behöver dem. Två personer beslutar.
mine-none = Ingenting.
mine-late = Lagen förbjöd att du fick veta det före den { $day }.
mine-when = När
seen-disclosed = Lämnade ut något om dig till en myndighet eller en rådgivare
seen-disclosed-why = Grunden står längre ner.
gone-disclosure = Vad som har lämnats ut till myndigheter och rådgivare
table-disclosure = Utlämnat till myndigheter och rådgivare

## Ny personuppgiftsansvarig

controller = Ny personuppgiftsansvarig
controller-text = Någon annan blir ansvarig: en försäljning, en sammanslagning, en insolvens eller ett nytt namn.
controller-lead = En av er föreslår det och en annan bekräftar det. Då får alla ett mejl, det står på varje sida, och alla har minst { $days } dagar på sig att ta med sig en kopia och lämna tjänsten. Innan dess startar inte servern under ett annat namn.
controller-new = Föreslå en ny ansvarig
controller-none = Ingen annan blir ansvarig.
controller-reason = Varför
reason-sale = Tjänsten säljs
reason-merger = Två företag går samman
reason-insolvency = Insolvens
reason-renamed = Samma ansvarig, under nytt namn
controller-name = Namn
controller-number = Organisationsnummer
controller-address = Postadress
controller-country = Land, med två bokstäver
controller-email = E-post
controller-day = Från och med
controller-propose = Föreslå
controller-proposed = Förslaget är sparat. Någon annan måste bekräfta det.
controller-waits = Väntar på en andra person
controller-waits-own = Du har föreslagit det. Någon annan måste bekräfta det.
controller-confirm = Bekräfta och meddela alla
controller-cancel = Avbryt bytet
controller-confirmed = Bytet är tillkännagivet. Mejlen är på väg.
controller-cancelled = Bytet är avbrutet. Alla som hade fått mejl om det får ett som säger det.
controller-announced = Tillkännagivet den { $day }
controller-told = Alla hade fått mejl den { $day }
controller-ended = Avslutat den { $day }
controller-incomplete = Namn, postadress och en e-postadress behövs, vart och ett på högst 200 tecken. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
controller-wrong-day = Dagen måste vara minst { $days } dagar bort, räknat från att bytet bekräftas, och högst ett år. Gå tillbaka i webbläsaren: det du har skrivit finns kvar.
controller-open = Det finns redan ett byte. Avbryt det först.
controller-same = Den som har föreslagit det kan inte själv bekräfta det. Be en kollega.
controller-nothing = Det finns inget som väntar.
coming = Från och med den { $day } är någon annan ansvarig för den här webbplatsen: { $name }.
coming-more = Vad det innebär och vad du kan göra
coming-title = Någon annan blir ansvarig
coming-lead = Från och med den { $day } är det { $name } som bestämmer vad som händer med uppgifterna på den här webbplatsen. Fram till dess ändras ingenting.
coming-renamed = Det är samma ansvarig under ett nytt namn: ingen annan får några uppgifter.
coming-what = Vad du kan göra
coming-copy = Ta med dig en kopia av allt du har här.
coming-copy-link = En kopia av allt
coming-leave = Vill du inte vara med om det kan du lämna tjänsten före den dagen: allt som är ditt raderas och följer inte med.
coming-leave-link = Radera allt
coming-nothing = Samma ansvarig driver servern som förut. Om det ska ändras tillkännages det här minst { $days } dagar i förväg.

## Det som alla får veta

weighed-title = Vad som har vägts
weighed-text = När grunden är ett berättigat intresse har den som driver servern vägt det mot ditt.
weighed-none = Ingen avvägning finns nedskriven än.
weighed-day = Beslutat den { $day }
weighed-again = ses över igen senast den { $day }
directory-title = Myndigheter som tar emot klagomål
directory-lead = Tycker du att dina uppgifter behandlas fel kan du klaga hos myndigheten i landet där du bor eller arbetar, eller där det hände.
directory-checked = Kontrollerad den { $day }
directory-link = Alla myndigheter, land för land
recipients-changes = Vad som har ändrats det senaste året
recipient-came = { $day }: { $name } ({ $country }) får nu uppgifter.
recipient-went = { $day }: { $name } ({ $country }) får inga uppgifter längre.
recipient-became = { $day }: { $name } ({ $country }) i stället för { $before }.
recipients-no-outside = Ingenting går utanför EES.
agreement = Personuppgiftsbiträdesavtalet
agreement-text = För organisationer för vars räkning uppgifter behandlas här: avtalet enligt artikel 28 i GDPR.
agreement-take = Ladda ner avtalet
mechanism-code = En godkänd uppförandekod
mechanism-derogation = Ett undantag för en särskild situation (artikel 49): { $reason }

## Mejl

disclosed-subject = Något om dig har lämnats ut
disclosed-text = Den som driver servern har lämnat ut uppgifter om dig till en myndighet eller en rådgivare. Vad det var, till vem och på vilken grund står under ”Mina uppgifter”.
disclosed-button = Se vad det var
disclosed-not-you = Tycker du att det var fel kan du klaga hos dataskyddsmyndigheten.
controller-subject = Någon annan blir ansvarig för dina uppgifter
controller-letter = Från och med den { $day } är { $name } ansvarig för webbplatsen och det du har sparat där. Fram till dess ändras ingenting: du kan ta med dig en kopia av allt och lämna tjänsten om du inte vill vara med.
controller-button = Läs vad det innebär
controller-not-you = Gör du ingenting följer ditt konto med.
controller-stays-subject = Ingen annan blir ansvarig för dina uppgifter
controller-stays-letter = Vi skrev till dig att { $name } skulle bli ansvarig för webbplatsen och det du har sparat där från och med den { $day }. Det blir inte av: den som är ansvarig i dag fortsätter att vara det.
controller-stays-button = Läs vem som är ansvarig
controller-stays-not-you = Du behöver inte göra något.

## Beteckningar

label-disclosure = Vad som har lämnats ut till myndigheter och rådgivare
label-register-entry = En post i ett register
label-succession = Att någon annan blir ansvarig
