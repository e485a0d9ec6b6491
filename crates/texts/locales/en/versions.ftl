### What a saved CV was before: the list of versions, and two of them side by side.

title = Versions
title-of = Versions of “{ $name }”
lead = While you write, what your CV was before is kept: every ten minutes of the last day, then the last of each day for a month, and the last of each week for a year. A version that you name stays as long as the CV.
private = Versions are encrypted as your CV is, and nobody else sees them. Personal details are in none of them.
to-editor = Back to the editor
to-versions = Back to the versions
time = { $time } UTC
now = As it is now
none = There is no version yet. One is kept when you go on writing ten minutes after the last, before much is changed at once, and whenever you ask for it here.
list = Earlier
changes-since = { $count ->
    [0] no change that can be seen since the version before
    [one] { $count } change since the version before
   *[other] { $count } changes since the version before
}
why-time = kept while you were writing
why-much = kept before much was changed at once
why-restore = kept before another version took its place
why-asked = kept because you asked for it
stays = stays as long as the CV
goes = goes on { $day } at the latest
take-title = Keep what it is now
take-name = Name (optional)
take-hint = Such as “As sent to Volvo”.
take = Keep this version
compare-title = Compare two
compare-hint = Choose an older and a newer one in the list.
compare = Compare
compare-now = Compare with now
compare-these = Compare with now: { $version }
side-old = Older
side-new = Newer
side-of = side: { $version }
name-button = Name
name-label = Name
name-hint = With a name it stays as long as the CV; without one it goes in its time.
name-save = Save the name
restore = Go back to this
restore-text = Your CV becomes what it was on { $time }. What it is now is kept as a version first, so that you can come back to it. Personal details stay as they are shown now, and a public page stays as it is until you publish again.
restore-yes = Yes, go back
delete = Delete
delete-text = This version is deleted for good. Your CV stays as it is.
delete-yes = Yes, delete it
said-kept = The version is kept.
said-named = The name is saved.
said-restored = Your CV is what it was. What it was until now is kept below.
said-same = Nothing was changed: your CV is like that already.
said-deleted = The version is deleted.
full = So many versions already stay with this CV that there is no room for one more. Delete one, or take its name away.
too-large = Nothing was changed: with the personal details that your CV shows now, that version is larger than a CV may be. Take personal details out of the CV in the editor, and then go back to the version again.
missing-title = There are no versions here
missing-text = Versions are kept of a CV that is saved on the server. If yours is in this browser alone, open it in the editor and press Save. If it is saved, sign in or open it with your owner link first.

## Two versions

differ-title = What differs
differ-lead = From { $old } to { $new }.
differ-count = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
differ-none = Nothing that can be seen.
pages-title = On the pages
pages-hint = A bar beside a line marks that it reads otherwise on the other side.
pages-old = Older: { $version }
pages-new = Newer: { $version }
bar = Reads otherwise

place-document = The whole CV
place-basics = Contact details
place-entry = { $section }: { $entry }
added = Added
added-entries = { $count ->
    [one] Added, with { $count } entry
   *[other] Added, with { $count } entries
}
removed = Removed
moved = Moved
hidden = Hidden
shown = Shown again
paging = Pages break around it otherwise
column = Stands in another column
labelled = { $label }:
from-to = { $old } → { $new }
empty = nothing
usual-heading = the usual heading
heading = Heading
set = ticked
unset = not ticked
form = the same words, but bold, italics, links or lists are otherwise
piece-gone = taken out:
piece-new = put in:
language = Language
paper = Paper
template = Template
look-page-numbers = Page numbers are otherwise
look-running-name = The name on later pages is otherwise
look-size = Text is larger or smaller
look-spacing = Lines are closer or farther apart
look-margins = Margins are wider or narrower
look-accent = Another accent colour
look-fonts = Other fonts
look-icons = Icons are otherwise
look-dates = Dates are written otherwise
look-levels = Levels are shown otherwise
photo = Photo
photo-added = added
photo-removed = removed
photo-replaced = another picture
photo-hidden = hidden
photo-shown = shown again
photo-shape = another shape
