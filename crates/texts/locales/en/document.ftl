### Words that are printed in the document. They follow its language, not the editor’s.

## Headings

heading-profiles = Links
heading-summary = Profile
heading-work = Experience
heading-education = Education
heading-projects = Projects
heading-volunteer = Volunteering
heading-skills = Skills
heading-languages = Languages
heading-certificates = Certificates
heading-publications = Publications
heading-awards = Awards
heading-interests = Interests
heading-references = References

## Dates. $month is 1–12.

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
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
    [12] Dec
   *[other] {""}
}
# $month is the name of a month.
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
# Between years the dash is closed up, between dates of several words it is spaced.
range-years = { $from }–{ $to }
range-dates = { $from } – { $to }
ongoing = present

## Words that templates need

courses = Courses
keywords = Keywords
role = Role
roles = Roles
score = Grade
website = Website
# Word, colon, value: “Courses: Statistics, Algebra”.
labelled = { $label }: { $value }
page-of = Page { $page } of { $pages }
# The document’s title in the PDF.
title-of = CV – { $name }
title = CV
# What a photo shows, for those who do not see it.
photo-of = Photo of { $name }
photo = Photo

## The web page

# What a search engine or a chat shows of a page whose owner gave no label.
page-description = Curriculum vitae of { $name }
page-pdf = Download PDF
page-json = JSON Resume
page-made-with = Made with Merit
