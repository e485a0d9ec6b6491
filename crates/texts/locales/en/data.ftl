### My data: what is kept of somebody, who has looked at it, what they can do. And the table for California.

title = My data
lead = Everything that this server keeps of you: how much, why, until when and for whom. Who else has looked at it. And what you can do about it.
link-text = What is kept of you, who has looked at it, and what you can do about it.
on-page = On this page

## What is kept

held-title = What is kept of you
held-text = Counted just now. Open a kind to see why it is kept, until when and who gets it.
held-kind = { $count ->
    [one] { $category }: one entry
   *[other] { $category }: { $count } entries
}
held-count = { $label }: { NUMBER($count) }
held-elsewhere = What only your browser keeps is on a page of its own.
until-day = { $kept } What there is now goes on { $day } at the latest.
until-days = { $kept } What there is now goes between { $first } and { $last } at the latest.
until-unused = { $kept } If you do not come back, that is on { $day }.
until-open = { $kept } The case is still open.

## Who has looked at it

seen-title = Who has looked at it
seen-text = Whatever anybody but you does with your account, or sees of it, stands in a log that nobody can change unseen. This is all of it that concerns you, with the role of whoever it was.
seen-none = Nobody has.
seen-what = What
seen-by = By
seen-why = Why
seen-older = Older entries
seen-newest = The newest entries
seen-by-formerly = Somebody who had a role here then
seen-by-operator = Whoever runs the machine, or the program itself
seen-case-closed = Closed your security case
seen-case-closed-why = You had said that somebody else was in your account.
seen-role-granted = Gave you a role
seen-role-granted-why = So that you can do your work here.
seen-role-removed = Took your role away
seen-role-removed-why = You no longer do that work.
seen-reset-link = Made a link for a new password
seen-reset-link-why = Letters did not reach you.
seen-address = Saw your e-mail address
seen-address-why = It stands in the list of those who have a role here.
seen-other = What the log calls “{ $name }”
seen-other-why = The log does not say.

## What one can do

rights-title = What you can do
correct = Correct
correct-text = What is wrong, you change where it stands.
correct-cvs = Your CVs
correct-sign-in = Address and password
copy = Take a copy
consents = Take a consent back
erase = Erase
object = Object to a use
object-text = This rests on an interest of ours, and neither on a contract nor on your consent: “{ $purpose }”. You can say no to it, without a reason, and it stops at once (GDPR, Article 21).
object-protect = While you object, attempts to sign in are not noted, no letter tells you of a new browser, and “My account is compromised” opens no case for those who run the server. All else works as before.
object-off = You do not object.
object-on = You have objected since { $since }, and it has stopped.
object-button = Object
object-lift = No longer object
object-role = You have a role here, and what you can do concerns others. Their safety outweighs an objection; it is yours to make when you no longer have the role.
opt-out = Opt out of sale and sharing
opt-out-text = Nothing is sold here and nothing is shared for advertising, so that nothing changes today. Your wish is kept all the same (California Civil Code, section 1798.120).
opt-out-off = You have not opted out.
opt-out-on = You have opted out since { $since }.
opt-out-gpc = You have opted out: your browser says so, by Global Privacy Control.
opt-out-button = Opt out
opt-out-lift = Take it back
limits-link = To restrict, limit or object to what is done with your data:

## California

california-title = Categories for California (CCPA)
california-lead = The categories as the law names them (California Civil Code, section 1798.140(v)), and what is done with each here.
california-identifiers = Identifiers
california-customer-records = Customer records
california-protected = Characteristics of protected classifications
california-commercial = Commercial information
california-biometric = Biometric information
california-network = Internet or other network activity
california-places = Geolocation data
california-sensory = Audio, electronic, visual or similar information
california-employment = Professional or employment-related information
california-education = Education information
california-inferences = Inferences drawn to make a profile
california-sensitive = Sensitive personal information
california-named = ({ $letter }) { $name }
california-examples = Examples
california-purposes = Business purpose
california-disclosed = Disclosed to
california-sold = Sold
california-shared = Shared for advertising
california-never = Nothing of this is collected.
california-rights = You have a right to know, correct, copy and delete, to limit the use of sensitive data and to opt out of sale and sharing. All of it is under
collected = Collected in the last twelve months
yes = Yes
no = No
