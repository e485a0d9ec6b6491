### En profil, många CV:n; och CV:n på andra språk.

## Dialogen

title = Profil och språk
menu-hint = En profil till många CV:n; samma CV på ett annat språk
lead = Fakta som bor på ett ställe: rätta dem där, så erbjuds varje CV ändringen. Allt jämförs här i din webbläsare.
looking = Letar efter din profil…
profile-title = Din profil
profile-lead = Allt du har gjort, bara för dig. Den kan inte publiceras: gör CV:n av den.
profile-none = Du har ingen profil än. Det här CV:t kan bli den första: då länkas varje post till den, och ingenting i CV:t ändras.
make-profile = Gör en profil av det här CV:t
open-profile = Öppna profilen
bring = Lägg till det som är nytt här i profilen
make-cv = Gör ett CV av profilen
make-cv-lead = Välj vad CV:t ska visa. Du kan formulera om allt i det och lägga till mer senare.
make-cv-yes = Gör CV:t
cv-language = Det nya CV:ts språk
all-or-none = Alla eller inga
all-or-none-named = { $name }: alla eller inga
make-variant = Samma CV på ett annat språk
make-variant-lead = En kopia som du översätter, post för post. Det som inte är översatt märks ut, och när det här CV:t ändras ser du var.
other-language = Översätt till
make-variant-yes = Gör kopian
kind-profile = Profil

## Märken vid poster

mark-linked = Länkad
mark-worded = Egna ord
mark-changed = Skiljer sig
mark-gone = Finns inte kvar
mark-untranslated = Inte översatt

## Vad som sägs om en post

entry-label = Länk
entry-same = Länkad till din profil. Det står samma sak på båda ställena.
entry-same-cv = Länkad till ditt andra CV. Det står samma sak på båda ställena.
entry-worded = Länkad till din profil, men formulerad på ett annat sätt här.
entry-worded-cv = Länkad till ditt andra CV, men formulerad på ett annat sätt här.
entry-changed = Det står något nytt i din profil.
entry-changed-cv = Det står något nytt i ditt andra CV.
entry-gone = Det som den var länkad till finns inte kvar. Det som står här står kvar.
untranslated-field = { $texts ->
    [one] Inte översatt: { $field }
   *[other] Inte översatt: { $field } ({ $texts } texter)
}
same = Samma på båda språken
same-named = { $field }: samma på båda språken
before = Förut:
there = I profilen:
there-cv = I det andra CV:t:
here = Här:
nothing = ingenting
take = Använd profilens
take-cv = Använd det andra CV:ts
take-facts = Ta över namn och datum
keep = Behåll mitt
keep-translated = Min översättning stämmer
give = Ändra profilen
give-cv = Ändra det andra CV:t
unlink = Ta bort länken

## Panelen

title-profile = Länkat till din profil
title-cv = Länkat till { $name }
title-missing = Länkat till något som inte finns här
source-gone = Det finns inte i den här webbläsaren och inte bland dina sparade CV:n. Det som står här står kvar som det är.
source-unreachable = Det finns inte i den här webbläsaren, och servern går inte att nå. Det som står här står kvar som det är.
count-none = Ingenting skiljer sig
count-changed = { $count ->
    [one] En post skiljer sig
   *[other] { $count } poster skiljer sig
}
count-worded = { $count ->
    [one] En post med egna ord
   *[other] { $count } poster med egna ord
}
count-gone = { $count ->
    [one] En post finns inte kvar
   *[other] { $count } poster finns inte kvar
}
count-untranslated = { $missing ->
    [0] Alla { NUMBER($total) } texter är översatta
    [one] 1 av { NUMBER($total) } texter är inte översatt
   *[other] { $missing } av { NUMBER($total) } texter är inte översatta
}
untranslated-entry = { $name }: { $texts ->
    [one] en text är inte översatt
   *[other] { $texts } texter är inte översatta
}
untranslated-heading = Rubriken ”{ $name }” är inte översatt
given = Nu står det i profilen som här: { $name }.
given-cv = Nu står det i ditt andra CV som här: { $name }.
given-since = Det har ändrats där sedan dess och står kvar som det är.
take-back = Ta tillbaka det
cvs-differ = { $count ->
    [0] I alla dina CV:n står det som i profilen, eller på ett annat sätt med flit.
    [one] Ett CV skiljer sig:
   *[other] { $count } CV:n skiljer sig:
}
entries-differ = { $count ->
    [one] en post
   *[other] { $count } poster
}
cvs-unreachable = Servern går inte att nå. CV:n som bara finns där är inte jämförda.
add-from-profile = Lägg till från profilen
add-named = Lägg till { $name }

## Vad skärmläsare får höra

said-taken = { $name } lyder nu som där. Du kan ångra.
said-kept = { $name } står kvar som det är här. Du kan ångra.
said-given = { $name } är ändrad där. Du kan ta tillbaka det.
said-given-back = { $name } står där som förut.
said-unlinked = { $name } står för sig själv nu. Du kan ångra.
said-same = Texten i { $name } räknas som översatt. Du kan ångra.
said-profile = Din profil är klar, och det här CV:t är länkat till den.
said-brought = Det som är nytt här finns i profilen.
said-made = Här är ditt nya CV.
said-variant = Här är kopian som ska översättas till { $language }.

## Att dela

share-profile-title = En profil publiceras inte
share-profile = Din profil är allt du har gjort, bara för dig. Gör ett CV av den och publicera det.
