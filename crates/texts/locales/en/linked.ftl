### One profile, many CVs; and CVs in other languages.

## The dialog

title = Profile and languages
menu-hint = One profile for many CVs; the same CV in another language
lead = Facts that live in one place: correct them there, and each of your CVs is offered the change. Everything is compared here in your browser.
looking = Looking for your profile…
profile-title = Your profile
profile-lead = Everything you have done, for you alone. It cannot be published: make CVs of it.
profile-none = You have no profile yet. This CV can become the first: each of its entries is then linked to it, and nothing in the CV changes.
make-profile = Make a profile of this CV
open-profile = Open the profile
bring = Add what is new here to the profile
make-cv = Make a CV from the profile
make-cv-lead = Choose what this CV is to show. You can word everything otherwise in it, and add more later.
make-cv-yes = Make the CV
cv-language = Language of the new CV
all-or-none = All or none
all-or-none-named = { $name }: all or none
make-variant = The same CV in another language
make-variant-lead = A copy in which you translate, entry by entry. What is not translated is marked, and when this CV changes you see where.
other-language = Translate into
make-variant-yes = Make the copy
kind-profile = Profile

## Marks beside entries

mark-linked = Linked
mark-worded = Own words
mark-changed = Differs
mark-gone = No longer there
mark-untranslated = Not translated

## What is said of an entry

entry-label = Link
entry-same = Linked to your profile. Both say the same.
entry-same-cv = Linked to your other CV. Both say the same.
entry-worded = Linked to your profile, and worded otherwise here.
entry-worded-cv = Linked to your other CV, and worded otherwise here.
entry-changed = Your profile says something new.
entry-changed-cv = Your other CV says something new.
entry-gone = What this was linked to is no longer there. What stands here stays.
untranslated-field = { $texts ->
    [one] Not translated: { $field }
   *[other] Not translated: { $field } ({ $texts } texts)
}
same = The same in both languages
same-named = { $field }: the same in both languages
before = Before:
there = In the profile:
there-cv = In the other CV:
here = Here:
nothing = nothing
take = Use the profile’s
take-cv = Use the other CV’s
take-facts = Take over names and dates
keep = Keep mine
keep-translated = My translation is up to date
give = Change the profile
give-cv = Change the other CV
unlink = Unlink

## The panel

title-profile = Linked to your profile
title-cv = Linked to { $name }
title-missing = Linked to something that is not here
source-gone = It is not in this browser, and not among your saved CVs. What stands here stays as it is.
source-unreachable = It is not in this browser, and the server cannot be reached. What stands here stays as it is.
count-none = Nothing differs
count-changed = { $count ->
    [one] One entry differs
   *[other] { $count } entries differ
}
count-worded = { $count ->
    [one] One entry in your own words
   *[other] { $count } entries in your own words
}
count-gone = { $count ->
    [one] One entry is no longer there
   *[other] { $count } entries are no longer there
}
count-untranslated = { $missing ->
    [0] All { NUMBER($total) } texts are translated
    [one] 1 of { NUMBER($total) } texts is not translated
   *[other] { $missing } of { NUMBER($total) } texts are not translated
}
untranslated-entry = { $name }: { $texts ->
    [one] one text is not translated
   *[other] { $texts } texts are not translated
}
untranslated-heading = The heading “{ $name }” is not translated
given = The profile has it now as here: { $name }.
given-cv = Your other CV has it now as here: { $name }.
given-since = It has been changed there since, and stays as it is.
take-back = Take it back
cvs-differ = { $count ->
    [0] All your CVs say the same as your profile, or are worded otherwise on purpose.
    [one] One CV differs:
   *[other] { $count } CVs differ:
}
entries-differ = { $count ->
    [one] one entry
   *[other] { $count } entries
}
cvs-unreachable = The server cannot be reached. CVs that are only there are not compared.
add-from-profile = Add from profile
add-named = Add { $name }

## What screen readers are told

said-taken = { $name } says what it says there. You can undo.
said-kept = { $name } stays as it is here. You can undo.
said-given = { $name } is changed there. You can take it back.
said-given-back = { $name } is there as it was before.
said-unlinked = { $name } stands alone now. You can undo.
said-same = The text in { $name } counts as translated. You can undo.
said-profile = Your profile is made, and this CV is linked to it.
said-brought = What is new here is in the profile.
said-made = Here is your new CV.
said-variant = Here is the copy to be translated into { $language }.

## Sharing

share-profile-title = A profile is not published
share-profile = Your profile is everything you have done, for you alone. Make a CV from it, and publish that.
