//! Reactive Resume's own samples, as exports of its versions 4 and 5.

use cv::import::Source;

use crate::samples::read;
use crate::support::{lines, outline};

#[test]
fn reactive_resume_5() {
    let imported = read("16-reactive-resume-v5-sample");
    assert_eq!(imported.source, Source::ReactiveResume);
    insta::assert_snapshot!(lines(&imported), @"
    basics.customFields: moved to profiles
    sections.awards.items[0].date: read as a date
    sections.awards.items[1].date: read as a date
    sections.certifications.items[0].date: read as a date
    sections.certifications.items[1].date: read as a date
    sections.education.items[0].location: moved to institution
    sections.education.items[0].description: moved to courses
    sections.education.items[0].period: read as a date
    sections.experience.items[0].period: read as a date
    sections.projects.items[0].website.label: left out: there is no place for it
    sections.projects.items[0].period: read as a date
    sections.projects.items[1].website.label: left out: there is no place for it
    sections.projects.items[1].period: read as a date
    sections.projects.items[2].period: read as a date
    sections.publications.items[0].date: read as a date
    sections.publications.items[1].date: read as a date
    sections.volunteer.items[0].location: moved to organization
    sections.volunteer.items[0].period: read as a date
    sections.volunteer.items[1].location: moved to organization
    sections.volunteer.items[1].period: read as a date
    customSections[0]: moved to work
    customSections[0].items[0].period: read as a date
    customSections[0].items[1].period: read as a date
    customSections[1]: left out: there is no place for it
    ");
    let short = outline(&imported.document);
    let short: Vec<String> = short
        .lines()
        .map(|l| l.chars().take(90).collect())
        .collect();
    insta::assert_snapshot!(short.join("\n"), @"
    basics
        name: David Kowalski
        label: Game Developer | Unity & Unreal Engine Specialist
        image: /photos/sample-picture.jpg
        email: david.kowalski@email.com
        phone: +1 (555) 291-4756
        url: https://davidkowalski.games
        city: Seattle, WA
    summary
        summary: **Passionate game developer with 5+ years of professional experience** creati
    education
        institution: University of Washington, Seattle, WA
        studyType: Bachelor of Science
        area: Computer Science
        score: 3.6 GPA
        courses: Concentration in Game Development. Relevant Coursework: Game Engine Architect
        startDate: 2014
        endDate: 2018
    work
        name: Cascade Studios
        position: Senior Game Developer
        location: Seattle, WA
        startDate: 2022-03
        endDate: Ongoing
        highlights: Lead gameplay programmer on an unannounced AAA action-adventure title buil
    work
        name: Pixel Forge Interactive
        position: Game Developer
        location: Bellevue, WA
        startDate: 2020-06
        endDate: 2022-02
        highlights: Core developer on 'Starbound Odyssey,' a sci-fi roguelike that achieved 50
    work
        name: Mobile Games Studio
        position: Junior Game Developer
        location: Remote
        startDate: 2018-09
        endDate: 2020-05
        highlights: Contributed to development of three mobile puzzle games built in Unity, co
    profiles
        url: https://github.com/dkowalski-dev
        username: github.com/dkowalski-dev
    profiles
        url: https://itch.io/dkowalski
        username: itch.io/dkowalski
    profiles
        url: https://github.com/dkowalski-dev
        network: GitHub
        username: dkowalski-dev
    profiles
        url: https://linkedin.com/in/davidkowalski
        network: LinkedIn
        username: davidkowalski
    skills
        name: Unity Engine
        level: Expert
        keywords: C# | Editor Tools | Performance Profiling
    skills
        name: Unreal Engine
        level: Advanced
        keywords: C++ | Blueprints | UE5 Features
    skills
        name: Programming Languages
        level: Expert
        keywords: C# | C++ | Python | HLSL/GLSL
    skills
        name: Game AI
        level: Advanced
        keywords: Behavior Trees | FSM | Pathfinding | Navigation
    skills
        name: Physics & Mathematics
        level: Advanced
        keywords: 3D Math | Collision Detection | Rigid Body Dynamics
    skills (hidden)
        name: Performance Optimization
        level: Advanced
        keywords: Profiling | Memory Management | Frame Rate
    awards
        title: Best Gameplay - Ludum Dare 48
        awarder: Ludum Dare
        date: 2021-04
        summary: Awarded for puzzle game 'Deeper and Deeper' which ranked in the top 5% overal
    awards
        title: Employee Excellence Award
        awarder: Pixel Forge Interactive
        date: 2021-12
        summary: Recognized for exceptional contributions to 'Starbound Odyssey' development a
    certificates
        name: Unity Certified Expert: Programmer
        issuer: Unity Technologies
        date: 2022-03
    certificates
        name: Unreal Engine 5 C++ Developer
        issuer: Epic Games (Udemy)
        date: 2023-06
    languages
        language: English
        fluency: Native
    languages
        language: Polish
        fluency: Conversational
    interests
        name: Game Design
        keywords: Mechanics | Level Design | Player Psychology
    interests
        name: AI & Procedural Generation
        keywords: PCG | Machine Learning | Emergent Gameplay
    interests
        name: Indie Game Development
        keywords: Solo Dev | Game Jams | Community
    interests
        name: Technical Art
        keywords: Shaders | VFX | Optimization
    references
        name: Available upon request
    projects
        name: Echoes of the Void (Indie Game)
        url: https://itch.io/echoes-of-the-void
        description: Solo developer for a narrative-driven 2D platformer built in Unity. Featu
        startDate: 2023
        endDate: Ongoing
    projects
        name: Open Source: Unity Dialogue Framework
        url: https://github.com/dkowalski-dev/unity-dialogue
        description: Created and maintain an open-source dialogue system for Unity with visual
        startDate: 2021
        endDate: 2023
    projects
        name: Game Jam Participation
        description: Regular participant in Ludum Dare and Global Game Jam events. Created 12+
        startDate: 2019
        endDate: Ongoing
    publications
        name: Optimizing Unity Games for Mobile: A Practical Guide
        publisher: Game Developer Magazine
        releaseDate: 2021-09
        summary: Technical article covering mobile optimization techniques including draw call
    publications
        name: Building Modular Dialogue Systems
        publisher: Seattle Indie Game Developers Meetup
        releaseDate: 2022-05
        summary: Presented talk on designing flexible dialogue systems for narrative games, at
    volunteer
        organization: Seattle Indies, Seattle, WA
        startDate: 2020
        endDate: Ongoing
        summary: Active member of local indie game development community. Organize monthly gam
    volunteer
        organization: Code.org Game Development Workshops, Seattle, WA
        startDate: 2021
        endDate: Ongoing
        summary: Volunteer instructor teaching basic game programming concepts to middle schoo
    ");
}

#[test]
fn reactive_resume_4() {
    let imported = read("17-reactive-resume-v4-sample");
    assert_eq!(imported.source, Source::ReactiveResume);
    insta::assert_snapshot!(lines(&imported), @"
    sections.education.items[0].date: read as a date
    sections.experience.items[0].date: read as a date
    sections.experience.items[1].date: read as a date
    sections.projects.items[0].summary: moved to description
    sections.projects.items[1].summary: moved to description
    ");
    let short = outline(&imported.document);
    let short: Vec<String> = short
        .lines()
        .map(|l| l.chars().take(90).collect())
        .collect();
    insta::assert_snapshot!(short.join("\n"), @"
    basics
        name: John Doe
        label: Creative and Innovative Web Developer
        image: https://i.imgur.com/HgwyOuJ.jpg
        email: john.doe@gmail.com
        phone: (555) 123-4567
        url: https://johndoe.me/
        city: Pleasantville, CA 94588
    summary
        summary: Innovative Web Developer with 5 years of experience in building impactful and
    work
        name: Creative Solutions Inc.
        url: https://creativesolutions.inc/
        position: Senior Web Developer
        location: San Francisco, CA
        startDate: 2019-01
        endDate: Ongoing
        highlights: Spearheaded the redesign of the main product website, resulting in a 40% i
    work
        name: TechAdvancers
        url: https://techadvancers.com/
        position: Web Developer
        location: San Jose, CA
        startDate: 2016-06
        endDate: 2018-12
        highlights: Collaborated in a team of 10 to develop high-quality web applications usin
    education
        institution: University of California
        studyType: Bachelor's in Computer Science
        area: Berkeley, CA
        startDate: 2012-08
        endDate: 2016-05
    projects
        name: E-Commerce Platform
        description: Project Lead⏎⏎Led the development of a full-stack e-commerce platform, im
    projects
        name: Interactive Dashboard
        description: Frontend Developer⏎⏎Created an interactive analytics dashboard for a SaaS
    references (section hidden)
        name: Available upon request
    profiles
        url: https://linkedin.com/in/johndoe
        network: LinkedIn
        username: johndoe
    profiles
        url: https://github.com/johndoe
        network: GitHub
        username: johndoe
    skills
        name: Web Technologies
        level: Advanced
        keywords: HTML5 | JavaScript | PHP | Python
    skills
        name: Web Frameworks
        level: Intermediate
        keywords: React.js | Angular | Vue.js | Laravel | Django
    skills
        name: Tools
        level: Intermediate
        keywords: Webpack | Git | Jenkins | Docker | JIRA
    certificates
        name: Full-Stack Web Development
        issuer: CodeAcademy
        date: 2020
    certificates
        name: AWS Certified Developer
        issuer: Amazon Web Services
        date: 2019
    ");
}
