### Cases: what people ask about their data, with or without an account, and the desk at which they are answered.

need-not-answered = Needed: without it what you ask cannot be answered.
label-privacy-case = What you have asked
label-case-step = What was done about it
label-case-hit = Where somebody’s CV names another person
gone-privacy-case = Requests about your data
gone-case-event = What was done about them
gone-case-hit = Where others’ CVs name you
table-privacy-case = Requests about your data
table-case-event = What was done about them
seen-read = Read what you have asked, or counted what is held of you
seen-read-why = To answer a request. The reason stands under your requests.
seen-worked = Worked on a request
seen-worked-why = To answer it. What was done stands under your requests; a letter tells you if somebody else’s request is about your CV.
seen-hidden = Took an entry out of your public page
seen-hidden-why = It names somebody who has asked for that. A letter tells you more, if there is an address.
seen-erasure = Asked for your account to be erased
seen-erasure-why = Somebody with your e-mail address has asked for it. You can sign in and keep the account until the day.

## Asking

contact-title = Contact
contact-lead = Write to those who are responsible for your data here. You need no account. You get a receipt by e-mail at once, and an answer within 30 days.
contact-topic = What is it about?
contact-rights = Do you want to know what is held of you, have it corrected, copied or erased?
contact-rights-link = Use your rights
contact-post = You can also write on paper:
contact-authority = You can also complain to a data protection authority; in Sweden that is Integritetsskyddsmyndigheten, imy.se.
topic-policy = The privacy policy
topic-practices = How we handle data
topic-complaint = A complaint
topic-delete = Erase my data
topic-unsubscribe = No more advertising by e-mail
request-title = Use your rights
request-lead = For everybody whose data is here: with an account or without one, blocked, or named in somebody’s CV. It costs nothing. You get a receipt by e-mail at once, and an answer within 30 days.
request-matter = What do you want?
request-text = What do you want to say?
request-text-hint = Send no copies of identity documents: they are not needed, and they are not kept.
request-email-hint = The receipt and the answer go there. If you have to show who you are, so does a code.
request-named = I am named in somebody’s CV
request-named-hint = When you have shown who you are, every CV here is searched once for your full name, your e-mail address and your phone number. Those who work here see what is found, and answer you.
request-name = Your full name
request-phone = Phone number, if it may stand there
request-page = The address of the public page, if you know it
request-button = Send
request-self = You are signed in. Most of it you do yourself, at once:
request-anyway = I want somebody to look at it, though I can do it myself.
request-own = What you have asked before
request-own-address = The answer goes to the address of your account, and stands under your requests.
request-code-link = Have you got a code by e-mail?
sent-title = Thank you
sent-text = Your request has come. A receipt with a number is on its way to the address that you gave.
sent-code = If you have to show who you are, there is a code in the letter.
code-title = Show that the address is yours
code-lead = The code is in the letter that you got. It works once, and for 7 days.
code-number = Number of the case
code-code = Code
code-button = Show that it is me
code-wrong = Number and code do not belong together, or the code was used, is too old, or was tried too often. Look in the newest letter, or write to us.
code-done = Thank you. Now we know that the address is yours, and work on your request.
problem-address = This is no e-mail address. Write it like name@example.com.
problem-text = Write what it is about.
problem-name = Write your full name, first name and surname: without it nobody can be looked for.
problem-matter = Choose what you want.

## Matters

matter-know = Know what is done with my data
matter-confirm = Know whether anything is held of me at all, also on somebody else’s behalf
matter-copy = Get a copy of my data
matter-correct = Have something corrected
matter-erase = Have my data erased
matter-restrict = Restrict what is done with my data
matter-object = Object to a use
matter-portability = Take my data to another service
matter-limit = Limit the use of sensitive data
matter-opt-out = Opt out of sale and sharing
matter-withdraw = Withdraw a consent
matter-complaint = A complaint
matter-policy = A question about the policy
matter-practices = A question about how data is handled
matter-unsubscribe = No more advertising by e-mail

## States

state-received = Received
state-identity-asked = Waits for proof of who asks
state-verified = We know who has asked
state-in-work = In work
state-extended = Takes longer
state-answered = Answered
state-refused = Refused
state-closed = Closed
proof-none = Identity not shown
proof-sign-in = Signed in just then
proof-passkey = Passkey or second factor
proof-mailed-code = Code by e-mail
proof-operator = Checked by staff
way-form = By form
way-mail = By e-mail
way-post = By post
requester-member = Member
requester-visitor = By address alone
requester-named = Named in a CV

## Steps

step-receive = Received
step-ask-identity = A code was sent
step-fail = A wrong code was tried
step-verify = Identity shown
step-take = Taken in hand
step-extend = Put off
step-answer = Answered
step-refuse = Refused
step-close = Closed
step-open = What it says was opened
step-scan = CVs were searched
step-ask-owner = The owner of a CV was asked
step-hide = An entry was taken out of a public page
step-erase = What was held under the address was erased
step-note = Note
step-remind = Staff were reminded
by = by { $role }

## One's own

own-title = Your requests
own-lead = What you have asked about your data, how far it has come, and the answers.
own-none = You have asked nothing.
own-new = Ask for something
own-number = Case { $number }
own-due = Received { $received }. Answered by { $due } at the latest.
own-wrote = You wrote
own-done = What was done
own-verify = Show who you are, so that it can be answered
own-verify-button = It is me
own-link = What you have asked, and the answers

## The desk

desk-title = Cases
desk-lead = What people ask about their data. The day to act is the last working day before the answer is due.
desk-waiting = { $open ->
    [0] Nobody waits for an answer.
    [one] One case waits for an answer.
   *[other] { $open } cases wait for an answer.
}
desk-late = { $late ->
    [one] One is late.
   *[other] { $late } are late.
}
desk-search = Number of a case, or the exact e-mail address
desk-search-button = Find
desk-found = Found
desk-nothing = Nothing was found.
desk-queue = In order of their days
desk-answered = Answered last
desk-act-by = Act by { $day }
desk-due = due { $day }
desk-received = received { $day }
desk-calm = There is time
desk-soon = A week left
desk-pressing = Two days left
desk-late-one = Late
desk-enter = Enter what came by mail or post
desk-enter-text = The clock runs from the day on which it came, whenever it is entered.
desk-enter-day = Day on which it came
desk-enter-way = How it came
desk-enter-email = E-mail address, if there is one
desk-enter-post = Postal address, if there is no e-mail
desk-enter-name = Full name of whoever is named in a CV, if that is what it is about
desk-enter-lang = Language of the letters
desk-enter-words = What they write
desk-enter-button = Enter
desk-problem-day = The day must be today or earlier, within the last year.
desk-problem-reply = Give an e-mail address or a postal address: somebody has to be answered.
file-masked = Who has asked and what they say is masked. Open it with a reason; the person sees that you did, and why.
file-reason = Reason
file-open = Open for { $minutes } minutes
file-until = Open until { $time } (UTC)
file-from = Address
file-post-to = By post
file-name = Name
file-phone = Phone
file-page = Public page
file-history = History
file-hits = Where CVs name the person
file-hits-none = No CV names the person.
file-to-scan = The CVs are searched within a few minutes.
file-hit-public = On a public page
file-hit-document = In a document that only its owner sees
file-hit-owner = Letter to the owner. The person who asked sees it too
file-hit-ask = Ask the owner
file-hit-hide = Take it out of the public page
file-held = What is held under the address
file-held-button = Count what is held
file-held-text = Counted for the answer below. Change it before you send it.
file-erase = Erase what is held under the address
file-erase-text = Sign-ups that were begun and answered requests go at once; a member’s account goes after the usual delay, and they get a letter. This case stays until its own time is over.
file-erased-member = The member’s account goes on { $day }.
file-erased = Erased: { $begun } sign-ups, { $cases } requests.
file-do-take = Take in hand
file-do-identity = Send a new code
file-do-verify = Identity checked
file-do-verify-hint = How was it found out? Keep no documents. The person sees this.
file-do-extend = Put off
file-do-extend-hint = The reason, which the person is told. At most to { $day }.
file-do-extend-until = New day
file-do-answer = Send the answer
file-do-answer-hint = It goes by letter and stands in the case. Change the template before you send it.
file-do-refuse = Refuse
file-do-refuse-hint = With the reason. Say that they can complain to the authority and go to court.
file-do-close = Close
file-do-note = Note, which the person sees too
file-refused-now = This cannot be done as the case stands: nobody has shown who they are, or it is answered already.
file-refused-text = Write something.
file-refused-day = The day must be later than now, no later than allowed, and the first day must not be over.
file-refused-address = There is no e-mail address. Write on paper, and note that you did.
file-refused-masked = Open the case with a reason first.
file-refused-erased = The answer says that the data is erased, and nothing has been erased in this case. Open the case and press “Erase what is held under the address” first, or change the answer.
file-done = Done.

## Templates of answers

template-hello = Hello,
template-know = You asked what is done with your data. What is held, why, on what basis, for how long and who gets it stands in our policy at { $site }/privacy.
template-confirm = You asked whether we hold data about you. What is held under your address:
template-copy = You asked for a copy of your data. What is held under your address:
template-correct = You asked for a correction. We have changed:
template-erase = You asked for your data to be erased.
template-erased = What was held under your address is erased.
template-erased-kept = If there was an account, it goes on the day that stands in the letter about it, and until then you can sign in and keep it. This request is kept for a year, so that we can show that it was answered.
template-restrict = You asked for a restriction. From now on your data is stored and nothing else is done with it until you lift that.
template-object = You object to a use of your data. We have ended it.
template-portability = You asked for your data in a form that other services read. What is held under your address:
template-limit = You asked us to limit the use of sensitive data. It now serves you alone.
template-opt-out = You opt out of sale and sharing. Nothing is sold or shared here, and your wish is noted.
template-withdraw = You withdraw a consent. What was kept by it alone is deleted.
template-complaint = Thank you for your complaint. We have looked into it and found:
template-policy = Thank you for your question about our policy.
template-practices = Thank you for your question about how we handle data.
template-unsubscribe = You want no advertising by e-mail. Nothing is advertised by e-mail here, and your wish is noted.
template-end = If you are not satisfied you can write to us again, or complain to a data protection authority; in Sweden that is Integritetsskyddsmyndigheten, imy.se.
template-named = Somebody whom your CV names has asked us about it. Please ask them whether they agree to stand there, or take the entry out.
held-member = An account with this address:
held-count = { $label }: { NUMBER($count) }
held-case = Request of { $day }: { $matter }
held-begun = A sign-up that was begun on { $day } and not finished
held-letters = Letters on their way: { NUMBER($letters) }
held-acceptances = Accepted terms and policies: { NUMBER($acceptances) }
held-nothing = Nothing beside this request.

## Letters

mail-received-subject = Your request { $number } has come
mail-received-text = We have received: { $matter }. You get an answer by { $due } at the latest.
mail-received-code = Show that this address is yours with this code, once and within 7 days: { $code }
mail-received-button = Enter the code
mail-received-plain-button = Write to us
mail-received-not-you = Was it not you? Then you can ignore this letter: without the code nothing is told or changed.
mail-code-subject = A new code for { $number }
mail-code-text = We have to know that your request is yours. Enter the number { $number } and this code, once and within 7 days: { $code }
mail-extended-subject = Your request { $number } takes longer
mail-extended-text = You now get the answer by { $due } at the latest. The reason:
mail-answered-subject = Answer to your request { $number }
mail-refused-subject = Your request { $number } is refused
mail-owner-subject = Somebody is named in your CV
mail-owner-text = This is about case { $number }.
mail-owner-button = Open your CVs
mail-owner-not-you = Nothing in your own documents has been changed.
mail-pressing-subject = Case { $number } is due soon
mail-pressing-text = The answer is due by { $due }.
mail-late-subject = Case { $number } is late
mail-late-text = The answer was due by { $due }. Answer it today.
mail-desk-button = Open the cases
mail-desk-not-you = This letter goes to those who answer cases here.
mail-reply-not-you = If something is wrong, write to us by the form: this letter cannot be answered.

## Everywhere

named-here = I am named here
footer-contact = Contact
