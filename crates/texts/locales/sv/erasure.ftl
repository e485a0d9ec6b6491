### Att raderas: vad som försvinner, vad som blir kvar och kvittot på det.

title = Radera allt
account-text = CV:n, publika sidor och allt annat i kontot. Du får se vad som försvinner och vad som blir kvar innan du bestämmer dig.
account-link = Radera kontot
account-asked = Kontot raderas den { $day }.
account-asked-link = Titta på det eller behåll kontot
storage-text = Det du har sparat på servern, med publika sidor, kan också raderas.
storage-link = Radera det som finns på servern

## Before

lead = Det här är allt som servern har om dig. Ladda först ner det du vill behålla.
goes-title = Det här försvinner
goes-text = Allt raderas, och nyckeln som det är krypterat med förstörs. Det som finns kvar i en säkerhetskopia kan ingen läsa utan den nyckeln.
stays-title = Det här blir kvar en tid
stays-text = Inget av det innehåller ditt namn, din adress eller något du har skrivit.
stays-held-text = Utöver det som bevaras enligt nedan innehåller inget av det ditt namn, din adress eller något du har skrivit. Det som bevaras är krypterat med en egen nyckel, som förstörs när bevarandet upphör.
column-what = Vad
column-count = Antal
column-why = Varför
column-until = Till
uncounted = okänt
browser-text = Kopiorna i dina webbläsare är dina. Ta bort dem under
when-now = Det sker genast och går inte att ångra.
when-later = { $days ->
    [one] Det sker efter ett dygn. Fram till dess kan du ångra dig. Dina publika sidor tas ner genast och kommer inte tillbaka av sig själva.
   *[other] Det sker efter { $days } dygn. Fram till dess kan du ångra dig. Dina publika sidor tas ner genast och kommer inte tillbaka av sig själva.
}
link-label = Din ägarlänk
link-hint = Klistra in den en gång till, så att ingen annan vid den här webbläsaren kan radera det som är ditt. Du fick den när du sparade första gången. Har du tappat bort den tar du bort dina CV:n ett i taget i redigeraren: med det sista raderas allt genast.
link-wrong = Det här är inte ägarlänken till det som är sparat här.
sure = Jag är säker.
button-now = Radera allt nu
button-later = { $days ->
    [one] Radera allt om ett dygn
   *[other] Radera allt om { $days } dygn
}

## While it waits

waiting-title = Allt kommer att raderas
waiting-text = Det sker den { $day } kl. { $time } (UTC). Dina publika sidor är nere. Du kan fortfarande öppna och ladda ner dina CV:n.
waiting-keep-text = Har du ändrat dig kan du behålla allt. Bara de publika sidorna måste publiceras på nytt.
waiting-keep = Behåll allt
waiting-sign-in = Logga in eller öppna din ägarlänk om du vill behålla allt.
waiting-open = Se vad som kommer att raderas
report-link-text = { $days ->
    [one] Spara den här adressen. När allt är raderat får du ett signerat kvitto där, i ett dygn.
   *[other] Spara den här adressen. När allt är raderat får du ett signerat kvitto där, i { $days } dygn.
}
kept = Allt blir kvar. Publicera dina sidor på nytt om du vill ha tillbaka dem.

## Afterwards

done-title = Allt är raderat
done-text = Det raderades den { $day }, och nyckeln är förstörd. Kvittot innehåller inga personuppgifter, bara ett slumptal, och är signerat av servern.
done-number = Kvittots nummer
done-download = Ladda ner kvittot
done-verify = Så kontrollerar du det senare, utan servern: merit verify report.json --key key.json. Nyckeln finns på
done-until = Kvittot kan hämtas här till och med { $day }.
unknown-title = Här finns inget
unknown-text = Raderingen har avbrutits, kvittots tid är ute eller så är adressen inte hel.

## Kinds that go

gone-document = CV:n, även de i papperskorgen
gone-photo = Foton
gone-publication = Publika sidor, även de som är nere
gone-document-batch = Märken efter sparade ändringar
gone-document-version = Tidigare versioner av CV:n
gone-account = Kontot, med det du har intygat
gone-person-key = Nyckeln som allt är krypterat med
gone-owner-link = Ägarlänkar
gone-login = Adress, lösenord och andra faktor
gone-passkey = Nycklar (passkeys)
gone-recovery-code = Återställningskoder
gone-session = Inloggade webbläsare
gone-sign-in = Inloggningsförsök
gone-sign-in-place = Varifrån inloggningsförsök kom
gone-ticket = Länkar i mejl som inte har använts
gone-mail = Mejl som väntar på att skickas
gone-security-case = Säkerhetsärenden
gone-staff = Din roll
gone-consent = Vad du samtyckt till, och när
gone-acceptance = Vad du godkänt och läst
gone-personal-detail = Personliga uppgifter
gone-publication-detail = Personliga uppgifter på publika sidor
gone-standing = Begränsningar som du satt
gone-residence = Var du bor
gone-export = Kopior av allt
gone-export-part = Delar av de kopiorna
gone-erasure = Begäran om att bli raderad

## Kinds that stay

kept-audit = Rader i granskningsloggen
kept-audit-why = För att det ska gå att visa vad som har gjorts och när. Där står du som en pseudonym som inte längre leder till någon.
kept-ledger = En rad i raderingsliggaren
kept-ledger-why = För att ingen säkerhetskopia ska återskapa dig. Den består av en kontrollsumma och ett datum.
kept-backups = Krypterade säkerhetskopior
kept-backups-why = För att servern ska kunna komma igång efter ett fel. Säkerhetskopior av nycklarna sparas högst så länge, och utan din nyckel kan ingen läsa resten.
kept-report = Kvittot på raderingen
kept-report-why = För att du ska kunna hämta det. Inget i det handlar om dig.
kept-consent = Bevis på vad du har samtyckt till
kept-consent-why = För att det ska gå att visa att du samtyckte (artikel 7.1 i dataskyddsförordningen). De är kontrollsummor: den som inte redan har din adress och frågar om just den får inte veta något av dem.
kept-hold-review = så länge det behövs, vilket prövas igen den { $day }
held = Bevaras: { $what }
held-claim-why = Det behövs för ett rättsligt anspråk (artikel 17.3 e i dataskyddsförordningen).
held-duty-why = Lagen kräver det (artikel 17.3 b i dataskyddsförordningen).
held-order-why = En myndighet eller domstol har beslutat det (artikel 17.3 b i dataskyddsförordningen).
held-own-request-why = Du har själv begärt det, för ett eget anspråk (artikel 18.1 c i dataskyddsförordningen).
