//! The last answers of the lead list. Whoever types on narrows the last one, whoever empties the search gets the first one back,
//! and a commit moves only the leads it changed.

use std::cell::RefCell;
use std::cmp::Ordering;

use rustc_hash::FxHashSet;

use super::InboxQuery;

type Answer = Option<(InboxQuery, Vec<u32>)>;

/// Of more changed leads than this every question is asked anew.
const MANY: usize = 10_000;

/// Whether a lead belongs to an answer.
pub type Fits<'a> = Box<dyn Fn(&u32) -> bool + 'a>;

/// Which of two leads comes first.
pub type Order<'a> = Box<dyn Fn(u32, u32) -> Ordering + 'a>;

/// **Invariant:** what is kept was true before the leads in `changed` changed, and nothing else that it depends on has.
#[derive(Debug, Default)]
pub struct Answered {
    /// Without a search.
    whole: RefCell<Answer>,
    last: RefCell<Answer>,
    changed: RefCell<FxHashSet<u32>>,
}

impl Answered {
    /// These leads may stand elsewhere now, or nowhere.
    pub fn leads_changed(&mut self, slots: impl IntoIterator<Item = u32>) {
        self.changed.get_mut().extend(slots);
        if self.changed.get_mut().len() > MANY {
            *self = Self::default();
        }
    }

    /// Makes what is kept true again.
    pub fn catch_up<'a>(&self, fits: impl Fn(&InboxQuery) -> Fits<'a>, order: impl Fn(&InboxQuery) -> Order<'a>) {
        let changed = self.changed.take();
        if changed.is_empty() {
            return;
        }
        for answer in [&self.whole, &self.last] {
            if let Some((query, slots)) = answer.borrow_mut().as_mut() {
                let (fits, order) = (fits(query), order(query));
                let mut coming: Vec<u32> = changed.iter().copied().filter(fits).collect();
                coming.sort_unstable_by(|a, b| order(*a, *b));
                let staying: Vec<u32> = slots.iter().copied().filter(|slot| !changed.contains(slot)).collect();
                *slots = merged(&staying, &coming, &order);
            }
        }
    }

    /// Rows of an answer that has all the rows of this question, in the same order.
    pub fn wider(&self, query: &InboxQuery) -> Option<Vec<u32>> {
        let of = |answer: &RefCell<Answer>| {
            let answer = answer.borrow();
            answer.as_ref().filter(|(asked, _)| narrows(asked, query)).map(|(_, slots)| slots.clone())
        };
        of(&self.last).or_else(|| of(&self.whole))
    }

    pub fn keep(&self, query: &InboxQuery, slots: &[u32]) {
        let place = if query.text.is_empty() { &self.whole } else { &self.last };
        place.replace(Some((query.clone(), slots.to_vec())));
    }
}

/// Of `coming`, the few, each looks for its place among `staying`, the many.
fn merged(mut staying: &[u32], coming: &[u32], order: &Order) -> Vec<u32> {
    let mut slots = Vec::with_capacity(staying.len() + coming.len());
    for slot in coming {
        let (before, after) = staying.split_at(staying.partition_point(|other| order(*other, *slot) == Ordering::Less));
        slots.extend_from_slice(before);
        slots.push(*slot);
        staying = after;
    }
    slots.extend_from_slice(staying);
    slots
}

/// More letters can only take rows away: each word of the shorter text begins one of the longer.
fn narrows(asked: &InboxQuery, query: &InboxQuery) -> bool {
    let as_short = InboxQuery { text: asked.text.clone(), ..query.clone() };
    as_short == *asked && query.text.starts_with(&asked.text)
}
