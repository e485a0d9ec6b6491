### Det personliga brevet i redigeraren.

new = Nytt brev
example = Exempel på ett brev
mark = Brev
untitled = Namnlöst brev
sender = Avsändare
sender-hint = Står överst i brevet, som i ditt CV.
recipient-hint = Alla fält får vara tomma: bara det som är ifyllt syns på sidan.
write = Skriv ett brev till det här CV:t
write-hint = Ett nytt brev med dina kontaktuppgifter och samma utseende som CV:t.
together = Brev och CV i en PDF
together-hint = Brevet först och CV:t efter, med var sin sidnumrering.
choose-cv = Med vilket CV?
choose-letter = Med vilket brev?
own-cv = CV:t som brevet hör till
no-cv = Det finns inget CV i den här webbläsaren. Skriv eller öppna ett först.
no-letter = Det finns inget brev i den här webbläsaren. Skriv först ett till det här CV:t.
made = PDF:en med brev och CV är klar.
unreadable = Utkastet går inte att öppna, så det blir ingen PDF med båda.
details-missing = Personuppgifterna i CV:t går inte att hämta just nu, så det blir ingen PDF med båda.
not-written = PDF:en med båda gick inte att göra i den här webbläsaren. Ladda ner dem en i taget.
