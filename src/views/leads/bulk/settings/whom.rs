//! Who may be there already, and who gets what is made.

use domain::bulk::{MatchPolicy, OwnerRule};
use domain::records::Kind;
use leptos::prelude::*;

use super::select::{Select, named};
use crate::i18n::{Message, bulk as words, fields};
use crate::views::leads::bulk::session::Session;

const POLICIES: [(MatchPolicy, Message); 3] = [
    (MatchPolicy::AttachOrAsk, words::attach_or_ask),
    (MatchPolicy::AttachOrCreate, words::attach_or_create),
    (MatchPolicy::Create, words::always_create),
];

/// D5.
#[component]
pub fn MatchSelect() -> impl IntoView {
    let settings = Session::use_session().settings;
    let chosen = move || settings.with(|settings| POLICIES.iter().position(|(policy, _)| *policy == settings.matches));
    let choose = move |value: String| {
        let policy = value.parse::<usize>().ok().and_then(|at| POLICIES.get(at));
        if let Some((policy, _)) = policy {
            settings.update(|settings| settings.matches = *policy);
        }
    };
    view! {
        <Select
            id="bulk-matches"
            label=words::matches
            hint=words::matches_hint
            class="col-6"
            options=Signal::derive(|| POLICIES.iter().enumerate().map(|(at, (_, words))| (at.to_string(), words().to_owned())).collect())
            chosen=Signal::derive(move || chosen().unwrap_or_default().to_string())
            choose=Callback::new(choose)
        />
    }
}

const KEEP: &str = "keep";
const IN_TURN: &str = "turn";

#[component]
pub fn OwnerSelect() -> impl IntoView {
    let session = Session::use_session();
    let (live, settings) = (session.live, session.settings);
    let members = Memo::new(move |_| {
        live.track(&[Kind::Member]);
        live.read(|set| set.members())
    });
    let options = Signal::derive(move || {
        let rules = [(KEEP.to_owned(), words::owner_keep().to_owned()), (IN_TURN.to_owned(), words::owner_in_turn().to_owned())];
        let rules = rules.into_iter().take(if members.with(Vec::len) > 1 { 2 } else { 1 });
        rules.chain(members.with(|members| named(members))).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        settings.with(|settings| match &settings.owner {
            OwnerRule::Keep => KEEP.to_owned(),
            OwnerRule::InTurn(_) => IN_TURN.to_owned(),
            OwnerRule::All(id) => id.to_string(),
        })
    });
    let choose = move |value: String| {
        let rule = match (value.as_str(), value.parse()) {
            (IN_TURN, _) => OwnerRule::InTurn(members.with_untracked(|members| members.iter().map(|member| member.id).collect())),
            (_, Ok(id)) => OwnerRule::All(id),
            _ => OwnerRule::Keep,
        };
        settings.update(|settings| settings.owner = rule);
    };
    view! { <Select id="bulk-owner" label=fields::owner class="col-6" options chosen choose=Callback::new(choose)/> }
}
