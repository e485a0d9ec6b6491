### Brev: vad som har hänt, vad du kan göra, och vad du gör om det inte var du.
### Ämnesrader börjar inte med avsändaren: den står redan intill dem.

## I alla brev

footer = Det här mejlet skickades automatiskt från Merit på { $site } och går inte att svara på.
link-text = Fungerar inte knappen? Kopiera då länken:
link-days = { $days ->
    [one] Länken gäller i ett dygn och kan bara användas en gång.
   *[other] Länken gäller i { $days } dagar och kan bara användas en gång.
}
time = { $day } { $month } { $year } kl. { $hour }.{ $minute } (UTC)
open-account = Öppna ditt konto
choose-password = Välj nytt lösenord
open-policy = Se vem som driver webbplatsen

## Bekräfta adressen när kontot skapas

confirm-sign-up-subject = Bekräfta din e-postadress
confirm-sign-up-text = Någon, förmodligen du, vill skapa ett konto hos Merit med den här adressen. Bekräfta att den är din för att fortsätta.
confirm-sign-up-button = Bekräfta adressen
confirm-sign-up-not-you = Var det inte du? Då kan du bortse från mejlet. Ingen kan använda din adress utan att den bekräftas.

## Adressen har redan ett konto

already-member-subject = Du har redan ett konto
already-member-text = Någon, förmodligen du, ville använda den här adressen för ett konto hos Merit. Den har redan ett konto, så ingenting har ändrats. Logga in, eller välj ett nytt lösenord om du har glömt ditt.
already-member-button = Logga in
already-member-not-you = Var det inte du? Då kan du bortse från mejlet. Ditt konto är som det var.

## Nytt lösenord

reset-password-subject = Välj ett nytt lösenord
reset-password-text = Någon, förmodligen du, har bett om att få välja ett nytt lösenord till ditt konto hos Merit.
reset-password-not-you = Var det inte du? Då kan du bortse från mejlet. Ditt lösenord gäller fortfarande, och ingen kan byta det utan länken.

## Bekräfta en ny adress

confirm-email-subject = Bekräfta din nya e-postadress
confirm-email-text = Någon, förmodligen du, vill använda den här adressen för sitt konto hos Merit. Bytet görs när du har bekräftat att adressen är din.
confirm-email-button = Bekräfta adressen
confirm-email-not-you = Var det inte du? Då kan du bortse från mejlet. Utan din bekräftelse byts ingenting.

## Till den gamla adressen

email-changing-subject = Någon vill byta din e-postadress
email-changing-text = Någon, förmodligen du, har bett om att få byta e-postadress för ditt konto hos Merit till { $to }. Bytet görs när den nya adressen har bekräftats. Till dess gäller den här.
email-changing-not-you = Var det inte du? Då är någon annan inne på ditt konto. Öppna det genast och anmäl att det är kapat.
email-changed-subject = Din e-postadress är bytt
email-changed-text = Ditt konto hos Merit har fått en ny e-postadress, så vi skriver inte till den här mer.
email-changed-not-you = Var det inte du? Kontakta genast den som driver webbplatsen.

## Kontot

password-changed-subject = Ditt lösenord är bytt
password-changed-text = Lösenordet till ditt konto hos Merit är bytt, och alla andra enheter är utloggade.
password-changed-not-you = Var det inte du? Välj genast ett nytt lösenord och anmäl sedan på ditt konto att det är kapat.
new-device-subject = Ny inloggning på ditt konto
new-device-text = Någon, förmodligen du, har loggat in på ditt konto hos Merit från en webbläsare som inte har använts där förut.
new-device-browser = Webbläsare: { $browser }
new-device-system = Operativsystem: { $system }
new-device-time = Tid: { $time }
new-device-unknown = okänt
new-device-not-you = Var det inte du? Öppna genast ditt konto, byt lösenord och anmäl att det är kapat.
second-factor-changed-subject = Ditt sätt att logga in är ändrat
second-factor-changed-text = En passkey, en autentiseringsapp eller återställningskoder har lagts till eller tagits bort på ditt konto hos Merit.
objected-subject = Du har invänt mot det som skyddar ditt konto
objected-text = Från och med nu antecknar Merit inga försök att logga in på ditt konto och skriver inga brev om nya webbläsare, eftersom du har invänt mot det. Du kan ta tillbaka invändningen när du vill.
objected-not-you = Var det inte du? Öppna genast ditt konto, ta tillbaka invändningen, byt lösenord och anmäl att det är kapat.
open-my-data = Öppna Mina uppgifter
second-factor-changed-not-you = Var det inte du? Öppna genast ditt konto, byt lösenord och anmäl att det är kapat.
compromised-subject = Ditt konto är anmält som kapat
compromised-text = Ditt konto hos Merit är anmält som kapat. Därför är alla enheter utloggade, dina publika sidor är nertagna och ditt gamla lösenord gäller inte längre. Välj ett nytt lösenord för att komma in igen. Dina CV finns kvar.
compromised-not-you = Var det inte du? Då har någon annan varit inne på ditt konto. Välj ett nytt lösenord, så är bara du inne.
invitation-subject = Du är inbjuden till Merit
invitation-text = Du är inbjuden att skapa ett konto på { $site }. Merit är ett verktyg för att skriva CV.
invitation-button = Skapa ett konto
invitation-not-you = Vill du inte ha något konto? Då kan du bortse från mejlet.
policy-change-subject = Integritetspolicyn ändras
policy-change-text = Från { $day } gäller en ny version av integritetspolicyn. Vad som ändras står på sidan nedan, och inget av det gäller före den dagen.
policy-change-renew = Från { $day } gäller en ny version av integritetspolicyn, och då ändras också något som du har samtyckt till. Om du inte samtycker på nytt före den dagen upphör ditt samtycke, och det som sparats med stöd av det tas bort. Allt annat är som förut.
policy-change-button = Se vad som ändras
policy-change-leave = Vill du hellre lämna oss kan du på samma sida ta med dig en kopia av allt och sedan radera kontot. Har du inget emot ändringen behöver du inte göra något.

account-erased-subject = Ditt konto är borttaget
account-erased-text = Ditt konto hos Merit och allt som fanns i det är borttaget. Det går inte att få tillbaka. Vi har inte kvar din adress, så det här är det sista mejlet.
account-erased-not-you = Var det inte du? Kontakta den som driver webbplatsen.
erasure-asked-subject = Ditt konto kommer att raderas
erasure-asked-text = Ditt konto hos Merit och allt som finns i det raderas den { $time }, eftersom någon, förmodligen du, har bett om det. Dina publika sidor är redan nere. Bakom länken finns ett signerat kvitto när det är gjort.
erasure-asked-button = Se hur det går
erasure-asked-not-you = Var det inte du, eller har du ändrat dig? Öppna då ditt konto före dess och behåll det. Var det inte du ska du också byta lösenord.
link-ending-subject = En länk till ditt CV slutar snart gälla
link-ending-text = En av länkarna till ditt CV fungerar till { $time }. Sedan är sidan borta för dem som har adressen. Vill du att den ska finnas kvar väljer du ett annat slutdatum.
link-ending-button = Se dina länkar
link-ending-not-you = Vill du att den slutar gälla behöver du inte göra något.
