//! Dialogs that any screen can open.

use domain::ids::Id;
use leptos::prelude::*;

/// Which dialog is open. The hosts that draw them stand once, in the frame.
#[derive(Clone, Copy, Default)]
pub struct Flows {
    /// The lead to convert.
    pub convert: RwSignal<Option<Id>>,
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

    /// True when a dialog should be open.
    pub fn waits_for_dialog(self) -> bool {
        self.convert.get().is_some() || self.new_lead.get() || self.palette.get()
    }

    pub fn close_dialogs(self) {
        self.convert.set(None);
        self.new_lead.set(false);
        self.palette.set(false);
    }
}
