### The site outside the editor.

product = Merit
title = { $page } – Merit
description = Write your CV in the browser and see the finished pages as you write. No account needed. Open source.
skip = Skip to content
to-start = To the start page
create = Create a CV
continue = Go on with your CV
other-language = På svenska
nav-storage = Cookies and storage
footer-label = About this site
footer-license = Open source under AGPL-3.0
edit-title = Write a CV

## The start page

home-title = Write your CV and watch the pages take shape
home-headline = Write your CV. Watch the pages take shape.
home-lead = The finished pages stand beside the form and change with every key you press. When you are happy, download exactly those pages as a PDF.
home-no-account = You need no account.
home-point-private = Nothing leaves your browser until you say so
home-point-private-text = What you write is saved there, and the PDF is made there. Press Save, and it is on the server too, encrypted with a key of its own.
home-point-exact = What you see is your PDF
home-point-exact-text = The same lines and the same page breaks. The text can be selected, searched and read aloud.
home-point-open = Open source
home-point-open-text = See how it works, or run Merit on a server of your own.
home-paper-alt = The first page of a CV made with Merit

## Errors

not-found-title = There is no such page
not-found-text = Check the address, or go to the start page. Your drafts are still in your browser.
too-many-title = Too much at once
too-many-text = Too much was asked from your network in a short time. Try again in { $minutes ->
    [one] a minute
   *[other] { NUMBER($minutes) } minutes
}. Your drafts are still in your browser.
script-off-title = Turn on JavaScript to write
script-off-text = The form and the pages run in your browser, so they need JavaScript and WebAssembly.
browser-old-title = This browser is too old
browser-old-text = Merit needs WebAssembly. Update your browser, or open the page in a newer one.

## The storage page

storage-title = What Merit stores in your browser
storage-lead = Everything below is on your own device, and none of it is there to follow you. Only the cookies are sent to the server, such as the language, so that pages come in the right one, and, once you have saved a CV there, the session that opens it.
storage-where = Place
storage-why = Why
storage-basis = Legal basis
storage-kept = How long
storage-erase = How to remove it
storage-erase-all = Remove everything from here
storage-erase-ask = Remove all drafts and settings?
storage-erase-text = They are removed from this browser. This cannot be undone. What you have saved on the server stays there, with its public page: delete that in the editor first, or keep your owner link.
storage-erased = Everything is removed from this browser
storage-erased-text = Drafts, settings and the language you had chosen are gone from this browser. Files you have downloaded are still yours.
storage-not-erased = Nothing was removed
storage-not-erased-text = Over an address that does not start with https:// a browser lets no site remove what it has stored. Delete the drafts one by one in the editor, or clear this site’s data in the browser’s settings.
storage-readable = Drafts lie readable in the browser’s own storage, not encrypted: whoever can use this browser can read them.
storage-tracking = Merit has no cookies for statistics or advertising and loads nothing from other sites. Almost everything here is needed for what you do; what is optional waits for your answer.
optional = Optional storage
optional-ask = May Merit remember which template you used last?
optional-text = Your next CV then begins with it. Nothing else is stored by a yes, nothing is shared, and a no changes nothing else. Until you answer, only what is necessary is stored.
optional-accept = Accept
optional-decline = Decline
optional-yes = You have accepted. Until you change it, for at most a year, it is stored.
optional-no = You have declined. It is not stored.
optional-unanswered = You have not answered. It is not stored.
optional-gpc = Global Privacy Control, which your browser sends, counts as a no. It is not stored.

## The policy

nav-privacy = Privacy policy
privacy-title = Privacy policy
privacy-version = This version holds from { $date }.
privacy-lead = Merit keeps what you have asked it to keep, and nothing else. As long as you have not pressed Save, your CV is in your own browser.
privacy-who = Who is responsible
privacy-operator-unknown = Whoever runs this server has not said who they are yet. Ask them before you save anything here.
privacy-not = What it does not do
privacy-not-text = No cookies for statistics or advertising, nothing from other sites, no profile of you. The log says which kind of page was asked for and how long it took: no address, no browser, nothing you wrote. Your network address is held in memory for at most an hour, to stop floods of requests.
privacy-rights = Your rights
privacy-rights-text = You see and correct your CV in the editor and take all of it with you under “Download a backup”. When you delete it there, it is deleted from the server as well, with its public page; with the last CV goes the account. For everything else, and if you think that something here is wrong, turn to who is responsible, or to the data protection authority of your country (in Sweden Integritetsskyddsmyndigheten, imy.se).
privacy-age = Saving on the server is for people who are 18 or older.

## Sharing

share-title = Share your CV
share-lead = This is the page as a stranger sees it.
share-copies = You can take the page down at any time, but copies that others have made cannot be called back.
share-shown = Contact details
share-shown-hint = What is not ticked is not in the page, not in its PDF and not in its data.
share-look = Show me
share-address = Address
share-address-hint = 3 to 60 small letters from a to z, digits and hyphens. Choose one that is hard to guess if only those who get it should find it.
share-publish = Publish
share-publish-again = Publish the changes
share-published-current = The page shows your CV as it is saved.
share-published-older = The page shows your CV as it was when you published it, which is not what you see here.
share-unpublish = Take the page down
share-unpublish-text = The address then says that the page is gone. You can publish again.
share-back = Back to your CV
share-preview = Preview of your public page
share-bad-slug = This cannot be an address. Use 3 to 60 small letters from a to z, digits and hyphens.
share-slug-taken = This address is taken. Choose another one.
share-stale = Your CV was changed meanwhile. Look at the page once more, then publish.
share-leaving = Everything of yours is about to be erased, so nothing is published. Keep it first.
share-letter-title = A letter has no public page
share-letter = It is written to somebody, and not for everybody. Download it as a PDF, alone or with the CV.
share-signed-out = This browser may not share that CV
share-signed-out-text = Open the CV with your owner link first. Then press Share.
share-empty = There is nothing in your CV yet. Write something first.

## Public pages

page-gone = This page has been taken down
page-gone-text = The CV that was here is no longer published.

## A shared computer

shared-title = Do you share this computer?
shared-text = Say so here, and nothing that you write is stored in it, only two cookies that go when the browser is closed. Your CV is then in the tab until you save it on the server, and is lost if you close it before.
shared-before = Drafts that are in the browser already stay. Delete them in the editor first, or sign out.
shared-on = This is a shared computer: store nothing in it
shared-off = This is my own computer: store my drafts in it
shared-banner = Nothing is stored in this computer. If you close the tab, what is not saved on the server is lost.

## Signing out

sign-out = Sign out
sign-out-text = This deletes everything that the browser stores for Merit: drafts, settings and the language you chose. What you have saved on the server stays there.
sign-out-unsent = What is not saved on the server yet is lost.
sign-out-editor = Have the editor send it first
sign-out-now = Sign out and remove everything from here
signed-out = You are signed out
signed-out-text = Your drafts and settings are not in this browser any more. What you have saved on the server is still there.
signed-out-kept = But what is stored is still in this browser: on an address that does not start with https:// it lets no site delete it. Clear this site’s data in the browser’s settings.

## Questions about drafts

old-drafts = Drafts from before you signed in
old-drafts-text = This browser has drafts from before you signed in. Shall they come along to your account?
old-drafts-busy = Taking them along …
old-drafts-take = Take along to my account
old-drafts-leave = Leave here
sign-out-busy = Sending what is not saved, and signing out …
sign-out-missing = The server does not have these, or not as they are here:
sign-out-save = Save to my account first
sign-out-anyway = Sign out all the same: they are deleted here
cancel = Cancel

## Without a network, and when a session ends

kept-page = Opened without the network
kept-page-again = Load again
ended = Your session has ended.
ended-member = Keep writing: everything is kept here. Sign in, and what you have written since is sent.
ended-link = Keep writing: everything is kept in this browser. Open your owner link, here or in a new tab, and what you have written since is sent. If you have deleted your CVs on the server, save anew instead.
ended-left = Somebody who did not sign out has drafts in this browser. If it was you, sign in to go on with them.
ended-new-tab = Sign in in a new tab
