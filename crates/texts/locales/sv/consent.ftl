### Samtycken och begränsningar: vad som bara sparas om ägaren går med på det, och vad hen inte vill ska ske.
### Texterna man samtycker till har en version (privacy::ConsentPurpose::version). Ändras innebörden
### av någon får den en ny, på båda språken samtidigt.

title = Dina samtycken
lead = En del sparas bara om du först går med på det. Här tar du tillbaka det när du vill, i ett enda steg. Det som gjordes medan samtycket fanns är fortfarande lagligt.

## Vad man samtycker till

personal-details = Personliga uppgifter
personal-details-text = Jag går med på att den här servern sparar nationalitet, kön, födelsedatum, födelseort och civilstånd som jag fyller i, så att jag har dem i mina cv:n på mina egna enheter. De krypteras med en egen nyckel. Andra ser en uppgift bara på en publik sida där jag har kryssat i den, och bara så länge den står där. Alla tas bort genast, även från publika sidor, när jag tar tillbaka samtycket.
personal-details-why = Arbetsgivare behöver dem nästan aldrig och får för det mesta inte låta dem avgöra. I en del länder står de ändå i ett cv. Allt annat fungerar lika bra utan dem.
salary = Löneanspråk
salary-text = Jag går med på att den här servern sparar mitt löneanspråk, så att jag har det i mina cv:n på mina egna enheter. Det krypteras med en egen nyckel. Andra ser det bara på en publik sida där jag har kryssat i det, och bara så länge det står där. Det tas bort genast, även från publika sidor, när jag tar tillbaka samtycket.
salary-why = I en del annonser frågar man efter det. Allt annat fungerar lika bra utan det.
sign-in-place = Plats för inloggningar
sign-in-place-text = Jag går med på att den här servern slår upp, hos sig själv, i vilket land och på vilken ort nätet finns som ett försök att logga in på mitt konto kommer från, och sparar det vid försöket, krypterat med en egen nyckel, så länge försöket sparas. Själva nätadressen sparas inte, och ingen annan tillfrågas. Alla platser tas bort genast när jag tar tillbaka samtycket.
sign-in-place-why = För att du ska se om någon försöker logga in någon annanstans ifrån. Allt annat fungerar lika bra utan det. Platsen är nätets, och den kan ligga långt från den som loggar in.

## Hur det står till

why = Varför vi frågar
basis = Rättslig grund
state = Just nu
held = Sparat
state-never = Du har inte gett något samtycke. Inget är sparat.
state-given = Du har samtyckt sedan { $since }. Det gäller till { $until }.
state-older = Du samtyckte { $since } till en tidigare text. Det som finns är kvar, men inget nytt sparas förrän du har gått med på den här.
state-lapsed = Ditt samtycke gick ut { $until }. Det som finns tas bort { $goes } om du inte samtycker igen.
state-withdrawn = Du tog tillbaka samtycket { $at }. Inget är sparat.
held-details = { $held ->
    [one] En uppgift.
   *[other] { $held } uppgifter.
}
give = Jag samtycker
withdraw = Jag tar tillbaka det
history = Allt du har sagt om det
history-empty = Du har inte sagt något ännu.
history-what = Vad
history-version = Text från
history-lang = Språk
history-by = Var
history-until = Gäller till
line-given = Samtycke
line-withdrawn = Taget tillbaka
by-page = På den här sidan
by-editor = I redigeraren

## Begränsningar

limits = Begränsningar
limits-lead = Båda gäller genast och allt du har här, och du behöver inte säga varför. Du kan fortfarande se, ändra, ladda ner och ta bort alltihop.
restrict = Begränsa vad som görs med mina uppgifter
restrict-text = De sparas, men inget mer: dina publika sidor visas inte, inget nytt publiceras, och mejl kommer bara om kontots säkerhet eller för att du har bett om dem. Inget tas bort på grund av ålder, i tre år (artiklarna 18 och 21 i dataskyddsförordningen).
restrict-off = Inte begränsat.
restrict-on = Begränsat sedan { $since }.
restrict-button = Begränsa
restrict-lift = Häv begränsningen
limit = Begränsa användningen av känsliga uppgifter
limit-text = Ditt foto och dina personliga uppgifter är då bara till för dig själv, och dina publika sidor visas utan dem (California Civil Code, section 1798.121).
limit-off = Inte begränsat.
limit-on = Begränsat sedan { $since }.
limit-button = Begränsa
limit-lift = Häv begränsningen

## Signaler från webbläsare

gpc = Global Privacy Control
gpc-on = Din webbläsare skickar Global Privacy Control. Det räknas som att du avböjt, och som ett nej till frivillig lagring. Vi varken säljer uppgifter eller delar dem för reklam, så inget annat ändras.
gpc-off = Din webbläsare skickar inte Global Privacy Control. Det gör ingen skillnad här: vi säljer inga uppgifter och delar dem inte för reklam.
gpc-dnt = ”Do Not Track” (Spåra inte), en äldre signal, ändrar inget här.

## Vad som gjordes och inte gjordes

done-given = Du har gett ditt samtycke.
done-withdrawn = Du har tagit tillbaka samtycket. Det som var sparat med stöd av det är borttaget.
done-limits = Dina begränsningar är ändrade.
problem-text = Texten har ändrats sedan du läste den. Läs den en gång till innan du samtycker.
no-consent = Du har inte samtyckt till att det här sparas på servern, eller så har texten ändrats sedan dess.
share-restricted = Du har begränsat vad som görs med dina uppgifter: dina publika sidor visas inte och inget publiceras.
share-not-published = Inget publicerades.
page-hidden = Sidan visas inte just nu
page-hidden-text = Ägaren kanske visar den igen senare.
