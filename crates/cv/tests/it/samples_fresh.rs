//! FRESH, with every character that could go wrong.

use cv::import::Source;

use crate::samples::read;
use crate::support::{lines, outline};

#[test]
fn fresh() {
    let imported = read("08-garbage-characters.fresh");
    assert_eq!(imported.source, Source::Fresh);
    insta::assert_snapshot!(lines(&imported), @"
    info.characterClass: left out: there is no place for it
    info.quote: left out: there is no place for it
    location.address: several lines joined to one
    education.degree: left out: there is no place for it
    education.level: left out: there is no place for it
    education.summary: moved to basics.summary
    education.history[0].summary: converted from HTML
    education.history[0].summary: moved to courses
    interests[0].summary: moved to keywords
    interests[1].summary: moved to keywords
    references[0].contact: left out: there is no place for it
    references[0].flavor: left out: there is no place for it
    employment.summary: moved to basics.summary
    employment.history[0].keywords: moved to highlights
    service.history[0].flavor: left out: there is no place for it
    affiliation.summary: moved to basics.summary
    extracurricular[0].location: moved to organization
    writing[0].publisher.url: left out: there is no place for it
    writing[0].publisher: converted from an object
    writing[0].flavor: left out: there is no place for it
    speaking[0].role: moved to name
    speaking[0].location: moved to publisher
    speaking[0].highlights: moved to summary
    recognition[0].event: moved to summary
    recognition[0].flavor: left out: there is no place for it
    testimonials[0].flavor: left out: there is no place for it
    reading: left out: there is no place for it
    ");
    insta::assert_snapshot!(outline(&imported.document), @r#"
    basics
        name: Johnny Trouble
        label: Director of Security
        email: johnny@it-doesnt-exist.net
        phone: 1—999—888—7777
        url: https://a-problematic-url.io#section?q=123&z=242
        address: 123 Anybody's Guess Rd., New York, NY 10019
        postalCode: 10019
        city: New York
        region: NY
        countryCode: US
    profiles
        url: https://a-problematic-url.io#section?q=123&z=242
        network: GitHub
        username: janef-was-here
    profiles
        url: https://a-problematic-url.io?q=123&z=242
        network: Twitter
        username: janef-was-here
    summary
        summary: The east coast's most celebrated security authority.⏎⏎A *troublesome* **summary** with strange characters: < > # `hello` & ? and a [link](https://en.wikipedia.org/wiki/Vaporware).⏎⏎More than seven (> 7) years security experience.⏎⏎Member of numerous collegiate and professional groups and organizations.
    work
        name: AB&C's Awesome <Tagged> **Company**
        url: https://a-problematic-url.io?q=123&z=242
        position: Director, *Security Service's*
        startDate: 2012-01
        endDate: Ongoing
        summary: A *troublesome* **summary** with strange characters: < > # `hello` & ? and a [link](https://en.wikipedia.org/wiki/Vaporware).
        highlights: Increased profits by > 20% & **did something important**. Let's use an apostrophe. | A&B&C, GT >, LT <
    education
        url: https://a-problematic-url.io#section?q=123&z=242
        institution: 'Doesn't Exist' College
        studyType: **BSCS**
        score: 3.2
        courses: Course #1 | Course #2: "CS + CORE" | A <course> with brackets. | A multiline HTML-formatted summary of the education. | Second paragraph | And some \*\*Markdown\*\*.
        startDate: 2003-09
        endDate: 2005-06
    projects
        name: A <em>Troublesome</em> Sample with **Markdown**
        url: http://a-problematic-url.io#section?q=123&z=242
        description: Can we use & and > and < and ? and `this`.
        startDate: 2011-02
    projects
        name: A*nother* troublesome <strong>sample</strong> & gauntlet.
        url: https://a-problematic-url.io#section?q=123&z=242
        description: -------------------------------- NO ---
        startDate: 2010-05-01
    volunteer
        url: https://a-problematic-url.io#section?q=123&z=242
        position: Volunteer
        organization: Security Awareness Meetup
        startDate: 2003-11
        endDate: 2005-06
        summary: A *troublesome* **summary** with strange characters: < > # `hello` & ? and a [link](https://en.wikipedia.org/wiki/Vaporware).
        highlights: Increased profits by > 20% & **did something important**. Let's use an apostrophe. | Accomplishment 2 | etc
    volunteer
        url: https://www.someurl.com
        position: !@#$^#%^)(#$%*@)
        organization: ORG'S <NAME>
        startDate: 1960
        endDate: Ongoing
        summary: Test **Markdown** and <em>HTML</em> formatting and backticks `<p></p>` and <brackets>.
    volunteer
        url: https://developer.apple.com/
        organization: !@#$^#%^)(#$%*@)
        summary: !@#$^#%^)(#$%*@)!@#$^#%^)(#$%*@)!@#$^#%^)(#$%*@)!@#$^#%^)(#$%*@)!@#$^#%^)(#$%*@)!@#$^#%^)(#$%*@)!@#$^#%^)(#$%*@)!@#$^#%^)(#$%*@)!@#$^#%^)(#$%*@)
    volunteer
        position: Organizer / Manager & Coach
        organization: New York >30 Baseball League, NY
        startDate: 2009-03
        endDate: Ongoing
        highlights: Just some funny chars > 20% & **yay**. Let's use an apostrophe ###!.
    skills
        name: Skill #1 <1> & 1 it's good.
        level: advanced
        keywords: <keyword1> | #hashtags | this & that
    skills
        name: Skill #2 <2> & 2 it's good.
        level: master
        keywords: <keyword1> | #hashtags | this & that
    languages
        language: English
        fluency: Native
    publications
        name: Johnny Trouble's Blog #1 & Home Page
        url: https://a-problematic-url.io#section?q=123&z=242
        publisher: self
        releaseDate: 2012
    publications
        name: Title: !@#$%^&*(), Speaker
        publisher: SECURECON-2013 Developer's Conference, Doesn't Exist, NJ
        releaseDate: 2012
        summary: - Just some funny chars > 20% & **yay**. Let's use an apostrophe ###!.
    awards
        title: Honorable Mention
        awarder: Google
        date: 2012
        summary: Summer of Code
    interests
        name: trou'blesome **interest** #1
        keywords: mystery | Agatha Christie | John Grisham | Jane is a fan of mystery novels and courtroom dramas including Agatha Christie and John Grisham.
    interests
        name: hiking & outdoors
        keywords: Jane enjoys hiking, light mountain climbing, and has four summits under her belt!
    interests
        name: !@#$%^&*()-_[{}]
    references (hidden)
        name: Harry D'Agostino
    references
        name: Harry D'Agostino & Tom Shanklight
        reference: Testimonial **here** and [an empty link here](#).
    "#);
}
