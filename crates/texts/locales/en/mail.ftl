### Letters: what has happened, what you can do, and what to do if it was not you.
### Subjects do not begin with who sends them: that stands beside them already.

## In every letter

footer = This message was sent automatically by Merit at { $site }. It cannot be replied to.
link-text = If the button does not work, copy the link:
link-days = { $days ->
    [one] The link works once and expires after one day.
   *[other] The link works once and expires after { $days } days.
}
time = { $day } { $month } { $year }, { $hour }:{ $minute } (UTC)
open-account = Open your account
choose-password = Choose a new password
open-policy = See who runs the site

## Confirm the address of a new account

confirm-sign-up-subject = Confirm your e-mail address
confirm-sign-up-text = Someone, probably you, wants to create an account at Merit with this address. Confirm that it is yours to go on.
confirm-sign-up-button = Confirm the address
confirm-sign-up-not-you = If it was not you, you can ignore this message. Nobody can use your address unless it is confirmed.

## The address has an account already

already-member-subject = You already have an account
already-member-text = Someone, probably you, wanted to use this address for an account at Merit. It has an account already, so nothing has changed. Sign in, or choose a new password if you have forgotten yours.
already-member-button = Sign in
already-member-not-you = If it was not you, you can ignore this message. Your account is as it was.

## A new password

reset-password-subject = Choose a new password
reset-password-text = Someone, probably you, has asked to choose a new password for your account at Merit.
reset-password-not-you = If it was not you, you can ignore this message. Your password still works, and nobody can change it without the link.

## Confirm a new address

confirm-email-subject = Confirm your new e-mail address
confirm-email-text = Someone, probably you, wants to use this address for their account at Merit. It is changed once you have confirmed that the address is yours.
confirm-email-button = Confirm the address
confirm-email-not-you = If it was not you, you can ignore this message. Nothing changes unless you confirm.

## To the old address

email-changing-subject = Someone wants to change your e-mail address
email-changing-text = Someone, probably you, has asked to change the e-mail address of your account at Merit to { $to }. It is changed once the new address has been confirmed. Until then this one applies.
email-changing-not-you = If it was not you, someone else is in your account. Open it at once and report that it has been taken over.
email-changed-subject = Your e-mail address has been changed
email-changed-text = Your account at Merit has a new e-mail address, so we will not write to this one again.
email-changed-not-you = If it was not you, contact whoever runs the site at once.

## The account

password-changed-subject = Your password has been changed
password-changed-text = The password of your account at Merit has been changed, and all other devices have been signed out.
password-changed-not-you = If it was not you, choose a new password at once, then report in your account that it has been taken over.
new-device-subject = New sign-in to your account
new-device-text = Someone, probably you, has signed in to your account at Merit from a browser that has not been used there before.
new-device-browser = Browser: { $browser }
new-device-system = Operating system: { $system }
new-device-time = Time: { $time }
new-device-unknown = unknown
new-device-not-you = If it was not you, open your account at once, change your password and report that it has been taken over.
second-factor-changed-subject = Your way to sign in has been changed
second-factor-changed-text = A passkey, an authenticator app or recovery codes were added to or removed from your account at Merit.
objected-subject = You have objected to what protects your account
objected-text = From now on Merit notes no attempts to sign in to your account and writes no letter about a new browser, because you have objected to it. You can take the objection back whenever you like.
objected-not-you = If it was not you, open your account at once, take the objection back, change your password and report that it has been taken over.
open-my-data = Open My data
second-factor-changed-not-you = If it was not you, open your account at once, change your password and report that it has been taken over.
compromised-subject = Your account has been reported as taken over
compromised-text = Your account at Merit has been reported as taken over. All devices have therefore been signed out, your public pages are down and your old password no longer works. Choose a new password to get back in. Your CVs are still there.
compromised-not-you = If it was not you, someone else has been in your account. Choose a new password, and only you are in.
invitation-subject = You are invited to Merit
invitation-text = You are invited to create an account at { $site }. Merit is a tool for writing CVs.
invitation-button = Create an account
invitation-not-you = If you do not want an account, you can ignore this message.
policy-change-subject = The privacy policy changes
policy-change-text = From { $day } another version of the privacy policy holds. What changes stands on the page below, and nothing of it holds before that day.
policy-change-renew = From { $day } another version of the privacy policy holds, and something that you have agreed to changes with it. If you do not agree anew before that day, your consent ends then, and what was kept by it is deleted. All else stays as it is.
policy-change-button = See what changes
policy-change-leave = If you would rather leave, the same page lets you take a copy of everything with you and then erase the account. If the change is all right you need not do anything.

account-erased-subject = Your account has been deleted
account-erased-text = Your account at Merit and everything in it have been deleted. They cannot be brought back. We no longer have your address, so this is the last message.
account-erased-not-you = If it was not you, contact whoever runs the site.
erasure-asked-subject = Your account will be erased
erasure-asked-text = Your account at Merit and everything in it will be erased on { $time }, as someone, probably you, has asked. Your public pages are down already. Behind the link is a signed report once it is done.
erasure-asked-button = See what becomes of it
erasure-asked-not-you = If it was not you, or if you have changed your mind, open your account before then and keep it. If it was not you, change your password too.
link-ending-subject = A link to your CV ends soon
link-ending-text = One of the links to your CV works until { $time }. Then its page is gone for those who have the address. If you want it to stay, choose another end.
link-ending-button = See your links
link-ending-not-you = If you want it to end, you have nothing to do.
