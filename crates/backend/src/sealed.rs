//! Every column whose fields are sealed with a person's key. What seals and opens
//! names its column from here, and a new key of a person seals again exactly what
//! is listed here: a column that is sealed and not in this list would be lost.

use vault::Column;

/// A sealed column, and where its rows' ids are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sealed {
    pub(crate) column: Column,
    /// The column of the id that each field is bound to.
    pub(crate) row: &'static str,
}

macro_rules! sealed {
    ($($name:ident = $table:literal . $column:literal, row $row:literal, schema $schema:literal;)*) => {
        $(
            pub(crate) const $name: Column = Column {
                table: $table,
                name: $column,
                schema: $schema,
            };
        )*
        pub(crate) const SEALED: &[Sealed] = &[$(Sealed { column: $name, row: $row }),*];
    };
}

// Each row of these tables has its person in the column `account_id`.
sealed! {
    DOCUMENT_CONTENT = "document"."content", row "id", schema 1;
    DOCUMENT_NAME = "document"."name", row "id", schema 1;
    DOCUMENT_VERSION_CONTENT = "document_version"."content", row "id", schema 1;
    DOCUMENT_VERSION_NAME = "document_version"."name", row "id", schema 1;
    PHOTO_CONTENT = "photo"."content", row "id", schema 1;
    PUBLICATION_SLUG = "publication"."slug", row "id", schema 1;
    PUBLICATION_CONTENT = "publication"."content", row "id", schema 1;
    PUBLICATION_HIDDEN = "publication"."hidden", row "id", schema 1;
    PUBLICATION_NAME = "publication"."name", row "id", schema 1;
    PUBLICATION_PASSWORD = "publication"."password", row "id", schema 1;
    PUBLICATION_SLUG_SLUG = "publication_slug"."slug", row "id", schema 1;
    PUBLICATION_DETAIL_VALUE = "publication_detail"."value", row "id", schema 1;
    PAGE_REPORT_TEXT = "page_report"."text", row "id", schema 1;
    PAGE_REPORT_EMAIL = "page_report"."email", row "id", schema 1;
    SESSION_AGENT = "session"."agent", row "id", schema 1;
    SIGN_IN_AGENT = "sign_in"."agent", row "id", schema 1;
    LOGIN_EMAIL = "login"."email", row "account_id", schema 1;
    LOGIN_PASSWORD = "login"."password", row "account_id", schema 1;
    LOGIN_TOTP = "login"."totp", row "account_id", schema 1;
    PASSKEY_CREDENTIAL = "passkey"."credential", row "id", schema 1;
    PASSKEY_NAME = "passkey"."name", row "id", schema 1;
    TICKET_PAYLOAD = "ticket"."payload", row "id", schema 1;
    PERSONAL_DETAIL_VALUE = "personal_detail"."value", row "id", schema 1;
    MAIL_PAYLOAD = "mail"."payload", row "id", schema 1;
    RESIDENCE_PLACE = "residence"."place", row "account_id", schema 1;
    SIGN_IN_PLACE = "sign_in_place"."place", row "id", schema 1;
    EXPORT_PART = "export_part"."content", row "id", schema 1;
    PRIVACY_CASE_CONTENT = "privacy_case"."content", row "id", schema 1;
    CASE_EVENT_CONTENT = "case_event"."content", row "id", schema 1;
    CASE_HIT_CONTENT = "case_hit"."content", row "id", schema 1;
    BLOCK_REASON = "block"."reason", row "account_id", schema 1;
    GUARDIAN_CONSENT_NOTE = "guardian_consent"."note", row "account_id", schema 1;
    APPROVAL_PARAMETERS = "approval"."parameters", row "id", schema 1;
    OPENED_REASON = "opened"."reason", row "id", schema 1;
    DISCLOSURE_CONTENT = "disclosure"."content", row "id", schema 1;
}

/// What is sealed with the key of a hold: bound to the hold, in the place of the
/// person, and to the id of a row.
pub(crate) const HOLD_NOTE: Column = Column {
    table: "hold",
    name: "note",
    schema: 1,
};
pub(crate) const HELD_CONTENT: Column = Column {
    table: "held",
    name: "content",
    schema: 1,
};

/// What is sealed with the key of registers: bound to nobody, and to the row's id.
pub(crate) const REGISTER_CONTENT: Column = Column {
    table: "register_entry",
    name: "content",
    schema: 1,
};
pub(crate) const SUCCESSION_CONTENT: Column = Column {
    table: "succession",
    name: "content",
    schema: 1,
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use privacy::inventory::{Protection, columns};

    use super::{HELD_CONTENT, HOLD_NOTE, REGISTER_CONTENT, SEALED, SUCCESSION_CONTENT};

    #[test]
    fn what_the_inventory_calls_sealed_is_sealed_here() {
        let here: BTreeSet<String> = SEALED
            .iter()
            .map(|sealed| format!("{}.{}", sealed.column.table, sealed.column.name))
            .collect();
        assert_eq!(here.len(), SEALED.len(), "none is listed twice");
        let others = [
            HOLD_NOTE,
            HELD_CONTENT,
            REGISTER_CONTENT,
            SUCCESSION_CONTENT,
        ];
        let others = others.map(|it| format!("{}.{}", it.table, it.name));
        let here: BTreeSet<String> = here.into_iter().chain(others).collect();
        // Keys are sealed too, but under the root key.
        let declared: BTreeSet<String> = columns()
            .filter(|entry| entry.protection == Protection::Sealed)
            .map(|entry| entry.path.to_owned())
            .filter(|path| !path.contains("_key."))
            .collect();
        assert_eq!(here, declared);
    }
}
