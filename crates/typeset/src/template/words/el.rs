//! Greek.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Σύνδεσμοι",
        "Προφίλ",
        "Επαγγελματική εμπειρία",
        "Εκπαίδευση",
        "Έργα",
        "Εθελοντισμός",
        "Δεξιότητες",
        "Γλώσσες",
        "Πιστοποιήσεις",
        "Δημοσιεύσεις",
        "Διακρίσεις",
        "Ενδιαφέροντα",
        "Συστάσεις",
    ],
    months: "Ιαν Φεβ Μάρ Απρ Μάι Ιούν Ιούλ Αύγ Σεπ Οκτ Νοέ Δεκ",
    month: "{mon} {y}",
    day: "{d}/{m}/{y}",
    ranges: ["–", " – "],
    ongoing: "σήμερα",
    courses: "Μαθήματα",
    keywords: "Λέξεις-κλειδιά",
    score: "Βαθμός",
    colon: ": ",
    comma: ", ",
    page_of: "Σελίδα {page} από {pages}",
    photo_of: "Φωτογραφία: {name}",
    title: "Βιογραφικό σημείωμα",
    quotes: Some(["«", "»"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Βιογραφικό σημείωμα: {name}",
        pdf: "Λήψη PDF",
        made_with: "Δημιουργήθηκε με το Merit",
    },
};
