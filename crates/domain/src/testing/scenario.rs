//! Scenarios: what a person does and then sees, as lines of text. They show the rules and run over any store.
//!
//! ```text
//! # r46_a_converted_lead_leaves_the_inbox
//! lead giulia: first name Giulia; last name Ferrandi; organization name Molino Bassani S.r.l.
//! convert giulia: new organization; new person; new deal Bagging line, 48000 EUR
//! > giulia is converted
//! > inbox is empty
//! mark giulia as Working
//! ! already converted
//! ```
//!
//! A line is an action; `>` is what must be seen then, `!` why the action before it must be refused (every reason, in any
//! order, and nothing may have changed). `#` begins a scenario, `//` a remark. Lists are cut at `,`, fields at `;`; quotes keep
//! a part together. `none` is no value, `*` any, `<201 letters>`, `<51 words>`, `<51 e-mails>` are written out.
//!
//! Records are named when they are made (`lead giulia: ...`); else by what they are called (`deal "Bagging line"`), as a
//! lead's result (`giulia's deal`), or not at all (`nobody`). What every workspace has: `me`, the statuses, the stages.
//!
//! | action | |
//! |---|---|
//! | `lead giulia: last name Ferrandi; phone 045 5550142` | also `person organization deal member status pipeline stage role field` |
//! | `note n1 on giulia, anna: text` | `note on giulia about the company: text` |
//! | `task t1 on giulia: subject Call back; due 2026-11-05` | also `call meeting mail` |
//! | `import fair` and indented lines | without lines: the same import once more |
//! | `edit giulia, marco: website none; city Verona` | `tag giulia: Hot`, `untag giulia: Hot`, `remove giulia` |
//! | `archive giulia: reason`, `restore giulia` | `mark giulia as Working`, `mark giulia as complete` (the next status) |
//! | `convert giulia: new organization; existing person anna; new deal Line, 48000 EUR; task Call, 2026-11-05` | and `existing deal`, `owner`, `status`, `profile`, `stage`, `pipeline`, `visibility`, `close date`, `correct last name Rossi`, `take person website`, `as seen` |
//! | `convert giulia: ...; carry custom machine to deal custom wish; fill deal custom budget 5 EUR` | `field machine: name Machine; carried to deal` defines one |
//! | `plan many giulia, marco: new deal; policy attach or create; task Call {name}` | and `stage`, `owner`, `owners in turn`, `profile`, `fill` |
//! | `in plan marco: organization name Corsini; deal Line; skip` | also `existing person anna`, `new organization`, `fill` |
//! | `run many`, `run many, 2`, `run many backwards` | all, two, from the end; a refusal is an outcome. `undo many` |
//! | `merge bruno, carla into anna: take website of bruno; note Was at Corsini; as seen` | `preview merge ...` plans only |
//! | `keep separate anna, bruno` | none of them is any of the others |
//! | `preview giulia: ...` | plans only; `!` lines are its blockers |
//! | `move line to Proposal, above other` | `below`; else to the end. `win line`, `lose line: reason`, `reopen line` |
//! | `undo`, `redo`, `undo again` | `undo giulia's conversion, keep results`; `keep as first`, then `undo first` |
//! | `again` | sends the last command once more |
//! | `look at giulia`, `let who be giulia's person`, `remember` | for `as seen`, for a name, for `everything is as remembered` |
//!
//! | to be seen | |
//! |---|---|
//! | `> giulia: last name Ferrandi; tags Hot, Warm` | `> giulia is open` (`converted archived gone there`) |
//! | `> inbox: giulia, marco`, `> inbox is empty` | `people organizations deals leads notes activities`, `timeline of giulia`, `history of line: added, moved` |
//! | `> board Proposal: One, Two` | in this order; `path`, `stages` |
//! | `> people like giulia: Anna Rossi by e-mail + last name, certain` | `> organizations like giulia is empty` |
//! | `> row giulia: link; organization of 2; person Anna Rossi` | `create link choose blocked skipped`; `none new ask`; `deal name company` |
//! | `> sums: 2 converted, 1 blocked`, `> blocked marco: ...` | `> outcome marco: archived`, `> missing: deal custom budget 2` |
//! | `> merge: website kept; tags added; 2 deals; 1 separate` | `> anna and bruno are kept separate` (`are not`), `> bruno leads to anna` |
//! | `> plan: person website kept; lead title stays` | `set same kept filled added replaced promoted stays absent` |
//!
//! After every conversion and every merge the runner checks too that the preview came true and that nothing is lost.

mod act;
mod converting;
mod expect;
mod look;
mod many;
mod merging;
mod play;
mod quoting;
mod refusal;
mod value;
mod words;

use std::fmt;

pub use play::{Play, play};

/// One scenario of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario<'a> {
    pub file: &'a str,
    pub name: &'a str,
    lines: Vec<Line<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line<'a> {
    number: usize,
    text: &'a str,
}

/// Where a scenario doesn't hold, and what was found there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub file: String,
    pub line: usize,
    pub scenario: String,
    pub found: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.scenario, self.found)
    }
}

impl std::error::Error for Failure {}

/// The scenarios of a file. Each must be named after the rule it shows: `r46_...`, `d3_...`, `b1_...`.
pub fn scenarios<'a>(file: &'a str, text: &'a str) -> Result<Vec<Scenario<'a>>, Failure> {
    let mut all: Vec<Scenario<'a>> = Vec::new();
    for (number, text) in (1..).zip(text.lines()) {
        let text = text.trim_end();
        let failure = |found: &str| Failure { file: file.into(), line: number, scenario: text.into(), found: found.into() };
        if let Some(name) = text.strip_prefix("# ") {
            if !shows_a_rule(name) {
                return Err(failure("a scenario's name begins with its rule, such as r46_ or d3_"));
            }
            if all.iter().any(|scenario| scenario.name == name) {
                return Err(failure("this name was used before"));
            }
            all.push(Scenario { file, name, lines: Vec::new() });
        } else if !text.is_empty() && !text.starts_with("//") {
            let scenario = all.last_mut().ok_or_else(|| failure("a file begins with the name of a scenario"))?;
            scenario.lines.push(Line { number, text });
        }
    }
    Ok(all)
}

fn shows_a_rule(name: &str) -> bool {
    let rule = name.split('_').next().unwrap_or_default();
    let (letter, number) = rule.split_at_checked(1).unwrap_or_default();
    matches!(letter, "r" | "d" | "b")
        && number.parse::<u8>().is_ok()
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::{Failure, play, scenarios};
    use crate::testing::MemoryStore;

    #[track_caller]
    fn check(text: &str, line: usize, found: &str) {
        let text = format!("# r1_a_test\nlead anna: last name Rossi; website a.example\n{text}");
        let play_first = |all: Vec<super::Scenario>| play(&all[0], &mut MemoryStore::default());
        let Err(failure) = scenarios("a.scenario", &text).and_then(play_first) else { panic!("it holds: {text}") };
        assert_eq!((failure.line, failure.found.as_str()), (line, found));
    }

    #[test]
    fn a_failure_says_what_was_found() {
        check("> anna: website b.example", 3, "website is a.example");
        check("> anna is converted", 3, "it is an open lead");
        check("\n> inbox is empty", 4, "found Rossi");
        check("edit anna: website hello", 3, "refused: website malformed");
        check("edit anna: website c.example\n! website malformed", 4, "it was not refused");
        check("edit anna: website hello\n! gone", 4, "refused: website malformed");
        check("convert bob: new person", 3, "no record is called \"bob\"");
        check("> anna: shoe size 42", 3, "\"shoe size 42\" begins with no field");
        check("fly anna", 3, "\"fly anna\" is no action");
    }

    #[test]
    fn a_failure_says_where() {
        let failure = Failure { file: "tests/a.scenario".into(), line: 7, scenario: "r5_inbox".into(), found: "found Rossi".into() };
        assert_eq!(failure.to_string(), "tests/a.scenario:7: r5_inbox: found Rossi");
        check("# nameless", 3, "a scenario's name begins with its rule, such as r46_ or d3_");
        check("# r1_a_test", 3, "this name was used before");
    }
}
