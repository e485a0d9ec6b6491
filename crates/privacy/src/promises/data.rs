//! Which promises are kept, and by which checks. Whoever breaks a promise breaks a
//! test that stands here; whoever keeps one more adds its line.

use super::Running;

const NOT_DONE: &str = "crates/privacy/tests/it/abstained.rs";
const ACCEPTANCE: &str = "crates/backend/tests/it/acceptance.rs";
const AGE: &str = "crates/privacy/tests/it/age.rs";
const ACCOUNTS: &str = "crates/backend/tests/it/accounts.rs";
const APPROVALS: &str = "crates/backend/tests/it/approvals.rs";
const BACKUP: &str = "crates/backend/tests/it/backup.rs";
const CANARY: &str = "crates/backend/tests/it/canary.rs";
const CASES: &str = "crates/backend/tests/it/cases.rs";
const CASE_CLOCK: &str = "crates/privacy/tests/it/case.rs";
const CASE_HELD: &str = "crates/backend/tests/it/cases/held.rs";
const CASE_PAGES: &str = "server/tests/it/cases.rs";
const CLASS: &str = "crates/privacy/tests/it/class.rs";
const COLLECTED: &str = "crates/backend/tests/it/collected.rs";
const CONFIGURATION: &str = "server/src/configuration/tests.rs";
const CONSENT: &str = "crates/backend/tests/it/consent.rs";
const CONSOLE: &str = "crates/backend/tests/it/console.rs";
const CONSOLE_PAGES: &str = "server/tests/it/console.rs";
const CONSENT_PAGES: &str = "server/tests/it/consents.rs";
const COPY: &str = "crates/backend/tests/it/export.rs";
const DELIVERY: &str = "server/tests/it/mail.rs";
const DISCLOSURE: &str = "server/tests/it/disclosure.rs";
const ERASURE: &str = "crates/backend/tests/it/erasure.rs";
const FORMAT: &str = "crates/cv/tests/it/format.rs";
const GATE: &str = "crates/privacy/tests/it/gate.rs";
const HOLDS: &str = "crates/backend/tests/it/holds.rs";
const HOLD_COMMANDS: &str = "server/tests/it/holds.rs";
const HTML: &str = "crates/typeset/tests/it/html.rs";
const INVENTORY: &str = "crates/privacy/tests/it/inventory.rs";
const LOGGING: &str = "server/tests/it/logging.rs";
const MY_DATA: &str = "crates/backend/tests/it/my_data.rs";
const MY_DATA_PAGES: &str = "server/tests/it/my_data.rs";
const OVERSIGHT: &str = "crates/backend/tests/it/oversight.rs";
const PAGE_DETAILS: &str = "crates/backend/tests/it/page_details.rs";
const PAGE_COUNTS: &str = "crates/backend/tests/it/page_counts.rs";
const PERIODS: &str = "crates/privacy/tests/it/retention.rs";
const PERSONAL: &str = "crates/typeset/tests/it/personal.rs";
const PHOTOS: &str = "crates/backend/tests/it/photos.rs";
const PLACE: &str = "crates/backend/tests/it/place.rs";
const POLICY: &str = "crates/privacy/tests/it/policy.rs";
const POLICY_CHANGES: &str = "crates/backend/tests/it/policy_changes.rs";
const POLICY_PAGES: &str = "server/tests/it/policy.rs";
const PROOFS: &str = "crates/backend/tests/it/proofs.rs";
const PUBLIC: &str = "server/tests/it/public.rs";
const PUBLICATIONS: &str = "crates/backend/tests/it/publications.rs";
const REGISTERS: &str = "crates/privacy/tests/it/registers.rs";
const REGISTER_ROWS: &str = "crates/backend/tests/it/registers.rs";
const REGISTER_PAGES: &str = "server/tests/it/registers.rs";
const DISCLOSED: &str = "crates/backend/tests/it/disclosures.rs";
const SUCCESSION: &str = "crates/backend/tests/it/succession.rs";
const EGRESS: &str = "server/tests/it/egress.rs";
const RESPONSIBLE: &str = "server/src/configuration/tests/responsible.rs";
const RECORD: &str = "crates/privacy/tests/it/record.rs";
const REDACT: &str = "crates/cv/tests/it/redact.rs";
const REDACT_TEXTS: &str = "crates/cv/tests/it/redact_texts.rs";
const REGIME: &str = "crates/privacy/tests/it/regime.rs";
const RESTORED: &str = "crates/backend/tests/it/erasure/restored.rs";
const RETENTION: &str = "crates/backend/tests/it/retention.rs";
const RIGHTS: &str = "server/tests/it/rights.rs";
const ROLES: &str = "server/tests/it/roles.rs";
const SAVING: &str = "server/tests/it/saving.rs";
const SCHEMA: &str = "crates/backend/tests/it/schema.rs";
const SECTIONS: &str = "crates/typeset/tests/it/sections.rs";
const SEALED: &str = "crates/backend/src/sealed.rs";
const SERVE: &str = "server/tests/it/serve.rs";
const SHARING: &str = "server/tests/it/page_details.rs";
const SIGN_IN: &str = "crates/backend/tests/it/sign_in.rs";
const SIGN_UP: &str = "crates/backend/tests/it/sign_up.rs";
const STANDING: &str = "crates/backend/tests/it/standing.rs";
const STORES: &str = "server/tests/it/stores.rs";
const SWEEP: &str = "crates/backend/tests/it/sweep.rs";
const TERMS: &str = "server/tests/it/terms.rs";
const TRANSFER: &str = "crates/privacy/tests/it/transfer.rs";
const VERSIONS: &str = "crates/backend/tests/it/versions.rs";
const VERSIONS_BACK: &str = "crates/backend/tests/it/versions_back.rs";
const WISHES: &str = "crates/backend/tests/it/wishes.rs";
const WORDS: &str = "crates/texts/tests/it/words.rs";

/// The number of a promise, and a test that shows it: its file from the root of the
/// workspace, and its name.
pub(super) static TESTS: &[(u8, &str, &str)] = &[
    (1, POLICY, "the_newest_version_is_the_inventory"),
    (1, POLICY, "what_differs_between_two_versions_is_found"),
    (2, DISCLOSURE, "strangers_are_told_who_is_responsible"),
    (3, ACCOUNTS, "nothing_is_kept_without_every_declaration"),
    (
        3,
        SIGN_UP,
        "a_sign_up_needs_every_declaration_and_an_address",
    ),
    (
        3,
        ACCEPTANCE,
        "what_is_declared_is_two_rows_with_version_language_and_time",
    ),
    (3, TERMS, "a_sign_up_needs_each_box_for_itself"),
    (
        4,
        CASE_PAGES,
        "each_topic_of_the_contact_form_opens_its_case",
    ),
    (
        5,
        SCHEMA,
        "every_column_is_declared_and_every_declared_one_is_there",
    ),
    (5, INVENTORY, "the_declared_paths_are_those_of_a_document"),
    (
        8,
        RECORD,
        "the_record_has_every_purpose_that_leaves_the_browser",
    ),
    (6, CLASS, "every_class_has_its_rights_and_its_retention"),
    (
        6,
        CONSOLE,
        "of_which_class_somebody_is_is_known_by_what_they_did",
    ),
    (8, DISCLOSURE, "the_record_is_a_page_and_a_file"),
    (9, REGIME, "a_place_adds_its_law_once_it_is_in_force"),
    (9, PLACE, "where_somebody_lives_is_theirs_to_say"),
    (9, RIGHTS, "everybody_sees_the_rights_and_days_of_a_place"),
    (
        10,
        REGISTER_ROWS,
        "an_entry_is_sealed_and_noted_and_goes_with_its_time",
    ),
    (
        10,
        REGISTER_PAGES,
        "registers_are_written_and_shown_where_they_belong",
    ),
    (
        11,
        CONSENT,
        "withdrawing_deletes_everything_that_was_kept_by_it",
    ),
    (11, WISHES, "a_withdrawal_outlives_a_restore"),
    (11, CONSENT_PAGES, "a_member_gives_and_withdraws"),
    (11, CONSENT_PAGES, "an_owner_link_gives_and_withdraws"),
    (
        11,
        SHARING,
        "a_public_page_shows_what_was_chosen_until_consent_is_taken_back",
    ),
    (
        12,
        COLLECTED,
        "a_category_is_there_from_its_first_write_and_gone_after_twelve_months",
    ),
    (
        12,
        COLLECTED,
        "writing_each_stored_column_tells_its_category",
    ),
    (
        12,
        MY_DATA_PAGES,
        "the_tables_say_what_was_in_fact_collected",
    ),
    (
        14,
        PHOTOS,
        "a_photo_is_stored_as_the_server_encodes_it_and_for_its_owner_alone",
    ),
    (14, HTML, "hostile_text_is_text"),
    (14, SECTIONS, "a_licence_is_told_in_the_documents_language"),
    (
        15,
        CONSENT,
        "no_field_that_needs_consent_is_kept_without_it",
    ),
    (
        15,
        CONSENT,
        "the_database_refuses_a_row_without_its_accounts_consent",
    ),
    (15, PERSONAL, "a_detail_that_is_not_shown_is_nowhere"),
    (
        15,
        PAGE_DETAILS,
        "a_page_shows_the_details_that_were_chosen_and_no_other",
    ),
    (
        15,
        PAGE_DETAILS,
        "the_database_refuses_a_shown_detail_without_its_accounts_consent",
    ),
    (16, REDACT, "nothing_else_is_in_it"),
    (
        16,
        SHARING,
        "the_sharing_page_offers_personal_details_and_ticks_none",
    ),
    (
        18,
        PUBLIC,
        "a_page_is_complete_without_a_script_and_shows_what_was_chosen",
    ),
    (
        18,
        PUBLIC,
        "what_is_taken_down_is_gone_at_once_and_everywhere",
    ),
    (
        18,
        REDACT_TEXTS,
        "what_concerns_others_is_hidden_until_their_consent_is_confirmed",
    ),
    (
        19,
        SIGN_IN,
        "sessions_are_listed_and_ended_by_their_owner_alone",
    ),
    (
        19,
        SCHEMA,
        "every_column_is_declared_and_every_declared_one_is_there",
    ),
    (20, NOT_DONE, "nobody_asks_where_somebody_is_or_comes_from"),
    (
        20,
        PAGE_COUNTS,
        "a_row_has_no_place_for_anything_of_a_visitor",
    ),
    (21, NOT_DONE, "nobody_asks_where_somebody_is_or_comes_from"),
    (21, SERVE, "every_answer_carries_the_headers"),
    (21, PLACE, "a_place_is_kept_by_consent_and_goes_with_it"),
    (21, RIGHTS, "a_place_stands_beside_a_sign_in_for_who_agrees"),
    (22, NOT_DONE, "there_is_no_purpose_beside_these"),
    (
        23,
        CONSENT,
        "no_field_that_needs_consent_is_kept_without_it",
    ),
    (
        23,
        CONSENT,
        "the_database_refuses_a_row_without_its_accounts_consent",
    ),
    (
        24,
        CASE_HELD,
        "what_is_held_under_an_address_is_told_and_erased",
    ),
    (
        24,
        CASE_PAGES,
        "a_request_without_an_account_is_proved_opened_and_answered",
    ),
    (
        25,
        CASES,
        "what_came_by_post_has_the_clock_of_the_day_on_which_it_came",
    ),
    (
        25,
        CASE_PAGES,
        "what_came_by_mail_is_entered_with_its_day_and_put_off_with_a_reason",
    ),
    (
        26,
        PUBLICATIONS,
        "what_is_published_stays_until_it_is_published_again",
    ),
    (
        26,
        SIGN_IN,
        "a_new_address_is_in_force_when_its_owner_says_so",
    ),
    (27, FORMAT, "nothing_is_lost"),
    (27, ACCOUNTS, "who_is_erased_is_gone"),
    (27, COPY, "a_copy_is_whole_and_its_files_are_what_they_say"),
    (
        28,
        CASE_CLOCK,
        "an_answer_is_due_after_thirty_days_or_a_month_whichever_is_earlier",
    ),
    (28, CASE_CLOCK, "no_answer_is_due_later_than_any_law_says"),
    (
        28,
        CASES,
        "an_answer_is_put_off_once_with_a_reason_before_its_day_and_staff_are_reminded",
    ),
    (
        29,
        CASES,
        "somebody_without_an_account_asks_shows_who_they_are_and_is_answered",
    ),
    (
        29,
        CASE_HELD,
        "a_member_who_cannot_sign_in_is_erased_by_a_case",
    ),
    (
        30,
        HOLDS,
        "nothing_is_held_without_a_ground_a_reason_and_a_review",
    ),
    (
        30,
        HOLDS,
        "what_is_held_outlives_its_owner_and_goes_with_the_hold",
    ),
    (30, HOLD_COMMANDS, "a_hold_is_placed_told_and_ended"),
    (30, APPROVALS, "what_two_are_needed_for_is_done_by_two"),
    (30, APPROVALS, "whoever_must_not_be_told_of_a_hold_is_not"),
    (
        30,
        CONSOLE_PAGES,
        "a_hold_is_proposed_by_one_confirmed_by_another_and_seen_by_its_owner",
    ),
    (
        31,
        CASE_HELD,
        "what_is_held_under_an_address_is_told_and_erased",
    ),
    (
        32,
        HOLDS,
        "what_is_held_outlives_its_owner_and_goes_with_the_hold",
    ),
    (32, HOLD_COMMANDS, "a_hold_is_placed_told_and_ended"),
    (
        32,
        ERASURE,
        "what_the_preview_shows_is_what_goes_and_what_the_report_says",
    ),
    (32, ERASURE, "a_report_with_a_changed_byte_is_refused"),
    (33, SIGN_UP, "a_link_is_good_once_and_not_for_ever"),
    (
        33,
        RETENTION,
        "who_began_to_sign_up_is_gone_after_a_month_of_the_calendar",
    ),
    (34, INVENTORY, "every_retention_is_finite"),
    (34, POLICY, "the_newest_version_is_the_inventory"),
    (
        34,
        PERIODS,
        "an_operator_shortens_at_will_and_lengthens_with_a_ground",
    ),
    (34, RETENTION, "the_operators_periods_are_carried_out"),
    (35, SWEEP, "an_account_goes_after_a_year_without_use"),
    (
        35,
        OVERSIGHT,
        "owners_of_dormant_accounts_are_told_before_they_go",
    ),
    (36, INVENTORY, "every_retention_is_finite"),
    (36, SWEEP, "an_account_goes_after_a_year_without_use"),
    (36, SWEEP, "a_rule_that_fails_keeps_no_other_from_its_work"),
    (
        36,
        RETENTION,
        "who_does_not_come_back_is_gone_after_a_year_of_days",
    ),
    (36, HOLDS, "a_purge_leaves_what_is_held_and_counts_it"),
    (36, HOLDS, "an_overdue_hold_is_told_until_it_is_looked_at"),
    (
        36,
        RETENTION,
        "every_retention_has_its_rule_and_every_rule_its_retention",
    ),
    (
        36,
        VERSIONS,
        "versions_thin_out_to_one_a_day_and_one_a_week",
    ),
    (
        37,
        BACKUP,
        "who_was_erased_after_a_backup_does_not_come_back",
    ),
    (
        37,
        BACKUP,
        "backups_of_keys_have_their_time_and_those_of_data_have_not",
    ),
    (
        37,
        RESTORED,
        "a_restore_of_an_older_backup_brings_nobody_back",
    ),
    (37, WISHES, "a_withdrawal_outlives_a_restore"),
    (37, WISHES, "a_restriction_and_a_limit_outlive_a_restore"),
    (37, HOLDS, "a_hold_that_has_ended_does_not_come_back"),
    (38, CONFIGURATION, "what_strangers_reach_is_held_to_more"),
    (38, SAVING, "behind_https_the_cookie_is_bound_to_the_host"),
    (39, CANARY, "nothing_a_person_wrote_is_readable_on_the_disk"),
    (39, HOLDS, "what_is_held_is_nowhere_to_be_read"),
    (39, SEALED, "what_the_inventory_calls_sealed_is_sealed_here"),
    (40, ROLES, "staff_have_nothing_of_anybodys_documents"),
    (40, ROLES, "each_route_answers_each_role_as_the_table_says"),
    (
        40,
        CONSOLE,
        "what_is_masked_opens_with_a_reason_for_a_while_and_its_owner_sees_it",
    ),
    (40, CONSOLE, "the_console_is_for_who_has_the_right"),
    (40, APPROVALS, "what_two_are_needed_for_is_done_by_two"),
    (
        40,
        CONSOLE_PAGES,
        "staff_open_what_is_masked_and_the_person_sees_it",
    ),
    (
        40,
        MY_DATA,
        "each_access_of_staff_is_shown_to_whom_it_concerns",
    ),
    (
        40,
        MY_DATA_PAGES,
        "a_member_sees_everything_and_who_has_looked",
    ),
    (41, SIGN_IN, "compromised_closes_every_door_in_one_step"),
    (
        42,
        OVERSIGHT,
        "the_server_proves_itself_and_says_when_it_cannot",
    ),
    (
        42,
        CONSOLE_PAGES,
        "the_self_proof_is_dated_and_the_preview_counts_without_names",
    ),
    (43, WORDS, "nobody_says_that_anything_is_perfectly_safe"),
    (44, DISCLOSURE, "recipients_are_listed_with_their_country"),
    (
        44,
        REGISTER_PAGES,
        "a_change_of_recipients_is_on_their_page",
    ),
    (45, TRANSFER, "adequacy_is_of_countries_that_have_it"),
    (46, REGISTERS, "a_transfer_says_what_allows_it"),
    (
        46,
        RESPONSIBLE,
        "a_transfer_is_noted_whole_before_strangers_come",
    ),
    (47, TRANSFER, "nothing_leaves_the_eea_without_a_mechanism"),
    (
        47,
        DISCLOSURE,
        "a_recipient_that_nothing_allows_cannot_be_configured",
    ),
    (47, REGISTERS, "a_transfer_says_what_allows_it"),
    (
        48,
        TRANSFER,
        "of_what_parties_have_agreed_people_may_have_a_copy",
    ),
    (
        48,
        TERMS,
        "a_copy_of_the_clauses_can_be_had_and_is_counted_without_a_name",
    ),
    (
        48,
        TERMS,
        "a_recipient_without_its_copy_does_not_start_before_strangers",
    ),
    (
        48,
        RESPONSIBLE,
        "a_transfer_is_noted_whole_before_strangers_come",
    ),
    (49, NOT_DONE, "there_is_no_purpose_beside_these"),
    (50, NOT_DONE, "there_is_no_purpose_beside_these"),
    (50, NOT_DONE, "there_is_no_recipient_beside_these"),
    (51, HOLD_COMMANDS, "a_hold_is_placed_told_and_ended"),
    (
        51,
        HOLDS,
        "what_is_held_outlives_its_owner_and_goes_with_the_hold",
    ),
    (53, GATE, "an_undeclared_purpose_is_denied_to_the_owner_too"),
    (53, NOT_DONE, "there_is_no_purpose_beside_these"),
    (56, RIGHTS, "who_objects_has_all_else_as_before"),
    (56, MY_DATA, "who_objects_or_opts_out_loses_nothing_else"),
    (
        54,
        REGISTERS,
        "every_legitimate_interest_of_the_inventory_is_asked_for",
    ),
    (
        54,
        REGISTER_ROWS,
        "interests_are_weighed_and_looked_at_again",
    ),
    (
        54,
        REGISTER_PAGES,
        "assessments_are_public_and_the_check_asks_for_them",
    ),
    (
        57,
        INVENTORY,
        "what_must_be_given_says_what_happens_without_it",
    ),
    (57, DISCLOSURE, "the_policy_says_what_the_inventory_says"),
    (57, DISCLOSURE, "a_form_says_why_it_asks"),
    (58, NOT_DONE, "nothing_goes_to_anybody_by_consent"),
    (59, DISCLOSURE, "letters_leave_by_nobody_who_is_not_named"),
    (59, REGISTERS, "only_registered_hosts_are_called"),
    (
        59,
        RESPONSIBLE,
        "whoever_is_named_may_be_called_and_nobody_else",
    ),
    (59, EGRESS, "every_outgoing_connection_asks_whether_it_may"),
    (
        59,
        EGRESS,
        "a_host_that_nobody_has_registered_is_not_called",
    ),
    (
        59,
        REGISTER_ROWS,
        "changes_of_recipients_are_told_for_a_year",
    ),
    (
        60,
        REGISTERS,
        "grounds_of_disclosures_are_these_and_no_debt_is_among_them",
    ),
    (60, DISCLOSED, "a_disclosure_needs_two_and_is_told"),
    (60, DISCLOSED, "a_barred_person_is_told_when_the_bar_ends"),
    (
        60,
        REGISTER_PAGES,
        "a_disclosure_goes_through_two_hands_and_the_person_reads_it",
    ),
    (61, NOT_DONE, "there_is_no_purpose_beside_these"),
    (61, NOT_DONE, "there_is_no_recipient_beside_these"),
    (
        61,
        REGISTERS,
        "grounds_of_disclosures_are_these_and_no_debt_is_among_them",
    ),
    (
        62,
        REGISTERS,
        "another_controller_is_announced_thirty_days_before",
    ),
    (
        62,
        SUCCESSION,
        "another_controller_is_told_to_everybody_before_it_takes_effect",
    ),
    (
        62,
        SUCCESSION,
        "the_thirty_days_count_from_the_announcement",
    ),
    (
        62,
        REGISTER_PAGES,
        "another_controller_is_announced_on_every_page",
    ),
    (
        63,
        DISCLOSED,
        "a_disclosure_without_ground_law_or_secrecy_is_not_proposed",
    ),
    (65, NOT_DONE, "there_is_no_recipient_beside_these"),
    (65, SERVE, "every_answer_carries_the_headers"),
    (65, EGRESS, "no_crate_of_ours_depends_on_another_client"),
    (66, HTML, "hostile_text_is_text"),
    (66, HTML, "a_small_page"),
    (68, DISCLOSURE, "nobody_gets_a_cookie_for_looking"),
    (68, INVENTORY, "what_is_optional_is_behind_the_notice"),
    (
        68,
        TERMS,
        "yes_and_no_are_the_same_button_and_nothing_optional_is_there_before",
    ),
    (68, SERVE, "every_answer_carries_the_headers"),
    (69, DISCLOSURE, "nobody_gets_a_cookie_for_looking"),
    (70, DISCLOSURE, "the_page_about_storage_is_the_registry"),
    (71, DISCLOSURE, "nobody_gets_a_cookie_for_looking"),
    (
        71,
        SERVE,
        "the_language_form_sets_its_cookie_and_leads_only_to_our_pages",
    ),
    (72, DISCLOSURE, "every_cookie_is_in_the_registry"),
    (
        73,
        LOGGING,
        "the_program_logs_the_declared_fields_and_no_other",
    ),
    (73, LOGGING, "a_line_has_declared_fields_alone"),
    (74, STORES, "the_log_says_nothing_of_what_was_saved"),
    (
        74,
        DELIVERY,
        "the_log_of_delivery_says_nothing_of_the_letter",
    ),
    (75, NOT_DONE, "nobody_asks_where_somebody_is_or_comes_from"),
    (76, NOT_DONE, "there_is_no_purpose_beside_these"),
    (77, DISCLOSURE, "the_page_about_storage_is_the_registry"),
    (79, ACCOUNTS, "nothing_is_kept_without_every_declaration"),
    (79, AGE, "who_is_eighteen_today_is_no_minor"),
    (79, CONSOLE, "a_date_of_birth_under_eighteen_raises_a_flag"),
    (80, CONSOLE, "a_minors_account_is_gone_in_one_step"),
    (
        80,
        CONSOLE_PAGES,
        "a_minor_is_signed_out_taken_down_and_erased_before_the_answer",
    ),
    (81, ACCOUNTS, "nothing_is_kept_without_every_declaration"),
    (
        85,
        POLICY_CHANGES,
        "a_material_change_without_its_notice_is_refused",
    ),
    (
        85,
        POLICY_CHANGES,
        "a_change_holds_from_its_day_and_not_before",
    ),
    (85, POLICY_CHANGES, "everybody_is_told_by_letter_once"),
    (85, POLICY_PAGES, "a_change_is_announced_shown_and_answered"),
    (
        86,
        POLICY_CHANGES,
        "having_read_a_change_is_noted_and_asked_no_more",
    ),
    (
        86,
        POLICY_CHANGES,
        "a_consent_that_is_not_renewed_ends_on_the_day_and_others_stay",
    ),
    (
        86,
        POLICY_PAGES,
        "who_does_not_want_to_stay_leaves_in_two_steps",
    ),
    (
        81,
        CONSOLE,
        "a_guardians_consent_is_recorded_where_minors_may_have_accounts",
    ),
    (87, INVENTORY, "every_entry_has_a_purpose_and_a_basis"),
    (87, DISCLOSURE, "the_policy_says_what_the_inventory_says"),
    (88, VERSIONS_BACK, "personal_details_are_in_no_version"),
    (88, CONSENT, "the_ledger_only_grows"),
    (88, PROOFS, "consent_can_be_shown_when_who_gave_it_is_gone"),
    (88, PROOFS, "without_their_key_proofs_prove_nothing"),
    (89, DISCLOSURE, "the_policy_says_what_the_inventory_says"),
    (
        90,
        ERASURE,
        "what_the_preview_shows_is_what_goes_and_what_the_report_says",
    ),
    (90, ERASURE, "an_erasure_waits_and_can_be_called_off"),
    (
        90,
        RESTORED,
        "a_restore_of_an_older_backup_brings_nobody_back",
    ),
    (
        91,
        GATE,
        "what_rests_on_an_interest_can_be_objected_to_and_nothing_else",
    ),
    (
        91,
        MY_DATA,
        "an_objection_stops_what_rests_on_an_interest_at_once",
    ),
    (
        91,
        MY_DATA_PAGES,
        "an_owner_link_sees_everything_and_says_no_to_each_use",
    ),
    (
        92,
        STANDING,
        "what_is_restricted_is_shown_to_nobody_and_is_all_there",
    ),
    (92, WISHES, "a_restriction_and_a_limit_outlive_a_restore"),
    (
        92,
        STANDING,
        "restricted_letters_are_those_about_safety_alone",
    ),
    (
        92,
        CONSENT_PAGES,
        "restricted_pages_are_not_shown_and_come_back",
    ),
    (93, COPY, "a_copy_is_whole_and_its_files_are_what_they_say"),
    (
        93,
        COPY,
        "nothing_of_others_is_in_a_copy_and_no_cell_is_a_formula",
    ),
    (94, SIGN_IN, "what_matters_needs_a_fresh_proof"),
    (
        94,
        CASES,
        "somebody_without_an_account_asks_shows_who_they_are_and_is_answered",
    ),
    (
        94,
        CASES,
        "known_and_unknown_addresses_are_asked_and_answered_alike",
    ),
    (
        94,
        CASES,
        "a_members_case_needs_a_fresh_proof_and_stands_on_their_page",
    ),
    (94, CASE_CLOCK, "no_way_leads_around_the_identity"),
    (
        94,
        CASE_PAGES,
        "an_answer_tells_nobody_whether_an_address_is_known",
    ),
    (95, DISCLOSURE, "strangers_are_told_who_is_responsible"),
    (96, REGIME, "every_law_says_from_when_and_where_it_stands"),
    (96, REGIME, "no_law_is_missed"),
    (95, REGISTERS, "every_country_of_the_eea_has_its_authority"),
    (
        95,
        REGISTER_PAGES,
        "registers_are_written_and_shown_where_they_belong",
    ),
    (
        96,
        REGISTER_PAGES,
        "registers_are_written_and_shown_where_they_belong",
    ),
    (
        97,
        RECORD,
        "every_category_says_where_from_what_for_and_to_whom",
    ),
    (97, DISCLOSURE, "the_categories_are_those_of_the_inventory"),
    (
        97,
        MY_DATA_PAGES,
        "the_californian_table_is_made_from_the_inventory",
    ),
    (98, INVENTORY, "what_is_about_others_or_protected_is_marked"),
    (98, DISCLOSURE, "the_categories_are_those_of_the_inventory"),
    (
        99,
        CONSENT_PAGES,
        "global_privacy_control_is_read_and_do_not_track_is_not",
    ),
    (
        99,
        TERMS,
        "only_after_a_yes_the_last_template_is_the_next_one_and_a_signal_is_a_no",
    ),
    (99, MY_DATA, "opting_out_is_kept_and_moves_with_the_account"),
    (
        99,
        MY_DATA_PAGES,
        "the_signal_of_a_browser_counts_as_opting_out",
    ),
    (100, REGIME, "the_earliest_clock_wins"),
    (100, REGIME, "california_counts_business_days"),
    (100, MY_DATA, "everything_that_is_kept_is_counted"),
    (
        100,
        MY_DATA_PAGES,
        "a_member_sees_everything_and_who_has_looked",
    ),
    (100, COPY, "a_copy_is_whole_and_its_files_are_what_they_say"),
    (100, ACCOUNTS, "who_is_erased_is_gone"),
    (100, CASE_CLOCK, "no_answer_is_due_later_than_any_law_says"),
    (
        100,
        CASE_PAGES,
        "a_member_is_sent_to_what_they_do_themselves_and_sees_their_cases",
    ),
    (101, STANDING, "limited_pages_go_without_the_photo"),
    (101, PAGE_DETAILS, "limited_they_are_shown_to_nobody"),
    (
        102,
        INVENTORY,
        "every_personal_detail_is_a_reference_and_a_value_apart",
    ),
    (102, GATE, "nothing_is_written_without_the_owners_consent"),
    (103, DISCLOSURE, "a_signal_of_the_browser_changes_nothing"),
    (104, CASE_CLOCK, "every_topic_opens_its_case"),
    (
        104,
        CASE_PAGES,
        "each_topic_of_the_contact_form_opens_its_case",
    ),
];

/// The number of a promise, and what the running server looks at for it.
pub(super) static RUNNING: &[(u8, Running)] = &[
    (42, Running::Databases),
    (42, Running::AuditLog),
    (42, Running::Sweep),
];

/// What one might do, and is not done. The tests of their lines prove it.
pub(super) static ABSTAINED: &[u8] = &[20, 22, 49, 50, 58, 61, 75, 76];
