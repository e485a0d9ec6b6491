//! Every setting that there is: its key in the file, its variable in the
//! environment, and what it must be. The file, the environment, the command
//! `merit config` and the documented sample are all held against this list.

/// What the value of a setting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    /// A text that is never printed.
    Secret,
    Number,
    Flag,
    /// Several texts; in the environment with commas between.
    List,
}

pub(super) struct Setting {
    /// `listen`, or `mail.host` for `host` in `[mail]`.
    pub(super) key: &'static str,
    pub(super) variable: &'static str,
    pub(super) form: Form,
    /// Follows the words "must be".
    pub(super) expected: &'static str,
}

const fn setting(
    key: &'static str,
    variable: &'static str,
    form: Form,
    expected: &'static str,
) -> Setting {
    Setting {
        key,
        variable,
        form,
        expected,
    }
}

use Form::{Flag, List, Number, Secret, Text};

pub(super) const SETTINGS: [Setting; 79] = [
    setting(
        "listen",
        "MERIT_LISTEN",
        Text,
        "an address and a port, such as 127.0.0.1:3000",
    ),
    setting("data", "MERIT_DATA", Text, "the path of a folder"),
    setting(
        "origin",
        "MERIT_ORIGIN",
        Text,
        "scheme, host and port alone, such as https://merit.example, with no slash at the end",
    ),
    setting("development", "MERIT_DEVELOPMENT", Flag, "true or false"),
    setting(
        "sign_up",
        "MERIT_SIGN_UP",
        Text,
        "\"open\", \"invitation\" or \"closed\"",
    ),
    setting(
        "proxy",
        "MERIT_PROXY",
        List,
        "addresses of proxies, such as [\"127.0.0.1\"]",
    ),
    setting(
        "database_url",
        "DATABASE_URL",
        Secret,
        "an address that starts with postgres://",
    ),
    setting(
        "keys_url",
        "MERIT_KEYS_URL",
        Secret,
        "an address that starts with postgres://",
    ),
    setting(
        "own_hosts",
        "MERIT_OWN_HOSTS",
        List,
        "names of machines, such as [\"db.merit.example\"]",
    ),
    setting(
        "root_key",
        "MERIT_ROOT_KEY_FILE",
        Text,
        "the path of a file",
    ),
    setting(
        "root_key_line",
        "MERIT_ROOT_KEY",
        Secret,
        "the line of a root key's file that begins with merit-root-1:",
    ),
    setting("ledger", "MERIT_LEDGER", Text, "the path of a file"),
    setting(
        "most_mib",
        "MERIT_MOST_MIB",
        Number,
        "a number of MiB, 1 or more",
    ),
    setting(
        "operator.name",
        "MERIT_OPERATOR_NAME",
        Text,
        "the name of who runs this server",
    ),
    setting(
        "operator.registration_number",
        "MERIT_OPERATOR_REGISTRATION_NUMBER",
        Text,
        "a text such as \"556000-0000\"",
    ),
    setting(
        "operator.address",
        "MERIT_OPERATOR_ADDRESS",
        Text,
        "a postal address",
    ),
    setting(
        "operator.country",
        "MERIT_OPERATOR_COUNTRY",
        Text,
        "a country by its two letters, such as \"SE\"",
    ),
    setting(
        "operator.email",
        "MERIT_OPERATOR_EMAIL",
        Text,
        "an e-mail address alone, such as privacy@merit.example",
    ),
    setting(
        "operator.officer",
        "MERIT_OPERATOR_OFFICER",
        Text,
        "how to reach the data protection officer",
    ),
    setting(
        "operator.representative",
        "MERIT_OPERATOR_REPRESENTATIVE",
        Text,
        "who represents the operator in the EU",
    ),
    setting("operator.agreement", "MERIT_OPERATOR_AGREEMENT", Text, COPY),
    setting(
        "hosting.name",
        "MERIT_HOSTING_NAME",
        Text,
        "the name of who houses the server",
    ),
    setting(
        "hosting.country",
        "MERIT_HOSTING_COUNTRY",
        Text,
        "a country by its two letters, such as \"SE\"",
    ),
    setting(
        "hosting.mechanism",
        "MERIT_HOSTING_MECHANISM",
        Text,
        MECHANISM,
    ),
    setting("hosting.document", "MERIT_HOSTING_DOCUMENT", Text, COPY),
    setting("hosting.module", "MERIT_HOSTING_MODULE", Number, MODULE),
    setting("hosting.signed", "MERIT_HOSTING_SIGNED", Text, DAY),
    setting("hosting.annexes", "MERIT_HOSTING_ANNEXES", Text, ANNEXES),
    setting(
        "hosting.assessment",
        "MERIT_HOSTING_ASSESSMENT",
        Text,
        ASSESSMENT,
    ),
    setting("hosting.reason", "MERIT_HOSTING_REASON", Text, DEROGATION),
    setting("hosting.review", "MERIT_HOSTING_REVIEW", Text, DAY),
    setting(
        "backups.name",
        "MERIT_BACKUPS_NAME",
        Text,
        "the name of who keeps the backups",
    ),
    setting(
        "backups.country",
        "MERIT_BACKUPS_COUNTRY",
        Text,
        "a country by its two letters, such as \"SE\"",
    ),
    setting(
        "backups.mechanism",
        "MERIT_BACKUPS_MECHANISM",
        Text,
        MECHANISM,
    ),
    setting("backups.document", "MERIT_BACKUPS_DOCUMENT", Text, COPY),
    setting("backups.module", "MERIT_BACKUPS_MODULE", Number, MODULE),
    setting("backups.signed", "MERIT_BACKUPS_SIGNED", Text, DAY),
    setting("backups.annexes", "MERIT_BACKUPS_ANNEXES", Text, ANNEXES),
    setting(
        "backups.assessment",
        "MERIT_BACKUPS_ASSESSMENT",
        Text,
        ASSESSMENT,
    ),
    setting("backups.reason", "MERIT_BACKUPS_REASON", Text, DEROGATION),
    setting("backups.review", "MERIT_BACKUPS_REVIEW", Text, DAY),
    setting(
        "mail.from",
        "MERIT_MAIL_FROM",
        Text,
        "an e-mail address, such as Merit <merit@merit.example>",
    ),
    setting(
        "mail.url",
        "MERIT_MAIL_URL",
        Secret,
        "smtps://USER:PASSWORD@HOST:PORT, or smtp:// for a connection that STARTTLS encrypts",
    ),
    setting(
        "mail.host",
        "MERIT_MAIL_HOST",
        Text,
        "the name of an SMTP server",
    ),
    setting(
        "mail.port",
        "MERIT_MAIL_PORT",
        Number,
        "a port, from 1 to 65535",
    ),
    setting(
        "mail.tls",
        "MERIT_MAIL_TLS",
        Text,
        "\"starttls\", \"tls\" or \"none\"",
    ),
    setting(
        "mail.user",
        "MERIT_MAIL_USER",
        Text,
        "the user's name at the SMTP server",
    ),
    setting(
        "mail.password",
        "MERIT_MAIL_PASSWORD",
        Secret,
        "the password at the SMTP server",
    ),
    setting(
        "mail.password_file",
        "MERIT_MAIL_PASSWORD_FILE",
        Text,
        "the path of a file that holds the password",
    ),
    setting(
        "mail.provider",
        "MERIT_MAIL_PROVIDER",
        Text,
        "the name of who runs the SMTP server",
    ),
    setting(
        "mail.country",
        "MERIT_MAIL_COUNTRY",
        Text,
        "a country by its two letters, such as \"SE\"",
    ),
    setting("mail.mechanism", "MERIT_MAIL_MECHANISM", Text, MECHANISM),
    setting("mail.document", "MERIT_MAIL_DOCUMENT", Text, COPY),
    setting("mail.module", "MERIT_MAIL_MODULE", Number, MODULE),
    setting("mail.signed", "MERIT_MAIL_SIGNED", Text, DAY),
    setting("mail.annexes", "MERIT_MAIL_ANNEXES", Text, ANNEXES),
    setting("mail.assessment", "MERIT_MAIL_ASSESSMENT", Text, ASSESSMENT),
    setting("mail.reason", "MERIT_MAIL_REASON", Text, DEROGATION),
    setting("mail.review", "MERIT_MAIL_REVIEW", Text, DAY),
    setting(
        "tls.certificate",
        "MERIT_TLS_CERTIFICATE",
        Text,
        "the path of a PEM file: the certificate, and those above it",
    ),
    setting(
        "tls.key",
        "MERIT_TLS_KEY",
        Text,
        "the path of a PEM file: the certificate's private key",
    ),
    setting(
        "security.contact",
        "MERIT_SECURITY_CONTACT",
        Text,
        "an e-mail address, or an address that starts with https://",
    ),
    setting(
        "security.policy",
        "MERIT_SECURITY_POLICY",
        Text,
        "an address that starts with https://",
    ),
    setting(
        "limits.new_accounts",
        "MERIT_NEW_ACCOUNTS",
        Number,
        "a number: first saves that one network may make in an hour",
    ),
    setting(
        "limits.times",
        "MERIT_LIMITS_TIMES",
        Number,
        "a number from 1 to 1000000",
    ),
    setting(
        "erasure.delay_days",
        "MERIT_ERASURE_DELAY_DAYS",
        Number,
        "a number of days from 0 to 14",
    ),
    setting(
        "retention.saved_days",
        "MERIT_RETENTION_SAVED_DAYS",
        Number,
        DAYS,
    ),
    setting(
        "retention.saved_ground",
        "MERIT_RETENTION_SAVED_GROUND",
        Text,
        GROUND,
    ),
    setting(
        "retention.sign_in_days",
        "MERIT_RETENTION_SIGN_IN_DAYS",
        Number,
        DAYS,
    ),
    setting(
        "retention.sign_in_ground",
        "MERIT_RETENTION_SIGN_IN_GROUND",
        Text,
        GROUND,
    ),
    setting(
        "retention.case_days",
        "MERIT_RETENTION_CASE_DAYS",
        Number,
        DAYS,
    ),
    setting(
        "retention.case_ground",
        "MERIT_RETENTION_CASE_GROUND",
        Text,
        GROUND,
    ),
    setting(
        "policy.notice_days",
        "MERIT_POLICY_NOTICE_DAYS",
        Number,
        "a number of days from 1 to 365: between the publication of a change of the policy and its day",
    ),
    setting(
        "places.file",
        "MERIT_PLACES_FILE",
        Text,
        "the path of a database of networks and places in the format .mmdb",
    ),
    setting(
        "minors.guardian_consent",
        "MERIT_MINORS_GUARDIAN_CONSENT",
        Flag,
        "true or false",
    ),
    setting(
        "proof.hour",
        "MERIT_PROOF_HOUR",
        Text,
        "an hour of the day in UTC, from \"0\" to \"23\", or \"off\"",
    ),
    setting(
        "terms.version",
        "MERIT_TERMS_VERSION",
        Text,
        "the day from which your terms hold, such as \"2027-01-31\"",
    ),
    setting("terms.sv", "MERIT_TERMS_SV", Text, TERMS),
    setting("terms.en", "MERIT_TERMS_EN", Text, TERMS),
];

const MECHANISM: &str = "\"adequacy\", \"standard_clauses\", \"binding_rules\", \"code_of_conduct\", \"certification\" or \"derogation\"";
const MODULE: &str = "the module of the clauses, from 1 to 4";
const DAY: &str = "a day, such as \"2027-01-31\"";
const ANNEXES: &str = "where annexes I to III of the clauses are, or what they say";
const ASSESSMENT: &str = "the outcome of the assessment of the transfer, and its day";
const DEROGATION: &str = "why a derogation of article 49 applies";
const COPY: &str = "the path of a PDF or a text of at most 5 MiB";
const TERMS: &str = "the path of a text of at most 256 KiB";
const DAYS: &str = "a number of days from 1 to 3653";
const GROUND: &str = "the reason why it is kept for longer than usual";
