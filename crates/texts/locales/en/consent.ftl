### Consents and limits: what is kept only by agreement, and what its owner does not want done.
### The texts that people agree to have a version (privacy::ConsentPurpose::version). Who changes
### what one of them means gives it another, in both languages at once.

title = Your consents
lead = Some things are kept only if you agree to it first. You take it back here whenever you like, in one step. What was done while you agreed stays lawful.

## What is agreed to

personal-details = Personal details
personal-details-text = I agree that this server keeps the nationality, gender, date of birth, place of birth and civil status that I fill in, so that I have them in my CVs on my own devices. They are encrypted with a key of my own. Others see one of them only on a public page for which I have ticked it, and only while it is there. All are deleted at once, on public pages too, when I take this back.
personal-details-why = Employers hardly ever need these, and mostly must not decide by them. In some countries a CV has them all the same. Without them everything else works as before.
salary = Expected salary
salary-text = I agree that this server keeps the salary that I expect, so that I have it in my CVs on my own devices. It is encrypted with a key of my own. Others see it only on a public page for which I have ticked it, and only while it is there. It is deleted at once, on public pages too, when I take this back.
salary-why = Some advertisements ask for it. Without it everything else works as before.
sign-in-place = Place of sign-ins
sign-in-place-text = I agree that this server looks up, on itself, which country and town the network is in that an attempt to sign in to my account comes from, and keeps that beside the attempt, encrypted with a key of my own, for as long as the attempt is kept. The network address itself is not kept, and nobody else is asked. All places are deleted at once when I take this back.
sign-in-place-why = So that you see when somebody tries to sign in from elsewhere. Without it everything else works as before. It tells the network’s place, which may be far from where somebody is.

## How it stands

why = Why we ask
basis = Legal basis
state = Now
held = Kept
state-never = You have not agreed. Nothing is kept.
state-given = You have agreed since { $since }. It lasts until { $until }.
state-older = You agreed on { $since } to an earlier text. What is there stays, but nothing new is kept before you agree to this one.
state-lapsed = Your consent ended on { $until }. What is there is deleted on { $goes } unless you agree again.
state-withdrawn = You took it back on { $at }. Nothing is kept.
held-details = { $held ->
    [one] One detail.
   *[other] { $held } details.
}
give = I agree
withdraw = I take it back
history = Everything you have said about it
history-empty = You have said nothing yet.
history-what = What
history-version = Text of
history-lang = Language
history-by = Where
history-until = Until
line-given = Agreed
line-withdrawn = Taken back
by-page = On this page
by-editor = In the editor

## Limits

limits = Limits
limits-lead = Both work at once, for everything you have here, and need no reason. You still see, change, download and delete it all.
restrict = Restrict what is done with my data
restrict-text = It is kept, and that is all: your public pages are not shown, nothing new is published, and letters come only about the safety of your account or because you asked for them. Nothing is deleted because of its age, for three years (GDPR, Articles 18 and 21).
restrict-off = Not restricted.
restrict-on = Restricted since { $since }.
restrict-button = Restrict
restrict-lift = Lift the restriction
limit = Limit the use of sensitive data
limit-text = Your photo and your personal details then serve you alone, and your public pages go without them (California Civil Code, section 1798.121).
limit-off = Not limited.
limit-on = Limited since { $since }.
limit-button = Limit
limit-lift = Lift the limit

## Signals of browsers

gpc = Global Privacy Control
gpc-on = Your browser sends Global Privacy Control. It counts as your opt-out, and as a no to optional storage. We neither sell data nor share it for advertising, so nothing else changes.
gpc-off = Your browser does not send Global Privacy Control. You are not sold here either way: we neither sell data nor share it for advertising.
gpc-dnt = “Do Not Track”, an older signal, changes nothing here.

## What was done, and what was not

done-given = You have agreed.
done-withdrawn = You have taken it back. What was kept by it is deleted.
done-limits = Your limits are changed.
problem-text = The text was changed meanwhile. Read it once more before you agree.
no-consent = You have not agreed to keep this on the server, or the text has changed since.
share-restricted = You have restricted what is done with your data: your public pages are not shown, and nothing is published.
share-not-published = Nothing was published.
page-hidden = This page is not shown at the moment
page-hidden-text = Its owner may show it again later.
