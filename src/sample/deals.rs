//! Deals in every stage of the pipeline, a few won and lost.

use domain::commands::Draft;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::stamp::Millis;
use domain::values::{Coded, Currency, DealStatus, Money, Value};
use domain::workspace as w;

use super::contacts::{Firm, Someone};
use super::{DAY, DEALS, Maker, Tongue, team, text};

pub struct Deal {
    pub draft: Draft,
    pub tongue: Tongue,
    pub open: bool,
}

const THINGS: [[&str; 7]; 3] = [
    [
        "Absackanlage",
        "Kartonierer, Linie 2",
        "Palettierer für den Kühlraum",
        "Wartungsvertrag",
        "Waagen kalibrieren",
        "Förderband verlängern",
        "Etikettierer",
    ],
    [
        "Linea di insacco",
        "Astucciatrice",
        "Pallettizzatore",
        "Contratto di assistenza",
        "Revisione tappatrice",
        "Nastro trasportatore",
        "Cella per pasta",
    ],
    ["Bagging line", "Case erector", "Depalletizer, dock 4", "Service contract", "Leak tester", "Conveyor extension", "Pouch filler"],
];

const STAGES: [Id; 8] = [
    w::STAGE_INCOMING,
    w::STAGE_QUALIFIED,
    w::STAGE_INCOMING,
    w::STAGE_NEEDS_ANALYSIS,
    w::STAGE_PROPOSAL,
    w::STAGE_QUALIFIED,
    w::STAGE_NEGOTIATION,
    w::STAGE_PROPOSAL,
];

const LOST: [&str; 3] = ["Too expensive", "Delivery too late", "Project stopped"];

/// The nth deal is the nth firm's. The last ten are closed.
pub fn deals(maker: &mut Maker, people: &[Someone], firms: &[Firm]) -> Vec<Deal> {
    (0..DEALS).map(|number| deal(maker, number, &people[number], &firms[number])).collect()
}

fn deal(maker: &mut Maker, number: usize, someone: &Someone, firm: &Firm) -> Deal {
    let things = &THINGS[firm.tongue as usize];
    let mut draft = maker.draft(Kind::Deal, number);
    let days = 1 + maker.chance.below(30) as i32;
    let minor = 100_000 * (3 + maker.chance.below(180) as i64);
    let since = maker.moment(-days);
    draft.fields.extend([
        text(Field::Name, things[number % things.len()]),
        (Field::Organization, Value::Link(firm.draft.id)),
        (Field::Value, Value::Money(Money { minor, currency: Currency::EUR })),
        (Field::Stage, Value::Link(STAGES[number % STAGES.len()])),
        (Field::HappenedAt, Value::Time(since - DAY * (7 + (number % 9) as Millis))),
        (Field::StageSince, Value::Time(since)),
        (Field::CloseDate, Value::Date(maker.day_within(10, 90))),
        (Field::Owner, Value::Link(team::owner(maker.batch, number))),
        text(Field::Source, if number.is_multiple_of(2) { "Trade fair Verona" } else { "Referral" }),
    ]);
    if !number.is_multiple_of(7) {
        draft.fields.push((Field::Person, Value::Link(someone.draft.id)));
    }
    let open = number < DEALS - 10;
    if !open {
        close(maker, &mut draft, number, days);
    }
    Deal { draft, tongue: firm.tongue, open }
}

/// Six are won, four are lost.
fn close(maker: &mut Maker, draft: &mut Draft, number: usize, days: i32) {
    let won = number % 10 < 6;
    let status = if won { DealStatus::Won } else { DealStatus::Lost };
    draft.fields.extend([(Field::DealStatus, Value::Code(status.code())), (Field::ClosedAt, Value::Time(maker.moment(-(days + 1) / 2)))]);
    if !won {
        draft.fields.push(text(Field::LostReason, LOST[number % LOST.len()]));
    }
}
