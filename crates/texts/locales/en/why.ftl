### Why a field of a form asks for something about somebody. Each goes on “Why we ask:”
### and ends without a full stop; whether it is needed and how long it is kept follows.

need-not-changed = Needed: without it all stays as it is.
need-not-opened = Needed: without it the page stays closed.
kept = Kept { $kept }
not-kept = It is looked at once and not kept.

## Accounts

sign-up-email = you sign in with it, and letters about your account go there
sign-in-email = your account is found by it
sign-in-password = it shows that the account is yours; a passkey does so too
new-password = nobody else is to sign in as you; only a hash of it is kept, encrypted
sign-in-code = it shows that you have your second factor, so that a password alone opens nothing
first-code = it shows that your app makes the right codes before they are asked for
reset-email = the link with which you choose another password goes there
new-email = from then on you sign in with it and get your letters there
passkey-name = so that you can tell your passkeys apart
owner-link = it shows that you are the one who saved it, before all of it is erased
residence = so that the law of that place counts too, with the time limits that it gives you
place-of-law = the page shows the law of that place

## Requests and reports

case-matter = so that the right rules and the right time limit apply
case-email = the answer goes there, and a code shows that it is yours
case-text = what you write makes it easier to find and answer what you mean
named-name = CVs are searched for it
named-phone = it tells you from others of the same name
named-page = if you have seen the page, it is looked at first
case-number = your request is found by it
case-code = it shows that the letter has reached you
report-reason = so that it is judged by the right rule
report-text = whoever looks at the page needs to know what you mean
report-email = you are told what came of it

## CVs and public pages

link-name = so that you know whom you gave which link; nobody else sees it
link-slug = it is the address of your page, and all who have it can read it
link-password = only those whom you tell it can open the page
page-password = the owner of this page shows it only to those who have it
cv-name = so that you find the CV in your list; it is not on the page
version-name = so that you find the version again

## The editor

editor-title = Why the editor asks for what it asks for
editor-lead = Nothing has to be filled in, and nothing leaves your browser until you save, share or send it. Sections such as work and education hold what you want to be known for. Personal details, nationality among them, have their reasons beside them in the editor, one by one, and are kept only if you agree.
editor-link = Why we ask for this
name = whoever reads the CV wants to know whose it is
occupation = it says in a word what you do or look for
email = so that an employer can write to you
phone = so that an employer can call you
web-address = if work of yours can be seen there
address = employers want to know how far from the work you live; a town is usually enough
photo = it is usual in some countries; many employers prefer to do without
profiles = readers can see more of you there
driving-licence = some work needs one
referee = employers may want to ask somebody who knows your work; ask that person first
