//! What the board shows and where its cards stand, with a card in the air counted at the place it hovers over.

use domain::commands::close_deal::{CloseDeal, Outcome};
use domain::commands::{Command, MoveDeal};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::workspace;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use send_wrapper::SendWrapper;

use crate::i18n::{board as words, fields};
use crate::routes;
use crate::store::working_set::Board;
use crate::views::shell::actions::Actions;

/// A card taken up by key: where it came from and where it would land.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lift {
    pub deal: Id,
    pub column: usize,
    pub place: usize,
}

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
    pub adding: RwSignal<bool>,
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
                board.columns.iter_mut().for_each(|column| column.deals.retain(|deal| deal.link(Field::Owner) == Some(owner)));
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
            adding: RwSignal::new(false),
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

    /// The cards of a column from the top, the lifted one where it hovers.
    pub fn cards(self, column: usize) -> Vec<Id> {
        let lift = self.lift.get();
        let mut cards: Vec<Id> = self
            .board
            .with(|board| board.columns.get(column).map(|column| column.deals.iter().map(|deal| deal.id).collect()).unwrap_or_default());
        if let Some(lift) = lift {
            cards.retain(|deal| *deal != lift.deal);
            if lift.column == column {
                cards.insert(lift.place.min(cards.len()), lift.deal);
            }
        }
        cards
    }

    /// Column and place of a card as stored.
    pub fn place_of(self, deal: Id) -> Option<(usize, usize)> {
        self.board.with_untracked(|board| {
            board.columns.iter().enumerate().find_map(|(at, column)| Some((at, column.deals.iter().position(|found| found.id == deal)?)))
        })
    }

    /// Moves a card to a place among the other cards of a column.
    pub fn move_to(self, deal: Id, column: usize, place: usize) {
        let Some(stage) = self.stages.with_untracked(|stages| stages.get(column).map(|stage| stage.id)) else { return };
        if self.place_of(deal) == Some((column, place)) {
            return;
        }
        let others: Vec<Id> =
            self.board.with_untracked(|board| board.columns[column].deals.iter().map(|deal| deal.id).filter(|id| *id != deal).collect());
        let place = place.min(others.len());
        let above = place.checked_sub(1).and_then(|at| others.get(at)).copied();
        let below = others.get(place).copied();
        self.actions.run(Command::MoveDeal(MoveDeal { deal, stage, above, below }));
    }

    /// To the top of a stage: what the menu does.
    pub fn move_to_stage(self, deal: Id, column: usize) {
        self.move_to(deal, column, 0);
    }

    pub fn win(self, deal: Id) {
        self.actions.run(Command::CloseDeal(CloseDeal { deal, outcome: Outcome::Won }));
    }

    /// Says where a card is in the air.
    pub fn say_place(self, lift: Lift) {
        let name = self.actions.name(lift.deal);
        let stage = self.stages.with_untracked(|stages| stages.get(lift.column).map(fields::record_name)).unwrap_or_default();
        let count = untrack(|| self.cards(lift.column).len());
        self.said.set(words::at_place(name, stage, lift.place + 1, count));
    }
}
