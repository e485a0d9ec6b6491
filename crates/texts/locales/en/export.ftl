### The copy of everything: its page, and the page in it.

title = A copy of everything
lead = You can take with you everything that is kept of you here: your CVs in forms that you and other programs can read, your photos and public pages, and what the server has noted about your account. It comes as one ZIP file, with a page in it that says what is kept, why, and until when.
link-text = Everything that is kept of you here, as one file for you to keep.
ask = Make a copy of everything
ask-again = Make a new copy
underway = Your copy is being made
waits = It will be begun in a moment.
progress = { $done } of { $total } steps are done.
reloads = This page loads itself anew until the copy is ready. You can leave it and come back.
still = Keep this page as it is
look = Look whether it is ready
stop = Stop making it
ready = Your copy is ready
ready-text = It shows what was kept on { $asked } (UTC), can be downloaded until { $until }, and is { NUMBER($kilobytes) } kB large.
download = Download the copy
care = Everything in it can be read by whoever has the file. Keep it where nobody else gets at it, and not on a computer that others use.
delete = Delete the copy here
full = There was no room for your copy on this server, and nothing of it was kept. Try again later, or write to whoever runs this server.
failed = Your copy could not be made, though it was tried several times. Try again. If that fails too, write to whoever runs this server.

## The page in the copy

held-title = Everything that is kept of you
held-lead = This is what the server kept of you on { $asked } (UTC). The same is in the files beside this page, for programs to read: each table as JSON in the folder “data” and as CSV in the folder “csv”. Times are in UTC.
held-privacy = Anybody who has this file can read it.
held-none = Nothing is kept here.
held-more = { $count ->
    [one] One row more is in the files.
   *[other] { $count } rows more are in the files.
}
held-why = Why, and until when
held-data = Data
held-without = Kept, but not in this copy
held-without-text = Checksums, encrypted secrets and technical marks that are of no use to anybody but this server.
held-files = The files
held-size = Bytes
held-manifest = What each file’s SHA-256 checksum is says manifest.json.
held-missing = These files could not be made:

## Tables

table-account = Your account
table-session = Browsers that may act for you
table-owner-link = Owner links
table-document = Your CVs
table-document-batch = Saves that were taken
table-document-version = Earlier versions of your CVs
table-photo = Your photos
table-publication = Your public pages
table-login = How you sign in
table-recovery-code = Recovery codes
table-passkey = Passkeys
table-ticket = What a letter’s link finishes
table-sign-in = Attempts to sign in
table-staff = Your role here
table-security-case = Security cases
table-mail = Letters on their way to you
table-audit = What has happened with your account
table-person-key = Your key
table-export = Your copies of everything
table-export-part = The pieces of this copy

## Columns

column-account-id = Account
column-action = What
column-adult-at = Said to be 18 or older
column-agent = Browser and system
column-asked-at = Asked for
column-at = When
column-attempts = Attempts
column-binned-at = Put into the bin
column-bytes = Bytes
column-changed-at = Changed
column-closed-at = Closed
column-code-hash = Checksum of the code
column-content = Content
column-created-at = Made
column-credential = Public key
column-document-id = CV
column-document-version = Version of the CV
column-done = Steps done
column-due-at = Next attempt
column-email = E-mail address
column-expires-at = Expires
column-granted-at = Given
column-id = Number
column-index = Checksum to find it by
column-kind = Kind
column-lang = Language
column-made-at = Kept
column-method = How
column-name = Name
column-next = The key that follows
column-number = Place
column-opened-at = Opened
column-outcome = How it ended
column-password = Checksum of the password
column-password-at = Password set
column-payload = What it says
column-photo-id = Photo
column-policy-at = Policy read
column-policy-version = Version of the policy
column-proved-at = Proved to be you
column-published-at = Published
column-reset-at = Closed until the password is reset
column-revoked-at = Withdrawn
column-role = Role
column-secret-hash = Checksum of the secret
column-session-id = Asked for by the browser
column-slug = Address
column-state = State
column-taken-at = Taken
column-total = Steps
column-totp = Secret of the code generator
column-totp-step = Last code’s time
column-two-factors = With two factors
column-used-at = Used
column-verified-at = Address confirmed
column-version = Version
column-why = Why
column-wrapped = Encrypted key
