//! The last answers of the lead list. Whoever types on narrows the last one, whoever empties the search gets the first one back.

use std::cell::RefCell;

use super::InboxQuery;

type Answer = Option<(InboxQuery, Vec<u32>)>;

/// **Invariant:** dropped with every change of a record, so what is kept is true.
#[derive(Debug, Default)]
pub struct Answered {
    /// Without a search.
    whole: RefCell<Answer>,
    last: RefCell<Answer>,
}

impl Answered {
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
