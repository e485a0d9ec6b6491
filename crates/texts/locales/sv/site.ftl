### Webbplatsen utanför redigeraren.

product = Merit
title = { $page } – Merit
description = Skriv ditt CV i webbläsaren och se de färdiga sidorna medan du skriver. Inget konto behövs. Öppen källkod.
skip = Hoppa till innehållet
to-start = Till startsidan
create = Skapa ett CV
continue = Fortsätt med ditt CV
other-language = In English
nav-storage = Lagring
footer-license = Öppen källkod under AGPL-3.0
edit-title = Skriv CV

## Startsidan

home-title = Skriv ditt CV och se sidorna växa fram
home-headline = Skriv ditt CV. Se sidorna växa fram.
home-lead = De färdiga sidorna ligger bredvid formuläret och ändras för varje tecken du skriver. När du är nöjd laddar du ner precis dem som PDF.
home-no-account = Du behöver inget konto.
home-point-private = Inget lämnar din webbläsare
home-point-private-text = Det du skriver sparas där, och PDF-filen görs där. Klarar webbläsaren inte PDF-filen får du frågan om servern ska göra den.
home-point-exact = Det du ser är din PDF
home-point-exact-text = Samma rader och samma sidbrytningar. Texten går att markera, söka i och läsa upp.
home-point-open = Öppen källkod
home-point-open-text = Granska hur det fungerar, eller kör Merit på din egen server.
home-paper-alt = Första sidan av ett CV gjort med Merit

## Fel

not-found-title = Sidan finns inte
not-found-text = Kontrollera adressen, eller gå till startsidan. Dina utkast ligger kvar i webbläsaren.
script-off-title = Slå på JavaScript för att skriva
script-off-text = Formuläret och sidorna körs i din webbläsare och behöver därför JavaScript och WebAssembly.
browser-old-title = Webbläsaren är för gammal
browser-old-text = Merit behöver WebAssembly. Uppdatera webbläsaren eller öppna sidan i en nyare.

## Lagringssidan

storage-title = Vad Merit lagrar i din webbläsare
storage-lead = Allt nedan ligger på din egen enhet, och inget av det är till för att följa dig. Bara språkkakan skickas till servern, så att sidorna kommer på rätt språk.
storage-where = Plats
storage-why = Varför
storage-basis = Rättslig grund
storage-kept = Hur länge
storage-erase = Så tar du bort det
storage-erase-all = Ta bort allt härifrån
storage-erase-ask = Ta bort alla utkast och inställningar?
storage-erase-text = De tas bort från den här webbläsaren. Det går inte att ångra.
storage-erased = Allt är borttaget ur den här webbläsaren
storage-erased-text = Utkast, inställningar och språket du hade valt finns inte längre i den här webbläsaren. Filer du har laddat ner är fortfarande dina.
storage-not-erased = Inget togs bort
storage-not-erased-text = På en adress som inte börjar med https:// låter webbläsaren ingen webbplats ta bort det som är lagrat. Ta bort utkasten ett i taget i redigeraren, eller rensa webbplatsens data i webbläsarens inställningar.
storage-tracking = Merit har inga kakor för statistik eller reklam och laddar inget från andra webbplatser. Därför finns ingen ruta att godkänna.
