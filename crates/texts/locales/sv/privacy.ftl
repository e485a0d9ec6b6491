### Integriteten i ord: ändamål, rättsliga grunder, lagring.

purpose-make-cv = För att du ska kunna skriva ditt CV och ladda ner det
purpose-keep-draft = För att utkastet ska finnas kvar när du kommer tillbaka
purpose-remember-choice = För att komma ihåg ett val du har gjort

basis-contract = Avtal: det behövs för tjänsten du ber om (artikel 6.1 b i dataskyddsförordningen)
basis-consent = Samtycke, som du kan ta tillbaka när du vill (artikel 6.1 a i dataskyddsförordningen)
basis-legitimate-interest = Berättigat intresse (artikel 6.1 f i dataskyddsförordningen)
basis-strictly-necessary = Nödvändigt för det du ber om (9 kap. 28 § lagen om elektronisk kommunikation)

## Lagringsplatser

place-indexed-db = IndexedDB, databasen ”{ $database }”
place-cookie = Kaka
place-local-storage = localStorage
place-session-storage = sessionStorage

stored-documents = Dina utkast: allt du har skrivit i dem.
stored-journal = Dina senaste ändringar, tills de har skrivits in i utkastet. Så går inget förlorat om fliken stängs.
stored-personal = Personliga uppgifter som födelsedatum eller civilstånd, åtskilda från utkasten. Tomt tills du själv fyller i något.
stored-settings = Vilket utkast som är öppet och hur du har ställt in redigeraren.
stored-lang = Språket du har valt för webbplatsen: sv eller en.
stored-tab = Vilket utkast den här fliken har öppet, så att det är samma efter en omladdning.
stored-drafts-flag = Siffran 1 om det finns utkast här, så att formuläret väntar på dem när sidan öppnas.

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

## Så tar du bort det

erase-with-draft = Ta bort utkastet i redigeraren.
erase-withdrawal = Ta bort uppgiften eller ta tillbaka ditt samtycke.
erase-with-everything = Tryck på ”Ta bort allt härifrån” eller rensa webbplatsens data i webbläsaren.
