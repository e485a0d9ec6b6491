### Därför frågar ett fält i ett formulär om något som rör någon. Varje text fortsätter
### ”Därför frågar vi:” utan punkt; sedan följer om det behövs och hur länge det sparas.

need-not-changed = Behövs: utan det förblir allt som det är.
need-not-opened = Behövs: utan det förblir sidan stängd.
kept = Sparas { $kept }
not-kept = Det kontrolleras en gång och sparas inte.

## Konton

sign-up-email = du loggar in med den, och mejl om ditt konto skickas dit
sign-in-email = ditt konto hittas med hjälp av den
sign-in-password = det visar att kontot är ditt; det gör en nyckel (passkey) också
new-password = ingen annan ska kunna logga in som du; bara en krypterad kontrollsumma sparas
sign-in-code = den visar att du har din andra faktor, så att lösenordet ensamt inte öppnar något
first-code = den visar att din app ger rätt koder innan de börjar krävas
reset-email = länken för att välja ett nytt lösenord skickas dit
new-email = i fortsättningen loggar du in med den och får dina mejl dit
passkey-name = så att du kan skilja dina nycklar åt
owner-link = den visar att det var du som sparade, innan allt raderas
residence = så att lagen där du bor också gäller, med de tidsfrister den ger dig
place-of-law = sidan visar lagen på den platsen

## Begäranden och anmälningar

case-matter = så att rätt regler och rätt tidsfrist gäller
case-email = svaret skickas dit, och en kod visar att den är din
case-text = det du skriver gör det lättare att hitta och besvara det du menar
named-name = det är det namnet som CV:n söks igenom efter
named-phone = det skiljer dig från andra med samma namn
named-page = har du sett sidan granskas den först
case-number = din begäran hittas med hjälp av det
case-code = den visar att mejlet har nått dig
report-reason = så att sidan bedöms efter rätt regel
report-text = den som granskar sidan behöver veta vad du menar
report-email = så att du får veta vad det ledde till

## Cv:n och publika sidor

link-name = så att du vet vem som fick vilken länk; ingen annan ser det
link-slug = det är sidans adress, och alla som har den kan läsa sidan
link-password = bara de du berättar det för kan öppna sidan
page-password = sidans ägare visar den bara för dem som har lösenordet
cv-name = så att du hittar CV:t i din lista; det står inte på sidan
version-name = så att du hittar tillbaka till versionen

## Redigeraren

editor-title = Därför frågar redigeraren om det den frågar om
editor-lead = Inget måste fyllas i, och inget lämnar webbläsaren förrän du sparar, delar eller skickar det. Avsnitt som arbete och utbildning rymmer det du vill visa av dig själv. Personliga uppgifter, till exempel nationalitet, har sina skäl bredvid sig i redigeraren, ett för varje, och sparas bara om du samtycker.
editor-link = Därför frågar vi om det här
name = den som läser CV:t vill veta vems det är
occupation = det säger kort vad du gör eller söker
email = så att en arbetsgivare kan skriva till dig
phone = så att en arbetsgivare kan ringa dig
web-address = om något du har gjort går att se där
address = arbetsgivare vill veta hur långt från arbetet du bor; en ort räcker oftast
photo = det är vanligt i en del länder; många arbetsgivare ser helst att det saknas
profiles = den som läser kan se mer av dig där
driving-licence = en del arbeten kräver körkort
referee = arbetsgivare kan vilja fråga någon som känner till ditt arbete; fråga personen först
