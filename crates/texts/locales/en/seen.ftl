### The pages as others see them, and what there is to think about before publishing.

## The choice above the pages

seen-by = Seen by
seen-by-hint = See the pages as others would see them
seen-by-named = Seen by { $name }
me = me
everyone = everyone
anonymous = Anonymous CV
said-me = You see your own pages again.
said = You see the pages as they are seen by { $name }.
said-anonymous = You see the pages without what says who you are.

## What is said while a view is chosen

view-everyone = You see what a new link shows until you choose otherwise. What it hides is marked in the form. Files you download are still complete.
view-anonymous = You see the pages without what says who you are: name, photo, contact details, personal details and links with your name. What you tell in your own words may still give you away. Files you download are still complete.
view-link = You see what “{ $name }” would show if you published now. What it hides is marked in the form. Files you download are still complete.
back = Back to my own view
mark = Hidden in this view
mark-part = Partly hidden in this view

## Before publishing. Each of these is one line of a list.

exposed-detail = Shown: { $detail }, a personal detail few employers need
exposed-phone = Shown: your phone number
exposed-address = Shown: your street address
exposed-email = { $place }: an e-mail address that is not yours. Ask that person before you publish it.
exposed-email-hidden = { $place }: an e-mail address that is not yours. It stays hidden until you confirm that it may be shown.
exposed-others-phone = { $place }: a phone number that is not yours. Ask that person before you publish it.
exposed-others-phone-hidden = { $place }: a phone number that is not yours. It stays hidden until you confirm that it may be shown.
exposed-number = { $place }: a Swedish personal identity number in full. Remove it: nobody needs it to invite you.
exposed-place = { $section }, { $entry }
