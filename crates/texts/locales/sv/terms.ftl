### Användarvillkoren: mallen som följer med programmet, dess sida och hur man godkänner dem.
### Den som ändrar vad mallen betyder ger den en annan version (terms::VERSION i servern), på båda
### språken samtidigt.

title = Användarvillkor
version = Den här versionen gäller från { $date }.
earlier = Alla versioner
earlier-text = Det som har visats här tidigare går att läsa igen, ord för ord.
first-shown = Versionen av { $version }, visad första gången { $date }
now = gäller nu
shown-before = Den här texten har visats här tidigare. Det är inte den som gäller nu.

## Att godkänna

accept-before = Jag godkänner
accept-link = användarvillkoren
asked-title = Villkor och policy
asked-lead = Det finns en nyare version av det du har godkänt eller läst tidigare. Inget stoppas tills du svarar: du sparar, läser, laddar ner och tar bort som vanligt.
asked-none = Du känner till versionerna som gäller nu.
asked-terms = Användarvillkoren har fått en ny version, av { $version }.
asked-policy = Integritetspolicyn har fått en ny version, av { $version }.
asked-button = Spara mitt svar
asked-later = Inte nu
asked-silence = Den som inte svarar har inte godkänt något. Tills du godkänner gäller den version du har godkänt. Vill du inte fortsätta kan du ta med dig dina uppgifter och ta bort ditt konto.
asked-notice = Användarvillkoren eller integritetspolicyn är nya.
asked-read = Läs och svara
asked-done = Ditt svar är sparat.
asked-nothing = Kryssa för det du godkänner eller har läst.
asked-stale = Texten ändrades under tiden. Läs den en gång till.
history = Det du har intygat
history-terms = Godkände användarvillkoren
history-policy = Läste integritetspolicyn
history-none = Inget än.
history-line = { $what }, versionen av { $version } ({ $lang }), { $at }

## Mallen

unnamed = den som driver den här servern
lead = De här villkoren gäller mellan dig och { $name }. I korthet: det du skriver är ditt, tjänsten är till för laglig användning, och de rättigheter lagen ger dig som konsument behåller du.
service = Vad tjänsten är
service-text = Merit är ett verktyg för att skriva CV. Du skriver i webbläsaren och laddar ner de färdiga sidorna. Om du vill sparas ditt CV också på den här servern, krypterat, och visas på en adress som du väljer. Tjänsten kostar dig inget.
service-backup = Den drivs med omsorg men kan ligga nere, och det som ingen använder raderas efter den tid som står i integritetspolicyn. Ladda ner en kopia av det som är viktigt för dig.
who = Vem som får använda den
who-text = Alla får skriva och ladda ner. För att spara något på servern måste du vara 18 år eller äldre. Ett konto är för en person. Håll ditt lösenord och din ägarlänk för dig själv: den som har dem kan göra allt som du kan.
content = Det du skriver är ditt
content-text = Alla rättigheter till det du skriver och laddar upp behåller du. Du låter oss lagra, kopiera och visa det så långt som det behövs för det du ber tjänsten om, och inte längre. Den rätten upphör när du tar bort det.
content-others = Du svarar för det du skriver och publicerar: att det är sant, att du får visa bilderna och att de du nämner, till exempel referenser, får nämnas.
not-allowed = Vad som inte är tillåtet
use-law = Att publicera sådant som strider mot lagen eller andras rättigheter, eller att utge sig för att vara någon annan.
use-harm = Att lura någon med en publik sida, eller sprida skadliga program eller oönskad reklam genom den.
use-break = Att ta sig in på andras konton, kringgå tjänstens gränser eller störa den för andra.
use-then = En publik sida som bryter mot detta kan tas ner, och i allvarliga fall kan ett konto stängas. Du får veta vad som gjordes och varför, du kan invända, och du kan ta med dig dina uppgifter om inte lagen hindrar det.
end = Hur det slutar
end-text = Du kan sluta när du vill, utan att ange något skäl, genom att ta bort ditt konto. Om tjänsten ska läggas ner får du veta det minst 30 dagar innan, så att du kan ta med dig allt.
liability = Vad vi svarar för
liability-text = Vi svarar för skada som vi orsakar med uppsåt eller av oaktsamhet, så som lagen säger. Vi svarar inte för vad andra gör med det du har publicerat, och inte för det som står på webbplatser som länkar leder till.
liability-law = Inget här tar ifrån dig rättigheter som lagen ger dig som konsument, eller begränsar vårt ansvar där lagen inte tillåter det, till exempel för uppsåt, grov oaktsamhet eller personskada.
privacy = Personuppgifter
privacy-text = Hur personuppgifter behandlas, och vad du kan kräva, står i integritetspolicyn. Den är inte en del av villkoren, och att godkänna villkoren är inget samtycke till något i den.
changes = Ändringar
changes-text = Ändras villkoren får du se den nya versionen och blir ombedd att godkänna den när du loggar in nästa gång och i ditt konto. Till dess gäller det du har godkänt. Tidigare versioner finns kvar där du läser detta.
law = Vilken lag som gäller
law-of = Lagen i { $country } gäller.
law-seat = Lagen i det land där { $name } har sitt säte gäller.
law-consumer = Är du konsument behåller du också skyddet i lagen där du bor, kan vända dig till domstol där och kan få en tvist prövad av ett organ för konsumenttvister (i Sverige Allmänna reklamationsnämnden, arn.se).
contact = Så når du oss
