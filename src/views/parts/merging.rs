//! What a merge would do, for whoever shows it: the plan, and in words what only the history would keep.

use domain::commands::MergeRecords;
use domain::commands::merge_records::{MergePlan, plan, survivor_first};
use domain::decide;
use domain::ids::Id;
use domain::rejection::Rejection;
use domain::stamp::Stamp;

use super::custom::label_of;
use super::value::plain;
use crate::i18n::{convert, fields};
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;

/// Preview and result in one. The stamp leaves no trace in the rows.
pub fn plan_of(set: &WorkingSet, command: &MergeRecords, stamp: &Stamp) -> Result<MergePlan, Vec<Rejection>> {
    decide::run(|query| set.answer(query), |facts| plan(command, stamp, facts))
}

/// Which of them stays unless somebody says otherwise comes first, wherever they are merged.
pub fn survivors(set: &WorkingSet, ids: &[Id]) -> Vec<Id> {
    let belongings = |id| {
        let known = set.acquaintance(id);
        known.open_deals + known.won_deals + known.people
    };
    let known = ids.iter().filter_map(|id| set.get(*id)).collect();
    survivor_first(known, belongings).iter().map(|record| record.id).collect()
}

/// A note on the survivor with every value that it does not take; none if nothing is lost.
pub fn note_of_the_lost(live: Live, command: &MergeRecords, plan: &MergePlan) -> Option<String> {
    let name = |id: Id| live.read(|set| set.get(id)).map(|record| fields::record_name(&record)).unwrap_or_default();
    let ids: Vec<Id> = command.ids().collect();
    let lines = plan.rows.iter().flat_map(|row| {
        let of = move |at: &usize| Some((row.field, *at, row.values.get(*at)?.as_ref()?));
        row.lost.iter().filter_map(of)
    });
    let lines = lines.filter_map(|(field, at, value)| {
        let said = format!("{} ({})", plain(field, value, &name), name(*ids.get(at)?));
        Some(convert::note_line(label_of(live, field), said))
    });
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
