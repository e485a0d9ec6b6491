//! The operator's registers: added to, sealed, and what is due in them.

use backend::{Action, DAY, RecipientNoted, inspect};
use privacy::register::{REVIEW_DAYS, Register, Valid, interests, purpose_name, read};
use privacy::{Date, Purpose};
use sea_orm::{ConnectionTrait, Statement};

use crate::disclosures::people;
use crate::support::{Fixture, on_both};

fn assessment(f: &Fixture, purpose: Purpose, decision: &str) -> Valid {
    let today = Date::of(f.now());
    let review = today.days_later(i64::from(REVIEW_DAYS));
    let typed = |name: &str| match name {
        "purpose" => purpose_name(purpose),
        "decision" => decision.to_owned(),
        "on" => today.to_string(),
        "review" => review.to_string(),
        "summary_en" => "Accounts are kept safe.".to_owned(),
        _ => "Hemligt skäl".to_owned(),
    };
    read(Register::Assessments, typed, today).expect("an entry")
}

on_both!(
    /// R54: each legitimate interest is weighed, for everybody to read in short, and
    /// looked at again.
    interests_are_weighed_and_looked_at_again,
    async |f: Fixture| {
        let (eva, ..) = people(&f).await;
        let due = || async { f.store.registers_due().await.expect("an answer") };
        assert_eq!(due().await.unassessed, interests());
        let seen = inspect(&f.options).await.registers.expect("a database");
        assert_eq!(seen.unassessed, interests(), "`merit check` sees the same");
        for purpose in interests() {
            let entry = assessment(&f, purpose, "outweighs");
            let added = f.store.register_add(&eva, Register::Assessments, &entry).await;
            added.expect("added");
        }
        assert!(due().await.is_nothing());
        let public = f.store.assessments().await.expect("read");
        assert_eq!(public.len(), interests().len());
        for (_, entry) in &public {
            assert_eq!(entry.field("summary_en"), "Accounts are kept safe.");
            assert_eq!(entry.field("balance"), "", "what was weighed is the operator's");
        }
        // The newest holds, and one that does not outweigh is none.
        f.pass(1);
        let entry = assessment(&f, Purpose::Protect, "outweighed");
        let added = f.store.register_add(&eva, Register::Assessments, &entry).await;
        added.expect("added");
        assert_eq!(due().await.unassessed, [Purpose::Protect]);
        f.pass_days(i64::from(REVIEW_DAYS) + 1);
        assert_eq!(due().await.overdue, interests());
        let seen = inspect(&f.options).await.registers.expect("a database");
        assert_eq!(seen.overdue, interests());
        // And nobody changes an entry: there are as many as were written.
        let all = f.store.register_entries(&eva, Register::Assessments).await;
        assert_eq!(all.expect("read").len(), interests().len() + 1);
    }
);

on_both!(
    /// R10, R96: what is written is sealed, in the audit log, and gone with its time.
    an_entry_is_sealed_and_noted_and_goes_with_its_time,
    async |f: Fixture| {
        let (eva, ..) = people(&f).await;
        let today = Date::of(f.now());
        let typed = |name: &str| match name {
            "from" => "Kommunen".to_owned(),
            "on" => today.to_string(),
            "what" => "Radera sommarens ansökningar".to_owned(),
            _ => String::new(),
        };
        let entry = read(Register::Instructions, typed, today).expect("an entry");
        let added = f.store.register_add(&eva, Register::Instructions, &entry).await;
        added.expect("added");
        let all = f.store.register_entries(&eva, Register::Instructions).await;
        let all = all.expect("read");
        assert_eq!(all[0].field("what"), "Radera sommarens ansökningar");
        let raw = f.raw_data().await;
        let select = "SELECT content, about FROM register_entry";
        let row = Statement::from_string(raw.get_database_backend(), select);
        let row = raw.query_one_raw(row).await.expect("it runs").expect("a row");
        let content: Vec<u8> = row.try_get("", "content").expect("bytes");
        let about: String = row.try_get("", "about").expect("a text");
        assert!(!content.windows(8).any(|part| part == b"sommaren") && about.is_empty());
        let log = f.store.audit_list(backend::Uuid::nil(), None).await.expect("a log");
        let written = log.iter().find(|row| row.action == Some(Action::RegisterWritten));
        assert!(written.is_some_and(|row| row.subject.is_none() && row.actor.is_some()));
        f.pass(i64::from(privacy::inventory::REGISTER_DAYS) * DAY);
        assert_eq!(f.store.sweep().await.expect("swept").by(backend::Rule::Registers), 0);
        f.pass(1);
        assert_eq!(f.store.sweep().await.expect("swept").by(backend::Rule::Registers), 1);
    }
);

on_both!(
    /// R59: who gets data now is compared with who did, and the difference is told.
    changes_of_recipients_are_told_for_a_year,
    async |f: Fixture| {
        let noted = |role: &str, name: &str| RecipientNoted {
            role: role.to_owned(),
            name: name.to_owned(),
            country: "SE".to_owned(),
            mechanism: None,
        };
        let now = async |all: &[RecipientNoted]| f.store.recipients_noted(all).await.expect("noted");
        let first = [noted("hosting", "A"), noted("mail", "B")];
        assert!(now(&first).await.is_empty(), "before the first start there was nobody to tell");
        assert!(now(&first).await.is_empty());
        let changed = now(&[noted("hosting", "C")]).await;
        let names: Vec<(Option<&str>, Option<&str>)> = changed
            .iter()
            .map(|it| {
                let name = |it: &Option<RecipientNoted>| it.as_ref().map(|it| it.name.clone());
                (name(&it.before), name(&it.after))
            })
            .map(|(before, after)| match (before.as_deref(), after.as_deref()) {
                (Some("A"), Some("C")) => (Some("A"), Some("C")),
                (Some("B"), None) => (Some("B"), None),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(names.len(), 2);
        f.pass_days(365);
        assert_eq!(now(&[noted("hosting", "C")]).await.len(), 2);
        f.pass_days(2);
        assert!(now(&[noted("hosting", "C")]).await.is_empty());
    }
);
