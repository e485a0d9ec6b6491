### The links of a CV: the list, a page for each, and what stands before one with a password.

lead = Give each person a link of their own if you like: with their own end, their own password and what you want them to see. Nobody finds a link who was not given it.
new = New link
to-links = All links
change = Change
open = Open the page
copy = The address, to be copied
former = Old addresses that lead here: { $addresses }
revoke = Take down
revoke-all = Take all of them down
revoke-all-hint = Every page of this CV is gone at once, and its address says so.
state-open = Public, without an end
state-open-until = Public until { $day }
state-ended = Ended on { $day }
state-withdrawn = Taken down
fact-locked = Password
fact-indexed = Search engines may list it
fact-no-files = No files
publish-anew = Publish it again
publish-again-hint = The address stays, and shows this from now on.
publish-ended-hint = The address then works for twelve months more, or for as long as you say below.
publish-withdrawn-hint = The address works again, and shows this. What it hid before is hidden again, but personal details and other languages are not shown until you choose them. Look it through.
published-on = Published on { $day }.
shows = What it shows
differs = What differs
differs-photo = The photo is another one
differs-details = Personal details are others
differs-variants = The CV in another language was changed
settings = The link
save = Save
save-hint = What the page shows stays as it is.
end = Take it back
delete = Delete the link
delete-hint = As if it had never been there: the address says nothing any more, and somebody else may take it.
qr = QR code
qr-alt = QR code with the address of the page
qr-hint = For paper: whoever scans it opens the page.

## What is shown

contacts = Telephone numbers and e-mail addresses of other people, such as referees. I have their consent to it.
anonymous-title = Anonymous
anonymous = Hide who I am: no name, photo, contact details or links that name me
anonymous-hint = Look at the page: what you have written about yourself in your own words can still tell who you are.
places = Hide sections or entries
variants = In other languages too
variants-hint = They have the same address with the language behind it. What is hidden here is hidden there, and personal details are only in this CV’s own language.
variant-look = Show me
warnings = Before you publish

## What is said of a link

name = Name
name-hint = Only you see it. Such as “Volvo” or whom you give the link to.
ends = Ends
ends-keep = on { $day }, as now
ends-never = not by itself, as now
ends-months = { $count ->
    [one] in a month
   *[other] in { $count } months
}
ends-day = on a day of your choice
ends-day-label = Last day
ends-hint = Two weeks before, you get a letter if you have an account with an e-mail address. Days end at midnight UTC.
password = Password (optional)
password-hint = Whoever opens the link has to enter it. You cannot see it here later, so note it. Do not send it together with the link.
password-new = New password (optional)
password-new-hint = The link has a password. With a new one, those who have opened the page with the old one have to enter the new.
password-none = Remove the password
others = Others
index = Search engines may list the page
no-files = Offer no PDF and no other files
no-files-hint = Whoever sees the page can still print or copy it.
code = QR code in the PDF
code-hint = At the lower right of the last page, where there is room: whoever has the CV on paper scans it and opens the page. Only in this link’s PDF.
code-no-room = The last page has no room for it.
code-alt = QR code: { $address }

## What was done

done-created = The link is there. Copy its address and give it to whom you like.
done-published = Published. The page shows this from now on.
done-saved = Saved.
done-revoked = The page is taken down.
done-deleted = The link is deleted.
done-all-revoked = All pages of this CV are taken down.

## What was not

reserved-slug = This address could be taken for one of ours. Choose another one, without a hyphen at either end or two in a row.
too-many-links = This CV has as many links as it can have. Delete one first.
too-many-addresses = This link has had as many addresses as it can have. Make a new link instead.
same-language = Choose at most one CV of each language, and none in the language of this one.
bad-day = Choose a day after today and within five years.

## A page with a password

locked-title = This page has a password
locked-lead = Whoever gave you the link can tell you what it is.
locked-password = Password
locked-open = Open the page
locked-wrong = That is not the password. Look whether it is written exactly as you got it.
locked-cookie = A cookie remembers for twelve hours at most that you have entered it, and goes when you close the browser.

## Elsewhere

stored-pass = For each page whose password was entered here: until when it opens without it, and a checksum. It does not tell who you are. The page opens for twelve hours, and until the browser is closed.
gone-publication-slug = Addresses that public pages had before
table-publication-slug = Addresses that your public pages had before
label-link-name = What you call a link, such as whom it is for
label-link-password = A checksum of a public page’s password
label-link-choice = What you chose for a public page
label-opened-link = That the password of a page was entered
