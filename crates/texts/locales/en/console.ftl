### The console: what those who run the server see of others and do with their accounts.

title = Console
parts-title = Parts

## What waits

waits-title = Waiting for somebody
waits-nothing = Nothing is waiting.
waits-security = { $count ->
    [one] One open security case
   *[other] { NUMBER($count) } open security cases
}
waits-requests = { $count ->
    [one] One request about somebody’s data waits for an answer
   *[other] { NUMBER($count) } requests about somebody’s data wait for an answer
}
waits-reports = { $count ->
    [one] One report of a public page waits
   *[other] { NUMBER($count) } reports of public pages wait
}
waits-holds = { $count ->
    [one] One hold is past the day of its review
   *[other] { NUMBER($count) } holds are past the day of their review
}

## Search

search-title = Look somebody up
search-text = Only by a whole e-mail address or the number of an account. That you have looked an address up is noted, and its owner sees it.
search-field = E-mail address or account number
search-button = Look up
said-nobody = Nobody has this address or number.

## A person

person-title = A person
fact-state = Account
state-anonymous = Without sign-in, opened by its owner link
state-member = Member
state-erasing = Being erased
fact-class = Class
class-visitor = Visitor
class-lead = Has begun to sign up
class-saver = Has saved something
class-member = Member
class-subscriber = Subscriber
class-referee = Named in somebody else’s CV
class-staff = Works here
fact-created = Made
fact-used = Last used
fact-documents = Saved documents
fact-pages = Public pages
fact-sessions = Signed-in browsers
fact-holds = Holds
fact-limits = Limit
limits-restricted = Processing is restricted
limits-sensitive = Sensitive data serves its owner alone
fact-leaving = To be erased
masked-title = What is masked
masked-text = Personal data is masked until you write why you need it. Then it is open for you for { $minutes } minutes. The person sees when, what, why and in which role, but not who.
masked-address = E-mail address
masked-sign-ins = Sign-ins
masked-documents = CVs and letters
masked-pages = Addresses of public pages
masked-case = A case
is-masked = Masked
open-it = Open
open-until = Open until { $time } (UTC)
open-none = There is nothing.
reason = Why do you need to see it?
reason-text = At least ten characters. Write it so that the person understands, with the number of the case if there is one.
mask-again = Mask everything again
sign-out-title = Sign out everywhere
sign-out-text = Ends all sessions. The person can sign in again.
sign-out-button = End all sessions
said-opened = It is open now.
said-masked = Everything is masked again.
said-signed-out = All sessions are ended.
said-no-reason = Write why, in 10 to 500 characters.
said-restricted = The person has restricted processing. Then nothing is opened here.

## What the person sees

opened-title = What was opened
opened-text = Nobody who works here sees anything that you have written without saying why first. Here is every time, the newest first.
opened-none = Nobody has opened anything.
opened-what = What
opened-role = Role
opened-why = Reason
opened-until = Open until
seen-opened = Opened something that was masked
seen-opened-why = The reason stands under “What was opened”.
seen-looked-up = Looked your account up by your address
seen-looked-up-why = To find the account that a request was about.
seen-signed-out = Signed all your browsers out
seen-signed-out-why = To protect your account.
gone-opened = What was opened, by which role and why

## What waits, continued

waits-minors = { $count ->
    [one] One account in which a date of birth says under 18
   *[other] { NUMBER($count) } accounts in which a date of birth says under 18
}
waits-approvals = { $count ->
    [one] One proposal to confirm
   *[other] { NUMBER($count) } proposals to confirm
}
waits-proof = { $count ->
    [one] One part of the self-proof failed
   *[other] { NUMBER($count) } parts of the self-proof failed
}

## Blocked accounts

state-blocked = Blocked
block-title = Block the account
block-text = Nobody can sign in, public pages are taken down and all sessions end. Nothing is erased. The person gets a letter with the reason and keeps their rights.
block-reason = Why is the account blocked?
block-button = Block
block-since = Blocked since { $time } (UTC):
block-reason-lost = the reason is not known any more, because an older backup was put back. It was in the letter to the person.
unblock-button = Lift the block
said-blocked = The account is blocked, and its public pages are down.
said-unblocked = The block is lifted. Public pages are its owner’s to publish again.
said-works-here = Whoever has a role here cannot be blocked. Take the role away first.
problem-blocked = Those who run the server have blocked this account. You keep all your rights: write to the address in the privacy policy, and we will answer.
seen-blocked = Blocked the account
seen-blocked-why = The reason was in the letter to you.
seen-unblocked = Lifted the block
seen-unblocked-why = The reason for it was over.
gone-block = That the account is blocked, and why

## Minors

minors-title = Minors
minors-what = Accounts in which a date of birth says that their owner is under 18.
minors-lead = Accounts are for those who are 18 or older. These are the ones in which a date of birth in a CV says otherwise, the oldest first. The date itself is not shown.
minors-none = No account has such a date.
minors-bulk = Several at once need two people: you propose, somebody else confirms within a day.
minors-button = Propose that those marked are erased
person-open = Show the person
minor-title = Minor
minor-flagged = Since { $time } (UTC) a date of birth says that the owner is under 18.
minor-settle = The owner is 18 or older
minor-text = The account is blocked, signed out everywhere, taken down and erased, all at once. This cannot be undone.
minor-sure = I know that the owner is under 18
minor-button = Erase the minor’s account
guardian-title = Record a guardian’s consent
guardian-note = Who has consented, and how was that shown?
guardian-button = Record
guardian-recorded = A guardian’s consent, recorded { $time } (UTC):
said-minor-erased = The account is erased.
said-not-sure = Tick that you know it. Nothing was done.
said-settled = It is noted that the owner is 18 or older.
said-guardian = The consent is recorded.
minor-told = A date of birth that you saved on { $day } says that you are under 18. Accounts here are for those who are 18 or older, so one of us looks at it. If the date is wrong, correct it and write to us.
seen-settled = Noted that you are 18 or older
seen-settled-why = A date of birth in your CV said otherwise.
seen-guardian = Recorded your guardian’s consent
seen-guardian-why = A date of birth in your CV says that you are under 18.
gone-age-flag = That a date of birth says under 18
gone-guardian-consent = A guardian’s consent

## Two people

approvals-title = Proposals
approvals-what = What needs two people: one proposes it, another confirms it.
approvals-lead = What concerns more than one person, or is kept from whom it concerns, is done when somebody else has confirmed it. A proposal holds for a day.
approvals-none = Nothing is proposed.
proposal-hold = Hold something
proposal-minors = { $count ->
    [one] Erase one minor’s account
   *[other] Erase the accounts of { $count } minors
}
proposal-unknown = A proposal that cannot be read
fact-account = Account
fact-accounts = Accounts
proposed-by-you = Proposed by you, { $time } (UTC).
proposed-by-other = Proposed by a colleague, { $time } (UTC).
outcome-waiting = Waits to be confirmed until { $time } (UTC).
outcome-confirmed = Confirmed, and cut off before it was done.
outcome-done = Confirmed and done.
outcome-failed = Confirmed, but not all of it could be done.
outcome-declined = Declined or taken back.
outcome-expired = Nobody confirmed it in time.
confirm-button = Confirm and do it
decline-button = Decline
take-back-button = Take back
propose-button = Propose
said-proposed = Proposed. Somebody else has to confirm it within a day.
said-not-proposed = This cannot be proposed: look at what is chosen.
said-confirmed = Confirmed and done.
said-partly = Confirmed, but not all of it could be done. The log says why.
said-own = You cannot confirm your own proposal.
said-too-late = The proposal does not hold any more.
said-declined = The proposal is declined.
seen-confirmed = Confirmed your proposal
seen-declined = Declined your proposal
seen-two-why = It needed two people.
gone-approval = What you have proposed in the console

## Holds

holds-title = Holds
holds-what = Single items that must not be erased yet, with a reason and a day of review.
holds-lead = What is to be looked at first stands first. A new one is proposed on the person’s page, and somebody else confirms it.
holds-none = Nothing is held.
hold-title = Hold something
hold-text = What is held is not erased before its reason is over. Its owner sees it, unless the law forbids that.
hold-open = Propose a hold
hold-kind = What
hold-row = The number of the one row, if it is not all of them
hold-ground = Ground
hold-note = Reason, for who looks at it later
hold-review = Looked at again by (within { $days } days)
hold-barred = The owner must not be told, because the law forbids it
hold-of-gone = Somebody who is erased
hold-note-closed = The reason does not open
hold-overdue = The day of the review is over.
hold-decide = Look at it
hold-next = Looked at next
hold-still = Still right
hold-end-why = Why does it end?
hold-over = Its reason is over
hold-mistaken = It was a mistake
hold-end = End it
fact-placed = Held since
fact-review = Looked at again
fact-kept = Kept after erasure
fact-told = Notice
said-reviewed = It is noted that this is still right.
said-ended = It has ended. What it kept is gone.
said-no-day = Choose a day to come, at most a year away.
held-title = What is held
held-text = This is not erased before its reason is over, even if you erase the account. You use it as before.
held-what = What
held-why = Why
seen-held = Held something
seen-reviewed = Looked at what is held
seen-hold-ended = Ended a hold
seen-held-why = The ground stands under “What is held”.

## Retention

retention-title = Retention
retention-what = What goes in the next 30 days, and which accounts are dormant.
retention-lead = What the sweep will take in the next { $days } days if nobody does anything, by the very rules that it follows. Counts alone.
retention-rule = Rule
retention-after = After days
retention-now = Now
retention-ahead = Within { $days } days
retention-held = Held
dormant-title = Dormant accounts
dormant-lead = Whoever has not signed in for long gets a letter in good time before their account is erased.
dormant-warned = { $count ->
    [one] One was told.
   *[other] { NUMBER($count) } were told.
}
dormant-to-warn = { $count ->
    [one] One is still to be told.
   *[other] { NUMBER($count) } are still to be told.
}
dormant-next = The first is erased on { $day }.
gone-dormant-warning = That you were told of a dormant account
seen-dormant = Wrote to you that the account is dormant
seen-dormant-why = Nobody had used it for long.
rule-sessions = Signed-in browsers
rule-bin = Documents in the bin
rule-versions = Earlier versions of documents
rule-photos = Photos that no document uses
rule-batches = Known changes
rule-tickets = Links of letters
rule-invitations = Invitations
rule-ceremonies = Unanswered challenges to passkeys
rule-sign-ins = Attempts to sign in
rule-cases = Closed security cases
rule-page-counts = How often public pages were opened
rule-page-reports = Closed reports of public pages
rule-requests = Closed requests
rule-links = Links that have ended
rule-proposals = Disclosures that nobody confirmed
rule-registers = Old entries of the registers
rule-successions = Announced changes of who is responsible
rule-lapsed = Personal details without consent
rule-lapsed-shown = Published details without consent
rule-copies = Copies of everything
rule-letters = Letters that wait
rule-reports = Reports of erasures
rule-proofs = Proofs of consent
rule-holds = Holds that have ended
rule-interrupted = Accounts half erased
rule-asked = Accounts to be erased
rule-leads = Sign-ups a month old
rule-unfinished = Sign-ups without a way on
rule-unused = Unused accounts
rule-audit = Rows of the audit log
rule-ledger = Lines of the erasure ledger
rule-collected = Categories that were collected
rule-openings = Openings of what was masked
rule-approvals = Proposals for two
rule-self-proofs = Self-proofs
rule-keys = Keys without an account

## Self-proof

proof-title = Self-proof
proof-what = What the server shows every night that it keeps.
proof-lead = Every night the server tries what it promises on itself. The results are dated, are about nobody and are kept for a year. When something fails, administrators get a letter.
proof-never = Not tried yet.
proof-passed-at = Passed { $time } (UTC)
proof-failed-at = Failed { $time } (UTC). The server’s log says why.
proof-passed = Passed
proof-failed = Failed
proof-step = Trial
proof-result = Result
proof-took = Time
proof-before = Earlier trials
proof-run = Try now
proof-running = A trial is going on. Load the page again in a while.
said-proving = The trial has begun. Load the page again in a while.
said-invitation = The invitation is withdrawn. Its link no longer works.
said-case = The case is closed.
step-canary = Nothing can be read
step-canary-what = An invented person writes in every field, and no file, log or backup has the words.
step-purge = What has had its time goes
step-purge-what = Nothing is there that should have gone a day ago.
step-restore = A backup comes back
step-restore-what = A copy is brought back beside the data, opened and removed.
step-keys = The keys open
step-keys-what = The key of every person opens with the server’s.
step-backups = There are backups
step-backups-what = One was made in the last seven days.
step-audit = The audit log is whole
step-audit-what = No row is changed, removed or added.

## Letters

blocked-subject = Your account is blocked
blocked-text = Those who run the site have blocked your account at Merit. The reason: { $reason }
blocked-not-you = Nothing is erased, and you keep all your rights. To object, or to get your data, write to the address in the policy.
dormant-subject = Your account will be erased soon
dormant-text = Nobody has used your account at Merit for long. Unless you sign in, it is erased with everything in it, { $time }.
dormant-not-you = If you do not want to keep it, there is nothing to do.
proof-failed-subject = The self-proof failed
proof-failed-text = The server has tried what it promises, and something failed. The page shows what, and the server’s log why.
proof-failed-button = Show the self-proof
proof-failed-not-you = This letter goes to all administrators.
