### Meddelanden: vad som hände och vad du kan göra.

## Gränser

field-limit = Ett fält rymmer högst { NUMBER($max) } tecken. Korta texten, så sparas den.
items-limit = Ett CV rymmer högst { NUMBER($max) } poster och punkter. Ta bort något först.
sections-limit = Ett CV rymmer högst { NUMBER($max) } delar. Ta bort någon först.
document-limit = Ett CV rymmer högst { NUMBER($kib) } KiB text. Korta eller ta bort något först.
edit-rejected = Ändringen gick inte att göra. Ditt CV är som det var.

## Inläsning

file-too-large = Filen är större än { NUMBER($kib) } KiB. Så stort blir inget CV: kontrollera att det är rätt fil.
file-empty = Filen är tom.
file-unreadable = Webbläsaren kunde inte läsa filen. Välj den en gång till.
file-not-json = Filen är inte giltig JSON. Felet finns på rad { $line }, tecken { $position }.
file-utf-16 = Filen är kodad i UTF-16. Spara den som UTF-8 och läs in den igen.
file-not-utf-8 = Filen är inte text i UTF-8: rad { NUMBER($line) } är något annat. Spara den som UTF-8 och öppna den igen.
file-archive-too-large = Filen är större än { NUMBER($mib) } MiB, eller blir uppackad mycket större än ett CV. Kontrollera att det är rätt fil.
file-nothing-readable = Filen innehåller inget CV som Merit känner igen. Merit läser LinkedIns arkiv, Europass, Reactive Resume, JSON Resume, Word, PDF och egna säkerhetskopior.
file-pdf-unreadable = PDF-filen går inte att läsa. Den är skadad eller låst med ett lösenord.
file-no-text = Det finns ingen text i filen. En inskannad PDF innehåller bara bilder av sidorna.
file-not-xml = Filen är inte giltig XML. Felet finns på rad { $line }, tecken { $position }.
file-broken-archive = Filen går inte att läsa: den är skadad eller låst med ett lösenord. Ladda ner eller spara den en gång till.
file-nothing-in-archive = Det finns inget CV i arkivet. Från LinkedIn väljer du själva ZIP-filen och beställer det större arkivet.
file-old-word = Filen är i Words gamla format eller låst med ett lösenord. Spara den som .docx utan lösenord och läs in den igen.
file-newer-format = Filen kommer från en nyare version av Merit. Ladda om sidan och läs in den igen.

## Lagring i webbläsaren

storage-full = Webbläsaren har inget utrymme kvar, så det senaste är inte sparat. Ladda ner en säkerhetskopia och ta sedan bort något utkast.
storage-blocked = Webbläsaren låter inte Merit spara något. Tillåt lagring för webbplatsen eller ladda ner en säkerhetskopia innan du stänger fliken.
storage-failed = Det gick inte att spara i webbläsaren. Ladda ner en säkerhetskopia innan du stänger fliken.
unkept = Webbläsaren kan inte spara utkastet du har öppet, och det skulle försvinna. Ladda först ner en säkerhetskopia. Försök sedan igen, så ersätts det.
unkept-full = Det finns inte plats att spara utkastet du har öppet, och det skulle försvinna. Ladda först ner en säkerhetskopia. Försök sedan igen, så ersätts det.
draft-unreadable = Ett utkast går inte att läsa. Det ligger kvar orört. Ladda ner det som fil om du behöver hjälp med det.
draft-newer = Utkastet är skrivet med en nyare version av Merit. Ladda om sidan för att öppna det.
version-old = Det finns en nyare version av Merit. Ladda om sidan när det passar. Utkastet ligger kvar.

## Det som inte kunde laddas

load-pages = Sidorna kunde inte laddas. Du kan skriva vidare, allt sparas. Försök igen för att se sidorna.
load-editor = Redigeraren kunde inte startas. Ladda om sidan. Dina utkast ligger kvar.
load-importer = Den del som läser filer finns inte i den här webbläsaren än och gick inte att hämta. Det behövs nätverk: kontrollera anslutningen och försök igen.
load-later = En del av redigeraren kom inte fram: dialogrutor, filer och att spara. Se efter att du har nät och försök igen; det du skriver finns kvar.
share-failed = Det gick inte att dela filen. Ladda ner den i stället.
something-failed = Något gick fel, men ditt CV är sparat. Ladda om sidan för att fortsätta.

## Servern

server-unreachable = Servern svarar inte. Kontrollera anslutningen och försök igen.
server-busy = Servern har mycket att göra. Försök igen om en stund.
server-refused = Servern kunde inte ta emot det som skickades. Ladda om sidan och försök igen.
server-failed = Servern kunde inte göra det du bad om. Ditt CV är kvar i webbläsaren. Försök igen om en stund.
server-full = Serverns disk är full. Ditt CV är sparat i den här webbläsaren och skickas senare.
server-signed-out = Servern känner inte längre igen den här webbläsaren. Öppna din ägarlänk för att fortsätta spara där. Ditt CV finns i den här webbläsaren.
server-missing = Servern har inget sådant CV för den här webbläsaren: det är borttaget eller hör till en annan ägarlänk. Det finns kvar i den här webbläsaren.
server-quota = Du har så många CV på servern som får plats. Ta bort ett där först.
server-too-many = För många försök från ditt nätverk. Försök igen om en stund. Ditt CV finns i den här webbläsaren.
owner-link-unknown = Den här ägarlänken öppnar ingenting. Kontrollera att hela länken kom med. Är det som den öppnade borttaget går det inte att få tillbaka.
copy-failed = Webbläsaren ville inte kopiera. Markera länken och kopiera den själv.
owner-link-leaves = Den här webbläsaren sparar redan till en annan ägarlänk. Öppnar du den här går det du sparar till den som gjorde den. Fortsätt bara om länken är din.

## Konto

signed-out = Du är inte inloggad. Logga in för att fortsätta. Det du har skrivit är kvar så länge.
cv-missing = Det finns inget sådant CV i ditt konto. Det kan vara borttaget.
owner-link-signed-in = Du är inloggad, och en ägarlänk öppnar ett annat konto. Logga ut, öppna länken och logga in igen: då följer det som den öppnar med till ditt konto.
photo-refused = Servern tog inte emot fotot: utrymmet kan vara slut. Det finns kvar i den här webbläsaren, och publika sidor visas utan det. Ta bort cv:n eller tidigare versioner med foton som du inte längre behöver och välj det igen.
photo-unreadable = Det här är ingen bild som din webbläsare kan öppna. Välj en JPEG eller PNG.
not-archival = De här sidorna kan inte göras för arkiv: ett tecken i dem betyder inget utanför ett typsnitt. Stäng av PDF/A, eller ta bort tecknet.
export-failed = Filen gick inte att göra. Är du uppkopplad? Din text är trygg.
pdf-offline = Något som PDF:en behöver, till exempel ett typsnitt, finns inte i den här webbläsaren än. Det behövs nätverk för att hämta det. Din text är trygg.
share-offline = Den sidan behöver nätverk. Allt du har skrivit är kvar här. Försök igen när du är uppkopplad.
