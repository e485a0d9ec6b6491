### Webbplatsen utanför redigeraren.

product = Merit
title = { $page } – Merit
description = Skriv ditt CV i webbläsaren och se de färdiga sidorna medan du skriver. Inget konto behövs. Öppen källkod.
skip = Hoppa till innehållet
to-start = Till startsidan
create = Skapa ett CV
continue = Fortsätt med ditt CV
other-language = In English
nav-storage = Kakor och lagring
footer-label = Om webbplatsen
footer-license = Öppen källkod under AGPL-3.0
edit-title = Skriv CV

## Startsidan

home-title = Skriv ditt CV och se sidorna växa fram
home-headline = Skriv ditt CV. Se sidorna växa fram.
home-lead = De färdiga sidorna ligger bredvid formuläret och ändras för varje tecken du skriver. När du är nöjd laddar du ner precis dem som PDF.
home-no-account = Du behöver inget konto.
home-point-private = Inget lämnar webbläsaren förrän du säger till
home-point-private-text = Det du skriver sparas där, och PDF:en görs där. Tryck på Spara, så finns det på servern också, krypterat med en egen nyckel.
home-point-exact = Det du ser är din PDF
home-point-exact-text = Samma rader och samma sidbrytningar. Texten går att markera, söka i och läsa upp.
home-point-open = Öppen källkod
home-point-open-text = Granska hur det fungerar, eller kör Merit på din egen server.
home-paper-alt = Första sidan av ett CV gjort med Merit

## Fel

not-found-title = Sidan finns inte
not-found-text = Kontrollera adressen, eller gå till startsidan. Dina utkast ligger kvar i webbläsaren.
too-many-title = För mycket på en gång
too-many-text = Det har kommit för många förfrågningar från ditt nätverk på kort tid. Försök igen om { $minutes ->
    [one] en minut
   *[other] { NUMBER($minutes) } minuter
}. Dina utkast ligger kvar i webbläsaren.
script-off-title = Slå på JavaScript för att skriva
script-off-text = Formuläret och sidorna körs i din webbläsare och behöver därför JavaScript och WebAssembly.
browser-old-title = Webbläsaren är för gammal
browser-old-text = Merit behöver WebAssembly. Uppdatera webbläsaren eller öppna sidan i en nyare.

## Lagringssidan

storage-title = Vad Merit lagrar i din webbläsare
storage-lead = Allt nedan ligger på din egen enhet, och inget av det är till för att följa dig. Bara kakorna skickas till servern, till exempel språket, så att sidorna kommer på rätt språk, och, när du har sparat ett CV där, sessionen som öppnar det.
storage-where = Plats
storage-why = Varför
storage-basis = Rättslig grund
storage-kept = Hur länge
storage-erase = Så tar du bort det
storage-erase-all = Ta bort allt härifrån
storage-erase-ask = Ta bort alla utkast och inställningar?
storage-erase-text = De tas bort från den här webbläsaren. Det går inte att ångra. Det du har sparat på servern ligger kvar där, med sin publika sida: ta bort det i redigeraren först, eller spara din ägarlänk.
storage-erased = Allt är borttaget ur den här webbläsaren
storage-erased-text = Utkast, inställningar och språket du hade valt finns inte längre i den här webbläsaren. Filer du har laddat ner är fortfarande dina.
storage-not-erased = Inget togs bort
storage-not-erased-text = På en adress som inte börjar med https:// låter webbläsaren ingen webbplats ta bort det som är lagrat. Ta bort utkasten ett i taget i redigeraren, eller rensa webbplatsens data i webbläsarens inställningar.
storage-readable = Utkasten ligger läsbara i webbläsarens eget lager, inte krypterade: den som kan använda den här webbläsaren kan läsa dem.
storage-tracking = Merit har inga kakor för statistik eller reklam och laddar inget från andra webbplatser. Nästan allt här behövs för det du gör; det som är frivilligt väntar på ditt svar.
optional = Frivillig lagring
optional-ask = Får Merit komma ihåg vilken mall du använde senast?
optional-text = Ditt nästa CV börjar då med den. Inget annat lagras av ett ja, inget delas, och ett nej ändrar inget annat. Tills du svarar lagras bara det nödvändiga.
optional-accept = Godkänn
optional-decline = Avböj
optional-yes = Du har godkänt. Tills du ändrar dig, som längst i ett år, lagras det.
optional-no = Du har avböjt. Det lagras inte.
optional-unanswered = Du har inte svarat. Det lagras inte.
optional-gpc = Global Privacy Control, som din webbläsare skickar, räknas som ett nej. Det lagras inte.

## Policyn

nav-privacy = Integritetspolicy
privacy-title = Integritetspolicy
privacy-version = Den här versionen gäller från { $date }.
privacy-lead = Merit sparar det du har bett om och inget annat. Så länge du inte har tryckt på Spara finns ditt CV i din egen webbläsare.
privacy-who = Vem som ansvarar
privacy-operator-unknown = Den som driver den här servern har inte uppgett vem det är än. Fråga innan du sparar något här.
privacy-not = Vad den inte gör
privacy-not-text = Inga kakor för statistik eller reklam, inget från andra webbplatser, ingen profil av dig. Loggen säger vilken sorts sida någon bad om och hur lång tid det tog: ingen adress, ingen webbläsare, inget du skrivit. Din nätverksadress finns i minnet i högst en timme för att stoppa anstormningar.
privacy-rights = Dina rättigheter
privacy-rights-text = Du ser och rättar ditt CV i redigeraren och tar med dig allt under ”Ladda ner en säkerhetskopia”. Tar du bort det där tas det bort från servern också, med sin publika sida; med det sista CV:t försvinner kontot. För allt annat, och om du tycker att något är fel, vänd dig till den som ansvarar eller till Integritetsskyddsmyndigheten (imy.se).
privacy-age = Att spara på servern är för den som är 18 år eller äldre.

## Dela

share-title = Dela ditt CV
share-lead = Så här ser en främling sidan.
share-copies = Du kan ta ner sidan när du vill, men kopior som andra har gjort går inte att kalla tillbaka.
share-shown = Kontaktuppgifter
share-shown-hint = Det som inte är ikryssat finns inte på sidan, inte i dess PDF och inte i dess data.
share-look = Visa mig
share-address = Adress
share-address-hint = 3 till 60 små bokstäver från a till z, siffror och bindestreck. Välj en som är svår att gissa om bara de som får den ska hitta dit.
share-publish = Publicera
share-publish-again = Publicera ändringarna
share-published-current = Sidan visar ditt CV som det är sparat.
share-published-older = Sidan visar ditt CV som det var när du publicerade det, och det är inte det du ser här.
share-unpublish = Ta ner sidan
share-unpublish-text = Adressen säger då att sidan är borttagen. Du kan publicera igen.
share-back = Tillbaka till ditt CV
share-preview = Förhandsvisning av din publika sida
share-bad-slug = Det här kan inte vara en adress. Använd 3 till 60 små bokstäver från a till z, siffror och bindestreck.
share-slug-taken = Adressen är upptagen. Välj en annan.
share-stale = Ditt CV ändrades under tiden. Titta på sidan en gång till och publicera sedan.
share-leaving = Allt ditt är på väg att raderas, så inget publiceras. Välj först att behålla det.
share-letter-title = Ett brev har ingen publik sida
share-letter = Det är skrivet till någon, inte till alla. Ladda ner det som PDF, ensamt eller med CV:t.
share-signed-out = Den här webbläsaren får inte dela det CV:t
share-signed-out-text = Öppna CV:t med din ägarlänk först. Tryck sedan på Dela.
share-empty = Det finns inget i ditt CV än. Skriv något först.

## Publika sidor

page-gone = Sidan är borttagen
page-gone-text = Det CV som fanns här är inte längre publicerat.

## Delad dator

shared-title = Delar du datorn med andra?
shared-text = Säg till här, så lagras inget av det du skriver i den, bara två kakor som går bort när webbläsaren stängs. Ditt CV finns då i fliken tills du sparar det på servern, och försvinner om du stänger den innan.
shared-before = Utkast som redan finns i webbläsaren blir kvar. Ta bort dem i redigeraren först, eller logga ut.
shared-on = Det här är en delad dator: lagra inget i den
shared-off = Det här är min egen dator: lagra mina utkast i den
shared-banner = Inget lagras i den här datorn. Stänger du fliken försvinner det som inte är sparat på servern.

## Logga ut

sign-out = Logga ut
sign-out-text = Då tas allt bort som webbläsaren lagrar för Merit: utkast, inställningar och språket du har valt. Det du har sparat på servern ligger kvar där.
sign-out-unsent = Det som inte är sparat på servern än försvinner.
sign-out-editor = Låt redigeraren skicka det först
sign-out-now = Logga ut och ta bort allt härifrån
signed-out = Du är utloggad
signed-out-text = Dina utkast och inställningar finns inte längre i den här webbläsaren. Det du har sparat på servern är kvar där.
signed-out-kept = Men det som är lagrat finns kvar i den här webbläsaren: på en adress som inte börjar med https:// låter den ingen webbplats ta bort det. Rensa webbplatsens data i webbläsarens inställningar.

## Frågor om utkast

old-drafts = Utkast från innan du loggade in
old-drafts-text = Den här webbläsaren har utkast från innan du loggade in. Ska de följa med till ditt konto?
old-drafts-busy = Tar med dem …
old-drafts-take = Ta med till mitt konto
old-drafts-leave = Låt ligga kvar
sign-out-busy = Skickar det som inte är sparat och loggar ut …
sign-out-missing = Det här har servern inte, eller inte som det är här:
sign-out-save = Spara i mitt konto först
sign-out-anyway = Logga ut ändå: det tas bort härifrån
cancel = Avbryt

## Utan nätverk, och när en inloggning upphör

kept-page = Öppnad utan nätverk
kept-page-again = Ladda om
ended = Du är inte längre inloggad.
ended-member = Skriv vidare, allt är kvar här. Logga in, så skickas det du har skrivit sedan dess.
ended-link = Skriv vidare, allt är kvar i den här webbläsaren. Öppna din ägarlänk, här eller i en ny flik, så skickas det du har skrivit sedan dess. Har du tagit bort dina CV:n från servern kan du spara på nytt i stället.
ended-left = Någon som inte har loggat ut har utkast i den här webbläsaren. Är det du, så logga in för att fortsätta med dem.
ended-new-tab = Logga in i en ny flik
