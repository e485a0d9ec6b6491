### Integriteten i ord: ändamål, rättsliga grunder, lagring.

purpose-make-cv = För att du ska kunna skriva ditt CV och ladda ner det
purpose-keep-draft = För att utkastet ska finnas kvar när du kommer tillbaka
purpose-remember-choice = För att komma ihåg ett val du har gjort

basis-contract = Avtal: det behövs för tjänsten du ber om (artikel 6.1 b i dataskyddsförordningen)
basis-consent = Samtycke, som du kan ta tillbaka när du vill (artikel 6.1 a i dataskyddsförordningen)
basis-legitimate-interest = Berättigat intresse (artikel 6.1 f i dataskyddsförordningen)
basis-strictly-necessary = Nödvändigt för det du ber om (9 kap. 28 § lagen om elektronisk kommunikation)

## Lagringsplatser

place-indexed-db = IndexedDB, databasen ”{ $database }”. När du är inloggad slutar namnet, och namnen merit-drafts och merit-draft, med 16 tecken som bara står för ditt konto.
place-cookie = Kaka
place-local-storage = localStorage
place-session-storage = sessionStorage
place-cache-storage = Cache Storage
place-service-worker = Service worker

stored-documents = Dina utkast: allt du har skrivit i dem.
stored-photos = Fotona till dina cv:n, så som de beskars.
stored-journal = Dina senaste ändringar, tills de har skrivits in i utkastet. Så går inget förlorat om fliken stängs.
stored-personal = En plats för personliga uppgifter, skild från utkasten. Den förblir tom: det du fyller i sparas på servern, och bara om du samtycker.
stored-settings = Vilket utkast som är öppet och hur du har ställt in redigeraren.
stored-shared = Siffran 1 när du har sagt att du delar datorn med andra, så att inget annat än inloggningen lagras.
stored-lang = Språket du har valt för webbplatsen: sv eller en.
stored-answer = Ditt svar på om något frivilligt får lagras: ja eller nej. Frågan kommer igen efter ett år.
stored-template = Namnet på mallen du använde senast, så att ditt nästa CV börjar med den. Bara om du har sagt ja till frivillig lagring.
stored-tab = Vilket utkast den här fliken har öppet, så att det är samma efter en omladdning.
stored-undo = Dina senaste ändringar i den här fliken, så att du kan ångra dem efter en omladdning. De finns här bara medan sidan inte syns.
stored-view = Hur du har ordnat redigeraren i den här fliken: formulär och sidor, deras storlek, ljust eller mörkt, och de kommandon du använde senast.
stored-drafts-flag = Siffran 1 om det finns utkast här, så att formuläret väntar på dem när sidan öppnas.
stored-program = Redigerarens egna filer (program, typsnitt, avstavning och ett tomt formulär), så att du kan öppna dina utkast och göra PDF:er utan nätverk. De är likadana för alla och innehåller inget om dig. De sparas inte om du har sagt nej till frivillig lagring eller att du delar datorn.
stored-worker = Skriptet som lämnar ut de filerna. Av webbplatsens sidor sköter det bara redigeraren, och det du skickar och får passerar oläst.
stored-whose = Om den som senast öppnade redigeraren var inloggad, och de 16 tecken som står för kontot: utan nätverk kan ingen server säga vems utkast som ska öppnas. Den som använder webbläsaren utan nätverk ser då de utkasten. Det försvinner när du loggar ut och när någon annan loggar in.

## Hur länge

kept-draft-erased = Tills du tar bort utkastet eller rensar webbplatsens data, dock högst så länge webbläsaren behåller det. Safari raderar efter sju dagar utan besök.
kept-snapshot-taken = Tills ändringarna har skrivits in i utkastet.
kept-consent-withdrawn = Tills du tar bort uppgiften eller tar tillbaka ditt samtycke.
kept-days = { $days ->
    [one] En dag.
   *[other] { $days } dagar.
}
kept-last-draft-erased = Så länge det finns utkast här.
kept-tab-closed = Tills du stänger fliken.
kept-browser-closed = Tills du stänger webbläsaren eller loggar ut.
kept-replaced = Tills något nyare tar dess plats eller du rensar webbplatsens data.

## Så tar du bort det

erase-with-draft = Ta bort utkastet i redigeraren.
erase-withdrawal = Ta bort uppgiften eller ta tillbaka ditt samtycke.
erase-with-everything = Tryck på ”Ta bort allt härifrån” eller rensa webbplatsens data i webbläsaren.

## Servern

purpose-keep-saved = För att bevara det du har sparat och ha det på dina andra enheter
purpose-publish = För att visa andra det du har publicerat
purpose-recognise = För att känna igen de webbläsare och länkar som får öppna det
purpose-notify = För att kunna skriva till dig om ditt konto
purpose-export = För att kunna ge dig en kopia av allt som sparas om dig
purpose-hold = För att bevara det som behövs för ett rättsligt anspråk eller en skyldighet enligt lag
purpose-sign-in = För att känna igen dig när du loggar in
purpose-protect = För att hålla andra borta från ditt konto
purpose-rights = För att svara den som använder sina rättigheter eller frågar om dem
purpose-account = För att kunna visa att reglerna har följts
basis-legal-obligation = Rättslig förpliktelse: vi måste kunna visa det (GDPR, artikel 6.1 c och 5.2)
kept-unused = { $days ->
    [one] Tills du tar bort det, eller tills en dag har gått utan att det använts.
   *[other] Tills du tar bort det, eller tills { $days } dagar har gått utan att det använts.
}
kept-unsaved-again = Tills du tar bort utkastet.
erase-with-saved = Ta bort utkastet i redigeraren: då tas det bort från servern också.
erase-with-account = Ta bort ditt sista sparade CV: då tas allt bort.
erase-with-time = Det försvinner när dess tid är ute, och inte tidigare.
stored-synced = Vad servern har av varje CV du har sparat där, så att bara ändringar behöver skickas.
stored-session = Ett slumptal som låter den här webbläsaren öppna dina sparade CV. Över https börjar namnet med ”__Host-”.
protection-sealed = Krypterat med en egen nyckel, som ligger i en annan databas.
protection-hashed = Bara en kontrollsumma sparas, och från den kommer ingen tillbaka.
protection-operator = Läsbart för den som driver servern.
