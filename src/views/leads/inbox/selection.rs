//! Which rows are selected: some, or all that match but some. A hundred thousand cost no more than one.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashSet;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// All matching rows are selected, except the marked ones.
    all: bool,
    marked: FxHashSet<u32>,
}

impl Marks {
    fn has(&self, slot: u32) -> bool {
        self.all != self.marked.contains(&slot)
    }

    fn set(&mut self, slot: u32, selected: bool) {
        if self.all == selected {
            self.marked.remove(&slot);
        } else {
            self.marked.insert(slot);
        }
    }
}

/// Only rows that match the filters count: one that is hidden is never acted upon.
#[derive(Clone, Copy)]
pub struct Selection {
    marks: RwSignal<Marks>,
    matching: Memo<Arc<Vec<u32>>>,
    count: Memo<usize>,
    /// Where a range begins.
    anchor: StoredValue<Option<u32>>,
}

impl Selection {
    pub fn new(matching: Memo<Arc<Vec<u32>>>) -> Self {
        let marks = RwSignal::new(Marks::default());
        let count = Memo::new(move |_| {
            let marks = marks.read();
            match (marks.all, marks.marked.is_empty()) {
                (false, true) => 0,
                (true, true) => matching.with(|slots| slots.len()),
                _ => matching.with(|slots| slots.iter().filter(|slot| marks.has(**slot)).count()),
            }
        });
        Self { marks, matching, count, anchor: StoredValue::new(None) }
    }

    /// Tracked.
    pub fn has(self, slot: u32) -> bool {
        self.marks.with(|marks| marks.has(slot))
    }

    /// Tracked.
    pub fn count(self) -> usize {
        self.count.get()
    }

    pub fn is_all(self) -> bool {
        self.marks.with_untracked(|marks| marks.all)
    }

    pub fn is_empty(self) -> bool {
        self.count.get_untracked() == 0
    }

    /// The selected rows in the order of the list.
    pub fn slots(self) -> Vec<u32> {
        let marks = self.marks.read_untracked();
        self.matching.with_untracked(|slots| slots.iter().copied().filter(|slot| marks.has(*slot)).collect())
    }

    pub fn toggle(self, slot: u32) {
        self.anchor.set_value(Some(slot));
        self.marks.update(|marks| {
            let selected = !marks.has(slot);
            marks.set(slot, selected);
        });
    }

    /// From the row that was toggled last to this one.
    pub fn range_to(self, slot: u32) {
        let slots = self.matching.get_untracked();
        let place = |slot: u32| slots.iter().position(|found| *found == slot);
        let from = self.anchor.get_value().and_then(place);
        let Some(to) = place(slot) else { return };
        let from = from.unwrap_or(to);
        self.marks.update(|marks| slots[from.min(to)..=from.max(to)].iter().for_each(|slot| marks.set(*slot, true)));
        self.anchor.set_value(Some(slot));
    }

    /// Shift with an arrow key: the selection grows, or gives a row back on the way home.
    pub fn extend(self, from: u32, to: u32) {
        if self.anchor.get_value().is_none() {
            self.anchor.set_value(Some(from));
        }
        self.marks.update(|marks| {
            let shrinks = marks.has(from) && marks.has(to) && self.anchor.get_value() != Some(from);
            marks.set(from, !shrinks);
            marks.set(to, true);
        });
    }

    /// All matching.
    pub fn select_all(self) {
        self.marks.set(Marks { all: true, marked: FxHashSet::default() });
    }

    /// True when there was something to clear.
    pub fn clear(self) -> bool {
        self.anchor.set_value(None);
        let empty = self.marks.with_untracked(|marks| *marks == Marks::default());
        if !empty {
            self.marks.set(Marks::default());
        }
        !empty
    }

    /// To be taken up again with [`Self::resume`].
    pub fn marks(self) -> Marks {
        self.marks.get_untracked()
    }

    pub fn resume(self, marks: Marks) {
        self.marks.set(marks);
    }

    pub fn only(self, slot: u32) {
        self.anchor.set_value(Some(slot));
        self.marks.set(Marks { all: false, marked: [slot].into_iter().collect() });
    }
}
