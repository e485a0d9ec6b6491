//! A small CV in Europass, all of it.

use cv::Language;

use super::text_of;

#[test]
fn a_small_cv_as_europass() {
    let json = r#"{
        "basics": {"name": "Ada Byron Lovelace", "label": "Analyst", "email": "ada@example.se",
            "phone": "070-123 45 67", "url": "https://ada.example", "summary": "I <count>.",
            "location": {"city": "Lund", "countryCode": "SE"}},
        "work": [{"name": "Engines & Co", "position": "Analyst", "startDate": "1840-02",
            "highlights": ["Wrote *notes*"]},
            {"name": "Academy", "position": "Pupil", "startDate": "1830", "endDate": "a while later"}],
        "languages": [{"language": "English", "fluency": "Native speaker"},
            {"language": "Swedish", "fluency": "B2"}, {"language": "French", "fluency": "Fluent"}],
        "skills": [{"name": "Mathematics", "keywords": ["Bernoulli"]}]
    }"#;
    let template = typeset::template::default().for_document();
    let ids = crate::documents::ids();
    let imported = cv::import(json, Language::English, template, ids).expect("is JSON Resume");
    insta::assert_snapshot!(text_of("europass", &imported.document), @r#"
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.europass.eu/1.0 Candidate.xsd">
          <hr:DocumentID schemeID="Merit" schemeName="DocumentIdentifier" schemeAgencyName="EUROPASS" schemeVersionID="4.0"/>
          <CandidatePerson>
            <PersonName>
              <oa:GivenName>Ada Byron</oa:GivenName>
              <hr:FamilyName>Lovelace</hr:FamilyName>
            </PersonName>
            <Communication>
              <ChannelCode>Email</ChannelCode>
              <oa:URI>ada@example.se</oa:URI>
            </Communication>
            <Communication>
              <ChannelCode>Telephone</ChannelCode>
              <UseCode>mobile</UseCode>
              <CountryDialing>46</CountryDialing>
              <oa:DialNumber>701234567</oa:DialNumber>
            </Communication>
            <Communication>
              <ChannelCode>Web</ChannelCode>
              <oa:URI>https://ada.example</oa:URI>
            </Communication>
            <Communication>
              <UseCode>home</UseCode>
              <Address type="home">
                <oa:CityName>Lund</oa:CityName>
                <CountryCode>se</CountryCode>
              </Address>
            </Communication>
            <PrimaryLanguageCode name="FREE_TEXT">English</PrimaryLanguageCode>
          </CandidatePerson>
          <CandidateProfile languageCode="en">
            <hr:ID schemeID="Merit" schemeName="CandidateProfileID" schemeAgencyName="EUROPASS" schemeVersionID="1.0"/>
            <hr:ExecutiveSummary>&lt;p&gt;&lt;strong&gt;Analyst&lt;/strong&gt;&lt;/p&gt;&lt;p&gt;I &amp;lt;count&amp;gt;.&lt;/p&gt;</hr:ExecutiveSummary>
            <EmploymentHistory>
              <EmployerHistory>
                <hr:OrganizationName>Engines &amp; Co</hr:OrganizationName>
                <PositionHistory>
                  <PositionTitle typeCode="FREETEXT">Analyst</PositionTitle>
                  <eures:EmploymentPeriod>
                    <eures:StartDate>
                      <hr:FormattedDateTime>1840-02</hr:FormattedDateTime>
                    </eures:StartDate>
                    <hr:CurrentIndicator>true</hr:CurrentIndicator>
                  </eures:EmploymentPeriod>
                  <oa:Description>&lt;ul&gt;&lt;li&gt;Wrote &lt;em&gt;notes&lt;/em&gt;&lt;/li&gt;&lt;/ul&gt;</oa:Description>
                </PositionHistory>
              </EmployerHistory>
              <EmployerHistory>
                <hr:OrganizationName>Academy</hr:OrganizationName>
                <PositionHistory>
                  <PositionTitle typeCode="FREETEXT">Pupil</PositionTitle>
                  <eures:EmploymentPeriod>
                    <eures:StartDate>
                      <hr:FormattedDateTime>1830</hr:FormattedDateTime>
                    </eures:StartDate>
                    <hr:CurrentIndicator>false</hr:CurrentIndicator>
                  </eures:EmploymentPeriod>
                  <oa:Description>&lt;p&gt;a while later&lt;/p&gt;</oa:Description>
                </PositionHistory>
              </EmployerHistory>
            </EmploymentHistory>
            <PersonQualifications>
              <PersonCompetency>
                <CompetencyID schemeName="FREE_TEXT">Swedish</CompetencyID>
                <hr:TaxonomyID>language</hr:TaxonomyID>
                <eures:CompetencyDimension>
                  <hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode>
                  <eures:Score>
                    <hr:ScoreText>B2</hr:ScoreText>
                  </eures:Score>
                </eures:CompetencyDimension>
                <eures:CompetencyDimension>
                  <hr:CompetencyDimensionTypeCode>CEF-Understanding-Reading</hr:CompetencyDimensionTypeCode>
                  <eures:Score>
                    <hr:ScoreText>B2</hr:ScoreText>
                  </eures:Score>
                </eures:CompetencyDimension>
                <eures:CompetencyDimension>
                  <hr:CompetencyDimensionTypeCode>CEF-Speaking-Interaction</hr:CompetencyDimensionTypeCode>
                  <eures:Score>
                    <hr:ScoreText>B2</hr:ScoreText>
                  </eures:Score>
                </eures:CompetencyDimension>
                <eures:CompetencyDimension>
                  <hr:CompetencyDimensionTypeCode>CEF-Speaking-Production</hr:CompetencyDimensionTypeCode>
                  <eures:Score>
                    <hr:ScoreText>B2</hr:ScoreText>
                  </eures:Score>
                </eures:CompetencyDimension>
                <eures:CompetencyDimension>
                  <hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode>
                  <eures:Score>
                    <hr:ScoreText>B2</hr:ScoreText>
                  </eures:Score>
                </eures:CompetencyDimension>
              </PersonCompetency>
              <PersonCompetency>
                <CompetencyID schemeName="FREE_TEXT">French (Fluent)</CompetencyID>
                <hr:TaxonomyID>language</hr:TaxonomyID>
              </PersonCompetency>
            </PersonQualifications>
            <Others>
              <Title>Skills</Title>
              <Other>
                <Title>Mathematics</Title>
                <Description>&lt;p&gt;Bernoulli&lt;/p&gt;</Description>
              </Other>
            </Others>
          </CandidateProfile>
          <RenderingInformation>
            <Design>
              <SectionsOrder>
                <Section>
                  <Title>work-experience</Title>
                </Section>
                <Section>
                  <Title>language</Title>
                </Section>
              </SectionsOrder>
            </Design>
          </RenderingInformation>
        </Candidate>
        "#);
}
