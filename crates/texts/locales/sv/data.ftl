### Mina uppgifter: vad som sparas om någon, vem som har tittat på det, vad man kan göra. Och tabellen för Kalifornien.

title = Mina uppgifter
lead = Allt som den här servern sparar om dig: hur mycket, varför, hur länge och för vem. Vem mer som har tittat på det. Och vad du kan göra åt det.
link-text = Vad som sparas om dig, vem som har tittat på det och vad du kan göra åt det.
on-page = På den här sidan

## Vad som sparas

held-title = Vad som sparas om dig
held-text = Räknat alldeles nyss. Öppna ett slag för att se varför det sparas, hur länge och vem som får det.
held-kind = { $count ->
    [one] { $category }: en uppgift
   *[other] { $category }: { $count } uppgifter
}
held-count = { $label }: { NUMBER($count) }
held-elsewhere = Det som bara din webbläsare sparar står på en egen sida.
until-day = { $kept } Det som finns nu försvinner senast { $day }.
until-days = { $kept } Det som finns nu försvinner senast mellan { $first } och { $last }.
until-unused = { $kept } Kommer du inte tillbaka blir det { $day }.
until-open = { $kept } Ärendet är fortfarande öppet.

## Vem som har tittat

seen-title = Vem som har tittat
seen-text = Allt som någon annan än du gör med ditt konto eller får se av det står i en logg som ingen kan ändra obemärkt. Här är allt i den som rör dig, med rollen hos den som gjorde det.
seen-none = Ingen.
seen-what = Vad
seen-by = Av
seen-why = Varför
seen-older = Äldre poster
seen-newest = De nyaste posterna
seen-by-formerly = Någon som hade en roll här då
seen-by-operator = Den som sköter maskinen, eller programmet självt
seen-case-closed = Stängde ditt säkerhetsärende
seen-case-closed-why = Du hade sagt att någon annan var inne i ditt konto.
seen-role-granted = Gav dig en roll
seen-role-granted-why = För att du ska kunna göra ditt arbete här.
seen-role-removed = Tog bort din roll
seen-role-removed-why = Du har inte det arbetet längre.
seen-reset-link = Gjorde en länk för nytt lösenord
seen-reset-link-why = Mejl nådde dig inte.
seen-address = Såg din e-postadress
seen-address-why = Den står i listan över dem som har en roll här.
seen-other = Det som loggen kallar ”{ $name }”
seen-other-why = Det står inte i loggen.

## Vad man kan göra

rights-title = Vad du kan göra
correct = Rätta
correct-text = Det som är fel ändrar du där det står.
correct-cvs = Dina CV:n
correct-sign-in = Adress och lösenord
copy = Ta en kopia
consents = Ta tillbaka ett samtycke
erase = Radera
object = Invänd mot en användning
object-text = Det här vilar på ett intresse som vi har, varken på avtal eller på ditt samtycke: ”{ $purpose }”. Du kan säga nej utan att säga varför, och då upphör det genast (artikel 21 i dataskyddsförordningen).
object-protect = Så länge du invänder antecknas inga inloggningsförsök, inget mejl berättar om en ny webbläsare, och ”Någon har tagit sig in i mitt konto” öppnar inget ärende hos dem som driver servern. Allt annat fungerar som förut.
object-off = Du har inte invänt.
object-on = Du har invänt sedan { $since }, och det har upphört.
object-button = Invänd
object-lift = Ta tillbaka invändningen
object-role = Du har en roll här, och det du kan göra rör andra. Deras säkerhet väger tyngre än en invändning. Du kan göra den när du inte längre har rollen.
opt-out = Välj bort försäljning och delning
opt-out-text = Här säljs inga uppgifter och inga delas för reklam, så i dag ändras ingenting. Din vilja sparas ändå (California Civil Code, section 1798.120).
opt-out-off = Du har inte valt bort det.
opt-out-on = Du har valt bort det sedan { $since }.
opt-out-gpc = Du har valt bort det: din webbläsare säger det med Global Privacy Control.
opt-out-button = Välj bort
opt-out-lift = Ta tillbaka det
limits-link = Vill du begränsa eller invända mot det som görs med dina uppgifter:

## Kalifornien

california-title = Kategorier för Kalifornien (CCPA)
california-lead = Kategorierna så som lagen kallar dem (California Civil Code, section 1798.140(v)), och vad som görs med var och en här.
california-identifiers = Identifierare
california-customer-records = Uppgifter i kundregister
california-protected = Skyddade egenskaper
california-commercial = Uppgifter om köp
california-biometric = Biometriska uppgifter
california-network = Aktivitet på internet eller andra nät
california-places = Platsuppgifter
california-sensory = Ljud, bild och liknande
california-employment = Uppgifter om yrke och anställning
california-education = Uppgifter om utbildning
california-inferences = Slutsatser som dras för att skapa en profil
california-sensitive = Känsliga personuppgifter
california-named = ({ $letter }) { $name }
california-examples = Exempel
california-purposes = Verksamhetens ändamål
california-disclosed = Lämnas ut till
california-sold = Säljs
california-shared = Delas för reklam
california-never = Inget av det här samlas in.
california-rights = Du har rätt att få veta, rätta, kopiera och radera, att begränsa användningen av känsliga uppgifter och att välja bort försäljning och delning. Allt det finns under
collected = Insamlat de senaste tolv månaderna
yes = Ja
no = Nej
