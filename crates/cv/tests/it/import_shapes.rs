//! Wrong types, old and foreign names, odd text: what is made of them.

use cv::import::Source;
use serde_json::json;

use crate::support::{import, lines, outline};

#[test]
fn wrong_types() {
    let file = json!({
        "basics": {
            "name": 42, "label": true, "email": ["a@x.example", "b@x.example"], "phone": null,
            "url": {"href": "https://x.example", "label": "x.example"}, "image": {"odd": 1},
            "summary": ["One", "Two"], "location": "Umeå", "profiles": {"network": "GitHub"},
        },
        "work": [
            "Just a text",
            {"name": "A", "startDate": 2014, "endDate": {"year": 2015, "month": 2},
             "highlights": "- one\n• two\nthree", "location": {"city": "Luleå", "countryCode": "SE"},
             "position": {"a": 1}},
            7, null, {}, [["x"]],
        ],
        "skills": "Rust, Go",
        "languages": ["Svenska", {"name": "English", "level": 3}],
        "education": {"institution": "KTH", "courses": "Maths; Physics, Art"},
        "projects": [{"name": "P", "keywords": [1, true, {"name": "k"}, {"odd": 1}, ["n"], ""],
            "roles": "Lead"}],
        "interests": false,
        "awards": [{"title": "T", "summary": 5, "date": "then"}],
        "meta": 5,
    });
    let imported = import(file.to_string());
    insta::assert_snapshot!(lines(&imported), @"
    basics.profiles: converted from an object
    basics.summary: converted from a list
    basics.name: converted from a number
    basics.label: converted from true or false
    basics.image: left out: it cannot be read
    basics.email: converted from a list
    basics.url: converted from an object
    basics.location: another name for city
    work[0]: converted from a text
    work[1].position: left out: it cannot be read
    work[1].location: converted from an object
    work[1].startDate: converted from a number
    work[1].endDate: read as a date
    work[1].highlights: converted from a text
    work[2]: converted from a number
    work[5][0]: left out: it cannot be read
    work[5]: converted from a list
    education: converted from an object
    education[0].courses: converted from a text
    projects[0].keywords[0]: converted from a number
    projects[0].keywords[1]: converted from true or false
    projects[0].keywords[3]: left out: it cannot be read
    projects[0].keywords[4]: left out: it cannot be read
    projects[0].roles: converted from a text
    skills[0]: converted from a text
    languages[0]: converted from a text
    languages[1].name: another name for language
    languages[1].level: another name for fluency
    languages[1].level: converted from a number
    awards[0].date: not a date, kept as text
    awards[0].summary: converted from a number
    interests[0]: left out: it cannot be read
    ");
    insta::assert_snapshot!(outline(&imported.document), @r#"
    basics
        name: 42
        label: true
        email: a@x.example, b@x.example
        url: https://x.example
        city: Umeå
    profiles
        network: GitHub
    summary
        summary: One⏎⏎Two
    work
        position: Just a text
    work
        name: A
        location: Luleå, SE
        startDate: 2014
        endDate: 2015-02
        highlights: one | two | three
    work
        position: 7
    education
        institution: KTH
        courses: Maths | Physics | Art
    projects
        name: P
        keywords: 1 | true | k
        roles: Lead
    skills
        name: Rust, Go
    languages
        language: Svenska
    languages
        language: English
        fluency: 3
    awards
        title: T
        date: Odd("then")
        summary: 5
    "#);
}

#[test]
fn old_names_and_new_ones() {
    let file = json!({
        "basics": {"picture": "me.png", "website": "https://x.example", "Title": "Boss"},
        "work": [
            {"company": "A", "website": "https://a.example", "start_date": "2014", "endDate": ""},
            {"name": "B", "company": "B", "employer": "C", "endDate": null},
        ],
        "education": [{"gpa": "4.0", "school": "S", "degree": "BSc", "description": "Good times"}],
        "publications": [{"name": "N", "website": "https://n.example", "date": "2011"}],
        "certifications": [{"title": "C", "authority": "X"}],
        "hobbies": [{"name": "Chess", "summary": "On Sundays"}],
        "telephone": "070-123 45 67",
        "hats": 3,
    });
    let imported = import(file.to_string());
    insta::assert_snapshot!(lines(&imported), @"
    basics.Title: another name for label
    basics.picture: another name for image
    basics.website: another name for url
    work[0].company: another name for name
    work[0].website: another name for url
    work[0].start_date: another name for startDate
    work[1].employer: left out: the field is there twice
    education[0].school: another name for institution
    education[0].degree: another name for studyType
    education[0].gpa: another name for score
    education[0].description: moved to courses
    publications[0].website: another name for url
    publications[0].date: another name for releaseDate
    certifications: another name for certificates
    certifications[0].title: another name for name
    certifications[0].authority: another name for issuer
    hobbies: another name for interests
    hobbies[0].summary: moved to keywords
    telephone: another name for phone
    hats: left out: there is no place for it
    ");
    insta::assert_snapshot!(outline(&imported.document), @"
    basics
        label: Boss
        image: me.png
        phone: 070-123 45 67
        url: https://x.example
    work
        name: A
        url: https://a.example
        startDate: 2014
        endDate: Ongoing
    work
        name: B
    education
        institution: S
        studyType: BSc
        score: 4.0
        courses: Good times
    certificates
        name: C
        issuer: X
    publications
        name: N
        url: https://n.example
        releaseDate: 2011
    interests
        name: Chess
        keywords: On Sundays
    ");
}

#[test]
fn text_is_cleaned_and_says_so() {
    let file = json!({
        "basics": {"name": "A\u{0}b\u{7}", "summary": "* one\n* two\r\n\r\nAnd **more**\ttext"},
        "work": [{"name": "x", "description": "line\r\nanother", "summary": "<p>a <b>b</b> &amp; c</p><ul><li>d</ul>"}],
    });
    let imported = import(file.to_string());
    insta::assert_snapshot!(lines(&imported), @"
    basics.name: control characters replaced by spaces
    work[0].description: several lines joined to one
    work[0].summary: converted from HTML
    ");
    insta::assert_snapshot!(outline(&imported.document), @"
    basics
        name: A b
    summary
        summary: - one⏎- two⏎⏎And **more**	text
    work
        name: x
        description: line, another
        summary: a **b** & c⏎- d
    ");
}

#[test]
fn reactive_resume_beyond_its_samples() {
    let file = json!({"data": {
        "basics": {"name": "A", "customFields": [{"id": "1", "name": "Fax", "value": "123", "icon": "x"}],
            "picture": {"url": "https://x.example/p.jpg", "effects": {"hidden": true}}},
        "sections": {
            "experience": {"id": "experience", "name": "Jobs", "visible": false, "items": [
                {"id": "1", "company": "C", "location": "L", "position": "", "period": "", "description": "",
                 "roles": [{"id": "r", "position": "P1", "period": "2020 - 2021", "description": "<p>d</p>"},
                           {"id": "s", "position": "P2", "period": "2021 - Present", "description": ""}]},
            ]},
            "skills": {"items": [{"name": "S", "level": 4, "keywords": []}, {"name": "T", "level": 0}]},
            "certifications": {"items": [{"name": "N", "summary": "<p>lost</p>"}]},
            "references": {"items": [{"name": "R", "position": "CTO", "phone": "1", "description": "<p>Great</p>"}]},
            "custom": {"abc": {"id": "abc", "name": "Talks", "items": [
                {"name": "T1", "description": "Keynote", "date": "2020", "location": "Rome", "summary": "<p>s</p>"}]}},
        },
        "customSections": [
            {"id": "z", "type": "volunteer", "title": "Boards", "items": [{"organization": "B"}]},
            {"id": "y", "type": "summary", "title": "Goals", "items": [{"content": "<p>g</p>"}]},
        ],
        "metadata": {"notes": "<p>private</p>", "layout": [[["custom.abc", "experience"], ["z"]]]},
    }});
    let imported = import(file.to_string());
    assert_eq!(imported.source, Source::ReactiveResume);
    insta::assert_snapshot!(lines(&imported), @"
    basics.picture.url: left out: it was hidden
    basics.customFields: moved to profiles
    sections.certifications.items[0].summary: left out: there is no place for it
    sections.custom.abc.items[0].location: moved to description
    sections.custom.abc.items[0].summary: moved to description
    sections.experience.items[0].roles[0]: moved to work
    sections.experience.items[0].roles[0].period: read as a date
    sections.experience.items[0].roles[1]: moved to work
    sections.experience.items[0].roles[1].period: read as a date
    sections.references.items[0].position: moved to name
    sections.references.items[0].phone: moved to reference
    sections.skills.items[0].level: converted from a number
    metadata.notes: left out: there is no place for it
    ");
    insta::assert_snapshot!(outline(&imported.document), @"
    basics
        name: A
    projects Talks
        name: T1
        description: Keynote⏎⏎Rome⏎⏎s
        startDate: 2020
    work Jobs (section hidden)
        name: C
        position: P1
        location: L
        startDate: 2020
        endDate: 2021
        summary: d
    work Jobs (section hidden)
        name: C
        position: P2
        location: L
        startDate: 2021
        endDate: Ongoing
    volunteer Boards
        organization: B
    profiles
        network: Fax
        username: 123
    skills
        name: S
        level: 4/5
    skills
        name: T
    certificates
        name: N
    references
        name: R, CTO
        reference: Great⏎⏎1
    summary Goals
        summary: g
    ");
}
