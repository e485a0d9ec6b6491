### Accounts: signing up and in, settings, My CVs, and who runs the server.

or = or
go-on = Go on
email = E-mail address
password = Password
new-password = New password
new-password-again = The same once more
code = Code
role = Role

## Signing up and in

sign-up-title = Create an account
sign-up-lead = Your CVs are kept on the server, encrypted with a key of your own, and you open them from any device. What you have written in this browser comes along.
sign-up-button = Create an account
sign-up-next = We send a letter with a link. Behind it you choose your password.
have-account = You have an account already?
declare-adult = I am 18 or older.
declare-policy-before = I have read the
declare-policy-link = privacy policy
sign-in-title = Sign in
sign-out = Sign out
sign-in-button = Sign in
shared = This is a shared computer
shared-hint = Then nothing is kept in this browser: not your CVs, and not that you are signed in once it is closed. Otherwise your drafts lie readable in the browser’s own storage, as files do on a disk.
forgot = Forgotten your password?
no-account = No account yet?
passkey-sign-up = Create an account with a passkey alone
passkey-sign-in = Sign in with a passkey
passkey-prove = Use a passkey
code-title = One more step
code-lead = Type the code that your app shows, or one of your recovery codes.
prove-title = Is it you?
prove-lead = What you are about to do matters. Show once more that it is you.
reset-title = Choose a new password
reset-lead = We send a letter with a link to your address.
reset-button = Send the letter
check-mail-title = Look in your mail
check-mail-text = If the address can be used, a letter is on its way to it.
check-mail-late = It should be there in a few minutes; look among the unwanted mail too. If none comes, check the address and try again.
choose-title = Your address is confirmed
choose-again-title = Choose a new password
choose-lead = At least 8 characters. Three or four words that do not belong together are hard to guess and easy to keep.
choose-button = Save the password and go on
gone-title = This link is not good any more
confirm-email-title = Confirm your new address
confirm-email-button = This is my address
set-up-title = Set Merit up
set-up-lead = This account administers the server. It needs a second factor, which comes next.
set-up-button = Create the account

## What went wrong

problem-address = This is no e-mail address. Write it as name@example.com.
problem-declared = Every box has to be ticked: that you are 18 or older, that you have read the policy, and that you accept the terms.
problem-invitation = This invitation was used or has expired. Ask for another one.
problem-only-invited = Accounts are made by invitation here. Open the link that you were sent.
problem-closed = No accounts are made here at the moment. You can write and download your CV without one.
problem-sign-in = Address and password do not belong together. Check both, or choose a new password.
problem-password = That is not the password.
problem-code = That is not the code of this moment. Wait for the next one, or use a recovery code.
problem-reset-first = Your password has to be another one before anybody signs in. A letter with a link is on its way to you.
problem-too-late = That took too long. Sign in once more.
problem-short = At least 8 characters, please.
problem-long = At most 256 characters, please.
problem-common = Many people have this password, so it is tried first. Choose another one.
problem-guessable = This password is easy to guess. Make it longer, or use words that do not belong together.
problem-differ = The two are not the same. Type the password once more.
problem-gone = This link was used or has expired. Ask for another letter.
problem-taken = This address has an account already. Sign in instead.
problem-needs-factor = Your role needs a second factor. Set one up here first.
problem-no-member = No member has this address.
problem-last-administrator = This is the last administrator. Give the role to somebody else first.
problem-not-erased = Tick the box if you are sure.
problem-passkey = That did not work. Try again, or sign in another way.

problem-no-passkeys = Passkeys need HTTPS and a name for the site, and this server has neither here. Use a password.
problem-last-way-in = This is your only way in, or the second factor that your role needs. Add another one first.
problem-full = There is no room for more. Empty the bin, or remove what you do not need.

## What was done

done-password-reset = Your password is changed, and every browser is signed out. Sign in with the new one.
done-password-changed = Your password is changed, and all other browsers are signed out.
done-email-asked = A letter is on its way to the new address. It is in force when you have followed its link.
done-email-changed = Your address is changed.
done-second-factor-off = The second factor is removed.
done-session-ended = That browser is signed out.
done-moved = What you had saved with an owner link is in your account now. The link no longer opens it.
done-not-moved = What you had saved with an owner link did not fit into your account and is where it was: its link still opens it.
done-compromised = Every browser is signed out, your public pages are down, and nobody signs in before the password is another one. A letter with a link is on its way.
done-passkey-added = The passkey is added.
done-passkey-removed = The passkey is removed.
done-role-changed = The role is changed. It counts from the next time they sign in.
done-set-up = The account is made. Set up its second factor now.

## Settings

account-title = Account
email-none = No address: you sign in with a passkey.
email-change = Change the address
email-new = New address
email-change-text = The new address gets a letter with a link, and the one until now is told.
email-change-button = Send the letter
password-change = Change the password
password-add = Choose a password
password-change-text = All other browsers are signed out.
password-needs-email = A password needs an address. Add one first.
second-factor = Second factor
second-factor-off = Off. With it, nobody gets in who has your password alone.
second-factor-on = On. Recovery codes left: { $codes }
second-factor-set-up = Set up a second factor
second-factor-remove = Remove the second factor
recovery-renew = Make new recovery codes
recovery-title = Your recovery codes
recovery-lead = Each lets you in once if you have lost your app. Keep them where others do not look; they are not shown again, and earlier ones are void.
recovery-kept = I have kept them
totp-lead = Scan the picture with an app for one-time codes, then type the code that it shows.
totp-picture = QR code for the app
totp-by-hand = Or type this into the app:
totp-button = Turn it on
passkeys = Passkeys
passkeys-text = A passkey is kept by your device and opened with your finger, your face or its code. Nobody can guess it or coax it out of you.
passkeys-script = To add one, turn on JavaScript.
passkey-name = Name, such as the device
passkey-add = Add a passkey
passkey-remove = Remove
passkey-used = Added { $added }, last used { $used }
passkey-unused = Added { $added }, not used yet
devices-link-text = See which browsers are signed in, who has tried, and sign them out.
devices-link = Browsers and sign-ins
declared-title = What you have declared
declared = 18 or older: { $adult }. Policy of { $version } read: { $read }.

## Browsers and attempts

devices-title = Browsers and sign-ins
devices-lead = These browsers act for your account. Sign out what you do not know.
this-browser = this one
device-times = Signed in { $since }, last used { $used }
browser-on-system = { $browser } on { $system }
browser-unknown = A browser that does not say what it is
end-session = Sign out
end-others = Sign out all others
compromised-title = Was somebody else in your account?
compromised-text = One press signs every browser out, takes your public pages down, has nobody sign in before you have chosen a new password, and tells those who run this server.
compromised-button = My account is compromised
attempts-title = Sign-ins
attempts-lead = Of the last { $days } days, at most 100, those refused too.
when-utc = When (UTC)
how = How
from-where = With
outcome = Outcome
by-password = Password
by-second-factor = Second factor
by-passkey = Passkey
by-mail = Link in a letter
outcome-done = Signed in
outcome-refused = Refused

## My CVs

cvs-title = My CVs
cvs-new = New CV
cvs-new-letter = New letter
cvs-letter-for = Write a letter
cvs-letter = letter
cvs-search = Search
cvs-none = Nothing is saved in your account yet. Write a CV, then press Save.
cvs-none-found = No CV has these words.
cvs-photos = Photos: { $photos } of the { $most } that there is room for.
cvs-photos-unnamed = In no CV any more, but perhaps in earlier versions: { $photos }. They take room until those versions are gone.
cvs-changed = Changed { $day }
cvs-public = public
cvs-share = Share
cvs-duplicate = Duplicate
cvs-rename = Rename
cvs-name = Name
cvs-bin = To the bin
cvs-untitled = Without a name
cvs-copy = { $name } (copy)
bin-title = Bin
bin-lead = Public pages of what is here are down. After 30 days it is deleted for good.
bin-days = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
bin-restore = Bring back
bin-delete = Delete for good
bin-delete-sure = Yes, delete it now

## Those who run the server

admin-title = Administration
admin-new-link = This link is shown once. Hand it over in a safe way:
invitations-title = Invitations
invitation-make = Make an invitation
invitation-until = good until { $day }
invitation-withdraw = Withdraw
cases-title = Security cases
cases-none = There are none.
case-compromised = “My account is compromised”
case-opened = opened { $time }
case-closed = , closed { $time }
case-close = Close
reset-links-title = Link for a new password
reset-links-text = For somebody whom letters do not reach. Make sure that it is them: whoever has the link has the account, unless it has a second factor. It is noted in the audit log.
reset-links-button = Make a link
roles-title = Roles
roles-text = Whoever gets or loses a role is signed out everywhere.
roles-button = Give the role
role-member = Member, no role
role-support = Support
role-privacy-officer = Privacy officer
role-administrator = Administrator
audit-title = Audit log
audit-text = What was done with accounts and keys, and by whom. That you read it is noted in it.
audit-lead = The newest first, at most 100. Persons are pseudonyms: the same one is the same person.
audit-number = No.
audit-action = What
audit-actor = By
audit-subject = About
