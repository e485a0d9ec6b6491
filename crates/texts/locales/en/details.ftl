### Personal details in the editor and where a CV is shared. The texts that people agree to are in `consent`.

title = Personal details
lead = Optional, and off until you want them. Employers in Sweden do not need them; some countries and some advertisements ask for one or the other.
loading = Looking up what you have here…
unsaved = These are kept on the server, encrypted with a key of your own, and never in this browser. Save your CV there first.
save = Save first
problem = Personal details cannot be read or changed just now.
ask-first = Before the first one is kept you are asked once, here, and you take it back just as easily.
older-text = The text has changed since you agreed. What is there stays; agree to this one before you change anything.
lapsed = Your consent has had its time. Agree again, or what is there is deleted soon.
goes = Everything below is deleted then, also from your public pages.
shared = The same for all your CVs. Each CV says by itself what it shows.
show = Show on this CV
show-named = Show on this CV: { $name }
keeping = Being kept…
kept = Kept
gone = Deleted
said-given = You have agreed.
said-withdrawn = You have taken it back. What was kept by it is deleted.

## What each is called, and why somebody may ask for it

nationality = Nationality
nationality-why = Some countries expect it in a CV, and posts that need a security clearance ask for it later anyway. A right to work is better said in your profile.
gender = Gender
gender-why = No employer needs it. Some forms abroad have a field for it.
birth-date = Date of birth
birth-date-why = As 1987-05-04. Usual in German and many other CVs abroad. In Sweden it need not be there, and your age must not decide.
birth-place = Place of birth
birth-place-why = Some countries have it beside the date of birth. It says nothing about your work.
civil-status = Civil status
civil-status-why = Still found in some CVs abroad. Whether you are married concerns no employer.
salary = Expected salary
salary-why = Only where an advertisement asks for it. Otherwise you talk better about it later.

## Where a CV is shared

share-title = Personal details
share-warning = Once they are public anybody can copy them, and they can be used against you. Tick only what this page is really for.
share-hint = They go from the page at once when you take back your consent.
