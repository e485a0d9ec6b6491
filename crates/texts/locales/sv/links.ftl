### Länkarna till ett CV: listan, en sida för var och en, och det som står framför en med lösenord.

lead = Ge gärna var och en sin egen länk: med eget slutdatum, eget lösenord och det du vill att de ska se. Ingen hittar en länk utan att ha fått den.
new = Ny länk
to-links = Alla länkar
change = Ändra
open = Öppna sidan
copy = Adressen, att kopiera
former = Gamla adresser som leder hit: { $addresses }
revoke = Ta ner
revoke-all = Ta ner alla
revoke-all-hint = Alla sidor för det här CV:t försvinner genast, och adresserna säger det.
state-open = Publik, utan slutdatum
state-open-until = Publik till och med { $day }
state-ended = Slutade gälla { $day }
state-withdrawn = Nertagen
fact-locked = Lösenord
fact-indexed = Sökmotorer får visa den
fact-no-files = Inga filer
publish-anew = Publicera igen
publish-again-hint = Adressen är densamma och visar det här från och med nu.
publish-ended-hint = Adressen fungerar sedan i tolv månader till, eller så länge du anger nedan.
publish-withdrawn-hint = Adressen fungerar igen och visar det här. Det som var dolt förut är dolt nu också, men personliga uppgifter och andra språk visas först när du väljer dem. Titta igenom allt.
published-on = Publicerad { $day }.
shows = Det som visas
differs = Vad som skiljer
differs-photo = Fotot är ett annat
differs-details = De personliga uppgifterna är andra
differs-variants = Cv:t på ett annat språk har ändrats
settings = Länken
save = Spara
save-hint = Det som sidan visar ändras inte.
end = Ta tillbaka
delete = Ta bort länken
delete-hint = Som om den aldrig hade funnits: adressen säger ingenting längre, och någon annan kan ta den.
qr = QR-kod
qr-alt = QR-kod med sidans adress
qr-hint = För papper: den som skannar koden kommer till sidan.

## Det som visas

contacts = Andras telefonnummer och e-postadresser, till exempel referenspersoners. Jag har deras samtycke till det.
anonymous-title = Anonymt
anonymous = Dölj vem jag är: inget namn, foto, inga kontaktuppgifter eller länkar som nämner mig
anonymous-hint = Titta på sidan: det du har skrivit om dig själv med egna ord kan ändå avslöja vem du är.
places = Dölj avsnitt eller poster
variants = Även på andra språk
variants-hint = De får samma adress med språket efter. Det som är dolt här är dolt där, och personliga uppgifter finns bara på det här CV:ts eget språk.
variant-look = Visa mig
warnings = Innan du publicerar

## Det som sägs om en länk

name = Namn
name-hint = Bara du ser det. Till exempel ”Volvo” eller den som ska få länken.
ends = Slutar gälla
ends-keep = { $day }, som nu
ends-never = inte av sig själv, som nu
ends-months = { $count ->
    [one] om en månad
   *[other] om { $count } månader
}
ends-day = en dag som du väljer
ends-day-label = Sista dagen
ends-hint = Två veckor innan får du ett brev, om du har ett konto med e-postadress. Dagarna slutar vid midnatt UTC.
password = Lösenord (valfritt)
password-hint = Den som öppnar länken måste ange det. Du kan inte se det här senare, så skriv upp det. Skicka det inte tillsammans med länken.
password-new = Nytt lösenord (valfritt)
password-new-hint = Länken har ett lösenord. Med ett nytt måste de som har öppnat sidan med det gamla ange det nya.
password-none = Ta bort lösenordet
others = Övrigt
index = Sökmotorer får visa sidan
no-files = Erbjud ingen PDF och inga andra filer
no-files-hint = Den som ser sidan kan ändå skriva ut eller kopiera den.
code = QR-kod i PDF:en
code-hint = Längst ner till höger på sista sidan, om det finns plats: den som har CV:t på papper skannar koden och kommer till sidan. Bara i den här länkens PDF.
code-no-room = Det finns ingen plats för den på sista sidan.
code-alt = QR-kod: { $address }

## Det som gjordes

done-created = Länken finns. Kopiera adressen och ge den till vem du vill.
done-published = Publicerat. Sidan visar det här från och med nu.
done-saved = Sparat.
done-revoked = Sidan är nertagen.
done-deleted = Länken är borttagen.
done-all-revoked = Alla sidor för det här CV:t är nertagna.

## Det som inte gick

reserved-slug = Adressen kan förväxlas med en av våra. Välj en annan, utan bindestreck först eller sist eller två i rad.
too-many-links = Det här CV:t har så många länkar som det kan ha. Ta bort en först.
too-many-addresses = Den här länken har haft så många adresser som den kan ha. Gör en ny länk i stället.
same-language = Välj högst ett CV för varje språk, och inget på det här CV:ts språk.
bad-day = Välj en dag efter i dag och inom fem år.

## En sida med lösenord

locked-title = Den här sidan har ett lösenord
locked-lead = Den som gav dig länken kan säga vilket det är.
locked-password = Lösenord
locked-open = Öppna sidan
locked-wrong = Det är inte lösenordet. Kontrollera att det är skrivet precis som du fick det.
locked-cookie = En kaka minns i högst tolv timmar att du har angett det och försvinner när du stänger webbläsaren.

## På andra ställen

stored-pass = För varje sida vars lösenord har angetts här: till när den öppnas utan, och en kontrollsumma. Den säger inte vem du är. Sidan öppnas i tolv timmar, och tills webbläsaren stängs.
gone-publication-slug = Adresser som publika sidor hade tidigare
table-publication-slug = Adresser som dina publika sidor hade tidigare
label-link-name = Vad du kallar en länk, till exempel vem den är till
label-link-password = En kontrollsumma av en publik sidas lösenord
label-link-choice = Det du har valt för en publik sida
label-opened-link = Att lösenordet till en sida har angetts
