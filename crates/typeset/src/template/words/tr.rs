//! Turkish.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Bağlantılar",
        "Profil",
        "İş deneyimi",
        "Eğitim",
        "Projeler",
        "Gönüllü çalışmalar",
        "Beceriler",
        "Diller",
        "Sertifikalar",
        "Yayınlar",
        "Ödüller",
        "İlgi alanları",
        "Referanslar",
    ],
    months: "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "günümüz",
    courses: "Dersler",
    keywords: "Anahtar kelimeler",
    score: "Not",
    colon: ": ",
    comma: ", ",
    page_of: "Sayfa {page}/{pages}",
    photo_of: "Fotoğraf: {name}",
    title: "Özgeçmiş",
    quotes: Some(["“", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Özgeçmiş: {name}",
        pdf: "PDF indir",
        made_with: "Merit ile hazırlandı",
    },
};
