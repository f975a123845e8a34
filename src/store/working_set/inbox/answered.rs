//! The last answers of the lead list. Whoever types on narrows the last one, whoever empties the search gets the first one back,
//! and a commit moves only the leads it changed.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::InboxQuery;

type Answer = Option<(InboxQuery, Vec<u32>)>;

/// More changed leads than this are not put in their places one by one.
const FEW: usize = 200;

/// **Invariant:** what is kept was true before the leads in `changed` changed, and nothing else that it depends on has.
#[derive(Debug, Default)]
pub struct Answered {
    /// Without a search.
    whole: RefCell<Answer>,
    last: RefCell<Answer>,
    changed: RefCell<BTreeSet<u32>>,
}

impl Answered {
    /// These leads may stand elsewhere now, or nowhere.
    pub fn leads_changed(&mut self, slots: impl IntoIterator<Item = u32>) {
        self.changed.get_mut().extend(slots);
        if self.changed.get_mut().len() > FEW {
            *self = Self::default();
        }
    }

    /// Makes what is kept true again. `fits` says whether a lead belongs to an answer, `order` which of two comes first.
    pub fn catch_up<'a>(
        &self,
        fits: impl Fn(&InboxQuery, u32) -> bool,
        order: impl Fn(&InboxQuery) -> Box<dyn Fn(u32, u32) -> Ordering + 'a>,
    ) {
        let changed = self.changed.take();
        if changed.is_empty() {
            return;
        }
        for answer in [&self.whole, &self.last] {
            if let Some((query, slots)) = answer.borrow_mut().as_mut() {
                slots.retain(|slot| !changed.contains(slot));
                let order = order(query);
                for slot in changed.iter().copied().filter(|slot| fits(query, *slot)) {
                    let place = slots.partition_point(|other| order(*other, slot) == Ordering::Less);
                    slots.insert(place, slot);
                }
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

/// More letters can only take rows away: each word of the shorter text begins one of the longer.
fn narrows(asked: &InboxQuery, query: &InboxQuery) -> bool {
    let as_short = InboxQuery { text: asked.text.clone(), ..query.clone() };
    as_short == *asked && query.text.starts_with(&asked.text)
}
