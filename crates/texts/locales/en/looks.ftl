### The panel for the looks of a CV.

title = Looks
close = Close
template = Template
fit = Fit on
fit-one = One page
fit-two = Two pages
fits = It fits on { $pages } now: type { $size }, lines and gaps { $spacing }, margins { $margins }. Undo takes it back.
fits-as-it-is = It fits as it is.
fits-not = Set as close as reads well, it is still too long for { $pages }: as it is now, { $lines } lines are too many. Nothing was changed. Shorten or hide something.
room = Room
size = Type
spacing = Lines and gaps
margins = Margins
accent = Accent colour
accent-usual = The template’s own
petrol = Petrol
blue = Blue
indigo = Indigo
plum = Plum
red = Red
rust = Rust
green = Green
graphite = Graphite
fonts = Fonts
fonts-usual = The template’s own
later-pages = From the second page on
page-numbers = Page numbers
running-name = Your name
reset = As the template has it

## What each template is for

linne = One column, calm
celsius = A tinted column at the side
berzelius = Two columns
hilma = A band in your colour
rudbeck = Dates in the margin
lagerlof = Classic, centred
kovalevsky = Academic, headings in the margin
polhem = Compact

icons = Icons at the ways to reach you
dates = Dates
dates-usual = As the language has them
dates-short = Mar 2021
dates-long = March 2021
dates-iso = 2021-03
dates-slash = 03/2021
dates-years = 2021
levels = Levels of skills and languages
levels-usual = As the template has it
levels-words = In words
levels-dots = As dots
levels-bar = As a bar
levels-none = Not shown
