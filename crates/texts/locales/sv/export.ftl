### Kopian av allt: dess sida, och sidan i den.

title = En kopia av allt
lead = Du kan ta med dig allt som sparas om dig här: dina CV:n i format som både du och andra program kan läsa, dina foton och publika sidor, och det som servern har noterat om ditt konto. Det kommer som en enda zip-fil, med en sida som berättar vad som sparas, varför och hur länge.
link-text = Allt som sparas om dig här, i en fil att behålla.
ask = Gör en kopia av allt
ask-again = Gör en ny kopia
underway = Din kopia håller på att göras
waits = Den påbörjas om ett ögonblick.
progress = { $done } av { $total } steg är klara.
reloads = Sidan laddas om av sig själv tills kopian är klar. Du kan lämna den och komma tillbaka.
still = Låt sidan vara som den är
look = Se efter om den är klar
stop = Avbryt
ready = Din kopia är klar
ready-text = Den visar vad som fanns sparat { $asked } (UTC), går att ladda ner till och med { $until } och är { NUMBER($kilobytes) } kB stor.
download = Ladda ner kopian
care = Den som har filen kan läsa allt i den. Spara den där ingen annan kommer åt den, och inte på en dator som du delar med andra.
delete = Radera kopian här
full = Det fanns inte plats för din kopia på servern, och inget av den har sparats. Försök igen senare, eller skriv till den som driver servern.
failed = Det gick inte att göra din kopia, trots flera försök. Försök igen. Går det fortfarande inte, skriv till den som driver servern.

## Sidan i kopian

held-title = Allt som sparas om dig
held-lead = Det här är vad servern hade sparat om dig { $asked } (UTC). Samma sak finns i filerna bredvid den här sidan, så att program kan läsa den: varje tabell som JSON i mappen ”data” och som CSV i mappen ”csv”. Alla tider är i UTC.
held-privacy = Den som har filen kan läsa allt i den.
held-none = Här finns inget sparat.
held-more = { $count ->
    [one] En rad till finns i filerna.
   *[other] { $count } rader till finns i filerna.
}
held-why = Varför, och hur länge
held-data = Uppgifter
held-without = Sparas, men finns inte i kopian
held-without-text = Kontrollsummor, krypterade hemligheter och tekniska märken som ingen annan än servern har nytta av.
held-files = Filerna
held-size = Byte
held-manifest = Varje fils kontrollsumma (SHA-256) står i manifest.json.
held-missing = De här filerna gick inte att göra:

## Tabeller

table-account = Ditt konto
table-session = Webbläsare som får agera för dig
table-owner-link = Ägarlänkar
table-document = Dina CV:n
table-document-batch = Mottagna ändringar
table-document-version = Tidigare versioner av dina CV:n
table-photo = Dina foton
table-publication = Dina publika sidor
table-login = Hur du loggar in
table-recovery-code = Återställningskoder
table-passkey = Nycklar (passkeys)
table-ticket = Det som en länk i ett brev slutför
table-sign-in = Inloggningsförsök
table-staff = Din roll här
table-security-case = Säkerhetsärenden
table-mail = Brev på väg till dig
table-audit = Det som har hänt med ditt konto
table-person-key = Din nyckel
table-export = Dina kopior av allt
table-export-part = Bitarna av den här kopian

## Kolumner

column-account-id = Konto
column-action = Vad
column-adult-at = Uppgav sig vara minst 18 år
column-agent = Webbläsare och system
column-asked-at = Begärd
column-at = När
column-attempts = Försök
column-binned-at = Lades i papperskorgen
column-bytes = Byte
column-changed-at = Ändrad
column-closed-at = Stängt
column-code-hash = Kodens kontrollsumma
column-content = Innehåll
column-created-at = Skapad
column-credential = Publik nyckel
column-document-id = CV
column-document-version = CV:ts version
column-done = Klara steg
column-due-at = Nästa försök
column-email = E-postadress
column-expires-at = Går ut
column-granted-at = Gavs
column-id = Nummer
column-index = Kontrollsumma att hitta det med
column-kind = Slag
column-lang = Språk
column-made-at = Sparad
column-method = Hur
column-name = Namn
column-next = Nästa nyckel
column-number = Plats
column-opened-at = Öppnat
column-outcome = Hur det gick
column-password = Lösenordets kontrollsumma
column-password-at = Lösenordet sattes
column-payload = Vad det säger
column-photo-id = Foto
column-policy-at = Policyn lästes
column-policy-version = Policyns version
column-proved-at = Visade sig vara du
column-published-at = Publicerad
column-reset-at = Spärrat tills lösenordet återställs
column-revoked-at = Togs ner
column-role = Roll
column-secret-hash = Hemlighetens kontrollsumma
column-session-id = Begärd av webbläsaren
column-slug = Adress
column-state = Läge
column-taken-at = Mottagen
column-total = Antal steg
column-totp = Kodgeneratorns hemlighet
column-totp-step = Senaste kodens tid
column-two-factors = Med två faktorer
column-used-at = Använd
column-verified-at = Adressen bekräftades
column-version = Version
column-why = Varför
column-wrapped = Krypterad nyckel
