//! What the board shows and where its cards stand, with a card in the air counted at the place it hovers over.

use domain::commands::close_deal::{CloseDeal, Outcome};
use domain::commands::{Command, MoveDeal, Receipt, Undo};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::workspace;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;

use super::keys::{focus_card, focus_next};
use crate::i18n::{board as words, fields};
use crate::routes;
use crate::store::working_set::{Board, WorkingSet};
use crate::views::shell::actions::Actions;

/// A card in the air: where it came from and where it would land.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lift {
    pub deal: Id,
    pub column: usize,
    pub place: usize,
    pub from: (usize, usize),
    pub by_pointer: bool,
    /// Dropped, and on its way to the disk: it stays where it is, so nothing jumps.
    pub settling: bool,
}

impl Lift {
    fn is_home(self) -> bool {
        (self.column, self.place) == self.from
    }
}

/// Cards drawn per column before more are asked for.
pub const SHOWN: usize = 100;
/// The column of deals whose stage was removed: cards leave it, none can be put there.
pub const NO_STAGE: usize = usize::MAX;

#[derive(Clone, Copy)]
pub struct BoardState {
    pub actions: Actions,
    pub pipeline: Memo<Id>,
    pub owner: Memo<Option<Id>>,
    pub stages: Memo<Vec<Record>>,
    /// As stored, filtered by owner.
    pub board: Memo<Board>,
    pub lift: RwSignal<Option<Lift>>,
    /// The card that has, or had last, the focus.
    pub current: RwSignal<Option<Id>>,
    /// The deal whose loss needs a reason.
    pub lost: RwSignal<Option<Id>>,
    /// The card that takes the focus once that deal is gone.
    pub after_loss: StoredValue<Option<Id>>,
    pub adding: RwSignal<bool>,
    /// Cards drawn in each column, where more were asked for.
    pub drawn: RwSignal<Vec<(usize, usize)>>,
    /// For screen readers.
    pub said: RwSignal<String>,
    go: StoredValue<SendWrapper<Go>>,
}

type Go = Box<dyn Fn(&str)>;

impl BoardState {
    pub fn new() -> Self {
        let actions = Actions::use_actions();
        let live = actions.live;
        let query = use_query_map();
        let id_of = move |key: &str| query.with(|query| query.get(key)).and_then(|id| id.parse::<Id>().ok());
        let owner = Memo::new(move |_| id_of("owner"));
        let pipeline = live.query(&[Kind::Pipeline], move |set| {
            let all = set.pipelines();
            let wanted = id_of("pipeline").filter(|id| all.iter().any(|pipeline| pipeline.id == *id));
            wanted.or(all.first().map(|pipeline| pipeline.id)).unwrap_or(workspace::PIPELINE)
        });
        let stages = live.query(&[Kind::Stage], move |set| set.stages(pipeline.get()));
        let board = live.query(&[Kind::Deal, Kind::Stage], move |set| {
            let mut board = set.board(pipeline.get());
            if let Some(owner) = owner.get() {
                let lists = board.columns.iter_mut().map(|column| &mut column.deals).chain([&mut board.homeless]);
                lists.for_each(|deals| deals.retain(|deal| deal.link(Field::Owner) == Some(owner)));
            }
            board
        });
        let navigate = use_navigate();
        let go: Go =
            Box::new(move |href| navigate(href, leptos_router::NavigateOptions { replace: true, scroll: false, ..Default::default() }));
        Self {
            actions,
            pipeline,
            owner,
            stages,
            board,
            lift: RwSignal::new(None),
            current: RwSignal::new(None),
            lost: RwSignal::new(None),
            after_loss: StoredValue::new(None),
            adding: RwSignal::new(false),
            drawn: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            go: StoredValue::new(SendWrapper::new(go)),
        }
    }

    pub fn is_list(self) -> bool {
        use_query_map().with(|query| query.get("view").as_deref() == Some("list"))
    }

    /// Changes the address: `None` removes a part of it.
    pub fn show(self, key: &str, value: Option<String>) {
        let mut query = use_query_map().get_untracked();
        query.remove(key);
        if let Some(value) = value {
            query.insert(key.to_owned(), value);
        }
        let href = format!("{}{}", routes::DEALS, query.to_query_string());
        self.go.with_value(|go| go(&href));
    }

    pub fn pipeline_name(self) -> String {
        let id = self.pipeline.get();
        self.actions.live.track(&[Kind::Pipeline]);
        self.actions.live.read(|set| set.get(id)).map(|pipeline| fields::record_name(&pipeline)).unwrap_or_default()
    }

    /// The cards of a column as stored, from the top.
    fn stored(self, column: usize) -> Vec<Id> {
        self.board.with(|board| {
            let deals = if column == NO_STAGE { Some(&board.homeless) } else { board.columns.get(column).map(|column| &column.deals) };
            deals.map(|deals| deals.iter().map(|deal| deal.id).collect()).unwrap_or_default()
        })
    }

    /// The cards of a column from the top, the lifted one where it hovers.
    pub fn cards(self, column: usize) -> Vec<Id> {
        let mut cards = self.stored(column);
        if let Some(lift) = self.lift.get() {
            cards.retain(|deal| *deal != lift.deal);
            if lift.column == column {
                cards.insert(lift.place.min(cards.len()), lift.deal);
            }
        }
        cards
    }

    /// What is drawn in a column: its cards as far as they were asked for, and none where the lifted one was.
    pub fn slots(self, column: usize) -> Vec<Option<Id>> {
        let mut slots: Vec<Option<Id>> = self.cards(column).into_iter().map(Some).collect();
        if let Some(lift) = self.lift.get().filter(|lift| !lift.is_home() && lift.from.0 == column) {
            let below = lift.column == column && lift.place < lift.from.1;
            slots.insert((lift.from.1 + usize::from(below)).min(slots.len()), None);
        }
        slots.truncate(self.limit(column));
        slots
    }

    pub fn limit(self, column: usize) -> usize {
        self.drawn.with(|drawn| drawn.iter().find(|(at, _)| *at == column).map_or(SHOWN, |(_, limit)| *limit))
    }

    pub fn show_more(self, column: usize) {
        let limit = untrack(|| self.limit(column)) + SHOWN;
        self.drawn.update(|drawn| {
            drawn.retain(|(at, _)| *at != column);
            drawn.push((column, limit));
        });
    }

    /// Column and place of a card as stored.
    pub fn place_of(self, deal: Id) -> Option<(usize, usize)> {
        self.board.with_untracked(|board| {
            let place = |deals: &[Record]| deals.iter().position(|found| found.id == deal);
            let staged = board.columns.iter().enumerate().find_map(|(at, column)| Some((at, place(&column.deals)?)));
            staged.or_else(|| Some((NO_STAGE, place(&board.homeless)?)))
        })
    }

    /// The command that puts a card at a place among the other cards of a column.
    fn moving(self, deal: Id, column: usize, place: usize) -> Option<MoveDeal> {
        let stage = self.stages.with_untracked(|stages| stages.get(column).map(|stage| stage.id))?;
        let others: Vec<Id> = untrack(|| self.stored(column)).into_iter().filter(|id| *id != deal).collect();
        let place = place.min(others.len());
        let above = place.checked_sub(1).and_then(|at| others.get(at)).copied();
        Some(MoveDeal { deal, stage, above, below: others.get(place).copied() })
    }

    /// To the top of a stage: what the menu does.
    pub fn move_to_stage(self, deal: Id, column: usize) {
        if self.place_of(deal).is_none_or(|(at, _)| at != column)
            && let Some(command) = self.moving(deal, column, 0)
        {
            self.actions.run_then(Command::MoveDeal(command), move |_| focus_card(deal));
        }
    }

    pub fn pick_up(self, deal: Id, by_pointer: bool) {
        if let Some((column, place)) = self.place_of(deal) {
            self.lift.set(Some(Lift { deal, column, place, from: (column, place), by_pointer, settling: false }));
            self.said.set(words::lifted(self.actions.name(deal)));
        }
    }

    /// The card in the air, as long as it can be moved.
    pub fn in_air(self) -> Option<Lift> {
        self.lift.get_untracked().filter(|lift| !lift.settling)
    }

    pub fn carry_to(self, column: usize, place: usize) {
        if let Some(lift) = self.in_air().filter(|lift| (lift.column, lift.place) != (column, place)) {
            self.lift.set(Some(Lift { column, place, ..lift }));
        }
    }

    pub fn put_back(self) {
        if let Some(lift) = self.in_air() {
            self.lift.set(None);
            self.said.set(words::put_back(self.actions.name(lift.deal)));
            focus_card(lift.deal);
        }
    }

    /// Where it hovers now, it stays.
    pub fn put_down(self) {
        let Some(lift) = self.in_air() else { return };
        let Some(command) = self.moving(lift.deal, lift.column, lift.place).filter(|_| !lift.is_home()) else { return self.put_back() };
        self.lift.set(Some(Lift { settling: true, ..lift }));
        spawn_local(async move {
            let result = self.actions.dispatch.run(Command::MoveDeal(command)).await;
            let _ = self.lift.try_set(None);
            match result {
                Ok(receipt) => self.actions.say_done(&receipt),
                Err(failure) => self.actions.toasts.error(self.actions.explain(&failure)),
            }
            focus_card(lift.deal);
        });
    }

    /// Asks nothing: won today, with its value.
    pub fn win(self, deal: Id) {
        let next = self.neighbour(deal);
        self.lift.set(None);
        self.actions.run_then(Command::CloseDeal(CloseDeal { deal, outcome: Outcome::Won }), move |_| focus_next(next));
    }

    /// Asks for the reason.
    pub fn lose(self, deal: Id) {
        self.lift.set(None);
        self.after_loss.set_value(self.neighbour(deal));
        self.lost.set(Some(deal));
    }

    /// Undoes the conversion the deal was made by; says so where there is none.
    pub fn take_back(self, deal: Id) {
        let next = self.neighbour(deal);
        self.lift.set(None);
        match self.actions.live.read(|set| conversion_of(set, deal)) {
            Some(receipt) => self.actions.run_then(Command::Undo(Undo::of(&receipt)), move |_| focus_next(next)),
            None => self.actions.toasts.say(words::back_not()),
        }
    }

    /// The card that takes the focus when this one leaves the board.
    fn neighbour(self, deal: Id) -> Option<Id> {
        let (column, place) = self.place_of(deal)?;
        let cards = untrack(|| self.stored(column));
        cards.get(place + 1).or_else(|| cards.get(place.checked_sub(1)?)).copied()
    }

    /// Says where a card is in the air.
    pub fn say_place(self) {
        let Some(lift) = self.in_air() else { return };
        let name = self.actions.name(lift.deal);
        let stage = self.stages.with_untracked(|stages| stages.get(lift.column).map(fields::record_name)).unwrap_or_default();
        let count = untrack(|| self.cards(lift.column).len());
        self.said.set(words::at_place(name, stage, lift.place + 1, count));
    }
}

/// The conversion that made the deal, while it is in effect.
pub fn conversion_of(set: &WorkingSet, deal: Id) -> Option<Receipt> {
    let deal = set.get(deal)?;
    let became = |lead: &Id| set.get(*lead).is_some_and(|lead| lead.link(Field::ConvertedDeal) == Some(deal.id));
    let lead = deal.links(Field::Leads).iter().copied().find(became)?;
    set.history(lead).into_iter().find(|receipt| receipt.stamp.command == deal.created.command)
}
