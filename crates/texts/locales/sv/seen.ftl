### Sidorna som andra ser dem, och vad som är värt att tänka på före publicering.

## Valet ovanför sidorna

seen-by = Sett av
seen-by-hint = Se sidorna som andra skulle se dem
seen-by-named = Sett av { $name }
me = mig
everyone = alla
anonymous = Avidentifierat CV
said-me = Nu ser du dina egna sidor igen.
said = Nu ser du sidorna så som de syns för { $name }.
said-anonymous = Nu ser du sidorna utan det som säger vem du är.

## Vad som sägs medan en vy är vald

view-everyone = Du ser det som en ny länk visar tills du väljer något annat. Det som döljs är märkt i formuläret. Filer som du laddar ner är fortfarande kompletta.
view-anonymous = Du ser sidorna utan det som säger vem du är: namn, foto, kontaktuppgifter, personliga uppgifter och länkar med ditt namn. Det du berättar med egna ord kan ändå avslöja dig. Filer som du laddar ner är fortfarande kompletta.
view-link = Du ser det som ”{ $name }” skulle visa om du publicerade nu. Det som döljs är märkt i formuläret. Filer som du laddar ner är fortfarande kompletta.
back = Tillbaka till min egen vy
mark = Döljs i den här vyn
mark-part = Döljs delvis i den här vyn

## Före publicering. Var och en av dessa är en rad i en lista.

exposed-detail = Visas: { $detail }, en personlig uppgift som få arbetsgivare behöver
exposed-phone = Visas: ditt telefonnummer
exposed-address = Visas: din gatuadress
exposed-email = { $place }: en e-postadress som inte är din. Fråga den personen innan du publicerar.
exposed-email-hidden = { $place }: en e-postadress som inte är din. Den döljs tills du bekräftar att den får visas.
exposed-others-phone = { $place }: ett telefonnummer som inte är ditt. Fråga den personen innan du publicerar.
exposed-others-phone-hidden = { $place }: ett telefonnummer som inte är ditt. Det döljs tills du bekräftar att det får visas.
exposed-number = { $place }: ett fullständigt personnummer. Ta bort det: ingen behöver det för att kalla dig till intervju.
exposed-place = { $section }, { $entry }
