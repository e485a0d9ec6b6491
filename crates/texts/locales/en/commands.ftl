### The list of everything that can be done, and how the editor is arranged.

## The palette

title = Commands
open = All commands
search = What do you want to do?
found = { $count ->
    [0] Nothing like that
    [one] One command
   *[other] { $count } commands
}
none = Nothing is called that. Try another word, in English or Swedish.

## What commands are about. It stands before their names.

about-edit = Edit
about-go = Go to
about-add = Add
about-add-section = Add section
about-hide = Hide section
about-show = Show section
about-looks = Looks
about-files = File
about-share = Keep and share
about-view = View
about-help = Help

## Names, where nothing else in the editor has one already

entry-up-named = Move up: { $name }
entry-down-named = Move down: { $name }
fit = { $pages ->
    [one] Fit on one page
   *[other] Fit on { $pages } pages
}
theme-system = Colours as the device has them
theme-light = Light colours
theme-dark = Dark colours
select-range = Select everything in between
link-selected = Link the selected words
with-selection = in a text, with words selected

## How form and pages are arranged

modes = Arrangement
mode-both = Form and pages side by side
mode-form = Form alone
mode-pages = Pages alone
said-both = Form and pages are side by side.
said-form = The form is alone. The pages follow unseen.
said-pages = The pages are alone. Click a line to change it.

## How large the pages are

zoom = Size of the pages
zoom-in = Larger pages
zoom-out = Smaller pages
zoom-width = Fit width
zoom-whole = Whole page
zoom-percent = { $percent }%
said-zoom = The pages are shown at { $percent }%.

## Several entries at a time

select = Select several
select-hint = Shift and click, or Shift and the space bar, takes everything in between.
select-all = All
select-none = None
select-done = Done selecting
selected = { $count ->
    [0] Nothing is selected
    [one] One is selected
   *[other] { $count } are selected
}
selected-to = Move to …
said-moved-up = { $count ->
    [one] One entry has moved up.
   *[other] { $count } entries have moved up.
}
said-moved-down = { $count ->
    [one] One entry has moved down.
   *[other] { $count } entries have moved down.
}
said-moved-to = { $count ->
    [one] One entry has moved to { $section }.
   *[other] { $count } entries have moved to { $section }.
}
said-hidden = { $count ->
    [one] One entry is hidden.
   *[other] { $count } entries are hidden.
}
said-shown = { $count ->
    [one] One entry is shown.
   *[other] { $count } entries are shown.
}
said-deleted = { $count ->
    [one] One entry is deleted. You can undo.
   *[other] { $count } entries are deleted. You can undo.
}

## Keys

space = Space
click = click
