### The operator's registers, disclosures, another controller, and what everybody is told of them.

title = Registers
lead = What an authority may ask to see, and what the people here have a right to know. Each entry says who wrote it only in the audit log, and nothing is changed afterwards: what was wrong is put right by another entry.
all = All registers
add = Add an entry
save = Add it
saved = It is in the register.
none = Nothing is in this register yet.
open = Open
written = Written on { $day }
past = The day of review is over
choose = Choose
optional = optional
no-names = Write no names of persons: this is about laws, purposes and organisations.
sorted-newest = The newest first. The newest about something is what holds.

## What is due

due-title = To do
due-nothing = Nothing. Every register is up to date.
due-unassessed = Nobody has weighed this legitimate interest, or it was found not to outweigh: { $what }
due-overdue = The assessment is past its day of review: { $what }
due-laws = { $count ->
    [one] One change of law is past its day of review.
   *[other] { $count } changes of law are past their days of review.
}
due-authorities = { $count ->
    [one] Nobody has looked for a year whether the address of one authority is right.
   *[other] Nobody has looked for a year whether the addresses of { $count } authorities are right.
}
due-recipient = Look again at what allows data to go to { $name }. It was to be done by { $day }.
due-lacking = What allows data to go to { $name } is not complete. Missing in merit.toml: { $what }.

## The registers

assessments = Legitimate interests
assessments-text = Why an interest outweighs those of the people concerned, purpose by purpose. The summary is public.
instructions = Instructions
instructions-text = What those have asked for on whose behalf data is handled here, and what was done.
instructions-take = Download the record of processing on others’ behalf (JSON)
laws = Changes of law
laws-text = Which laws have changed, from when, and what was done about it.
authorities = Authorities
authorities-text = When somebody last looked whether the address of a country’s authority is right. What is noted here stands on the public page.
recipients = Recipients and transfers
recipients-text = Who gets data, from where and by what right. It is fixed in merit.toml before the server starts, which calls nobody else.
recipients-public = The public page
recipient-signed = Signed or approved
recipient-module = Module of the clauses
recipient-annexes = Annexes I to III
recipient-assessment = Assessment of the transfer
recipient-reason = Reason for the derogation
recipient-review = Looked at again by
recipient-categories = Categories of data

## Fields of entries

field-purpose = Purpose
field-interest = The interest
field-necessity = Why it is needed, and nothing milder would do
field-balance = How it weighs against the people concerned
field-decision = Decision
field-summary-sv = Public summary in Swedish
field-summary-en = Public summary in English
field-decided-on = Decided on
field-review = Look again by
field-from = From which organisation
field-asked-on = Asked on
field-what = What they have asked for
field-done = What was done
field-done-on = Done on
field-where = Country or state
field-law = The law and its section
field-in-force = In force from
field-source = Where it is published
field-changed = What has changed
field-country = Country, by its two letters
field-name = Name of the authority, if it is another
field-address = Address, if it is another
field-looked-on = Looked at on
decision-outweighs = It outweighs
decision-with-measures = It outweighs, with the measures named
decision-outweighed = It does not outweigh, and the use ends

## Why an entry is not taken

wrong-missing = “{ $field }” is missing. Go back in your browser: what you have written is still there.
wrong-long = “{ $field }” is too long. Go back in your browser: what you have written is still there.
wrong-form = “{ $field }” cannot be that. Go back in your browser: what you have written is still there.
wrong-future = “{ $field }” is a day that has not come yet. Go back in your browser: what you have written is still there.
wrong-review = “{ $field }” has to be a day to come, and no more than a year away. Go back in your browser: what you have written is still there.

## Disclosures

disclosures = Disclosures
disclosures-text = What was given of persons to authorities and advisers, by whose decision and on what ground.
disclosures-lead = One of you proposes a disclosure and another one confirms it. Only then may anything be given, and the person is told at once, by letter and under “My data”, unless the law forbids it.
disclosures-none = Nothing was disclosed.
disclosure-new = Propose a disclosure
disclosure-whose = Whose data: exact e-mail address, or account number
disclosure-ground = Ground
ground-order = The law gives an authority a right to it
ground-safety = Somebody’s life or health is in danger
ground-claim = A legal claim is made or met
ground-adviser = An adviser needs it, who is bound to secrecy
disclosure-recipient = Given to
disclosure-law = Law and reference
disclosure-categories = Categories of data
disclosure-items = What of it, and no more than is needed
disclosure-secrecy = What binds the adviser to secrecy
disclosure-secrecy-hint = Only for advisers: the law, or the agreement and its date.
disclosure-barred = The person must not know before
disclosure-barred-hint = Only if the law forbids to tell them, and for a year at most. On that day they are told.
disclosure-barred-law = The law that forbids it
disclosure-propose = Propose it
disclosure-proposed = It is proposed. Somebody else has to confirm it within { $days } days.
disclosure-waits = Waits for a second person
disclosure-waits-own = You have proposed it. Somebody else has to confirm it.
disclosure-confirm = Confirm it
disclosure-refuse = Take it away
disclosure-confirmed = It is confirmed, and may be given now.
disclosure-refused = It was taken away. Nothing may be given.
disclosure-decided = Confirmed on { $day }
disclosure-told = The person was told on { $day }
disclosure-untold = The person is told on { $day }
disclosure-account = Account
disclosure-no-person = Nobody here has this address or number.
disclosure-incomplete = Who gets it, by which law and what are needed. Go back in your browser: what you have written is still there.
disclosure-no-categories = Choose at least one category of data. Go back in your browser: what you have written is still there.
disclosure-no-secrecy = Say what binds the adviser to secrecy. Go back in your browser: what you have written is still there.
disclosure-no-bar-law = Name the law that forbids to tell the person. Go back in your browser: what you have written is still there.
disclosure-bar-ground = Only where an authority has a right by law can the person be kept from knowing. Go back in your browser: what you have written is still there.
disclosure-bar-day = The day has to be to come, and no more than a year away. Go back in your browser: what you have written is still there.
disclosure-same = Whoever has proposed it does not confirm it. Ask a colleague.
disclosure-gone = It was decided about already, or is too old. Propose it anew.

## What the person sees

mine-title = What was given to authorities and advisers
mine-text = Whoever runs this server gives data of yours to others only where the law demands it, somebody is in danger, a legal claim needs it, or an adviser does who is bound to secrecy. Two people decide.
mine-none = Nothing.
mine-late = The law forbade to tell you before { $day }.
mine-when = When
seen-disclosed = Gave something of yours to an authority or an adviser
seen-disclosed-why = The ground is below.
gone-disclosure = What was given to authorities and advisers
table-disclosure = Given to authorities and advisers

## Another controller

controller = Another controller
controller-text = Somebody else becomes responsible: a sale, a merger, an insolvency, or a new name.
controller-lead = One of you proposes it and another one confirms it. Then everybody gets a letter, every page says so, and everybody has at least { $days } days to take a copy and to leave. The server does not start under another name before that.
controller-new = Propose another controller
controller-none = Nobody else becomes responsible.
controller-reason = Why
reason-sale = The service is sold
reason-merger = Two companies merge
reason-insolvency = Insolvency
reason-renamed = The same one, under another name
controller-name = Name
controller-number = Registration number
controller-address = Postal address
controller-country = Country, by its two letters
controller-email = E-mail
controller-day = From
controller-propose = Propose it
controller-proposed = It is proposed. Somebody else has to confirm it.
controller-waits = Waits for a second person
controller-waits-own = You have proposed it. Somebody else has to confirm it.
controller-confirm = Confirm it and tell everybody
controller-cancel = Call it off
controller-confirmed = It is announced. Letters are on their way.
controller-cancelled = It was called off. Everybody who had a letter about it gets one that says so.
controller-announced = Announced on { $day }
controller-told = Everybody had been written to on { $day }
controller-ended = Ended on { $day }
controller-incomplete = Name, postal address and an e-mail address are needed, each of 200 characters at most. Go back in your browser: what you have written is still there.
controller-wrong-day = The day has to be at least { $days } days away, counted from when it is confirmed, and no more than a year. Go back in your browser: what you have written is still there.
controller-open = There is one already. Call it off first.
controller-same = Whoever has proposed it does not confirm it. Ask a colleague.
controller-nothing = There is none that waits.
coming = From { $day } somebody else is responsible for this site: { $name }.
coming-more = What that means, and what you can do
coming-title = Somebody else becomes responsible
coming-lead = From { $day } on { $name } decides what happens with the data on this site. Until then nothing changes.
coming-renamed = It is the same controller under another name: nobody else gets anything.
coming-what = What you can do
coming-copy = Take a copy of everything that you have here.
coming-copy-link = A copy of everything
coming-leave = If you do not want this, leave before that day: all that is yours is erased and does not come along.
coming-leave-link = Erase everything
coming-nothing = Whoever runs this server stays the same. If that is to change, it is announced here at least { $days } days before.

## What everybody is told

weighed-title = What was weighed
weighed-text = Where the basis is a legitimate interest, whoever runs this server has weighed it against yours.
weighed-none = Nothing was weighed in writing yet.
weighed-day = Decided on { $day }
weighed-again = looked at again by { $day }
directory-title = Authorities that take complaints
directory-lead = If you think that your data is handled wrongly, you can complain to the authority of the country where you live or work, or where it happened.
directory-checked = Looked at on { $day }
directory-link = Every authority, country by country
recipients-changes = What has changed in the last year
recipient-came = { $day }: { $name } ({ $country }) gets data now.
recipient-went = { $day }: { $name } ({ $country }) gets no data any more.
recipient-became = { $day }: { $name } ({ $country }) in place of { $before }.
recipients-no-outside = Nothing goes outside the EEA.
agreement = The data processing agreement
agreement-text = For organisations on whose behalf data is handled here: the agreement under article 28 of the GDPR.
agreement-take = Download the agreement
mechanism-code = An approved code of conduct
mechanism-derogation = A derogation for a specific situation (article 49): { $reason }

## Letters

disclosed-subject = Something of yours was given to others
disclosed-text = Whoever runs the server has given data about you to an authority or an adviser. What it was, to whom and on what ground is under “My data”.
disclosed-button = See what it was
disclosed-not-you = You can complain to the data protection authority if you think that this was wrong.
controller-subject = Somebody else becomes responsible for your data
controller-letter = From { $day } on { $name } is responsible for this site and what you have saved there. Until then nothing changes: you can take a copy of everything, and leave, if you do not want this.
controller-button = Read what that means
controller-not-you = If you do nothing, your account goes along.
controller-stays-subject = Nobody else becomes responsible for your data
controller-stays-letter = We wrote to you that { $name } would be responsible for this site and what you have saved there from { $day } on. That has been called off: whoever is responsible today stays responsible.
controller-stays-button = Read who is responsible
controller-stays-not-you = You need not do anything.

## Labels

label-disclosure = What was given to authorities and advisers
label-register-entry = An entry of a register
label-succession = That somebody else becomes responsible
