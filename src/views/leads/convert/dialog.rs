//! The dialog itself: head, two columns, foot, its keys, and where the focus goes afterwards.

use domain::ids::Id;
use domain::records::{Kind, lead_name};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, SubmitEvent};

use super::blockers::Blockers;
use super::carry_step::CarryStep;
use super::contact_step::ContactStep;
use super::conversion::Conversion;
use super::deal_step::{DealStep, StatusStep, TaskStep};
use super::homes::PANE;
use super::lead_details::{DetailsButton, LeadDetails};
use super::outcomes::Outcomes;
use super::summary::{Summary, say_converted};
use crate::components::{Dialog, Icon, IconName, sends};
use crate::i18n::{basics, convert as words, new_lead};
use crate::store::live_query::Live;
use crate::views::parts::kept::Kept;
use crate::views::parts::profile_select::profile_select;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::shortcuts::cap_line;
use crate::views::shell::toasts::Toast;

/// Open while mounted.
#[component]
pub fn ConvertDialog(lead: Id) -> impl IntoView {
    let live = expect_context::<Live>();
    let flows = Flows::use_flows();
    return_focus();
    let Some(record) = live.read(|set| set.get(lead)).filter(|record| record.kind == Kind::Lead) else {
        Actions::use_actions().toasts.error(words::gone());
        set_timeout(move || flows.convert.set(None), std::time::Duration::ZERO);
        return ().into_any();
    };
    let draft = Kept::about("convert", lead);
    let conversion = Conversion::open(live, record, draft.load());
    provide_context(conversion);
    // Choices wait for the next time.
    let reopen = move || flows.convert.set(Some(lead));
    let kept = move || conversion.actions.toasts.show(Toast::new(words::draft_kept()).action(new_lead::reopen(), reopen));
    draft.follow(move || conversion.draft(), kept);
    let leave = Leave { conversion, flows, draft };
    view! {
        <Dialog labelled_by="convert-title" on_close=move || leave.keep_draft()>
            {move || {
                conversion
                    .done
                    .get()
                    .map_or_else(|| view! { <Form leave/> }.into_any(), |receipt| view! { <Summary receipt leave/> }.into_any())
            }}
        </Dialog>
    }
    .into_any()
}

/// The ways out of the dialog.
#[derive(Clone, Copy)]
pub struct Leave {
    conversion: Conversion,
    flows: Flows,
    draft: Kept,
}

impl Leave {
    /// Cancel: what was chosen is given up, and so are fields that were made for it.
    pub fn cancel(self) {
        self.conversion.take_back_set_up();
        self.draft.forget();
        self.flows.convert.set(None);
    }

    /// Esc and the cross: choices wait for the next time. After a conversion they only close.
    pub fn keep_draft(self) {
        if self.conversion.is_sent() {
            return;
        }
        if let Some(receipt) = self.conversion.done.get_untracked() {
            say_converted(self.conversion, &receipt);
        }
        self.flows.convert.set(None);
    }
}

#[component]
fn Form(leave: Leave) -> impl IntoView {
    let conversion = leave.conversion;
    let profile = Memo::new(move |_| conversion.choices.with(|choices| choices.profile));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        conversion.send();
    };
    let outside = window_event_listener(ev::keydown, move |event| {
        if sends(&event) && is_outside(&event) {
            event.prevent_default();
            conversion.send();
        }
    });
    on_cleanup(move || outside.remove());
    view! {
        <form class="dialog__form" novalidate=true on:submit=send on:keydown=not_by_slip>
            <header class="dialog__head">
                <div class="grow">
                    <h2 class="dialog__title" id="convert-title">{words::title}</h2>
                    <p class="small muted">
                        {move || conversion.lead.with(lead_name)} " " <DetailsButton/>
                    </p>
                </div>
                {profile_select("convert-profile", profile.into(), Callback::new(move |profile| conversion.choices.update(|choices| choices.follow(profile))))}
                <button class="btn btn--ghost btn--icon" type="button" aria-label=words::close_esc on:click=move |_| leave.keep_draft()>
                    <Icon name=IconName::X/>
                </button>
            </header>
            <div class="dialog__cols">
                <div class="dialog__col">
                    <Blockers/>
                    <LeadDetails/>
                    <ContactStep kind=Kind::Organization/>
                    <ContactStep kind=Kind::Person/>
                    <DealStep/>
                    <CarryStep/>
                    <TaskStep/>
                    <StatusStep/>
                </div>
                <section class="dialog__col" id=PANE aria-labelledby="convert-preview" tabindex="0">
                    <Outcomes/>
                </section>
            </div>
            <Foot leave/>
        </form>
    }
}

#[component]
fn Foot(leave: Leave) -> impl IntoView {
    let conversion = leave.conversion;
    let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
    view! {
        <footer class="dialog__foot">
            <span class="small muted only-wide inline">
                <Icon name=if online { IconName::CloudOk } else { IconName::CloudOff }/>
                {if online { words::saved_here } else { words::saved_offline }}
            </span>
            <span class="spacer only-wide"></span>
            <button class="btn" type="button" on:click=move |_| leave.cancel()>{basics::cancel}</button>
            <button
                class="btn btn--primary"
                type="submit"
                aria-keyshortcuts="Control+Enter Meta+Enter"
                aria-disabled=move || (conversion.slow.get() || !conversion.live.finds()).then_some("true")
            >
                {words::convert}
                " "
                <kbd class="only-wide" aria-hidden="true">{move || cap_line("Mod+Enter")}</kbd>
            </button>
        </footer>
    }
}

/// Ctrl+Enter sends the form, as in every dialog; Enter alone never does: in a form of this size it is a slip.
pub fn not_by_slip(event: KeyboardEvent) {
    if event.key() != "Enter" || event.is_composing() || sends(&event) {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_some_and(|target| target.tag_name() == "INPUT") {
        event.prevent_default();
    }
}

/// The focus is nowhere: it was moved on from the last button of the dialog, which does not hear the keys then.
pub fn is_outside(event: &KeyboardEvent) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_none_or(|target| target.tag_name() == "BODY")
}

/// When the dialog is gone, the focus goes back to what opened it, else to the row in use, else to the heading.
pub fn return_focus() {
    let page = || web_sys::window().and_then(|window| window.document());
    let opener = StoredValue::new_local(page().and_then(|page| page.active_element()));
    on_cleanup(move || {
        let opener = opener.get_value().and_then(|opener| opener.dyn_into::<HtmlElement>().ok());
        // Lists and the record show the new state first.
        set_timeout(
            move || {
                let free = page().and_then(|page| page.active_element()).is_none_or(|active| active.tag_name() == "BODY");
                let usable =
                    opener.filter(|opener| opener.is_connected() && opener.offset_parent().is_some() && opener.tag_name() != "BODY");
                let found = |selector| page().and_then(|page| page.query_selector(selector).ok().flatten());
                let otherwise = || found("[role=row][tabindex='0']").or_else(|| found("#page-title"))?.dyn_into::<HtmlElement>().ok();
                if free && let Some(target) = usable.or_else(otherwise) {
                    // It is in the page and can take the focus.
                    let _ = target.focus();
                }
            },
            std::time::Duration::from_millis(20),
        );
    });
}
