//! One conversion of a random lead with random choices.

use domain::commands::convert_lead::plan;
use domain::commands::{Command, ConvertLead};
use domain::rejection::Rejection;
use domain::testing::{MemoryStore, business, promises};
use proptest::prelude::*;

use super::world::{conversion, world};

fn run(store: &mut MemoryStore, command: &ConvertLead) -> Result<domain::commands::Receipt, Vec<Rejection>> {
    store.run(&Command::ConvertLead(Box::new(command.clone())))
}

proptest! {
    #![proptest_config(crate::thorough())]

    /// R82, B2.
    #[test]
    fn undo_after_convert_is_the_identity(mut store in world(), command in conversion()) {
        let before = business(&store);
        if let Ok(receipt) = run(&mut store, &command) {
            prop_assert_ne!(business(&store), before.clone());
            let undone = store.undo(&receipt).expect("nothing is in the way");
            prop_assert_eq!(business(&store), before);
            store.undo(&undone).expect("redo");
            store.undo(&receipt).expect("undo once more");
        }
    }

    /// B3: the preview comes true row for row, and no value of the lead is without a row.
    #[test]
    fn preview_equals_result_and_nothing_is_lost(mut store in world(), command in conversion()) {
        let preview = store.ask(|facts| plan(&command, &store.stamp(), facts)).expect("an open lead");
        match run(&mut store, &command) {
            Ok(_) => {
                prop_assert!(preview.blockers.is_empty());
                prop_assert_eq!(promises::conversion(command.lead, &preview, &store), Ok(()));
            }
            Err(reasons) => prop_assert_eq!(preview.blockers, reasons),
        }
    }

    /// B1: a replayed command, or another one for the same lead, finds it converted.
    #[test]
    fn converting_twice_equals_once(mut store in world(), command in conversion(), other in conversion()) {
        if run(&mut store, &command).is_ok() {
            let once = store.clone();
            for again in [command.clone(), ConvertLead { lead: command.lead, ..other }] {
                let reasons = run(&mut store, &again).expect_err("converted already");
                let converted = matches!(reasons[..], [Rejection::AlreadyConverted { .. }]);
                prop_assert!(converted, "{:?}", reasons);
                prop_assert_eq!(&store, &once);
            }
        }
    }

    /// B1: refused means untouched.
    #[test]
    fn a_refused_conversion_changes_nothing(mut store in world(), command in conversion()) {
        let before = store.clone();
        if run(&mut store, &command).is_err() {
            prop_assert_eq!(store, before);
        }
    }

    /// Two devices that convert the same lead make the same rows.
    #[test]
    fn the_ids_of_results_depend_on_the_lead_only(store in world(), command in conversion()) {
        let results = |stamp| store.ask(|facts| plan(&command, &stamp, facts)).map(|plan| plan.results);
        let mut other = store.stamp();
        (other.device, other.command, other.at) = (command.lead, command.lead.derive("other"), other.at + 1);
        prop_assert_eq!(results(store.stamp()), results(other));
    }
}
