### Personliga uppgifter i redigeraren och där ett cv delas. Texterna man samtycker till står i `consent`.

title = Personliga uppgifter
lead = Frivilligt, och inget som är med förrän du vill det. Arbetsgivare i Sverige behöver dem inte, men i vissa länder och annonser frågar man efter någon av dem.
loading = Ser efter vad du har här …
unsaved = De sparas på servern, krypterade med en egen nyckel, och aldrig i den här webbläsaren. Spara ditt cv där först.
save = Spara först
problem = Personliga uppgifter går inte att läsa eller ändra just nu.
ask-first = Innan den första sparas får du en fråga, här, och det är lika lätt att ta tillbaka sitt ja.
older-text = Texten har ändrats sedan du samtyckte. Det som finns är kvar. Gå med på den nya innan du ändrar något.
lapsed = Ditt samtycke har gått ut. Samtyck igen, annars tas det som finns snart bort.
goes = Allt här nedanför tas då bort, även från dina publika sidor.
shared = Samma i alla dina cv:n. I varje cv väljer du vad som visas.
show = Visa i det här cv:t
show-named = Visa i det här cv:t: { $name }
keeping = Sparas …
kept = Sparat
gone = Borttaget
said-given = Du har gett ditt samtycke.
said-withdrawn = Du har tagit tillbaka samtycket. Det som var sparat med stöd av det är borttaget.

## Vad var och en heter, och varför någon kan fråga

nationality = Nationalitet
nationality-why = I vissa länder väntar man sig den i ett cv, och för tjänster med säkerhetsprövning frågas det ändå senare. Att du får arbeta här säger du hellre i profilen.
gender = Kön
gender-why = Ingen arbetsgivare behöver veta det. I en del formulär utomlands finns det ett fält.
birth-date = Födelsedatum
birth-date-why = Så här: 1987-05-04. Vanligt i tyska och många andra utländska cv:n. I Sverige behövs det inte, och åldern får inte avgöra.
birth-place = Födelseort
birth-place-why = I vissa länder står den bredvid födelsedatumet. Den säger inget om ditt arbete.
civil-status = Civilstånd
civil-status-why = Finns kvar i en del utländska cv:n. Om du är gift angår ingen arbetsgivare.
salary = Löneanspråk
salary-why = Bara om annonsen frågar efter det. Annars tar man det hellre senare.

## Där ett cv delas

share-title = Personliga uppgifter
share-warning = När de är publika kan vem som helst kopiera dem, och de kan användas emot dig. Kryssa bara i det som sidan verkligen är till för.
share-hint = De försvinner från sidan genast när du tar tillbaka ditt samtycke.
