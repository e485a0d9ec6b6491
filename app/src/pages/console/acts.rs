//! What can be done with an account: sign it out, block it, erase a minor's, hold
//! something of it.

use backend::{PersonShown, PersonState};
use leptos::prelude::*;
use privacy::erasure::Gone;
use privacy::hold::{Ground, HOLD_REVIEW_DAYS};
use texts::{Lang, console as t};

use super::reason;
use crate::pages::account::{check, gone_name, ground_name, time};

pub(super) fn section(shown: &PersonShown, lang: Lang) -> impl IntoView + use<> {
    let id = shown.account.to_string();
    let to = |act: &str| format!("/admin/person/{id}/{act}");
    // Nothing can be done with what is on its way out.
    (shown.state != PersonState::Erasing).then(|| {
        view! {
            {minor(shown, to("minor"), to("settle"), to("guardian"), lang)}
            <section>
                <h2>{t::sign_out_title(lang)}</h2>
                <p>{t::sign_out_text(lang)}</p>
                <form method="post" action=to("sign-out")>
                    <button class="button">{t::sign_out_button(lang)}</button>
                </form>
            </section>
            {block(shown, to("block"), to("unblock"), lang)}
            {hold(to("hold"), lang)}
        }
    })
}

fn minor(
    shown: &PersonShown,
    erase: String,
    settle: String,
    guardian: String,
    lang: Lang,
) -> impl IntoView + use<> {
    let flagged = shown.minor_since.map(|at| {
        view! {
            <p><strong>{t::minor_flagged(lang, time(at))}</strong></p>
            <form method="post" action=settle>
                <button class="button plain">{t::minor_settle(lang)}</button>
            </form>
        }
    });
    let recorded = shown.guardian.as_ref().map(|guardian| {
        let (at, note) = (time(guardian.recorded_at), guardian.note.clone());
        view! { <p>{t::guardian_recorded(lang, at)} " " {note}</p> }
    });
    let record = shown.minors_allowed.then(|| {
        view! {
            <details>
                <summary class="link">{t::guardian_title(lang)}</summary>
                <form method="post" action=guardian class="stack">
                    {reason("note", t::guardian_note(lang))}
                    <button class="button">{t::guardian_button(lang)}</button>
                </form>
            </details>
        }
    });
    view! {
        <section class="danger-zone">
            <h2>{t::minor_title(lang)}</h2>
            {flagged}
            {recorded}
            {record}
            <p>{t::minor_text(lang)}</p>
            <form method="post" action=erase class="stack">
                {check("sure", t::minor_sure(lang), true)}
                <button class="button danger">{t::minor_button(lang)}</button>
            </form>
        </section>
    }
}

fn block(shown: &PersonShown, block: String, unblock: String, lang: Lang) -> impl IntoView + use<> {
    let content = match &shown.block {
        Some(known) => {
            let why = match known.reason.as_str() {
                "" => t::block_reason_lost(lang).to_owned(),
                why => why.to_owned(),
            };
            view! {
                <p>{t::block_since(lang, time(known.at))} " " {why}</p>
                <form method="post" action=unblock>
                    <button class="button">{t::unblock_button(lang)}</button>
                </form>
            }
            .into_any()
        }
        None => view! {
            <p>{t::block_text(lang)}</p>
            <form method="post" action=block class="stack">
                {reason("reason", t::block_reason(lang))}
                <button class="button danger">{t::block_button(lang)}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <section>
            <h2>{t::block_title(lang)}</h2>
            {content}
        </section>
    }
}

/// Proposes a hold. Somebody else confirms it.
fn hold(to: String, lang: Lang) -> impl IntoView {
    let kinds = Gone::ALL
        .iter()
        .filter(|kind| kind.can_be_held())
        .map(|kind| {
            view! { <option value=kind.table()>{gone_name(*kind, lang)}</option> }
        });
    let grounds = Ground::ALL.map(|ground| {
        view! { <option value=ground.name()>{ground_name(ground, lang)}</option> }
    });
    view! {
        <section>
            <h2>{t::hold_title(lang)}</h2>
            <p>{t::hold_text(lang)}</p>
            <details>
                <summary class="link">{t::hold_open(lang)}</summary>
                <form method="post" action=to class="stack">
                    <label class="field">
                        <span>{t::hold_kind(lang)}</span>
                        <select name="kind">{kinds.collect_view()}</select>
                    </label>
                    <label class="field">
                        <span>{t::hold_row(lang)}</span>
                        <input name="row" autocomplete="off" maxlength="36" pattern="[0-9a-fA-F\\-]{36}"/>
                    </label>
                    <label class="field">
                        <span>{t::hold_ground(lang)}</span>
                        <select name="ground">{grounds.into_iter().collect_view()}</select>
                    </label>
                    {reason("note", t::hold_note(lang))}
                    <label class="field">
                        <span>{t::hold_review(lang, u64::from(HOLD_REVIEW_DAYS))}</span>
                        <input type="date" name="review" required/>
                    </label>
                    {check("barred", t::hold_barred(lang), false)}
                    <button class="button">{t::propose_button(lang)}</button>
                </form>
            </details>
        </section>
    }
}
