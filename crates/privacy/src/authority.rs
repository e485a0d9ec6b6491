//! To whom people complain (GDPR, article 77): the supervisory authority of each
//! country of the European Economic Area, and those of two neighbours. The operator
//! notes in a register when somebody last looked whether an entry is still right.

use crate::transfer::Country;

/// An authority that takes complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authority {
    /// ISO 3166-1.
    pub country: &'static str,
    pub name: &'static str,
    pub address: &'static str,
}

/// Somebody looks at each entry again after so many days at most.
pub const AUTHORITY_CHECK_DAYS: u16 = 366;

const fn authority(country: &'static str, name: &'static str, address: &'static str) -> Authority {
    Authority {
        country,
        name,
        address,
    }
}

/// By the letters of their countries. Germany's is the federal one; its states have
/// their own beside it.
pub const AUTHORITIES: [Authority; 32] = [
    authority("AT", "Datenschutzbehörde", "https://www.dsb.gv.at/"),
    authority(
        "BE",
        "Gegevensbeschermingsautoriteit / Autorité de protection des données",
        "https://www.dataprotectionauthority.be/",
    ),
    authority(
        "BG",
        "Комисия за защита на личните данни",
        "https://www.cpdp.bg/",
    ),
    authority(
        "CH",
        "Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter",
        "https://www.edoeb.admin.ch/",
    ),
    authority(
        "CY",
        "Office of the Commissioner for Personal Data Protection",
        "https://www.dataprotection.gov.cy/",
    ),
    authority(
        "CZ",
        "Úřad pro ochranu osobních údajů",
        "https://uoou.gov.cz/",
    ),
    authority(
        "DE",
        "Bundesbeauftragte für den Datenschutz und die Informationsfreiheit",
        "https://www.bfdi.bund.de/",
    ),
    authority("DK", "Datatilsynet", "https://www.datatilsynet.dk/"),
    authority("EE", "Andmekaitse Inspektsioon", "https://www.aki.ee/"),
    authority(
        "ES",
        "Agencia Española de Protección de Datos",
        "https://www.aepd.es/",
    ),
    authority(
        "FI",
        "Tietosuojavaltuutetun toimisto",
        "https://tietosuoja.fi/",
    ),
    authority(
        "FR",
        "Commission nationale de l’informatique et des libertés",
        "https://www.cnil.fr/",
    ),
    authority(
        "GB",
        "Information Commissioner’s Office",
        "https://ico.org.uk/",
    ),
    authority(
        "GR",
        "Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα",
        "https://www.dpa.gr/",
    ),
    authority(
        "HR",
        "Agencija za zaštitu osobnih podataka",
        "https://azop.hr/",
    ),
    authority(
        "HU",
        "Nemzeti Adatvédelmi és Információszabadság Hatóság",
        "https://www.naih.hu/",
    ),
    authority(
        "IE",
        "Data Protection Commission",
        "https://www.dataprotection.ie/",
    ),
    authority("IS", "Persónuvernd", "https://www.personuvernd.is/"),
    authority(
        "IT",
        "Garante per la protezione dei dati personali",
        "https://www.garanteprivacy.it/",
    ),
    authority(
        "LI",
        "Datenschutzstelle",
        "https://www.datenschutzstelle.li/",
    ),
    authority(
        "LT",
        "Valstybinė duomenų apsaugos inspekcija",
        "https://vdai.lrv.lt/",
    ),
    authority(
        "LU",
        "Commission nationale pour la protection des données",
        "https://cnpd.public.lu/",
    ),
    authority("LV", "Datu valsts inspekcija", "https://www.dvi.gov.lv/"),
    authority(
        "MT",
        "Office of the Information and Data Protection Commissioner",
        "https://idpc.org.mt/",
    ),
    authority(
        "NL",
        "Autoriteit Persoonsgegevens",
        "https://www.autoriteitpersoonsgegevens.nl/",
    ),
    authority("NO", "Datatilsynet", "https://www.datatilsynet.no/"),
    authority(
        "PL",
        "Urząd Ochrony Danych Osobowych",
        "https://uodo.gov.pl/",
    ),
    authority(
        "PT",
        "Comissão Nacional de Proteção de Dados",
        "https://www.cnpd.pt/",
    ),
    authority(
        "RO",
        "Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal",
        "https://www.dataprotection.ro/",
    ),
    authority("SE", "Integritetsskyddsmyndigheten", "https://www.imy.se/"),
    authority("SI", "Informacijski pooblaščenec", "https://www.ip-rs.si/"),
    authority(
        "SK",
        "Úrad na ochranu osobných údajov",
        "https://dataprotection.gov.sk/",
    ),
];

/// The authority of a country, if it is in the list.
pub fn of(country: Country) -> Option<&'static Authority> {
    AUTHORITIES.iter().find(|it| it.country == country.code())
}
