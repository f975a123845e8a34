//! Long work that goes on whatever screen is shown: how far it has come, and a way to stop it.

use leptos::prelude::*;

use crate::components::{Icon, IconName};
use crate::i18n::{Message, basics, format, inbox};

/// What is over sooner is not worth a word.
const WORTH_TELLING: usize = 200;

#[derive(Clone, Copy)]
struct Work {
    number: u32,
    label: Message,
    done: usize,
    total: usize,
}

#[derive(Clone, Copy, Default)]
pub struct Works {
    all: RwSignal<Vec<Work>>,
    count: StoredValue<u32>,
}

impl Works {
    /// Begins with nothing done; answers the number by which the work is known.
    pub fn begin(self, label: Message, total: usize) -> u32 {
        let number = self.count.get_value() + 1;
        self.count.set_value(number);
        self.all.update(|all| all.push(Work { number, label, done: 0, total }));
        number
    }

    /// False when somebody stopped it.
    pub fn advance(self, number: u32, done: usize) -> bool {
        let wanted = self.all.with_untracked(|all| all.iter().any(|work| work.number == number));
        self.all.update(|all| all.iter_mut().filter(|work| work.number == number).for_each(|work| work.done = done));
        wanted
    }

    pub fn end(self, number: u32) {
        self.all.update(|all| all.retain(|work| work.number != number));
    }

    fn find<T>(self, number: u32, ask: impl FnOnce(&Work) -> T) -> Option<T> {
        self.all.with(|all| all.iter().find(|work| work.number == number).map(ask))
    }
}

/// A line for each piece of work that takes its time.
#[component]
pub fn WorkEntries(works: Works) -> impl IntoView {
    let numbers =
        move || works.all.with(|all| all.iter().filter(|work| work.total > WORTH_TELLING).map(|work| work.number).collect::<Vec<_>>());
    let said = move |number| {
        let text = |work: &Work| format!("{}: {}", (work.label)(), inbox::done_of(format::count(work.done), format::count(work.total)));
        works.find(number, text)
    };
    view! {
        <For each=numbers key=|number| *number let(number)>
            <div class="toast">
                <Icon name=IconName::Sync/>
                <span class="toast__text">{move || said(number)}</span>
                <button class="btn btn--sm" type="button" on:click=move |_| works.end(number)>{basics::stop}</button>
            </div>
        </For>
    }
}
