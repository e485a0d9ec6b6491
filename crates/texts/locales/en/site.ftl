### The site outside the editor.

product = Merit
title = { $page } – Merit
description = Write your CV in the browser and see the finished pages as you write. No account needed. Open source.
skip = Skip to content
to-start = To the start page
create = Create a CV
continue = Go on with your CV
other-language = På svenska
nav-storage = Storage
footer-license = Open source under AGPL-3.0
edit-title = Write a CV

## The start page

home-title = Write your CV and watch the pages take shape
home-headline = Write your CV. Watch the pages take shape.
home-lead = The finished pages stand beside the form and change with every key you press. When you are happy, download exactly those pages as a PDF.
home-no-account = You need no account.
home-point-private = Nothing leaves your browser
home-point-private-text = What you write is saved there, and the PDF is made there. If your browser cannot make the PDF, you are asked whether the server may.
home-point-exact = What you see is your PDF
home-point-exact-text = The same lines and the same page breaks. The text can be selected, searched and read aloud.
home-point-open = Open source
home-point-open-text = See how it works, or run Merit on a server of your own.
home-paper-alt = The first page of a CV made with Merit

## Errors

not-found-title = There is no such page
not-found-text = Check the address, or go to the start page. Your drafts are still in your browser.
script-off-title = Turn on JavaScript to write
script-off-text = The form and the pages run in your browser, so they need JavaScript and WebAssembly.
browser-old-title = This browser is too old
browser-old-text = Merit needs WebAssembly. Update your browser, or open the page in a newer one.

## The storage page

storage-title = What Merit stores in your browser
storage-lead = Everything below is on your own device, and none of it is there to follow you. Only the language cookie is sent to the server, so that pages come in the right language.
storage-where = Place
storage-why = Why
storage-basis = Legal basis
storage-kept = How long
storage-erase = How to remove it
storage-erase-all = Remove everything from here
storage-erase-ask = Remove all drafts and settings?
storage-erase-text = They are removed from this browser. This cannot be undone.
storage-erased = Everything is removed from this browser
storage-erased-text = Drafts, settings and the language you had chosen are gone from this browser. Files you have downloaded are still yours.
storage-not-erased = Nothing was removed
storage-not-erased-text = Over an address that does not start with https:// a browser lets no site remove what it has stored. Delete the drafts one by one in the editor, or clear this site’s data in the browser’s settings.
storage-tracking = Merit has no cookies for statistics or advertising and loads nothing from other sites. That is why there is no box to accept.
