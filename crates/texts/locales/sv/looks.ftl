### Panelen för hur ett CV ser ut.

title = Utseende
close = Stäng
template = Mall
fit = Få plats på
fit-one = En sida
fit-two = Två sidor
fits = Nu får det plats på { $pages }: textstorlek { $size }, rader och avstånd { $spacing }, marginaler { $margins }. Ångra tar tillbaka det.
fits-as-it-is = Det får plats som det är.
fits-not = Även så tätt som går att läsa är det för långt för { $pages }: som det är nu är { $lines } rader för mycket. Inget är ändrat. Korta eller dölj något.
room = Utrymme
size = Text
spacing = Rader och avstånd
margins = Marginaler
accent = Accentfärg
accent-usual = Mallens egen
petrol = Petrol
blue = Blå
indigo = Indigo
plum = Plommon
red = Röd
rust = Rost
green = Grön
graphite = Grafit
fonts = Typsnitt
fonts-usual = Mallens egna
later-pages = Från och med sida två
page-numbers = Sidnummer
running-name = Ditt namn
reset = Som mallen har det

## Vad mallarna passar för

linne = En spalt, lugn
celsius = Tonad spalt vid sidan
berzelius = Två spalter
hilma = Ett band i din färg
rudbeck = Datum i marginalen
lagerlof = Klassisk, centrerad
kovalevsky = Akademisk, rubriker i marginalen
polhem = Kompakt

icons = Ikoner vid kontaktvägarna
dates = Datum
dates-usual = Som språket har dem
dates-short = mar 2021
dates-long = mars 2021
dates-iso = 2021-03
dates-slash = 03/2021
dates-years = 2021
levels = Nivåer på kunskaper och språk
levels-usual = Som mallen har det
levels-words = I ord
levels-dots = Som punkter
levels-bar = Som stapel
levels-none = Visas inte
