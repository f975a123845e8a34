//! What comes next on a record, in a few words: `Call, today 14:00`, `Task, 2 days late`, `No next activity`.

use domain::ids::Id;
use domain::records::Kind;
use domain::values::{ActivityKind, Date};
use leptos::prelude::*;

use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{fields, record as words, when};
use crate::store::live_query::Live;
use crate::store::working_set::NextStep;

/// The picture of an activity.
pub fn activity_icon(kind: ActivityKind) -> IconName {
    match kind {
        ActivityKind::Task => IconName::CheckSquare,
        ActivityKind::Call => IconName::Phone,
        ActivityKind::Meeting => IconName::Calendar,
        ActivityKind::Email => IconName::Mail,
    }
}

/// The next step of a record, as it is now.
pub fn next_step_of(id: impl Fn() -> Option<Id> + Send + Sync + 'static) -> Memo<NextStep> {
    let live = expect_context::<Live>();
    live.query(&[Kind::Activity], move |set| id().map(|id| set.next_step(id)).unwrap_or_default())
}

/// The words alone.
pub fn next_step_words(live: Live, next: NextStep, today: Date) -> String {
    let kind = |id| fields::activity_kind(live.read(|set| set.activity_kind(id)));
    match next {
        NextStep::None => words::next_none().to_owned(),
        NextStep::Someday { activity } => words::next_when(kind(activity), when::no_date()),
        NextStep::Due { activity, date, minutes } => {
            let minutes = (minutes != u16::MAX).then_some(i64::from(minutes));
            words::next_when(kind(activity), when::due(date, minutes, today))
        }
    }
}

fn class(next: NextStep, today: Date) -> &'static str {
    match next {
        NextStep::Due { date, .. } if date < today => "next next--over",
        NextStep::Due { date, .. } if date == today => "next next--today",
        NextStep::None => "next next--none",
        _ => "next next--plan",
    }
}

/// Icon and words of a next step.
#[component]
pub fn NextStepView(#[prop(into)] next: Signal<NextStep>) -> impl IntoView {
    let live = expect_context::<Live>();
    let today = clock::today();
    let icon = move || match next.get() {
        NextStep::None => IconName::Clock,
        NextStep::Someday { activity } | NextStep::Due { activity, .. } => activity_icon(live.read(|set| set.activity_kind(activity))),
    };
    view! {
        <span class=move || class(next.get(), today)>
            {move || view! { <Icon name=icon()/> }}
            <span class="truncate">{move || next_step_words(live, next.get(), today)}</span>
        </span>
    }
}
