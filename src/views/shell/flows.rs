//! Dialogs that any screen can open.

use std::sync::Arc;

use domain::ids::Id;
use leptos::prelude::*;

/// Which dialog is open. The hosts that draw them stand once, in the frame.
#[derive(Clone, Copy, Default)]
pub struct Flows {
    /// The lead to convert.
    pub convert: RwSignal<Option<Id>>,
    /// The leads to convert together, until that is over.
    pub convert_many: RwSignal<Option<Arc<Vec<Id>>>>,
    /// Their dialog is in view: a run goes on without it.
    pub convert_many_shown: RwSignal<bool>,
    pub new_lead: RwSignal<bool>,
    /// What the new lead is called, when that is known before the dialog opens.
    pub new_lead_name: RwSignal<Option<String>>,
    /// The record whose page is to open its form.
    pub edit: RwSignal<Option<Id>>,
    /// The lead that was written down last: the list goes to it.
    pub added_lead: RwSignal<Option<Id>>,
    pub palette: RwSignal<bool>,
    pub shortcut_sheet: RwSignal<bool>,
}

impl Flows {
    pub fn use_flows() -> Self {
        expect_context()
    }

    /// Opens the dialog for several leads; where a run is still going on, that one is shown.
    pub fn convert_together(self, leads: Vec<Id>) {
        if self.convert_many.with_untracked(Option::is_none) {
            self.convert_many.set(Some(Arc::new(leads)));
        }
        self.convert_many_shown.set(true);
    }

    /// True when a dialog should be open.
    pub fn waits_for_dialog(self) -> bool {
        self.convert.get().is_some() || self.convert_many.get().is_some() || self.new_lead.get() || self.palette.get()
    }

    pub fn close_dialogs(self) {
        self.convert.set(None);
        self.convert_many.set(None);
        self.new_lead.set(false);
        self.palette.set(false);
    }
}
