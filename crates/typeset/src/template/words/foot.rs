//! What the foot of a public page says beside the files: that it is counted how often
//! the page is opened, and where to report it.

use cv::Language;

/// That openings are counted.
pub(crate) fn page_counted(lang: Language) -> &'static str {
    let [counted, _] = of(lang);
    counted
}

/// The way to report the page.
pub(crate) fn page_report(lang: Language) -> &'static str {
    let [_, report] = of(lang);
    report
}

#[rustfmt::skip]
fn of(lang: Language) -> [&'static str; 2] {
    match lang {
        Language::Swedish => ["Hur ofta sidan öppnas räknas per dag, inte av vem.", "Anmäl sidan"],
        Language::English => ["How often this page is opened is counted by the day, not by whom.", "Report this page"],
        Language::Czech => ["Počítá se, kolikrát byla stránka za den otevřena, ne kým.", "Nahlásit stránku"],
        Language::Danish => ["Det tælles pr. dag, hvor ofte siden åbnes, ikke af hvem.", "Anmeld siden"],
        Language::German => ["Gezählt wird, wie oft diese Seite am Tag geöffnet wird, nicht von wem.", "Seite melden"],
        Language::Estonian => ["Loendatakse, mitu korda päevas lehte avatakse, mitte kes seda avab.", "Teata lehest"],
        Language::Spanish => ["Se cuenta cuántas veces al día se abre esta página, no quién la abre.", "Denunciar esta página"],
        Language::French => ["On compte combien de fois par jour cette page est ouverte, pas par qui.", "Signaler cette page"],
        Language::Croatian => ["Broji se koliko se puta dnevno stranica otvori, a ne tko je otvara.", "Prijavi stranicu"],
        Language::Icelandic => ["Talið er hversu oft síðan er opnuð á dag, ekki hver opnar hana.", "Tilkynna síðuna"],
        Language::Italian => ["Si conta quante volte al giorno questa pagina viene aperta, non da chi.", "Segnala questa pagina"],
        Language::Latvian => ["Tiek skaitīts, cik reižu dienā lapa tiek atvērta, nevis kas to atver.", "Ziņot par lapu"],
        Language::Lithuanian => ["Skaičiuojama, kiek kartų per dieną puslapis atidaromas, o ne kas jį atidaro.", "Pranešti apie puslapį"],
        Language::Hungarian => ["Azt számoljuk, naponta hányszor nyitják meg az oldalt, azt nem, hogy ki.", "Az oldal bejelentése"],
        Language::Dutch => ["Geteld wordt hoe vaak per dag deze pagina wordt geopend, niet door wie.", "Deze pagina melden"],
        Language::Norwegian => ["Det telles hvor ofte siden åpnes per dag, ikke av hvem.", "Rapporter siden"],
        Language::Polish => ["Liczymy, ile razy dziennie strona jest otwierana, a nie przez kogo.", "Zgłoś stronę"],
        Language::Portuguese => ["Conta-se quantas vezes por dia esta página é aberta, não por quem.", "Denunciar esta página"],
        Language::Romanian => ["Se numără de câte ori pe zi este deschisă pagina, nu de către cine.", "Raportează pagina"],
        Language::Slovak => ["Počíta sa, koľkokrát za deň bola stránka otvorená, nie kým.", "Nahlásiť stránku"],
        Language::Slovenian => ["Šteje se, kolikokrat na dan je stran odprta, ne kdo jo odpre.", "Prijavi stran"],
        Language::Finnish => ["Sivun avauskerrat lasketaan päivittäin, avaajia ei.", "Ilmoita sivusta"],
        Language::Turkish => ["Sayfanın günde kaç kez açıldığı sayılır, kimin açtığı değil.", "Sayfayı bildir"],
        Language::Greek => ["Μετράται πόσες φορές την ημέρα ανοίγει η σελίδα, όχι ποιος την ανοίγει.", "Αναφορά της σελίδας"],
        Language::Bulgarian => ["Брои се колко пъти на ден се отваря страницата, а не от кого.", "Докладване на страницата"],
        Language::Russian => ["Считается, сколько раз в день открывают страницу, но не кто её открывает.", "Пожаловаться на страницу"],
        Language::Ukrainian => ["Рахується, скільки разів на день відкривають сторінку, а не хто її відкриває.", "Поскаржитися на сторінку"],
        Language::Hebrew => ["נספר כמה פעמים ביום הדף נפתח, ולא מי פתח אותו.", "דיווח על הדף"],
        Language::Arabic => ["يُحصى عدد مرات فتح هذه الصفحة في اليوم، لا من فتحها.", "الإبلاغ عن الصفحة"],
        Language::Persian => ["شمرده می\u{200c}شود که این صفحه در روز چند بار باز می\u{200c}شود، نه چه کسی آن را باز می\u{200c}کند.", "گزارش این صفحه"],
        Language::Japanese => ["このページが開かれた回数を日ごとに数えています。誰が開いたかは記録しません。", "このページを報告"],
        Language::Korean => ["이 페이지가 열린 횟수를 날짜별로 집계하며, 누가 열었는지는 기록하지 않습니다.", "이 페이지 신고"],
        Language::SimplifiedChinese => ["本页按日统计打开次数，不记录由谁打开。", "举报此页面"],
        Language::TraditionalChinese => ["本頁按日統計開啟次數，不記錄由誰開啟。", "檢舉此頁面"],
    }
}
