### The editor: the form, the pages, the drafts.

## Sections

section-basics = Contact details
section-profiles = Links
section-summary = Profile
section-work = Experience
section-education = Education
section-projects = Projects
section-volunteer = Volunteering
section-skills = Skills
section-languages = Languages
section-certificates = Certificates
section-publications = Publications
section-awards = Awards
section-interests = Interests
section-references = References
section-courses = Courses
section-driving-licence = Driving licence
section-patents = Patents
section-talks = Talks
section-military-service = Military service
section-positions-of-trust = Positions of trust
section-custom-entries = Own section with entries
section-custom-lines = Own section with a list
section-custom-words = Own section with words
section-custom-text = Own section with text
section-letter = Letter

## Fields. label-SECTION-FIELD where a field is called something else in a section, else label-FIELD.

label-name = Name
label-basics-name = Full name
label-work-name = Employer
label-projects-name = Project name
label-skills-name = Skill
label-certificates-name = Certificate
label-publications-name = Title
label-interests-name = Interest
label-references-name = Referee
label-label = Professional title
label-image = Image address
label-email = Email
label-phone = Phone
label-url = Web address
label-basics-url = Website
label-work-url = Employer’s website
label-education-url = Course website
label-volunteer-url = Organisation’s website
label-address = Street address
label-postal-code = Postcode
label-city = City
label-region = Region
label-country-code = Country code
label-network = Service
label-username = Username
label-position = Job title
label-volunteer-position = Role
label-organization = Organisation
label-institution = School or university
label-location = Location
label-description = Description
label-work-description = About the employer
label-study-type = Degree
label-area = Field of study
label-score = Grade
label-courses = Courses
label-title = Award
label-awarder = Awarded by
label-issuer = Issued by
label-publisher = Publisher or journal
label-start-date = Start
label-end-date = End
label-date = Date
label-release-date = Published
label-summary = Description
label-summary-summary = About you
label-publications-summary = Abstract
label-awards-summary = Reason
label-highlights = Duties and results
label-projects-highlights = Results
label-level = Level
label-keywords = Keywords
label-roles = Roles
label-entity = Client
label-type = Type of project
label-language = Language
label-fluency = Proficiency
label-reference = What they say
label-same-employer = Same employer as above
label-letter-address = Address, one line each
label-letter-location = Place
label-recipient = Person
label-subject = What it is about
label-salutation = Salutation
label-body = Text
label-closing = Closing words
label-signature = Signed by
label-enclosures = Enclosures
label-classes = Categories
label-number = Patent number
label-status = Status
label-event = Conference or occasion
label-rank = Rank
label-courses-name = Course
label-courses-institution = Organiser
label-driving-licence-issuer = Country
label-driving-licence-summary = More about the licence
label-patents-name = Title of the patent
label-patents-issuer = Patent office
label-talks-name = Title of the talk
label-military-service-organization = Unit
label-positions-of-trust-position = Position
label-custom-entries-name = Title
label-custom-lines-highlights = Bullets
label-custom-words-name = Word
label-custom-text-summary = Text

## Help beside the fields

hint-basics-label = For example “Registered nurse” or “Accounts assistant”.
hint-image = Kept when you export, but not shown on the pages.
hint-country-code = Two letters, for example GB.
hint-network = For example LinkedIn or GitHub.
hint-fluency = For example B2 (levels go from A1 to C2), “native” or “fluent”.
hint-status = For example “granted” or “pending”.
hint-signature = Left empty, your own name is printed.
hint-reference = Ask before you pass on somebody’s name and words.
hint-rich = **bold**, *italic*, [link text](address). Start a line with “- ” for a bullet or “1. ” for a number, and leave an empty line for a new paragraph.
rich-tools = Text style
rich-bold = Bold
rich-italic = Italic
rich-link = Link
rich-bullets = Bulleted list
rich-numbers = Numbered list
link-address = Address
link-text = Words
link-put = Set the link
link-remove = Remove the link
link-refused = This is no address that a link may lead to. Write a web address, an email address, or a number as tel:+46….
paste-cut = { $count ->
    [one] One character of what you pasted did not fit and was left out.
   *[other] { NUMBER($count) } characters of what you pasted did not fit and were left out.
}
email-odd = This does not look like an email address. It stays as you wrote it.
url-odd = This will not become a link. Write an address that starts with https://.
country-odd = A country code has two letters, for example GB. It stays as you wrote it.

## Dates

date-year = Year
date-month = Month
date-day = Day
date-ongoing = Ongoing
date-odd = “{ $text }” is not a date. Choose a year and month, and it is written like every other date.
date-odd-keep = The text stays on the pages until you change it.
date-odd-clear = Remove the text
date-impossible = That day is not in the calendar.
date-year-range = A year has four digits, for example 2021.
date-order = The end is before the start.

## Adding

add-profiles = Add link
add-summary = Write a profile
add-work = Add job
add-education = Add education
add-projects = Add project
add-volunteer = Add role
add-skills = Add skill
add-languages = Add language
add-certificates = Add certificate
add-publications = Add publication
add-awards = Add award
add-interests = Add interest
add-references = Add reference
add-driving-licence = Add licence
add-patents = Add patent
add-talks = Add talk
add-entry = Add entry
add-classes = Add category
add-address = Add a line
add-enclosures = Add an enclosure
add-highlights = Add bullet
add-courses = Add course
add-keywords = Add keyword
add-roles = Add role
add-section = Add section

# An entry that has no name yet.
new-profiles = New link
new-summary = Profile
new-work = New job
new-education = New education
new-projects = New project
new-volunteer = New role
new-skills = New skill
new-languages = New language
new-certificates = New certificate
new-publications = New publication
new-awards = New award
new-interests = New interest
new-references = New reference
new-entry = New entry
section-empty = Nothing here yet.

## Changing. The variants with -named are read out by screen readers.

duplicate = Duplicate
delete = Delete
delete-named = Delete { $name }
hide = Hide
show = Show
move-up = Move up
move-down = Move down
drag = Drag to move
drag-named = Move { $name }: drag, or press Alt with the up or down arrow
hidden-mark = Hidden
rename-heading = Rename heading
heading-label = Heading
keep-together = Keep together
new-page = Start on a new page
column = Column
column-usual = Column: as the template has it
column-main = In the main column
column-side = In the side column
heading-reset = Use the usual heading
undo = Undo
redo = Redo
done = Done
cancel = Cancel
close = Close

# What screen readers are told after a change.
said-moved = { $name } is now number { NUMBER($place) } of { NUMBER($total) }.
said-deleted = { $name } is deleted. You can undo.
said-added = { $name } is added.
said-hidden = { $name } is hidden.
said-shown = { $name } is shown.
said-undone = The change is undone.
said-redone = The change is made again.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.

## The toolbar

tab-form = Form
tab-paper = Pages
form-region = Your CV as a form
paper-region = Your CV as pages
menu = Menu
download-pdf = Download PDF
making-pdf = Making the PDF …
pdf-done = The PDF is ready.
import = Import
export = Export
export-json = Download JSON Resume
export-json-hint = A standard format that other CV services can read. Without what is hidden.
export-full = Download backup
export-full-hint = Everything in the draft, hidden parts too. Open the file here to go on.
drafts = Drafts
drafts-new = New draft
draft-untitled = Untitled CV
draft-open = Open
draft-changed = Changed { $date }
draft-current = Open now
drafts-count = { $count ->
    [0] No drafts
    [one] One draft
   *[other] { $count } drafts
}
document-language = Language of the CV
document-language-hint = Decides the headings, the names of months and the language of the PDF.
paper = Paper
paper-a4 = A4
paper-letter = US Letter
template = Template
settings = Settings
shortcuts = Keyboard shortcuts

## The pages

page-label = Page { $page } of { $pages }
pages-count = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
pages-count-few = { $pages } pages, { $lines ->
    [one] one line on the last
   *[other] { $lines } lines on the last
}
single-words = { $count ->
    [one] One text ends in a single word
   *[other] { $count } texts end in a single word
}
single-words-hint = They are marked in the pages. A word less in each is a line less; press to go to the next.
design = Looks
pages-hint = Click a line to change it in the form. Ctrl and click follows a link.
layout-unknown = This CV was last set by another version of Merit. Its lines and pages may break in other places here.
layout-accept = Use this version
pages-empty = The page is empty. Start with your name and watch it grow.
fonts-coming = Fetching fonts. Until they are here the pages are set in others.
fonts-missing = The fonts of this CV could not be fetched, which needs the network. Until they are here its lines may break elsewhere than they will. Your text is safe.
glyphs-missing = { $count ->
    [one] The font lacks the character { $characters }. It shows as an empty box on the pages.
   *[other] The font lacks { $count } characters: { $characters }. They show as empty boxes on the pages.
}

## The state. It is always shown and always true.

status-saved = Saved in this browser
status-saving = Saving …
status-new = Saved in this browser as soon as you start writing
status-offline = No contact with the server. Keep writing: everything is saved in this browser.
status-not-saved = Could not save. Download a backup before you close this tab.
status-restored = Here is your draft. Everything you wrote is still there.
retry = Try again
reload = Reload

## How long a draft is kept

kept-persisted = The draft is in this browser only. The browser will not delete it by itself, but it goes if you clear this site’s data.
kept-best-effort = The draft is in this browser only. The browser may delete it if your device runs out of space.
kept-seven-days = The draft is in this browser only. The browser deletes it after seven days without a visit here.
kept-more = How your data is stored

## The start panel

start-title = How do you want to start?
start-lead = You need no account. What you write stays in this browser.
start-blank = Blank CV
start-blank-hint = An empty form. The first page grows beside it with every word.
start-example-hint = An invented person’s CV, to see how it can look and to write over.
start-example-sv = Example in Swedish
start-example-en = Example in English
start-import = Open a file
start-import-hint = Go on with what you have: LinkedIn archive, Europass, Reactive Resume, JSON Resume, Word, PDF, or a backup from Merit.
start-drop = Drop the file here

## The import

import-title = Open a file
import-choose = Choose file
import-paste = Or paste its contents
import-paste-label = Contents as JSON or XML
import-run = Import
import-note = The file is read in your browser and sent nowhere.
import-replaces = The file becomes a new draft. What you have now stays among your drafts.
guess-title = Is this right?
guess-lead = The file holds text without fields. Merit has guessed from headings, dates and addresses what is what. Look through it: nothing is taken until you say so, and then it is a new draft.
guess-entries = { $section }: { $count ->
    [one] one entry
   *[other] { $count } entries
}
guess-take = Take it as a draft
report-understood = Understood
report-kept = Kept as text
report-lost = Left out
report-title = What happened during the import
report-clean = Everything in the file was read without changes.
report-count = { $count ->
    [one] Everything readable is here. There is one thing to know:
   *[other] Everything readable is here. There are { $count } things to know:
}
report-close = To the form
# One for each thing that can happen; $to is a place in the document.
report-kept-as-text = Not a date that Merit knows. The text is kept; choose a date in the form.
report-read-as-date = Written in another way, and read as a date.
report-renamed = Another name for “{ $to }”.
report-moved = Moved to “{ $to }”.
report-converted-number = A number, read as text.
report-converted-boolean = True or false, read as text.
report-converted-text = A text where there is usually a list.
report-converted-list = A list where there is usually a text.
report-converted-object = Several parts, put together into one text.
report-converted-html = HTML, read as formatted text.
report-joined = Several lines, put together into one.
report-cleaned = Control characters became spaces.
report-truncated = Too long. { $chars ->
    [one] One character was
   *[other] { $chars } characters were
} left out at the end.
report-guessed = Read as “{ $to }”.
report-unsorted = Not understood. The text is kept as it stands.
report-no-place = Left out: Merit has no place for it.
report-unreadable = Left out: it cannot be read.
report-twice = Left out: the same field is there already.
report-too-long = Left out: too long for an address.
report-too-many = Left out: { $count ->
    [one] one entry
   *[other] { $count } entries
} more than a CV holds.
report-full = Left out: the CV is full.
report-hidden = Left out: it was hidden.
report-personal = Left out: personal details are entered in the form, if you want to have them there.
report-photo = Left out: choose the photo in the form.
report-own-name = It stands under a name that only Merit knows. Other programs pass over it.
report-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}

## Questions

ask-delete-draft = Delete the draft “{ $name }”?
ask-delete-draft-yes = Delete draft
ask-pdf = Shall the server make the PDF?
ask-pdf-text = This browser cannot make it itself. Your CV would be sent to the server, which makes the file and sends it back. The CV is neither stored nor logged.
ask-pdf-yes = Send and make the PDF
ask-pdf-no = Send nothing

## Keyboard shortcuts

shortcut-undo = Undo
shortcut-redo = Redo
shortcut-up = Move the entry or section up
shortcut-down = Move the entry or section down
shortcut-add = Add an entry or bullet after this one
shortcut-remove-line = Delete an empty bullet
shortcut-pdf = Download PDF
shortcut-save = Download backup
shortcut-paper = Switch between form and pages
shortcut-help = Show keyboard shortcuts
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-enter = Enter
key-backspace = Backspace

## Saving on the server

save = Save
share = Share
save-title = Save your CV on the server
save-lead = So far your CV is in this browser only. Saved on the server you can go on with it on another device, and share it by link.
save-encrypted = It is encrypted there with a key of its own.
save-kept = It stays until you delete it, or until { $days } days have passed without use.
save-private = Nobody sees it until you publish it. You need no name and no e-mail address.
save-adult = I am 18 or older.
save-policy = I have read the
save-policy-link = privacy policy
save-terms = I accept the
save-terms-link = terms of service
save-missing = Tick all three boxes to save.
save-yes = Save on the server
saved-title = This link is your key
saved-lead = Your CV is saved. With this link you open it on any device.
saved-only-key = It is shown only now, and until you have an account it is the only key: who has it can open your CV, and if you lose it nobody can let you in again. Keep it where you keep passwords.
saved-link = Your owner link
copy-link = Copy the link
said-copied = The link is copied.
saved-taken = I have kept the link
status-saved-server = Saved
status-offline-server = No contact with the server. Everything is saved in this browser and is sent later.
ask-delete-draft-text = It is deleted from this browser and, if you have saved it there, from the server with its public page. This cannot be undone.

## Changed in two places

others-title = Changed in two places
others-returned = { $count ->
    [one] Something was deleted in one place and changed in another. It is there again.
   *[other] { $count } things were deleted in one place and changed in another. They are there again.
}
others-seen = All right
others-take = Use this text
others-keep = Keep mine

## Account

sign-in = Sign in
sign-up = Create an account
save-account = With an account you open your CVs on all your devices, and a forgotten password can be replaced.
save-with-link = Save with a link, without an account

## Who shares the computer with others

drafts-old = Drafts from before you signed in
drafts-readable = Whoever can use this browser can read the drafts in it.
drafts-shared = Do you share this computer?
status-tab = In this tab only
status-tab-unsent = The latest is not saved on the server: it is in this tab only. Do not close it.
month-long = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
    [12] December
   *[other] {""}
}

## The photo

photo-add = Add a photo
photo-change = Change photo
photo-cut = Cut the photo
photo-hint = Optional. Many employers prefer to do without. Place and camera are taken out of the file before it is kept.
photo-move = Drag the picture, or move it with the arrow keys.
photo-removed = The photo is taken away.
photo-round = Make it round
photo-square = Make it square
photo-use = Use it
photo-zoom = Closer

## Files of other kinds, and what a program reads

formats = Other formats
formats-menu-hint = Word, web page, Markdown, text, Europass
formats-hint = What is hidden is in none of them. Everything there is has only the backup.
format-docx = Word (DOCX)
format-html = Web page (HTML)
format-markdown = Markdown
format-text = Plain text
format-europass = Europass (XML)
pdf-with-data = The CV’s data in it, so that Merit and others can open it again
pdf-archival = For archives (PDF/A)
reading = What a parser reads
reading-menu-hint = As recruiting systems take your PDF apart
reading-now = Makes a PDF and reads it …
reading-all = { $found ->
    [one] The one fact is found.
   *[other] All { $found } facts are found: name, ways to reach you, employers, titles, dates, schools.
}
reading-lost = { $lost ->
    [one] { $found } facts are found, one is lost.
   *[other] { $found } facts are found, { $lost } are lost.
}
reading-notice = { $lost ->
    [one] A program that reads this PDF loses one fact.
   *[other] A program that reads this PDF loses { $lost } facts.
}
reading-failed = The program that reads could not be fetched, or there is no PDF yet. Try again when you are online.
reading-hint = Read by pdf.js, here in your browser. Nothing was sent.
fact-lost = is not found
fact-misplaced = stands elsewhere than on the page

## Questions beside fields, about what few employers need to know

licence-tractor = tractor
licence-competence = driver CPC
licence-truck = forklift
doubt-personal-number = This looks like a Swedish personal number. A CV does not need it: the year of birth will do, and often not even that.
doubt-coordination-number = This looks like a Swedish coordination number. A CV does not need it.
doubt-health = This may tell about your health. Whether it stays is up to you.
doubt-belief = This may tell about your faith or your politics. Whether it stays is up to you.
doubt-union = This may tell that you belong to a union. Whether it stays is up to you.
doubt-origin = This may tell about your origin. Whether it stays is up to you.
doubt-here = Noticed here in your browser. Nothing has been sent.
doubt-dismiss = I have seen it
