//! The pipeline as a board: open deals by stage, in their order (R12).

use domain::ids::Id;
use domain::order::{sort_by, sort_by_key};
use domain::records::{Field, Kind, Record};
use domain::stamp::Millis;
use domain::values::{DealStatus, Money};

use super::WorkingSet;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    pub columns: Vec<Column>,
    /// Open deals of the pipeline whose stage was removed.
    pub homeless: Vec<Record>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub stage: Record,
    pub deals: Vec<Record>,
}

impl WorkingSet {
    /// Pipelines in their order.
    pub fn pipelines(&self) -> Vec<Record> {
        self.in_order(Kind::Pipeline, |_| true)
    }

    /// Stages of a pipeline in their order.
    pub fn stages(&self, pipeline: Id) -> Vec<Record> {
        self.in_order(Kind::Stage, |stage| stage.link(Field::Pipeline) == Some(pipeline))
    }

    /// Statuses of leads in the order of the path.
    pub fn statuses(&self) -> Vec<Record> {
        self.in_order(Kind::Status, |_| true)
    }

    fn in_order(&self, kind: Kind, keep: impl Fn(&Record) -> bool) -> Vec<Record> {
        let mut all: Vec<Record> = self.all(kind).into_iter().filter(keep).collect();
        sort_by_key(&mut all, |record| (record.number(Field::Position).unwrap_or(i64::MAX), record.id));
        all
    }

    /// Open deals by stage, in the order they were placed, new ones on top.
    pub fn board(&self, pipeline: Id) -> Board {
        let mut columns: Vec<Column> = self.stages(pipeline).into_iter().map(|stage| Column { stage, deals: Vec::new() }).collect();
        let mut homeless = Vec::new();
        for deal in self.all_deals().filter(|deal| deal.code(Field::DealStatus) == Some(DealStatus::Open)) {
            let stage = deal.link(Field::Stage);
            match columns.iter_mut().find(|column| Some(column.stage.id) == stage) {
                Some(column) => column.deals.push(deal),
                None if deal.link(Field::Pipeline) == Some(pipeline) => homeless.push(deal),
                None => {}
            }
        }
        for column in &mut columns {
            column.deals.sort_by_cached_key(|deal| {
                let rank = deal.text(Field::Rank).to_owned();
                (rank.is_empty(), rank, std::cmp::Reverse(deal.time(Field::StageSince)), deal.id)
            });
        }
        Board { columns, homeless }
    }

    fn all_deals(&self) -> impl Iterator<Item = Record> {
        self.tables.get(&Kind::Deal).into_iter().flat_map(|table| table.records())
    }

    /// Deals of a pipeline, open and closed, those of the last change first. No pipeline: of all.
    pub fn deals(&self, pipeline: Option<Id>, keep: impl Fn(&Record) -> bool) -> Vec<Record> {
        let mut found: Vec<Record> =
            self.all_deals().filter(|deal| pipeline.is_none_or(|id| deal.link(Field::Pipeline) == Some(id)) && keep(deal)).collect();
        sort_by_key(&mut found, |deal| (std::cmp::Reverse(deal.last_touch().at), deal.id));
        found
    }

    /// Number and values of the deals of a pipeline won since a moment.
    pub fn won_since(&self, pipeline: Id, since: Millis) -> (usize, Vec<Money>) {
        let won = |deal: &Record| {
            deal.code(Field::DealStatus) == Some(DealStatus::Won) && deal.time(Field::ClosedAt).is_some_and(|at| at >= since)
        };
        let won: Vec<Record> = self.all_deals().filter(|deal| deal.link(Field::Pipeline) == Some(pipeline) && won(deal)).collect();
        (won.len(), won.iter().filter_map(|deal| deal.money(Field::Value)).collect())
    }

    /// Reasons given for lost deals, the most frequent first.
    pub fn lost_reasons(&self) -> Vec<String> {
        let mut counts: rustc_hash::FxHashMap<String, usize> = rustc_hash::FxHashMap::default();
        for deal in self.all_deals() {
            let reason = deal.text(Field::LostReason).split(": ").next().unwrap_or_default();
            if !reason.is_empty() {
                *counts.entry(reason.to_owned()).or_default() += 1;
            }
        }
        let mut reasons: Vec<(String, usize)> = counts.into_iter().collect();
        sort_by(&mut reasons, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        reasons.into_iter().map(|(reason, _)| reason).collect()
    }
}
