//! A Europass CV: the XML (`Candidate`, version 4.0) that the European Union's
//! portal opens.
//!
//! The schema is not published. What is written here is what the portal's own
//! files hold and what its importer is known to keep: work, education, languages
//! and the summary in their places, all other sections as sections of one's own.
//! The portal refuses a whole file for one telephone number without the country
//! to dial, so a number whose country nobody can tell is not in it. Dates that
//! are none stand in descriptions.

use std::fmt::Write as _;

use cv::{Field, SectionKind, Shown, ShownItem, ShownSection, When};

use super::outline::{Body, Entry, Pieces, heading, words_of};
use crate::layout::clean;
use crate::svg::Escaped;
use crate::template;

mod describe;
mod portrait;
mod telephone;
mod xml;

use describe::html;
use xml::Xml;

pub(super) fn write(shown: Shown<'_>, photo: Option<&[u8]>) -> String {
    let sections = template::of(shown).sections(shown);
    let writer = Writer {
        shown,
        sections: &sections,
        lang: shown.language(),
    };
    let mut xml = Xml::new();
    xml.inside(
        "Candidate",
        "xmlns=\"http://www.europass.eu/1.0\" xmlns:oa=\"http://www.openapplications.org/oagis/9\" \
         xmlns:eures=\"http://www.europass_eures.eu/1.0\" xmlns:hr=\"http://www.hr-xml.org/3\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"http://www.europass.eu/1.0 Candidate.xsd\"",
        |xml| {
            let id = |name: &str, version: &str| {
                format!(
                    "schemeID=\"Merit\" schemeName=\"{name}\" schemeAgencyName=\"EUROPASS\" schemeVersionID=\"{version}\""
                )
            };
            xml.empty("hr:DocumentID", &id("DocumentIdentifier", "4.0"));
            xml.inside("CandidatePerson", "", |xml| writer.person(xml));
            let language = Escaped(shown.language().tag());
            let language = format!("languageCode=\"{language}\"");
            xml.inside("CandidateProfile", &language, |xml| {
                xml.empty("hr:ID", &id("CandidateProfileID", "1.0"));
                writer.profile(xml, photo);
            });
            writer.order(xml);
        },
    );
    xml.finish()
}

struct Writer<'w, 'a> {
    shown: Shown<'a>,
    sections: &'w [ShownSection<'a>],
    lang: cv::Language,
}

impl<'a> Writer<'_, 'a> {
    fn of(&self, kind: SectionKind) -> impl Iterator<Item = ShownItem<'a>> {
        let sections = self.sections.iter().filter(move |s| s.kind() == kind);
        sections.flat_map(|section| section.items())
    }

    fn person(&self, xml: &mut Xml) {
        let basics = self.shown.basics();
        let name = line(basics, Field::Name);
        xml.inside("PersonName", "", |xml| {
            // What comes last is the family's name in most of Europe.
            let (given, family) = name.rsplit_once(' ').unwrap_or((&name, ""));
            xml.text("oa:GivenName", given);
            xml.text("hr:FamilyName", family);
        });
        let email = line(basics, Field::Email);
        channel(xml, "Email", "", "oa:URI", &email);
        let country = line(basics, Field::CountryCode);
        if let Some(number) = telephone::read(&line(basics, Field::Phone), &country) {
            xml.inside("Communication", "", |xml| {
                xml.text("ChannelCode", "Telephone");
                xml.text("UseCode", "mobile");
                xml.text("CountryDialing", &number.country);
                xml.text("oa:DialNumber", &number.rest);
            });
        }
        let mut addresses = vec![line(basics, Field::Url)];
        addresses.extend(self.of(SectionKind::Profiles).map(|i| line(i, Field::Url)));
        for address in addresses {
            let target = crate::html::target(&address).unwrap_or_default();
            channel(xml, "Web", "", "oa:URI", &target);
        }
        self.address(xml);
        for item in self
            .of(SectionKind::Languages)
            .filter(|i| is_mother_tongue(*i))
        {
            let name = line(item, Field::Language);
            xml.with("PrimaryLanguageCode", "name=\"FREE_TEXT\"", &name);
        }
    }

    fn address(&self, xml: &mut Xml) {
        let basics = self.shown.basics();
        let mut address = Xml::within();
        let street = [Field::Address, Field::Region].map(|field| line(basics, field));
        let street: Vec<&str> = street.iter().map(String::as_str).collect();
        address.text("oa:AddressLine", &joined(&street));
        address.text("oa:CityName", &line(basics, Field::City));
        let country = line(basics, Field::CountryCode).to_lowercase();
        address.text("CountryCode", &country);
        address.text("oa:PostalCode", &line(basics, Field::PostalCode));
        if !address.is_empty() {
            xml.inside("Communication", "", |xml| {
                xml.text("UseCode", "home");
                xml.inside("Address", "type=\"home\"", |xml| xml.append(address));
            });
        }
    }

    fn profile(&self, xml: &mut Xml, photo: Option<&[u8]>) {
        let mut summary = String::new();
        let label = line(self.shown.basics(), Field::Label);
        if !label.is_empty() {
            let _ = write!(summary, "<p><strong>{}</strong></p>", Escaped(&label));
        }
        for item in self.of(SectionKind::Summary) {
            html(&mut summary, &self.entry(SectionKind::Summary, item).body);
        }
        xml.text("hr:ExecutiveSummary", &summary);
        xml.group("EmploymentHistory", |xml| {
            self.of(SectionKind::Work)
                .for_each(|item| self.job(xml, item));
        });
        xml.group("EducationHistory", |xml| {
            self.of(SectionKind::Education)
                .for_each(|item| self.study(xml, item));
        });
        xml.group("PersonQualifications", |xml| {
            let others = self.of(SectionKind::Languages);
            others
                .filter(|item| !is_mother_tongue(*item))
                .for_each(|item| language(xml, item));
        });
        if let Some(photo) = photo {
            portrait::write(xml, photo);
        }
        for section in self.sections {
            if !IN_PLACE.contains(&section.kind()) {
                section
                    .items()
                    .for_each(|item| self.other(xml, *section, item));
            }
        }
    }

    fn job(&self, xml: &mut Xml, item: ShownItem<'a>) {
        let entry = self.entry(SectionKind::Work, item);
        xml.inside("EmployerHistory", "", |xml| {
            xml.text("hr:OrganizationName", &line(item, Field::Name));
            contact(xml, &line(item, Field::Location), &line(item, Field::Url));
            xml.inside("PositionHistory", "", |xml| {
                let title = line(item, Field::Position);
                xml.with("PositionTitle", "typeCode=\"FREETEXT\"", &title);
                xml.group("eures:EmploymentPeriod", |xml| {
                    moment(xml, "eures:StartDate", item, Field::StartDate);
                    moment(xml, "eures:EndDate", item, Field::EndDate);
                    if item.when(Field::EndDate).is_some() {
                        let current = item.when(Field::EndDate) == Some(&When::Ongoing);
                        xml.text("hr:CurrentIndicator", &current.to_string());
                    }
                });
                let mut text = odd_dates(item);
                paragraph(&mut text, &line(item, Field::Description));
                html(&mut text, &entry.body);
                xml.text("oa:Description", &text);
                xml.text("City", &line(item, Field::Location));
            });
        });
    }

    fn study(&self, xml: &mut Xml, item: ShownItem<'a>) {
        let entry = self.entry(SectionKind::Education, item);
        xml.inside("EducationOrganizationAttendance", "", |xml| {
            xml.text("hr:OrganizationName", &line(item, Field::Institution));
            contact(xml, "", &line(item, Field::Url));
            xml.group("AttendancePeriod", |xml| {
                moment(xml, "StartDate", item, Field::StartDate);
                moment(xml, "EndDate", item, Field::EndDate);
                if item.when(Field::EndDate).is_some() {
                    let ongoing = item.when(Field::EndDate) == Some(&When::Ongoing);
                    xml.text("Ongoing", &ongoing.to_string());
                }
            });
            xml.inside("EducationDegree", "", |xml| {
                let degree = [Field::StudyType, Field::Area].map(|field| line(item, field));
                let degree: Vec<&str> = degree.iter().map(String::as_str).collect();
                xml.text("hr:DegreeName", &joined(&degree));
                let mut text = odd_dates(item);
                html(&mut text, &entry.body);
                xml.text("OccupationalSkillsCovered", &text);
                xml.group("FinalGrade", |xml| {
                    xml.text("hr:ScoreText", &line(item, Field::Score));
                });
            });
        });
    }

    /// An entry of a section of one's own. The portal keeps only the last of
    /// several in one `Others`, and puts those of one title together.
    fn other(&self, xml: &mut Xml, section: ShownSection<'a>, item: ShownItem<'a>) {
        let entry = self.entry(section.kind(), item);
        let heading = words_of(&heading(section, self.lang));
        let title = match words_of(&entry.title) {
            title if title.is_empty() => heading.clone(),
            title => title,
        };
        xml.inside("Others", "", |xml| {
            xml.text("Title", &heading);
            xml.inside("Other", "", |xml| {
                xml.text("Title", &title);
                xml.group("Date", |xml| {
                    for field in [Field::StartDate, Field::Date, Field::ReleaseDate] {
                        moment(xml, "StartDate", item, field);
                    }
                    moment(xml, "EndDate", item, Field::EndDate);
                    if item.when(Field::EndDate) == Some(&When::Ongoing) {
                        xml.text("Ongoing", "true");
                    }
                });
                let mut text = odd_dates(item);
                let details: Vec<String> = entry.details.iter().map(|p| words_of(p)).collect();
                let details: Vec<&str> = details.iter().map(String::as_str).collect();
                paragraph(&mut text, &joined(&details));
                html(&mut text, &entry.body);
                xml.text("Description", &text);
                let link = crate::html::target(&line(item, Field::Url));
                xml.text("Link", &link.unwrap_or_default());
            });
        });
    }

    fn entry(&self, kind: SectionKind, item: ShownItem<'_>) -> Entry {
        Entry::of(kind, item, self.lang)
    }

    /// Which sections the portal shows, and in which order.
    fn order(&self, xml: &mut Xml) {
        let names = self
            .sections
            .iter()
            .filter_map(|section| match section.kind() {
                SectionKind::Work => Some("work-experience"),
                SectionKind::Education => Some("education-training"),
                SectionKind::Languages => Some("language"),
                _ => None,
            });
        let mut seen: Vec<&str> = Vec::new();
        for name in names {
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        if seen.is_empty() {
            return;
        }
        xml.inside("RenderingInformation", "", |xml| {
            xml.inside("Design", "", |xml| {
                xml.inside("SectionsOrder", "", |xml| {
                    for name in seen {
                        xml.inside("Section", "", |xml| xml.text("Title", name));
                    }
                });
            });
        });
    }
}

/// What has a place of its own.
const IN_PLACE: [SectionKind; 5] = [
    SectionKind::Profiles,
    SectionKind::Summary,
    SectionKind::Work,
    SectionKind::Education,
    SectionKind::Languages,
];

fn line(item: ShownItem<'_>, field: Field) -> String {
    clean::line(item.text(field))
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    parts.join(", ")
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        let _ = write!(out, "<p>{}</p>", Escaped(text));
    }
}

fn channel(xml: &mut Xml, code: &str, usage: &str, tag: &str, value: &str) {
    if !value.is_empty() {
        xml.inside("Communication", "", |xml| {
            xml.text("ChannelCode", code);
            xml.text("UseCode", usage);
            xml.text(tag, value);
        });
    }
}

/// Where an organisation is, and its site.
fn contact(xml: &mut Xml, city: &str, url: &str) {
    let target = crate::html::target(url).unwrap_or_default();
    xml.group("OrganizationContact", |xml| {
        if !city.is_empty() {
            xml.inside("Communication", "", |xml| {
                xml.inside("Address", "", |xml| xml.text("oa:CityName", city));
            });
        }
        channel(xml, "Web", "", "oa:URI", &target);
    });
}

fn moment(xml: &mut Xml, tag: &str, item: ShownItem<'_>, field: Field) {
    if let Some(When::Date(date)) = item.when(field) {
        xml.inside(tag, "", |xml| {
            xml.text("hr:FormattedDateTime", &date.to_string());
        });
    }
}

/// Dates that are text, as a paragraph.
fn odd_dates(item: ShownItem<'_>) -> String {
    const DATES: [Field; 4] = [
        Field::StartDate,
        Field::EndDate,
        Field::Date,
        Field::ReleaseDate,
    ];
    let odd = DATES
        .into_iter()
        .filter_map(|field| match item.when(field) {
            Some(When::Odd(text)) => Some(clean::line(text)),
            _ => None,
        });
    let odd: Vec<String> = odd.filter(|text| !text.is_empty()).collect();
    let mut out = String::new();
    paragraph(&mut out, &odd.join(" – "));
    out
}

/// Whether a language is said to be the person's own, in the words that we offer.
fn is_mother_tongue(item: ShownItem<'_>) -> bool {
    cv::level::is_mother_tongue(&line(item, Field::Fluency))
}

/// A language with its level, which is one for all skills.
fn language(xml: &mut Xml, item: ShownItem<'_>) {
    let (name, fluency) = (line(item, Field::Language), line(item, Field::Fluency));
    let words = || fluency.split(|c: char| !c.is_ascii_alphanumeric());
    let level = words().find(|word| cv::level::CEFR.contains(word));
    let name = match level {
        Some(_) => name,
        // Another word for it stands beside the name.
        None if name.is_empty() || fluency.is_empty() => name + &fluency,
        None => format!("{name} ({fluency})"),
    };
    xml.inside("PersonCompetency", "", |xml| {
        xml.with("CompetencyID", "schemeName=\"FREE_TEXT\"", &name);
        xml.text("hr:TaxonomyID", "language");
        for skill in SKILLS {
            if let Some(level) = level {
                xml.inside("eures:CompetencyDimension", "", |xml| {
                    xml.text("hr:CompetencyDimensionTypeCode", skill);
                    xml.inside("eures:Score", "", |xml| xml.text("hr:ScoreText", level));
                });
            }
        }
    });
}

/// The skills of the European framework for languages.
const SKILLS: [&str; 5] = [
    "CEF-Understanding-Listening",
    "CEF-Understanding-Reading",
    "CEF-Speaking-Interaction",
    "CEF-Speaking-Production",
    "CEF-Writing-Production",
];
