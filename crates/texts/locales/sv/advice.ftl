### Råd i redigeraren: att se över, jämförelse med en annons, exempel.

title = Råd
menu-hint = Att se över, en platsannons, exempel att börja från
here = Allt räknas ut i din webbläsare. Inget skickas, och inget av det sparas.
loading = Hämtar det som behövs …
failed = Den del som ger råd kunde inte hämtas. Kontrollera anslutningen och försök igen.
tab-hints = Att se över
tab-advert = Annons
tab-examples = Exempel
whole = Helheten
show = Visa
dismiss = Avfärda
dismiss-named = Avfärda: { $what }
show-named = Visa: { $what }
dismissed = Avfärdat. Det kommer inte tillbaka så länge sidan är öppen.
restore = { $count ->
    [one] Ta tillbaka det som avfärdats
   *[other] Ta tillbaka { $count } som avfärdats
}
count = { $count ->
    [one] En sak att se över. Du bestämmer.
   *[other] { NUMBER($count) } saker att se över. Du bestämmer.
}
nothing = Inget sticker ut.
nothing-yet = Inget är skrivet än. Råden kommer medan du skriver.
no-words = Reglerna om ord finns för svenska och engelska. För det här CV:t gäller bara de övriga.
parts = Det som de flesta CV:n har
parts-hint = Inget av det är ett måste. Hoppa över det som inte säger något om dig.
is-there = finns
is-not-there = finns inte
part-name = Namn
part-contact = E-post eller telefon
part-city = Ort
part-summary = Några rader om dig
part-work = Arbetslivserfarenhet
part-education = Utbildning
part-skills = Kompetenser
part-languages = Språk

## Vad det finns att se över, och varför en läsare kan haka upp sig

hint-no-contact = Inget sätt att nå dig
why-no-contact = Utan e-postadress eller telefonnummer kan ingen kalla dig till intervju.
hint-no-name = Inget namn
why-no-name = Läsaren vet inte vad du heter, och PDF:en har ingen titel.
hint-no-summary = Inga rader om dig
why-no-summary = Många läsare börjar med två eller tre meningar om vem du är och vad du söker.
hint-date-missing = Ett datum saknas
why-date-missing = Läsare vill se när det var, och program som sorterar CV:n räknar med det. Det som fortfarande gäller har också ett slut: ”pågående”.
hint-date-unreadable = Det här är inget datum
why-date-unreadable = Det trycks som det står, men program kan inte läsa det som ett datum.
hint-end-before-start = Det slutar innan det börjar
why-end-before-start = Något av de två datumen är nog felskrivet.
hint-date-unlikely = Ett osannolikt datum
why-date-unlikely = Det ligger långt fram eller mycket långt tillbaka. Stämmer årtalet?
hint-gap = { $months ->
    [one] En månad som inget står om, { $from } till { $to }
   *[other] { $months } månader som inget står om, { $from } till { $to }
}
why-gap = En läsare kan komma att fråga. Det kan finnas alla möjliga skäl, och ett CV behöver inte berätta; en rad om vad du gjorde besparar dig frågan.
hint-no-description = Inget berättas om det här arbetet
why-no-description = Om arbeten de senaste tio åren vill läsaren veta vad du gjorde. Två eller tre rader räcker.
hint-weak-start = ”{ $words }” döljer vad du gjorde
why-weak-start = Ett verb som själv säger det är starkare. Ta ett bara om det är sant:
hint-first-person = Börjar med ”{ $word }”
why-first-person = Det är ditt CV, så alla vet vem det handlar om. De flesta utelämnar pronomenet och börjar med verbet.
hint-long-line = En rad på { $words } ord
why-long-line = Läsare ögnar igenom. Det som är längre än två rader på sidan hoppas ofta över; två korta läses.
hint-single-word = En rad med ett enda ord
why-single-word = Ett ensamt ord säger vad, men inte hur eller hur mycket. Kompetenser har en egen del.
hint-verb-again = { $times } rader börjar med ”{ $verb }”
why-verb-again = Tredje gången märks det inte längre. Ett annat verb säger kanske mer precist vad du gjorde.
hint-no-figures = Inga siffror om det här arbetet
why-no-figures = Hur många, hur ofta, hur mycket: en siffra gör en rad trovärdig. Vet du ingen, låt det vara.
hint-cliche = ”{ $phrase }” står i många CV:n
why-cliche = Läsare har sett det så ofta att det säger lite. Något du har gjort visar samma sak.
hint-mixed-tense = Nutid och dåtid blandas
why-mixed-tense = Raderna om ett arbete är lättare att läsa i en och samma tid: det du gör i ett som pågår, det du gjorde i ett som är slut.
hint-mixed-ends = { NUMBER($with) } rader slutar med punkt, { NUMBER($without) } gör det inte
why-mixed-ends = Båda sätten är rätt. Lika överallt ser korrekturläst ut.
hint-spelling = ”{ $written }” skrivs oftast ”{ $better }”
why-spelling = En del läsare hakar upp sig på stavningen före allt annat.
hint-placeholder = { $text } väntar på att fyllas i
why-placeholder = Det kommer från ett exempel. Skriv det som är sant, eller ta bort raden.
hint-too-many-pages = { NUMBER($pages) } sidor
why-too-many-pages = I Sverige och Storbritannien väntar sig de flesta läsare en eller två sidor. För universitet och forskning får det vara fler.
hint-link-not-secure = { $links ->
    [one] En länk börjar med http och inte med https
   *[other] { $links } länkar börjar med http och inte med https
}
why-link-not-secure = Webbläsare varnar för sådana. Nästan alla webbplatser svarar på https också.
hint-photo = Här finns ett foto
why-photo = I Sverige går åsikterna isär; i Storbritannien, Irland och Nordamerika ser de flesta arbetsgivare helst att man låter bli. Du väljer.
hint-details = Här finns personliga uppgifter
why-details = Få arbetsgivare i Sverige eller Storbritannien behöver mer än ditt namn och hur du nås; i andra länder väntar man sig kanske ett födelsedatum. Du väljer.
hint-no-level = Ett språk utan nivå
why-no-level = ”Tyska” kan betyda en semester eller en barndom. En nivå som B1, eller ”modersmål”, talar om vilket.
hint-references-on-request = Referenser på begäran
why-references-on-request = Läsare tar det för givet, så raden kan gå bort. I Sverige skriver många den ändå, och det går lika bra.

## Grupper av verb

verbs-leading = leda
verbs-making = skapa
verbs-improving = förbättra
verbs-helping = hjälpa
verbs-selling = sälja
verbs-examining = undersöka
verbs-organising = ordna
verbs-teaching = lära ut

## Annonsen

advert = Annonsens text
advert-hint = Klistra in den här. Den stannar på den här sidan och är borta när du lämnar den.
compare = Jämför
advert-empty = Klistra in texten från en annons först.
advert-nothing = Vi hittade inga ord i den som ser ut som något som efterfrågas.
advert-language-unknown = Annonsen är på ett språk vars ord vi inte kan. Vi letar bara efter namn som Excel.
advert-differs-swedish = Annonsen är på svenska, men inte ditt CV. Namn på kompetenser kan vi på båda språken; andra ord hittas inte över språkgränsen.
advert-differs-english = Annonsen är på engelska, men inte ditt CV. Namn på kompetenser kan vi på båda språken; andra ord hittas inte över språkgränsen.
compared = { $found } av { $asked } finns i ditt CV.
missing = Finns inte i ditt CV
missing-hint = Lägg bara till det som är sant om dig. Det du inte har har du inte, och ingen har allt som en annons räknar upp.
missing-none = Allt vi hittade i annonsen finns i ditt CV.
found = Finns i ditt CV
found-none = Inget av det finns i ditt CV.
beyond = Det som ett CV inte kan visa
beyond-hint = Egenskaper märks i det du har gjort, och i brevet; resten kommer man överens om i en intervju.
other-words = Andra ord ur annonsen
other-words-hint = Ord som ser ut att spela roll. Listan görs med enkla regler, så en del kan vara ovidkommande.
add-to = Lägg till under { $section }
add-named = Lägg till { $entry } under { $section }
added = Tillagt under { $section }: { $entry }. Det går att ångra.
tell-at = Kan berättas vid { $entry }
tell-named = { $term } kan berättas vid { $entry }

## Exempel

examples-language = Exemplens språk
examples-hint = Läs dem för att se hur något kan sägas. Det som bara du vet står inom hakparentes; inget i dem handlar om dig förrän du har gjort det till ditt.
insert = Börja med det här
insert-at = Börja med det här vid { $entry }
insert-named = Börja med det här: { $about }, { $entry }
inserted = Exemplet är på plats. Gör det till ditt.
