### Advice in the editor: hints, a comparison with an advertisement, examples.

title = Advice
menu-hint = Hints, a job advertisement, examples to begin from
here = All of it is worked out in your browser. Nothing is sent, and nothing is kept of it.
loading = Fetching what it takes …
failed = What gives advice could not be fetched. Check your connection and try again.
tab-hints = Hints
tab-advert = Advertisement
tab-examples = Examples
whole = The whole
show = Show me
dismiss = Dismiss
dismiss-named = Dismiss: { $what }
show-named = Show me: { $what }
dismissed = Dismissed. It stays away as long as this page is open.
restore = { $count ->
    [one] Bring back the one that was dismissed
   *[other] Bring back { $count } that were dismissed
}
count = { $count ->
    [one] One thing to look at. You decide.
   *[other] { NUMBER($count) } things to look at. You decide.
}
nothing = Nothing stands out.
nothing-yet = Nothing is written yet. Hints come as you write.
no-words = Rules about words know Swedish and English. For this CV only the others apply.
parts = What most CVs have
parts-hint = None of it is a duty. Leave out what says nothing about you.
is-there = there
is-not-there = not there
part-name = Name
part-contact = E-mail or telephone
part-city = Town
part-summary = A few lines about you
part-work = Experience
part-education = Education
part-skills = Skills
part-languages = Languages

## What there is to look at, and why a reader may mind

hint-no-contact = No way to reach you
why-no-contact = Without an e-mail address or a telephone number nobody can ask you to an interview.
hint-no-name = No name
why-no-name = A reader has nothing to call you, and the PDF no title.
hint-no-summary = No lines about you
why-no-summary = Many readers begin with two or three sentences on who you are and what you are looking for.
hint-date-missing = A date is missing
why-date-missing = Readers want to see when, and programs that sort CVs count on it. Something that goes on has an end too: “ongoing”.
hint-date-unreadable = This is not a date
why-date-unreadable = It is printed as it stands, but programs cannot read it as a date.
hint-end-before-start = It ends before it begins
why-end-before-start = One of the two dates is probably mistyped.
hint-date-unlikely = An unlikely date
why-date-unlikely = It lies far ahead or very long ago. Is the year right?
hint-gap = { $months ->
    [one] One month without an entry, { $from } to { $to }
   *[other] { $months } months without an entry, { $from } to { $to }
}
why-gap = A reader may ask. There may be every reason for it, and a CV need not tell; a line on what you did saves the question.
hint-no-description = Nothing is told of this job
why-no-description = For jobs of the last ten years a reader wants to know what you did. Two or three lines will do.
hint-weak-start = “{ $words }” hides what you did
why-weak-start = A verb that says it is stronger. Take one only if it is true:
hint-first-person = Begins with “{ $word }”
why-first-person = It is your CV, so everybody knows who. Most leave the pronoun out and begin with the verb.
hint-long-line = A line of { $words } words
why-long-line = Readers skim. What is longer than two lines on the page is often skipped; two short ones are read.
hint-single-word = A line of a single word
why-single-word = A word alone says what, but not how or how much. Skills have a section of their own.
hint-verb-again = { $times } lines begin with “{ $verb }”
why-verb-again = The third time a reader stops noticing it. Another verb may say more exactly what you did.
hint-no-figures = No figures in this job
why-no-figures = How many, how often, how much: a figure makes a line believable. Where you know none, leave it as it is.
hint-cliche = “{ $phrase }” stands in many CVs
why-cliche = A reader has seen it so often that it says little. Something that you did shows the same.
hint-mixed-tense = Now and then are mixed
why-mixed-tense = The lines of a job are easier to read in one tense: what you do for a job that goes on, what you did for one that is over.
hint-mixed-ends = { NUMBER($with) } lines end with a full stop, { NUMBER($without) } do not
why-mixed-ends = Either is right. All the same looks as if somebody had proofread it.
hint-spelling = “{ $written }” is usually written “{ $better }”
why-spelling = Some readers stumble over spelling before anything else.
hint-placeholder = { $text } waits to be filled in
why-placeholder = It comes from an example. Put in what is true, or take the line away.
hint-too-many-pages = { NUMBER($pages) } pages
why-too-many-pages = In Sweden and Britain most readers expect one or two pages. For universities and research it may be more.
hint-link-not-secure = { $links ->
    [one] A link begins with http and not with https
   *[other] { $links } links begin with http and not with https
}
why-link-not-secure = Browsers warn of that. Nearly every site answers to https too.
hint-photo = There is a photo
why-photo = In Sweden opinions differ; in Britain, Ireland and North America most employers would rather not have one. It is your choice.
hint-details = There are personal details
why-details = Few employers in Sweden or Britain need more than your name and how to reach you; elsewhere a date of birth may be expected. It is your choice.
hint-no-level = A language without a level
why-no-level = “German” may mean a holiday or a childhood. A level such as B1, or “mother tongue”, tells which.
hint-references-on-request = References on request
why-references-on-request = Readers take it for granted, so the line can go. In Sweden many write it all the same, and that is fine.

## Groups of verbs

verbs-leading = leading
verbs-making = making
verbs-improving = improving
verbs-helping = helping
verbs-selling = selling
verbs-examining = examining
verbs-organising = organising
verbs-teaching = teaching

## The advertisement

advert = Text of the advertisement
advert-hint = Paste it here. It stays in this page and is gone when you leave.
compare = Compare
advert-empty = Paste the text of an advertisement first.
advert-nothing = No words were found in it that look like something that is asked for.
advert-language-unknown = The advertisement is in a language whose words we do not know. Only names such as Excel are looked for.
advert-differs-swedish = The advertisement is in Swedish, and your CV is not. Names of skills are known in both languages; other words are not found across them.
advert-differs-english = The advertisement is in English, and your CV is not. Names of skills are known in both languages; other words are not found across them.
compared = { $found } of { $asked } are in your CV.
missing = Not in your CV
missing-hint = Add only what is true of you. What you lack you lack, and nobody has everything that an advertisement lists.
missing-none = Everything that was found in the advertisement is in your CV.
found = In your CV
found-none = None of it is in your CV.
beyond = What a CV cannot show
beyond-hint = Qualities show in what you did, and in the letter; the rest is agreed upon in an interview.
other-words = Other words of the advertisement
other-words-hint = Words that look as if they mattered. The list is made by simple rules, and some of it may be beside the point.
add-to = Add to { $section }
add-named = Add { $entry } to { $section }
added = Added to { $section }: { $entry }. It can be undone.
tell-at = Could be told at { $entry }
tell-named = { $term } could be told at { $entry }

## Examples

examples-language = Language of the examples
examples-hint = Read them for how something can be said. What only you know stands in square brackets; nothing in them is about you before you have made it so.
insert = Begin with this
insert-at = Begin with this at { $entry }
insert-named = Begin with this: { $about }, { $entry }
inserted = The example is in. Make it yours.
