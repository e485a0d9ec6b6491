### Listan över allt som går att göra, och hur redigeraren är ordnad.

## Kommandolistan

title = Kommandon
open = Alla kommandon
search = Vad vill du göra?
found = { $count ->
    [0] Inget sådant finns
    [one] Ett kommando
   *[other] { $count } kommandon
}
none = Inget heter så. Pröva ett annat ord, på svenska eller engelska.

## Vad kommandon handlar om. Det står före deras namn.

about-edit = Redigera
about-go = Gå till
about-add = Lägg till
about-add-section = Lägg till del
about-hide = Dölj del
about-show = Visa del
about-looks = Utseende
about-files = Fil
about-share = Spara och dela
about-view = Visning
about-help = Hjälp

## Namn, där inget annat i redigeraren redan har ett

entry-up-named = Flytta uppåt: { $name }
entry-down-named = Flytta nedåt: { $name }
fit = { $pages ->
    [one] Få plats på en sida
   *[other] Få plats på { $pages } sidor
}
theme-system = Samma färger som enheten
theme-light = Ljusa färger
theme-dark = Mörka färger
select-range = Markera allt däremellan
link-selected = Gör markerade ord till en länk
with-selection = i en text, med ord markerade

## Hur formulär och sidor är ordnade

modes = Layout
mode-both = Formulär och sidor bredvid varandra
mode-form = Bara formuläret
mode-pages = Bara sidorna
said-both = Formulär och sidor står bredvid varandra.
said-form = Bara formuläret visas. Sidorna följer med utan att synas.
said-pages = Bara sidorna visas. Klicka på en rad för att ändra den.

## Hur stora sidorna är

zoom = Sidornas storlek
zoom-in = Större sidor
zoom-out = Mindre sidor
zoom-width = Hela bredden
zoom-whole = Hela sidan
zoom-percent = { $percent } %
said-zoom = Sidorna visas i { $percent } %.

## Flera poster på en gång

select = Markera flera
select-hint = Skift och klick, eller Skift och mellanslag, tar med allt däremellan.
select-all = Alla
select-none = Ingen
select-done = Klar med markeringen
selected = { $count ->
    [0] Inget är markerat
    [one] En är markerad
   *[other] { $count } är markerade
}
selected-to = Flytta till …
said-moved-up = { $count ->
    [one] En post har flyttats uppåt.
   *[other] { $count } poster har flyttats uppåt.
}
said-moved-down = { $count ->
    [one] En post har flyttats nedåt.
   *[other] { $count } poster har flyttats nedåt.
}
said-moved-to = { $count ->
    [one] En post har flyttats till { $section }.
   *[other] { $count } poster har flyttats till { $section }.
}
said-hidden = { $count ->
    [one] En post är dold.
   *[other] { $count } poster är dolda.
}
said-shown = { $count ->
    [one] En post visas.
   *[other] { $count } poster visas.
}
said-deleted = { $count ->
    [one] En post är borttagen. Du kan ångra.
   *[other] { $count } poster är borttagna. Du kan ångra.
}

## Tangenter

space = Mellanslag
click = klick
