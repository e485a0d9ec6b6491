//! The operator's registers (`privacy::register`): entries are added and never
//! changed, each with its line in the audit log.

use std::collections::BTreeMap;

use privacy::register::{self, Decision, Register, Valid};
use privacy::{Date, Purpose, Right};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::Event;
use crate::audit::{self, Action};
use crate::entity::register_entry as table;
use crate::failure::Failure;
use crate::sealed::REGISTER_CONTENT;
use crate::sessions::Who;
use crate::store::Store;

/// Entries of a page.
const PAGE: u64 = 500;

/// An entry, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterEntry {
    pub id: Uuid,
    pub register: Register,
    pub on: Date,
    /// The day by which somebody looks again.
    pub review: Option<Date>,
    pub written_at: i64,
    pub fields: BTreeMap<String, String>,
}

impl RegisterEntry {
    /// What a field says.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// What was decided, of an assessment.
    pub fn decision(&self) -> Option<Decision> {
        Decision::from_name(self.field("decision"))
    }
}

/// What somebody should do about the registers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterDue {
    /// Purposes with a legitimate interest that nobody has weighed, or that was found
    /// not to outweigh.
    pub unassessed: Vec<Purpose>,
    /// Those whose assessment is past its day of review.
    pub overdue: Vec<Purpose>,
    /// Laws whose day of review is over.
    pub laws: u64,
    /// Authorities that nobody has looked at for too long.
    pub authorities: u64,
}

impl RegisterDue {
    pub fn is_nothing(&self) -> bool {
        *self == RegisterDue::default()
    }
}

impl Store {
    /// Adds an entry.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn register_add(
        &self,
        who: &Who,
        register: Register,
        entry: &Valid,
    ) -> Result<Uuid, Failure> {
        let actor = who.may(Right::Registers)?;
        let id = Uuid::now_v7();
        let plain = serde_json::to_vec(&entry.fields).map_err(|_| damaged())?;
        let key = self.vault.registers_key();
        let row = table::ActiveModel {
            id: Set(id),
            register: Set(register.name().to_owned()),
            about: Set(about(register, entry)),
            on_at: Set(entry.on.starts()),
            review_at: Set(entry.review.map(Date::starts)),
            content: Set(key.seal(REGISTER_CONTENT, id.into_bytes(), &plain)),
            written_at: Set(self.clock.now()),
            written_by: Set(self.audit_pseudonym(actor).0.to_vec()),
        };
        let transaction = self.data.begin().await?;
        table::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        let event = Event {
            actor: Some(actor),
            action: Action::RegisterWritten,
            subject: None,
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// The entries of a register, the newest first.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn register_entries(
        &self,
        who: &Who,
        register: Register,
    ) -> Result<Vec<RegisterEntry>, Failure> {
        who.may(Right::Registers)?;
        self.entries(register).await
    }

    async fn entries(&self, register: Register) -> Result<Vec<RegisterEntry>, Failure> {
        let rows = table::Entity::find()
            .filter(table::Column::Register.eq(register.name()))
            .order_by_desc(table::Column::WrittenAt)
            .order_by_desc(table::Column::Id)
            .limit(PAGE)
            .all(self.data.read())
            .await?;
        rows.iter()
            .map(|row| self.open_entry(register, row))
            .collect()
    }

    fn open_entry(&self, register: Register, row: &table::Model) -> Result<RegisterEntry, Failure> {
        let key = self.vault.registers_key();
        let plain = key.open(REGISTER_CONTENT, row.id.into_bytes(), &row.content)?;
        Ok(RegisterEntry {
            id: row.id,
            register,
            on: Date::of(row.on_at),
            review: row.review_at.map(Date::of),
            written_at: row.written_at,
            fields: serde_json::from_slice(&plain).map_err(|_| damaged())?,
        })
    }

    /// The assessment that holds of each legitimate interest, for everybody: its
    /// summaries, decision and days. What else it says is the operator's.
    pub async fn assessments(&self) -> Result<Vec<(Purpose, RegisterEntry)>, Failure> {
        let mut entries = self.entries(Register::Assessments).await?;
        for entry in &mut entries {
            let open = ["purpose", "decision", "summary_sv", "summary_en"];
            entry.fields.retain(|name, _| open.contains(&name.as_str()));
        }
        let newest = |purpose: Purpose| {
            let name = register::purpose_name(purpose);
            let mut all = entries.iter();
            let found = all.find(|entry| entry.field("purpose") == name)?;
            Some((purpose, found.clone()))
        };
        Ok(register::interests()
            .into_iter()
            .filter_map(newest)
            .collect())
    }

    /// What the operator last noted of each country's authority: the day, and a name
    /// and an address that are better than those of the program.
    pub async fn authorities_checked(&self) -> Result<BTreeMap<String, RegisterEntry>, Failure> {
        let mut newest = BTreeMap::new();
        for entry in self.entries(Register::Authorities).await? {
            let country = entry.field("country").to_ascii_uppercase();
            newest.entry(country).or_insert(entry);
        }
        Ok(newest)
    }

    /// What somebody should do about the registers.
    pub async fn registers_due(&self) -> Result<RegisterDue, Failure> {
        let today = Date::of(self.clock.now());
        let mut due = due(self.data.read(), self.clock.now()).await?;
        // Only what is sealed says what was decided.
        for (purpose, entry) in self.assessments().await? {
            let outweighed = entry.decision() == Some(Decision::Outweighed);
            if outweighed && !due.unassessed.contains(&purpose) {
                due.unassessed.push(purpose);
            }
        }
        let past = |entry: &RegisterEntry| entry.review.is_some_and(|day| day < today);
        // A newer entry about the same law has another day, or none.
        let mut laws = BTreeMap::new();
        for entry in self.entries(Register::Laws).await? {
            laws.entry(entry.field("law").to_owned()).or_insert(entry);
        }
        due.laws = laws.values().filter(|entry| past(entry)).count() as u64;
        let authorities = self.authorities_checked().await?;
        due.authorities = authorities.values().filter(|entry| past(entry)).count() as u64;
        Ok(due)
    }
}

/// What the column says that is not sealed: a purpose or a country.
fn about(register: Register, entry: &Valid) -> String {
    match register {
        Register::Assessments | Register::Authorities => entry.about.clone(),
        Register::Instructions | Register::Laws => String::new(),
    }
}

fn damaged() -> Failure {
    Failure::Damaged("register_entry.content")
}

/// The legitimate interests that are not assessed, and those whose day of review is
/// over, as far as that can be told without opening anything.
pub(crate) async fn due(
    connection: &impl ConnectionTrait,
    now: i64,
) -> Result<RegisterDue, Failure> {
    let rows = table::Entity::find()
        .filter(table::Column::Register.eq(Register::Assessments.name()))
        .order_by_desc(table::Column::WrittenAt)
        .order_by_desc(table::Column::Id)
        .all(connection)
        .await?;
    let mut due = RegisterDue::default();
    for purpose in register::interests() {
        let name = register::purpose_name(purpose);
        match rows.iter().find(|row| row.about == name) {
            None => due.unassessed.push(purpose),
            Some(row) => {
                let over = Date::of(now).starts();
                if row.review_at.is_some_and(|review| review < over) {
                    due.overdue.push(purpose);
                }
            }
        }
    }
    Ok(due)
}
