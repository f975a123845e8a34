//! The rules as text (`tests/scenarios/`), played natively and in a browser. Every scenario is a test of its own name.

#[path = "scenarios/files.rs"]
mod files;

use domain::testing::{MemoryStore, scenario};
use files::FILES;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn check(file: &str, name: &str) {
    let (_, text) = FILES.iter().find(|(listed, _)| *listed == file).expect("a file of files.rs");
    let path = format!("tests/scenarios/{file}.scenario");
    let all = scenario::scenarios(&path, text).unwrap_or_else(|failure| panic!("{failure}"));
    let scenario = all.iter().find(|scenario| scenario.name == name).expect("a scenario of this file");
    if let Err(failure) = scenario::play(scenario, &mut MemoryStore::default()) {
        panic!("{failure}");
    }
}

macro_rules! scenarios {
    ($($file:ident { $($name:ident,)+ })+) => {
        $(mod $file {
            $(
                #[cfg_attr(not(target_arch = "wasm32"), test)]
                #[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
                fn $name() {
                    super::check(stringify!($file), stringify!($name));
                }
            )+
        })+

        /// Test functions, as `file::name`.
        #[cfg(not(target_arch = "wasm32"))]
        const LISTED: &[(&str, &[&str])] = &[$((stringify!($file), &[$(stringify!($name)),+])),+];
    };
}

/// Every file of the folder is in `files.rs`, and every scenario of a file is in the list below.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn no_scenario_is_forgotten() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenarios");
    let names = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").file_name());
    let mut found: Vec<String> = names.filter_map(|name| Some(name.to_str()?.strip_suffix(".scenario")?.to_owned())).collect();
    found.sort();
    assert_eq!(found, FILES.iter().map(|(name, _)| *name).collect::<Vec<_>>(), "list it in tests/scenarios/files.rs");
    for (file, text) in FILES {
        let all = scenario::scenarios(file, text).unwrap_or_else(|failure| panic!("{failure}"));
        let names: Vec<&str> = all.iter().map(|scenario| scenario.name).collect();
        let listed = LISTED.iter().find(|(listed, _)| listed == file).map_or(&[][..], |(_, names)| *names);
        assert_eq!(listed, names, "list them below:\n    {file} {{\n        {},\n    }}", names.join(",\n        "));
    }
}

scenarios! {
    combinations {
        r37_a_person_only,
        r37_an_organization_only,
        r37_a_person_and_an_organization,
        r37_a_person_and_a_deal,
        r37_an_organization_and_a_deal,
        r37_all_three,
        r37_nothing_at_all_is_refused,
        r37_a_deal_alone_needs_somebody,
        r37_a_lead_without_a_person_makes_no_person,
        r37_existing_and_new_records_mix,
        r37_everything_existing,
    }
    convert {
        r3_after_qualification_a_lead_becomes_a_contact,
        r4_conversion_also_makes_a_deal_and_a_follow_up,
        r30_a_lead_is_converted_from_the_inbox,
        r31_the_lead_is_corrected_in_the_dialog,
        r31_a_wrong_correction_is_refused,
        r39_the_deals_value_is_not_below_nothing,
        r32_a_deal_and_a_task_are_made_only_if_asked_for,
        r33_nothing_happens_before_convert_is_confirmed,
        r34_account_is_mandatory,
        r34_account_may_be_an_existing_one,
        r34_a_new_account_needs_a_name,
        r35_person_and_deal_can_be_left_out,
        r36_owner_and_converted_status_are_chosen,
        r36_without_a_choice_the_owner_of_the_lead_stays,
        r36_a_status_that_does_not_end_in_conversion_is_refused,
        r36_an_owner_who_is_not_there_is_refused,
        r39_pipeline_stage_visibility_and_value_are_asked_for,
        r39_a_stage_belongs_to_its_pipeline,
        r40_the_data_of_the_lead_stand_in_the_dialog,
        b3_what_another_system_calls_it_stays_and_is_said,
        b3_owner_and_visibility_have_a_place_too,
        r42_required_fields_are_asked_for_all_at_once,
        r44_the_deal_is_in_the_chosen_pipeline,
        r45_the_lead_names_the_records_made_from_it,
        r46_a_converted_lead_leaves_the_inbox,
        r46_a_converted_lead_is_read_only,
        r47_the_new_records_are_found,
        r48_the_lead_leaves_the_inbox_and_the_deal_stands_in_the_pipeline,
        r49_links_lead_both_ways,
        r49_what_became_of_a_lead_is_not_removed_under_it,
        r50_deal_and_task_stand_on_the_card_of_the_contact,
        r50_a_follow_up_can_be_removed,
        r51_a_new_deal_is_incoming_unless_another_stage_is_chosen,
        b9_a_lead_remembers_what_became_of_it_up_to_won_or_lost,
    }
    custom_fields {
        r67_a_custom_field_is_carried_over_only_if_that_was_allowed,
        r67_every_type_is_carried_as_it_is,
        r67_what_is_allowed_later_counts_from_then_on,
        r68_the_user_chooses_which_targets_get_a_custom_field,
        r68_a_carried_field_can_stay_on_the_lead,
        r68_the_user_chooses_where_the_value_goes,
        r68_a_field_that_is_not_there_takes_nothing,
        r68_a_value_must_fit_where_it_goes,
        b3_a_value_without_a_home_is_kept_in_a_custom_field_with_one_click,
        b3_phones_that_would_be_lost_are_written_into_a_custom_field,
        r79_custom_fields_merge_like_all_others,
        r42_a_required_custom_field_is_asked_for_with_all_the_rest,
        r42_a_carried_value_meets_the_requirement,
        r42_an_existing_contact_is_not_asked_again,
        r42_what_is_filled_in_must_fit,
        r69_a_value_fits_its_definition,
        r69_a_required_field_of_a_record_made_by_hand,
        r67_a_definition_says_what_it_is,
        r67_a_person_named_in_a_custom_field_is_in_use,
        r67_values_outlive_their_definition,
        r67_no_kind_of_record_gets_two_fields_of_one_name,
    }
    deals {
        r12_a_deal_moves_through_the_stages_until_it_is_won,
        r12_a_lost_deal_needs_a_reason,
        r12_a_closed_deal_is_reopened_before_it_moves,
        r12_reopening_an_open_deal_changes_nothing,
        r12_a_deal_moves_to_another_pipeline,
        r12_what_is_no_stage_or_no_deal_is_refused,
        r12_new_deals_have_a_place_of_their_own,
        r12_cards_keep_their_order_in_the_next_stage,
        r12_a_converted_deal_has_a_place_too,
        r13_a_deal_links_to_a_person_an_organization_or_both,
        r14_a_deal_shows_its_contacts_notes_and_activities,
        r13_a_person_with_a_deal_is_not_removed,
        r15_a_deal_tracks_every_event_of_the_sale,
        r17_deals_come_in_from_another_system,
        r17_a_deal_without_a_name_stops_the_import,
        r18_a_deal_carries_what_reports_count,
        b12_a_stage_may_need_fields,
        b11_what_a_stage_needs_stops_the_conversion,
    }
    existing {
        r79_details_merge_into_an_existing_contact,
        r79_the_user_may_take_the_value_of_the_lead,
        r79_the_same_phone_in_another_spelling_is_no_second_one,
        r79_details_merge_into_an_existing_organization,
        r79_an_existing_deal_takes_what_it_lacks,
        r79_a_closed_deal_takes_nothing_more,
        r79_several_leads_become_one_contact,
        r79_a_chosen_contact_that_is_gone_is_refused,
        r79_more_than_a_contact_can_hold_is_refused,
        r41_possible_duplicates_are_shown_with_reasons,
        r41_the_user_may_select_none,
        r80_a_name_alone_is_never_certain,
        r80_free_mail_says_nothing_about_the_firm,
        d5_certain_needs_an_identifier_beside_the_name,
        d5_the_workspace_says_what_counts_and_what_is_certain,
        b3_what_has_no_place_stays_on_the_lead_and_is_said_to,
        b4_merge_in_place_with_evidence_and_a_choice_per_field,
        r72_birth_date_and_tax_id_go_to_whom_they_name,
        r79_the_same_tax_id_in_another_spelling_is_no_other,
        r79_a_fuller_address_completes_the_one_there_is,
    }
    inbox {
        r1_a_lead_is_a_person_or_an_organization,
        r2_a_lead_has_details_and_a_status_of_its_own,
        r5_leads_do_not_clutter_the_pipeline,
        r6_a_lead_is_parked_with_a_reason_and_brought_back,
        r6_parking_needs_a_reason,
        r6_archiving_twice_keeps_the_first_reason,
        r6_restoring_an_open_lead_changes_nothing,
        r6_a_parked_lead_can_still_be_corrected,
        r6_a_parked_lead_must_be_restored_before_it_moves_on,
        r6_several_leads_are_parked_at_once,
        r6_only_leads_are_parked,
        r7_a_lead_links_to_a_person_and_an_organization,
        r7_a_link_leads_to_a_record_of_the_right_kind,
        r7_a_built_in_record_of_another_kind_is_a_bad_link_too,
        r8_prospects_are_tagged_before_they_reach_the_pipeline,
        r8_case_and_accents_make_no_other_tag,
        r9_an_import_brings_in_leads_with_notes,
        r9_an_import_is_taken_back_whole,
        r9_the_same_import_twice_is_one,
        r9_a_bad_row_stops_its_import_and_says_why,
        r9_what_an_import_links_to_is_there,
        r10_a_lead_becomes_a_person_and_an_organization,
    }
    many {
        r52_several_leads_are_converted_at_once,
        r52_every_lead_has_an_outcome_of_its_own,
        r53_only_the_chosen_leads_are_converted,
        r54_name_and_company_can_be_changed_before,
        r54_a_company_that_is_corrected_joins_the_others,
        r55_nothing_happens_before_convert_is_clicked,
        r56_the_settings_hold_for_all,
        r56_owners_take_turns,
        r56_without_a_rule_each_owner_stays,
        r57_one_deal_and_one_task_per_lead,
        r57_without_the_boxes_neither_deal_nor_task,
        r58_each_deal_takes_the_name_of_its_lead,
        d9_deals_can_be_renamed_in_the_plan,
        b5_leads_of_one_company_share_one_new_organization,
        b5_the_order_of_a_run_makes_no_difference,
        b5_one_name_at_two_companies_is_two_companies,
        b5_a_run_stops_after_any_lead,
        b5_what_is_certain_is_attached,
        b5_a_namesake_is_somebody_new,
        b5_a_likely_match_is_asked_about,
        b5_a_company_is_attached_as_a_whole,
        b5_whom_one_lead_may_be_its_colleagues_may_be_too,
        b5_the_same_person_twice_is_one_person,
        b5_a_person_in_other_words_is_one_person_too,
        b5_the_rest_of_a_run_joins_what_it_made,
        b5_a_company_in_other_words_is_one_company_too,
        b5_one_person_at_two_companies_is_asked_about,
        b5_who_is_likely_the_same_is_asked_about_once,
        b5_those_of_one_person_can_be_set_apart,
        b5_whom_somebody_kept_apart_are_two,
        b5_a_surname_that_only_sounds_alike_is_asked_about,
        b5_a_name_alone_is_two_people,
        r80_leads_are_one_person_by_the_profile,
        r80_one_person_claimed_by_two_companies_is_asked_about,
        b5_blocked_leads_say_why_and_stop_nobody,
        b5_missing_required_fields_are_filled_down,
        b5_a_company_for_those_without_is_filled_down,
        b5_missing_rights_block_each_row,
        b5_who_may_only_create_makes_each_record_once,
        b2_a_run_is_undone_whole,
        b2_what_was_used_since_stays_and_the_rest_is_undone,
        b1_a_run_that_is_sent_twice_converts_nobody_twice,
        b12_what_a_stage_needs_is_filled_down,
        b3_what_stays_on_a_lead_of_many_is_said,
        b3_what_leads_that_become_one_differ_in_is_said,
        b5_a_company_in_both_spellings_of_umlauts_is_one,
    }
    merge {
        b4_merging_keeps_one_and_loses_nothing,
        b4_the_user_chooses_whose_value_stays,
        b4_organizations_are_merged_with_their_people_and_deals,
        b4_a_fuller_address_is_no_other_address,
        b4_several_are_merged_at_once,
        b4_a_link_goes_on_to_the_last_survivor,
        b4_who_is_a_customer_stays_one,
        b4_owner_and_visibility_stay_those_of_the_kept_one,
        b4_custom_fields_are_merged_too,
        b4_an_activity_of_both_names_the_survivor_once,
        b11_everything_that_stops_a_merge_is_said_at_once,
        b11_a_record_that_was_merged_before_is_not_merged_again,
        r43_merging_needs_the_rights_to_all_it_changes,
        b2_merge_then_undo_is_the_identity,
        b2_a_merge_that_was_built_on_says_what_is_in_the_way,
        b2_what_came_to_the_survivor_later_stays_there,
        b2_merged_again_after_undo,
        b2_a_conversion_whose_result_was_merged_says_so,
        b2_an_older_change_can_be_undone_though_its_link_was_merged,
        b2_a_removed_note_comes_back_to_the_survivor,
        r37_a_chosen_contact_that_was_merged_meanwhile_is_followed,
        r80_two_that_were_kept_separate_stay_so,
        r80_keep_separate_is_taken_back,
        r80_a_group_is_kept_separate_at_once,
        r80_what_was_said_of_a_lead_holds_for_what_it_becomes,
        r80_only_what_can_be_the_same_is_kept_separate,
        r80_the_decision_goes_over_to_the_survivor,
        r80_merging_gives_up_what_was_said_and_undo_gives_it_back,
        r80_what_was_said_of_a_record_goes_with_it,
        b2_what_was_said_of_a_record_does_not_stop_its_undo,
    }
    notes_and_tags {
        r16_a_note_shows_on_lead_person_organization_and_deal,
        r16_tasks_calls_and_meetings_follow_too,
        r16_what_happens_on_a_deal_later_shows_on_its_person_and_organization,
        r16_what_happens_with_a_person_stays_with_the_person,
        d3_a_note_is_stored_once_and_an_edit_shows_everywhere,
        r78_a_note_written_on_a_converted_lead_shows_on_its_results,
        r76_in_zendesk_sell_a_later_note_belongs_to_the_person_or_the_company,
        r63_tags_are_copied_to_person_organization_and_deal,
        r64_with_a_deal_the_contacts_are_prospects,
        r64_a_contact_that_a_deal_is_made_with_becomes_a_prospect,
        r65_an_existing_contact_stays_what_it_is_without_a_deal,
        r65_without_a_deal_they_are_contacts,
        b4_the_plan_says_that_the_deal_makes_a_prospect,
        d5_who_only_fills_leaves_the_kind_of_contact,
        r66_a_prospect_turned_contact_keeps_its_tags,
        r76_a_note_about_the_person_goes_to_the_person,
        r77_a_note_about_the_company_goes_to_the_organization,
        r77_a_note_about_the_company_finds_the_person_if_there_is_no_organization,
        r78_all_notes_also_show_on_the_deal,
    }
    once {
        b1_a_double_click_converts_once,
        b1_a_second_conversion_with_other_choices_is_refused_too,
        b1_a_form_that_is_sent_twice_adds_one_record,
        b1_what_was_looked_at_is_what_is_converted,
        b1_a_look_at_a_lead_is_no_change,
        b1_an_edit_that_was_taken_back_is_no_change,
        b1_an_edit_that_was_redone_is_a_change,
        b11_all_blockers_come_at_once,
    }
    path {
        r11_leads_move_through_stages_that_end_in_conversion,
        r26_the_path_shows_where_a_lead_stands,
        r27_a_selected_status_becomes_the_current_one,
        r27_the_status_it_has_already_changes_nothing,
        r27_several_leads_move_at_once,
        r27_what_is_no_status_is_refused,
        r28_complete_moves_to_the_next_status,
        r29_the_last_status_asks_for_conversion,
        r29_no_edit_gets_around_conversion,
        r29_a_workspace_has_converted_statuses_of_its_own,
        r38_at_the_last_stage_one_chooses_what_to_create,
        b12_a_status_may_need_fields,
        b12_what_a_status_needs_is_not_emptied_there,
        b12_who_was_there_before_is_not_locked,
        b12_one_lead_that_lacks_something_keeps_all_back,
        b12_a_lead_is_added_with_what_its_status_needs,
        b11_what_the_last_status_needs_stops_the_conversion,
        b12_a_custom_field_is_needed_as_long_as_it_is_offered,
        b12_a_status_names_fields_that_there_are,
    }
    profiles {
        r70_first_name_last_name_and_company_make_two_records,
        r71_the_organization_inherits_industry_website_address_tags,
        r72_the_person_inherits_its_own_fields,
        r73_the_organization_gets_no_phone_e_mail_social_media_or_description,
        r74_the_source_is_not_carried_to_the_contact,
        r75_with_a_deal_the_source_is_carried_to_the_deal,
        d1_the_fields_of_the_lead_say_whether_an_organization_is_needed,
        d2_pipedrive_always_makes_a_deal,
        d2_whether_a_deal_is_made_at_first,
        d2_many_leads_begin_as_the_profile_says,
        d4_who_gets_the_source,
        d5_who_is_chosen_at_first,
        d5_two_likely_matches_are_left_to_the_user,
        d5_many_leads_are_matched_as_the_profile_says,
        d5_salesforce_links_and_fills_only_what_is_blank,
        d6_the_lead_stays_readable_with_links_to_its_results,
        d8_incoming_is_preselected_and_another_stage_can_be_chosen,
        d8_pipedrive_leaves_the_stage_to_the_user,
        b7_the_workspace_says_how_conversions_begin,
        d10_a_company_alone_keeps_its_phone_and_e_mail,
        d10_zendesk_sell_leaves_them_on_the_lead,
        r81_a_contact_is_no_lead,
        d5_one_of_several_is_asked_about,
        d5_zendesk_sell_makes_no_certain_doubles,
        r80_another_birth_date_is_asked_about,
    }
    record {
        r19_the_pencil_changes_one_field,
        r20_the_full_form_changes_several_fields,
        r20_one_bad_field_keeps_the_whole_form_from_being_saved,
        r20_an_edit_can_be_taken_back,
        r21_both_ways_end_in_the_same_record,
        r22_a_new_task,
        r23_a_task_needs_a_subject,
        r24_the_new_task_is_in_the_timeline_at_once,
        r25_the_timeline_holds_notes_and_every_kind_of_activity,
        r25_a_task_is_done,
        r25_a_note_is_corrected_removed_and_brought_back,
        r25_an_empty_note_is_refused,
        r25_a_lead_takes_its_own_notes_and_tasks_along_when_it_is_removed,
        r25_a_record_that_others_need_is_not_removed,
        r25_a_note_about_two_records_keeps_both_unless_both_go,
        r69_text_that_is_too_long_is_refused_never_cut,
        r69_contact_points_must_look_like_what_they_are,
        r69_a_name_of_spaces_is_no_name,
        r69_a_date_is_on_the_calendar,
        r69_a_value_is_not_below_nothing,
        r69_a_lead_cannot_lose_its_name,
    }
    rights {
        r43_everybody_may_do_everything_at_first,
        r43_no_access_to_a_target_no_conversion_into_it,
        r43_who_may_not_convert_converts_nothing,
        r43_an_existing_contact_must_be_one_to_edit,
        b11_missing_rights_stand_among_all_other_blockers,
        r43_rights_hold_outside_conversion_too,
        r43_what_one_did_one_may_take_back,
        r43_doing_it_again_takes_the_rights_that_doing_it_took,
        r43_an_edit_is_done_again_with_the_right_to_edit,
        r43_a_right_is_given_back,
        r43_the_role_of_everybody_can_be_narrowed,
        r43_nobody_shuts_the_door_behind_them,
        r43_a_role_names_rights_that_there_are,
    }
    undo {
        r82_an_accidental_conversion_is_undone_whole,
        r82_what_was_filled_in_existing_records_is_emptied_again,
        r82_redo_makes_the_same_records_again,
        r82_undo_and_redo_take_turns,
        r82_an_edit_is_undone_and_redone_and_undone,
        r82_undo_is_possible_only_once,
        r82_undo_after_an_edit_says_what_blocks_it,
        r82_without_the_edit_undo_goes_again,
        r82_a_result_that_is_used_since_blocks,
        r82_a_deal_that_moved_on_blocks,
        r82_a_filled_field_that_was_changed_since_blocks,
        r82_a_change_beside_the_filled_fields_does_not_block,
        r82_a_note_on_the_lead_alone_does_not_block,
        r82_what_was_written_on_the_lead_since_stays_with_it,
        r82_a_note_on_a_converted_lead_is_taken_back_alone,
        r82_results_that_stay_keep_what_was_written_since,
        r82_the_lead_is_reopened_and_the_results_stay,
        r82_only_a_conversion_has_results_to_keep,
        r82_a_reopened_lead_is_converted_again_into_records_of_its_own,
        r82_kept_results_and_a_new_conversion_do_not_mix,
        r82_an_old_edit_under_a_newer_one_is_blocked,
        r82_a_newer_value_is_not_taken_for_an_undone_one,
        d7_undo_is_real_also_for_archive_status_and_deals,
        b2_an_undo_never_leaves_a_link_to_nothing,
        b2_what_was_done_again_can_keep_its_results_too,
    }
}
