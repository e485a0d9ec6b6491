### Vilka rättigheter man har enligt lagen där man bor, och hur snart man får svar.

title = Dina rättigheter enligt lag
lead = Alla har rättigheterna i GDPR här, var de än bor. Lagen där du bor kan ge dig fler eller ha egna tidsgränser. Den tidigaste gränsen är den som gäller.
lives = Var bor du?
lives-hint = Ett land, och i USA en delstat. Inget sparas när du bara tittar här.
lives-unsaid = Det vill jag inte säga
lives-elsewhere = I ett annat land
lives-us = USA
lives-us-other = USA, en annan delstat
show = Visa mina rättigheter
state-california = Kalifornien
state-colorado = Colorado
state-connecticut = Connecticut
state-utah = Utah
state-virginia = Virginia
due-title = Om du frågade i dag
due-policy = Då skulle du få svar senast { $day }. Det är de trettio dagar som integritetspolicyn lovar alla.
due-law = Då skulle du få svar senast { $day }. Det är gränsen i { $law }.
due-extended = Om det är svårt att svara kan svaret skjutas upp och kommer då senast { $day }. Det får du i så fall veta, med skälet, innan den första dagen har gått.
due-confirmation = Senast { $day } får du bekräftat att din begäran har kommit in. Här sker det genast.
due-opt-out = Säger du nej till försäljning och delning, eller begränsar känsliga uppgifter, gäller det senast { $day }.
due-days = Helger och helgdagar gör aldrig någon av dagarna senare.
laws = Lagarna som gäller för dig
since = Gäller sedan { $day }
read = Läs lagen
right = Rättighet
section = Var det står
rights-of = Rättigheter enligt { $law }
right-know = Att få veta vad som sparas, varför och vem som får det
right-access = Att få en kopia
right-correct = Att få det rättat
right-erase = Att få det raderat
right-restrict = Att få det sparat men inte använt
right-object = Att invända mot en användning
right-portability = Att ta det någon annanstans i en form som datorer läser
right-limit-sensitive = Att begränsa hur känsliga uppgifter används
right-opt-out = Att säga nej till försäljning, till delning för reklam och till profilering
right-withdraw = Att ta tillbaka ett samtycke
right-complain = Att klaga hos en myndighet
answer = Tid för svar
extension = Kan skjutas upp
confirmation = Bekräftas inom
opt-out-within = Ett nej gäller inom
appeal = Om du får nej
appeal-within = Du kan få det prövat igen, med svar inom { $time }.
appeal-none = Du kan klaga hos myndigheten.
verification = Hur vi vet vem som frågar
verification-text = Är du inloggad har du redan visat det. Annars går en kod till din adress. Identitetshandlingar sparas aldrig.
verification-none = För att säga nej behöver du inte visa vem du är.
authority = Myndighet
clock-days = { $count ->
    [one] en dag
   *[other] { $count } dagar
}
clock-months = { $count ->
    [one] en månad
   *[other] { $count } månader
}
clock-business = { $count ->
    [one] en arbetsdag
   *[other] { $count } arbetsdagar
}
as-of = Tabellen jämfördes med lagarna { $day }.
all-have = De flesta av rättigheterna använder du själv, genast, på sidan om dina uppgifter.
mine-title = Var du bor
mine-text = Säger du var du bor får du se vilka rättigheter du har där, och tidsgränserna där gäller också när du begär något. Du måste inte säga det, inget annat ändras, och du tar tillbaka det här.
mine-none = Du har inte sagt var du bor.
mine-is = Du bor här: { $place }. Det sa du { $day }.
mine-save = Spara
mine-forget = Ta bort det jag sagt
mine-page = Vilka rättigheter det ger mig
mine-done = Det du sagt är sparat.
mine-gone = Det du sagt är borttaget.
mine-problem = Välj en av platserna i listan.
