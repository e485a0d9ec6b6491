### Konton: skapa konto och logga in, inställningar, Mina CV:n och de som driver servern.

or = eller
go-on = Fortsätt
email = E-postadress
password = Lösenord
new-password = Nytt lösenord
new-password-again = Samma en gång till
code = Kod
role = Roll

## Skapa konto och logga in

sign-up-title = Skapa konto
sign-up-lead = Dina CV:n finns på servern, krypterade med en egen nyckel, och du öppnar dem från vilken enhet som helst. Det du har skrivit i den här webbläsaren följer med.
sign-up-button = Skapa konto
sign-up-next = Du får ett mejl med en länk. Där väljer du ditt lösenord.
have-account = Har du redan ett konto?
declare-adult = Jag är 18 år eller äldre.
declare-policy-before = Jag har läst
declare-policy-link = integritetspolicyn
sign-in-title = Logga in
sign-out = Logga ut
sign-in-button = Logga in
shared = Det här är en delad dator
shared-hint = Då sparas ingenting i den här webbläsaren: varken dina CV:n eller att du är inloggad när den stängs. Annars ligger dina utkast läsbara i webbläsarens eget lager, som filer på en disk.
forgot = Har du glömt lösenordet?
no-account = Har du inget konto?
passkey-sign-up = Skapa konto med enbart en nyckel (passkey)
passkey-sign-in = Logga in med en nyckel (passkey)
passkey-prove = Använd en nyckel (passkey)
code-title = Ett steg till
code-lead = Skriv koden som din app visar, eller en av dina återställningskoder.
prove-title = Är det du?
prove-lead = Det du ska göra är viktigt. Visa en gång till att det är du.
reset-title = Välj ett nytt lösenord
reset-lead = Vi skickar ett mejl med en länk till din adress.
reset-button = Skicka mejlet
check-mail-title = Titta i din e-post
check-mail-text = Om adressen går att använda är ett mejl på väg till den.
check-mail-late = Det bör komma inom några minuter; titta även i skräpposten. Kommer inget, kontrollera adressen och försök igen.
choose-title = Din adress är bekräftad
choose-again-title = Välj ett nytt lösenord
choose-lead = Minst 8 tecken. Tre eller fyra ord som inte hör ihop är svåra att gissa och lätta att minnas.
choose-button = Spara lösenordet och fortsätt
gone-title = Länken gäller inte längre
confirm-email-title = Bekräfta din nya adress
confirm-email-button = Det här är min adress
set-up-title = Kom i gång med Merit
set-up-lead = Det här kontot administrerar servern. Det behöver en andra faktor, som kommer härnäst.
set-up-button = Skapa kontot

## Vad som gick fel

problem-address = Det här är ingen e-postadress. Skriv den som namn@exempel.se.
problem-declared = Alla rutor måste kryssas för: att du är 18 år eller äldre, att du har läst policyn och att du godkänner villkoren.
problem-invitation = Inbjudan är använd eller har gått ut. Be om en ny.
problem-only-invited = Här skapas konton med inbjudan. Öppna länken som du har fått.
problem-closed = Just nu skapas inga konton här. Du kan skriva och ladda ner ditt CV utan konto.
problem-sign-in = Adressen och lösenordet hör inte ihop. Kontrollera båda, eller välj ett nytt lösenord.
problem-password = Det är inte lösenordet.
problem-code = Det är inte koden just nu. Vänta på nästa, eller använd en återställningskod.
problem-reset-first = Du måste välja ett nytt lösenord innan någon kan logga in. Ett mejl med en länk är på väg till dig.
problem-too-late = Det tog för lång tid. Logga in en gång till.
problem-short = Minst 8 tecken, tack.
problem-long = Högst 256 tecken, tack.
problem-common = Många har det här lösenordet, så det prövas först. Välj ett annat.
problem-guessable = Det här lösenordet är lätt att gissa. Gör det längre, eller använd ord som inte hör ihop.
problem-differ = De två är inte lika. Skriv lösenordet en gång till.
problem-gone = Länken är använd eller har gått ut. Be om ett nytt mejl.
problem-taken = Adressen har redan ett konto. Logga in i stället.
problem-needs-factor = Din roll kräver en andra faktor. Ställ in en här först.
problem-no-member = Ingen medlem har den adressen.
problem-last-administrator = Det här är den sista administratören. Ge rollen till någon annan först.
problem-not-erased = Kryssa i rutan om du är säker.
problem-passkey = Det gick inte. Försök igen, eller logga in på ett annat sätt.

problem-no-passkeys = Nycklar kräver HTTPS och ett namn på webbplatsen, och det saknas här. Använd ett lösenord.
problem-last-way-in = Det här är enda vägen in, eller den andra faktor som din roll kräver. Lägg till en annan först.
problem-full = Det finns inte plats för mer. Töm papperskorgen, eller ta bort det du inte behöver.

## Vad som blev gjort

done-password-reset = Lösenordet är ändrat och alla webbläsare är utloggade. Logga in med det nya.
done-password-changed = Lösenordet är ändrat och alla andra webbläsare är utloggade.
done-email-asked = Ett mejl är på väg till den nya adressen. Den gäller när du har följt länken.
done-email-changed = Adressen är ändrad.
done-second-factor-off = Den andra faktorn är borttagen.
done-session-ended = Webbläsaren är utloggad.
done-moved = Det du hade sparat med en ägarlänk finns nu i ditt konto. Länken öppnar det inte längre.
done-not-moved = Det du hade sparat med en ägarlänk fick inte plats i ditt konto och finns kvar där det var: länken öppnar det fortfarande.
done-compromised = Alla webbläsare är utloggade, dina publika sidor är nedtagna och ingen kan logga in förrän lösenordet är ett annat. Ett mejl med en länk är på väg.
done-passkey-added = Nyckeln är tillagd.
done-passkey-removed = Nyckeln är borttagen.
done-role-changed = Rollen är ändrad. Den gäller från nästa inloggning.
done-set-up = Kontot är skapat. Ställ in den andra faktorn nu.

## Inställningar

account-title = Konto
email-none = Ingen adress: du loggar in med en nyckel (passkey).
email-change = Byt adress
email-new = Ny adress
email-change-text = Den nya adressen får ett mejl med en länk, och den gamla får veta det.
email-change-button = Skicka mejlet
password-change = Byt lösenord
password-add = Välj ett lösenord
password-change-text = Alla andra webbläsare loggas ut.
password-needs-email = Ett lösenord behöver en adress. Lägg till en först.
second-factor = Andra faktor
second-factor-off = Av. Med den kommer ingen in som bara har ditt lösenord.
second-factor-on = På. Återställningskoder kvar: { $codes }
second-factor-set-up = Ställ in en andra faktor
second-factor-remove = Ta bort den andra faktorn
recovery-renew = Gör nya återställningskoder
recovery-title = Dina återställningskoder
recovery-lead = Var och en släpper in dig en gång om du har förlorat din app. Förvara dem där andra inte tittar; de visas inte igen, och tidigare koder gäller inte längre.
recovery-kept = Jag har sparat dem
totp-lead = Skanna bilden med en app för engångskoder och skriv sedan koden som den visar.
totp-picture = QR-kod för appen
totp-by-hand = Eller skriv in det här i appen:
totp-button = Slå på
passkeys = Nycklar (passkeys)
passkeys-text = En nyckel finns i din enhet och öppnas med finger, ansikte eller enhetens kod. Ingen kan gissa den eller lura den av dig.
passkeys-script = Slå på JavaScript för att lägga till en.
passkey-name = Namn, till exempel enheten
passkey-add = Lägg till en nyckel
passkey-remove = Ta bort
passkey-used = Tillagd { $added }, senast använd { $used }
passkey-unused = Tillagd { $added }, inte använd än
devices-link-text = Se vilka webbläsare som är inloggade och vem som har försökt, och logga ut dem.
devices-link = Webbläsare och inloggningar
declared-title = Det du har intygat
declared = 18 år eller äldre: { $adult }. Policyn från { $version } läst: { $read }.

## Webbläsare och försök

devices-title = Webbläsare och inloggningar
devices-lead = De här webbläsarna har tillgång till ditt konto. Logga ut dem som du inte känner igen.
this-browser = den här
device-times = Inloggad { $since }, senast använd { $used }
browser-on-system = { $browser } på { $system }
browser-unknown = En webbläsare som inte säger vad den är
end-session = Logga ut
end-others = Logga ut alla andra
compromised-title = Har någon annan varit inne i ditt konto?
compromised-text = Ett tryck loggar ut alla webbläsare, tar ner dina publika sidor, släpper in ingen förrän du har valt ett nytt lösenord och meddelar dem som driver servern.
compromised-button = Någon har tagit sig in i mitt konto
attempts-title = Inloggningar
attempts-lead = De senaste { $days } dagarna, högst 100, även nekade.
when-utc = När (UTC)
how = Hur
from-where = Med
outcome = Utfall
by-password = Lösenord
by-second-factor = Andra faktor
by-passkey = Nyckel (passkey)
by-mail = Länk i ett mejl
outcome-done = Inloggad
outcome-refused = Nekad

## Mina CV:n

cvs-title = Mina CV:n
cvs-new = Nytt CV
cvs-new-letter = Nytt brev
cvs-letter-for = Skriv ett brev
cvs-letter = brev
cvs-search = Sök
cvs-none = Inget är sparat i ditt konto än. Skriv ett CV och tryck sedan på Spara.
cvs-none-found = Inget CV innehåller de orden.
cvs-photos = Foton: { $photos } av de { $most } som får plats.
cvs-photos-unnamed = Inte i något CV längre, men kanske i tidigare versioner: { $photos }. De tar plats tills de versionerna är borta.
cvs-changed = Ändrat { $day }
cvs-public = publikt
cvs-share = Dela
cvs-duplicate = Kopiera
cvs-rename = Byt namn
cvs-name = Namn
cvs-bin = Till papperskorgen
cvs-untitled = Utan namn
cvs-copy = { $name } (kopia)
bin-title = Papperskorg
bin-lead = Publika sidor för det som ligger här är nedtagna. Efter 30 dagar raderas det för gott.
bin-days = { $days ->
    [one] { $days } dag kvar
   *[other] { $days } dagar kvar
}
bin-restore = Hämta tillbaka
bin-delete = Radera för gott
bin-delete-sure = Ja, radera nu

## De som driver servern

admin-title = Administration
admin-new-link = Länken visas en gång. Lämna över den på ett säkert sätt:
invitations-title = Inbjudningar
invitation-make = Gör en inbjudan
invitation-until = gäller till { $day }
invitation-withdraw = Dra tillbaka
cases-title = Säkerhetsärenden
cases-none = Det finns inga.
case-compromised = ”Någon har tagit sig in i mitt konto”
case-opened = öppnat { $time }
case-closed = , stängt { $time }
case-close = Stäng
reset-links-title = Länk för nytt lösenord
reset-links-text = För någon som mejl inte når. Försäkra dig om att det är rätt person: den som har länken har kontot, om det inte har en andra faktor. Det antecknas i granskningsloggen.
reset-links-button = Gör en länk
roles-title = Roller
roles-text = Den som får eller förlorar en roll loggas ut överallt.
roles-button = Ge rollen
role-member = Medlem, ingen roll
role-support = Support
role-privacy-officer = Dataskyddsansvarig
role-administrator = Administratör
audit-title = Granskningslogg
audit-text = Vad som har gjorts med konton och nycklar, och av vem. Att du läser den antecknas i den.
audit-lead = Nyast först, högst 100. Personer är pseudonymer: samma pseudonym är samma person.
audit-number = Nr
audit-action = Vad
audit-actor = Av
audit-subject = Om
