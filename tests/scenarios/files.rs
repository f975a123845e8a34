//! Every file of scenarios. Kept by hand; a test in `tests/scenarios.rs` says what is missing.

pub const FILES: &[(&str, &str)] = &[
    ("combinations", include_str!("combinations.scenario")),
    ("convert", include_str!("convert.scenario")),
    ("custom_fields", include_str!("custom_fields.scenario")),
    ("deals", include_str!("deals.scenario")),
    ("existing", include_str!("existing.scenario")),
    ("inbox", include_str!("inbox.scenario")),
    ("many", include_str!("many.scenario")),
    ("merge", include_str!("merge.scenario")),
    ("notes_and_tags", include_str!("notes_and_tags.scenario")),
    ("once", include_str!("once.scenario")),
    ("path", include_str!("path.scenario")),
    ("profiles", include_str!("profiles.scenario")),
    ("record", include_str!("record.scenario")),
    ("rights", include_str!("rights.scenario")),
    ("undo", include_str!("undo.scenario")),
];
