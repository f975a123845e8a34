//! The pipeline as a board: open deals by stage, in their order (R12).

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::DealStatus;

use super::WorkingSet;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    pub columns: Vec<Column>,
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
        all.sort_by_key(|record| (record.number(Field::Position).unwrap_or(i64::MAX), record.id));
        all
    }

    pub fn board(&self, pipeline: Id) -> Board {
        let mut columns: Vec<Column> = self.stages(pipeline).into_iter().map(|stage| Column { stage, deals: Vec::new() }).collect();
        for deal in self.tables.get(&Kind::Deal).into_iter().flat_map(|table| table.records()) {
            let open = deal.code(Field::DealStatus) == Some(DealStatus::Open);
            let stage = deal.link(Field::Stage);
            if let Some(column) = columns.iter_mut().find(|column| open && Some(column.stage.id) == stage) {
                column.deals.push(deal);
            }
        }
        for column in &mut columns {
            // Cards nobody placed stand after the placed ones, the newest first.
            column.deals.sort_by_cached_key(|deal| {
                let rank = deal.text(Field::Rank).to_owned();
                (rank.is_empty(), rank, std::cmp::Reverse(deal.time(Field::StageSince)), deal.id)
            });
        }
        Board { columns }
    }
}
