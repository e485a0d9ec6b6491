//! The whole names of months, in languages that are usually content with their
//! first letters and do not inflect them beside a day.

use cv::Language;

pub(super) fn months(lang: Language) -> Option<&'static str> {
    Some(match lang {
        Language::Swedish => {
            "januari februari mars april maj juni juli augusti september oktober november december"
        }
        Language::English => {
            "January February March April May June July August September October November December"
        }
        Language::Danish => {
            "januar februar marts april maj juni juli august september oktober november december"
        }
        Language::Norwegian => {
            "januar februar mars april mai juni juli august september oktober november desember"
        }
        Language::German => {
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
        }
        Language::Dutch => {
            "januari februari maart april mei juni juli augustus september oktober november december"
        }
        Language::French => {
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        }
        Language::Spanish => {
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
        }
        Language::Italian => {
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
        }
        Language::Portuguese => {
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
        }
        Language::Romanian => {
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"
        }
        Language::Turkish => {
            "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"
        }
        Language::Icelandic => {
            "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember"
        }
        Language::Hungarian => {
            "január február március április május június július augusztus szeptember október november december"
        }
        Language::Estonian => {
            "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"
        }
        _ => return None,
    })
}
