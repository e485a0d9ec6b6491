### Being erased: what goes, what stays, and the report about it.

title = Erase everything
account-text = CVs, public pages and everything else in it. You see what goes and what stays before you decide.
account-link = Erase the account
account-asked = This account will be erased on { $day }.
account-asked-link = Look at it, or keep the account
storage-text = What you have saved on the server, with its public pages, can be erased as well.
storage-link = Erase what is on the server

## Before

lead = This is everything that this server has of you. Download what you want to keep first.
goes-title = What goes
goes-text = All of it is deleted, and the key that it is encrypted with is destroyed. What is left in a backup nobody can read without that key.
stays-title = What stays for a time
stays-text = Nothing of it has your name, your address or anything that you wrote.
stays-held-text = Apart from what is held below, nothing of it has your name, your address or anything that you wrote. What is held is encrypted with a key of its own, which is destroyed when that ends.
column-what = What
column-count = How many
column-why = Why
column-until = Until
uncounted = not known
browser-text = Copies that your browsers keep are yours. Remove them under
when-now = It is done at once and cannot be undone.
when-later = { $days ->
    [one] It is done after one day. Until then you can change your mind. Your public pages are down at once, and do not come back by themselves.
   *[other] It is done after { $days } days. Until then you can change your mind. Your public pages are down at once, and do not come back by themselves.
}
link-label = Your owner link
link-hint = Paste it once more, so that nobody else who sits at this browser can erase what is yours. You got it when you saved for the first time. If you have lost it, delete your CVs one by one in the editor: with the last one everything is erased at once.
link-wrong = This is not the owner link of what is saved here.
sure = I am sure.
button-now = Erase everything now
button-later = { $days ->
    [one] Erase everything in one day
   *[other] Erase everything in { $days } days
}

## While it waits

waiting-title = Everything will be erased
waiting-text = It is done on { $day } at { $time } (UTC). Your public pages are down. You can still open and download your CVs.
waiting-keep-text = If you have changed your mind, keep everything: only the public pages have to be published anew.
waiting-keep = Keep everything
waiting-sign-in = To keep everything, sign in or open your owner link.
waiting-open = See what will be erased
report-link-text = { $days ->
    [one] Keep this address. When it is done you get a signed report there, for one day.
   *[other] Keep this address. When it is done you get a signed report there, for { $days } days.
}
kept = Everything stays. Publish your pages anew if you want them back.

## Afterwards

done-title = Everything is erased
done-text = It was erased on { $day }, and the key is destroyed. This report has no personal data in it, only a random number, and is signed by the server.
done-number = Report number
done-download = Download the report
done-verify = To check it later, without this server: merit verify report.json --key key.json. The key is published at
done-until = It can be fetched here until { $day }.
unknown-title = Nothing is here
unknown-text = This erasure was called off, its report has had its time, or the address is not whole.

## Kinds that go

gone-document = CVs, those in the bin too
gone-photo = Photos
gone-publication = Public pages, those taken down too
gone-document-batch = Marks of saved changes
gone-document-version = Earlier versions of CVs
gone-account = The account, with what you declared
gone-person-key = The key that everything is encrypted with
gone-owner-link = Owner links
gone-login = Address, password and second factor
gone-passkey = Passkeys
gone-recovery-code = Recovery codes
gone-session = Browsers that are signed in
gone-sign-in = Attempts to sign in
gone-sign-in-place = Where attempts to sign in came from
gone-ticket = Links in letters that were not used
gone-mail = Letters that wait to be sent
gone-security-case = Security cases
gone-staff = Your role
gone-consent = What you agreed to, and when
gone-acceptance = What you accepted and read
gone-personal-detail = Personal details
gone-publication-detail = Personal details on public pages
gone-standing = Limits that you set
gone-residence = Where you live
gone-export = Copies of everything
gone-export-part = Pieces of those copies
gone-erasure = The request to be erased

## Kinds that stay

kept-audit = Lines of the audit log
kept-audit-why = So that it can be shown what was done and when. You stand there as a pseudonym that leads to nobody any more.
kept-ledger = A line in the ledger of erasures
kept-ledger-why = So that no backup brings you back. It is a checksum and a day.
kept-backups = Encrypted backups
kept-backups-why = So that the server comes back after a fault. Backups of the keys are kept for so long at most; without your key nobody can read the rest.
kept-report = The report of the erasure
kept-report-why = So that you can fetch it. Nothing in it is about you.
kept-consent = Proofs of what you agreed to
kept-consent-why = So that it can be shown that you agreed (GDPR, Article 7(1)). They are checksums: who does not know your address already, and ask for it, learns nothing from them.
kept-hold-review = for as long as it is needed, which is looked at again on { $day }
held = Held: { $what }
held-claim-why = A legal claim needs it (GDPR, Article 17(3)(e)).
held-duty-why = The law asks for it (GDPR, Article 17(3)(b)).
held-order-why = An authority or a court has ordered it (GDPR, Article 17(3)(b)).
held-own-request-why = You have asked for it, because of a claim of your own (GDPR, Article 18(1)(c)).
