//! The ways on from a run: stop it, take it back, download what became of whom, go on with those that are left.

use domain::bulk::{Run, Sums};
use leptos::html;
use leptos::prelude::*;

use crate::components::{Icon, IconName};
use crate::i18n::{basics, bulk as words};
use crate::views::leads::bulk::result_file::download;
use crate::views::leads::bulk::session::Session;

#[component]
pub fn Foot(sums: Memo<Sums>, heading: NodeRef<html::H2>) -> impl IntoView {
    let session = Session::use_session();
    // The buttons that are pressed give way to others.
    let to_heading = move || heading.get_untracked().map(|heading| heading.focus());
    let at_work = session.flows.run_at_work;
    let stopped = Memo::new(move |_| !at_work.get() && sums.get().waiting > 0 && session.is_waited_for());
    let rest = Memo::new(move |_| if at_work.get() || sums.with(|sums| sums.leads == sums.converted) { 0 } else { session.count_rest() });
    view! {
        <footer class="dialog__foot">
            <Show
                when=move || session.flows.run_at_work.get()
                fallback=move || {
                    view! {
                        <Show when=move || { sums.get().converted > 0 }>
                            <button class="btn" type="button" on:click=move |_| session.undo_all()>
                                <Icon name=IconName::Undo/>
                                {move || words::undo_all(sums.get().converted)}
                            </button>
                        </Show>
                        <button class="btn" type="button" on:click=move |_| download(session)>
                            <Icon name=IconName::File/>
                            {words::download}
                        </button>
                        <span class="spacer"></span>
                        <Show when=move || stopped.get()>
                            <button class="btn" type="button" on:click=move |_| { to_heading(); session.resume(); }>{words::go_on}</button>
                        </Show>
                        <Show when=move || { !stopped.get() && rest.get() > 0 }>
                            <button class="btn" type="button" on:click=move |_| session.go_on_with_rest()>
                                {move || words::go_on_with(rest.get())}
                            </button>
                        </Show>
                        <button class="btn btn--primary" type="button" on:click=move |_| session.close_run()>{basics::done}</button>
                    }
                }
            >
                <span class="spacer"></span>
                <button
                    class="btn"
                    type="button"
                    disabled=move || session.run.with(|run| run.as_ref().is_some_and(Run::is_stopped))
                    on:click=move |_| {
                        to_heading();
                        session.stop();
                    }
                >
                    {basics::stop}
                </button>
            </Show>
        </footer>
    }
}
