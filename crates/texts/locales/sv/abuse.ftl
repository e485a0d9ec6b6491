### Anmälningar av publika sidor: den som anmäler, de som utreder och den som äger sidan.

## Formuläret

title = Anmäl en sida
lead = Du anmäler den publika sidan { $address }. De som driver webbplatsen tittar på anmälan och kan ta ner sidan.
reason = Vad är fel?
reason-impersonation = Den utger sig för att vara någon annans
reason-others-data = Den visar uppgifter om mig eller om någon annan
reason-fraud = Den luras, eller är ute efter pengar eller lösenord
reason-hateful = Den hotar eller hetsar mot andra
reason-copyright = Den visar något som tillhör någon annan
reason-unlawful = Den bryter mot lagen på något annat sätt
reason-terms = Den bryter mot användarvillkoren på något annat sätt
reason-unknown = ett annat skäl
text = Beskriv felet så att någon annan kan se det
text-hint = Högst { NUMBER($most) } tecken.
email = Din e-postadress, om du vill ha svar
email-hint = Du kan låta bli att fylla i den.
kept = Det du skriver krypteras och läses bara av dem som utreder anmälningar. Den som äger sidan får varken se det eller veta vem du är. Det tas bort { NUMBER($days) } dagar efter att ärendet har avslutats, eller när sidan tas bort.
send = Skicka anmälan
problem-reason = Välj vad som är fel.
problem-text = Beskriv vad som är fel med högst { NUMBER($most) } tecken. Anmälan skickades inte.
problem-email = Det här är ingen e-postadress. Rätta den eller lämna fältet tomt.
thanks-title = Tack för din anmälan
thanks-text = Om det finns en sida på den adressen kommer någon att titta på den.

## För dem som utreder

reports-title = Anmälda sidor
reports-text = Vad utomstående har anmält om publika sidor, och sidor som har tagits ner.
reports-lead = De öppna först. Det du öppnar hamnar i granskningsloggen, och den som äger sidan ser att någon har läst en anmälan om den.
reports-none = Det finns inga.
line-open = Anmäld { $time }. Öppen.
line-stays = Anmäld { $time }. Sidan får vara kvar.
line-down = Anmäld { $time }. Sidan togs ner.
read = Läs
case-title = En anmälan
case-reason = Skäl
case-time = Anmäld
case-text = Beskrivning
case-email = Svara till
case-no-email = Inget svar önskas
case-page = Sidan
case-public = Publik just nu
case-withdrawn = Nertagen av den som äger den, eller utgången
case-down = Nertagen { $time }: { $reason }
take-down-title = Ta ner sidan
take-down-text = Den svarar genast som en sida som inte längre är publicerad, och den som äger den kan inte publicera något av samma CV eller av en kopia av det. Hen får ett mejl med det skäl du väljer och med hur man invänder. Det gäller alla länkar till CV:t, och öppna anmälningar om dem stängs. En kopia som redan är publicerad ligger kvar.
take-down-reason = Skäl, så som ägaren får läsa det
take-down = Ta ner sidan
stays-title = Låt den vara kvar
stays-text = Anmälan stängs, och sidan blir kvar som den är.
stays = Stäng anmälan
put-back-title = Lägg tillbaka sidan
put-back-text = Den visas igen som den var, liksom de andra länkarna till samma CV, om ägaren inte själv har tagit ner dem sedan dess. Hen får ett mejl.
put-back = Lägg tillbaka sidan
done-closed = Anmälan är stängd, och sidan är kvar som den är.
done-taken-down = Sidan är nertagen. Ägaren får ett mejl.
done-put-back = Sidan är tillbaka. Ägaren får ett mejl.

## För den som äger sidan

removed-title = En sida av det här CV:t, eller av en kopia av det, har tagits ner
removed-text = { $address } togs ner den { $day } av dem som driver webbplatsen. Skälet: { $reason }.
removed-publish = Så länge det är så kan inget av det här CV:t eller av en kopia av det publiceras.
removed-object = Tycker du att det är fel kan du invända: skriv till dem som driver webbplatsen och berätta vilken sida det gäller och varför. Vart du skriver står i integritetspolicyn. Du kan också låta en domstol pröva saken.
removed-policy = Se vem som driver webbplatsen
problem-taken-down = Det publicerades inte: en sida av det här CV:t, eller av en kopia av det, har tagits ner.
letter-down-subject = Din publika sida har tagits ner
letter-down-text = De som driver webbplatsen har tagit ner en av dina publika sidor hos Merit. Skälet: { $reason }. Själva CV:t är som det var, och bara du ser det.
letter-down-object = Tycker du att det är fel kan du invända: skriv till dem som driver webbplatsen och berätta vilken sida det gäller och varför. Vart du skriver står i webbplatsens integritetspolicy. Du kan också låta en domstol pröva saken.
letter-back-subject = Din publika sida får visas igen
letter-back-text = En av dina publika sidor hos Merit som hade tagits ner får visas igen. Den är som den var, om du inte själv har tagit ner den.
letter-back-after = Du behöver inte göra något.
letter-open = Se hur det är med sidan

## Vad andra har gjort

seen-read = Läste en anmälan om en av dina publika sidor
seen-read-why = Någon hade anmält sidan.
seen-closed = Stängde en anmälan om en av dina publika sidor
seen-closed-why = Sidan får vara kvar som den är.
seen-down = Tog ner en av dina publika sidor
seen-down-why = Varför står där du delar CV:t, och i ett mejl till dig.
seen-back = La tillbaka en av dina publika sidor
seen-back-why = Den hade tagits ner och får visas.

## Registret

purpose-moderate = För att utreda anmälningar av publika sidor och ta ner sidor
label-page-report = Vad som har anmälts om en publik sida, och hur det gick
label-takedown = Varför en publik sida togs ner
gone = Anmälningar av publika sidor
