//! Who may be there already: a count by e-mail at once, the whole comparison on request or for small files, and what to do then.

use leptos::prelude::*;

use super::doubles::{Double, Policy, SMALL, State, Whom};
use super::scan::LISTED;
use super::session::Session;
use crate::components::ProgressBar;
use crate::i18n::{basics, duplicates, fields, format, import as words, record};
use crate::views::parts::names::RecordLink;
use domain::duplicates::Band;

#[component]
pub fn DoublesPanel() -> impl IntoView {
    let session = expect_context::<Session>();
    let state = Memo::new(move |_| session.doubles.with(|doubles| doubles.state));
    let ready = Memo::new(move |_| session.scan.with(|scan| scan.done && scan.tally.imported > 0));
    // Small files at once; large ones when somebody wants it.
    Effect::new(move || {
        let small = session.scan.with(|scan| scan.done && scan.tally.imported <= SMALL);
        if ready.get() && small && state.get() == State::NotAsked && session.actions.live.finds() {
            session.compare_rows();
        }
    });
    let known = Memo::new(move |_| session.scan.with(|scan| scan.known));
    let quick = move || {
        view! {
            <div class="tally">
                <div>
                    <span>{words::known}</span>
                    <span class="tnum">{move || known.get().map_or_else(|| "…".to_owned(), format::count)}</span>
                </div>
            </div>
            <Show when=move || known.get().is_some_and(|known| known > 0)><p class="hint">{words::known_hint}</p></Show>
        }
        .into_any()
    };
    let ask = move || {
        let can = move || ready.get() && session.actions.live.finds();
        view! {
            {quick()}
            <Show when=move || state.get() == State::Stopped><p class="hint" role="status">{words::compare_stopped}</p></Show>
            <Show when=can>
                <p class="doubles__ask">
                    <button class="btn btn--sm" type="button" on:click=move |_| session.compare_rows()>{words::compare}</button>
                </p>
                <p class="hint">{words::only_emails} " " {words::compare_hint}</p>
            </Show>
        }
        .into_any()
    };
    view! {
        <div class="wizard__section">
            {move || match state.get() {
                State::NotAsked | State::Stopped => ask(),
                State::AtWork => at_work(session),
                State::Done => found(session),
            }}
        </div>
    }
}

fn at_work(session: Session) -> AnyView {
    let done = Memo::new(move |_| session.doubles.with(|doubles| doubles.done));
    let total = Memo::new(move |_| session.scan.with(|scan| scan.tally.imported));
    let text = move || duplicates::compared(format::count(done.get()), format::count(total.get()));
    view! {
        <ProgressBar label=Signal::derive(|| words::compare().to_owned()) done total text=Signal::derive(text)/>
        <p><button class="btn btn--sm" type="button" on:click=move |_| session.stop_comparing()>{basics::stop}</button></p>
    }
    .into_any()
}

/// The counts, and what is to be done with those that are certain.
fn found(session: Session) -> AnyView {
    let doubles = session.doubles;
    let line = move |label: fn() -> &'static str, count: fn(&super::doubles::Doubles) -> usize, part: bool| {
        view! {
            <div class:tally__part=part>
                <span class:muted=part>{label}</span>
                <span class="tnum" class:strong=!part>{move || format::count(doubles.with(count))}</span>
            </div>
        }
    };
    let any = move || doubles.with(|doubles| doubles.certain() > 0);
    view! {
        <div class="tally" role="status">
            {line(words::known, |doubles| doubles.known.iter().chain(&doubles.repeated).sum(), false)}
            {line(words::certain_known, |doubles| doubles.known[0], true)}
            {line(words::likely_known, |doubles| doubles.known[1], true)}
            {line(words::like_a_row, |doubles| doubles.repeated[0], true)}
            {line(words::likely_a_row, |doubles| doubles.repeated[1], true)}
        </div>
        <Show when=any>{policies(session)}</Show>
    }
    .into_any()
}

fn policies(session: Session) -> AnyView {
    let choice = move |policy: Policy, id: &'static str, name: fn() -> String| {
        let count = move || match policy {
            Policy::Link => session.doubles.with(super::doubles::Doubles::linkable),
            _ => 1,
        };
        view! {
            <label class="switch" hidden=move || count() == 0>
                <input
                    class="check"
                    type="radio"
                    name="doubles"
                    id=id
                    prop:checked=move || session.doubles.with(|doubles| doubles.policy == policy)
                    on:change=move |_| session.doubles.update(|doubles| doubles.policy = policy)
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="doubles__do">
            <legend class="label">{words::with_certain}</legend>
            {choice(Policy::ImportAll, "doubles-all", || words::import_all().to_owned())}
            {choice(Policy::Skip, "doubles-skip", || words::skip_certain().to_owned())}
            {choice(Policy::Link, "doubles-link", || words::link_certain().to_owned())}
        </fieldset>
    }
    .into_any()
}

/// A look at them, in the order of the file.
#[component]
pub fn DoublesTable() -> impl IntoView {
    let session = expect_context::<Session>();
    let first = Memo::new(move |_| session.doubles.with(|doubles| doubles.first.clone()));
    let all = move || session.doubles.with(|doubles| doubles.known.iter().chain(&doubles.repeated).sum::<usize>());
    let more = move || all().saturating_sub(LISTED);
    view! {
        <Show when=move || first.with(|first| !first.is_empty())>
            <div class="problems">
                <div class="problems__head"><h3 class="section__title" id="doubles-title">{words::known}</h3></div>
                <div class="table__scroll" tabindex="0" role="region" aria-labelledby="doubles-title">
                    <table class="table">
                        <caption class="visually-hidden">{words::doubles_caption}</caption>
                        <thead>
                            <tr>
                                <th scope="col" class="num">{words::row}</th>
                                <th scope="col">{fields::name}</th>
                                <th scope="col">{words::may_be}</th>
                                <th scope="col" class="num">{words::how_sure}</th>
                                <th scope="col">{words::consequence}</th>
                            </tr>
                        </thead>
                        <tbody>{move || first.get().into_iter().map(|double| double_row(session, double)).collect_view()}</tbody>
                    </table>
                </div>
                <Show when=move || { more() > 0 }><p class="small muted">{move || words::more_doubles(more())}</p></Show>
            </div>
        </Show>
    }
}

fn double_row(session: Session, double: Double) -> AnyView {
    let Double { row, name, is, percent, band } = double;
    let whom = match is {
        Whom::Record(kind, id) => {
            view! { <RecordLink id=Signal::stored(Some(id))/> " " <span class="quiet">{move || fields::kind_name(kind)}</span> }.into_any()
        }
        Whom::Row(row) => view! { {move || words::row_n(format::count(row))} }.into_any(),
    };
    let sure = move || if band == Band::Certain { duplicates::certain() } else { duplicates::likely() };
    view! {
        <tr>
            <th scope="row" class="num">{move || format::count(row)}</th>
            <td>{name}</td>
            <td>{whom}</td>
            <td class="num">{move || record::percent(percent)} " " <span class="quiet">{sure}</span></td>
            <td>{row_choice(session, row)}</td>
        </tr>
    }
    .into_any()
}

/// What is done with this row alone; until it is chosen, as with all that are certain.
fn row_choice(session: Session, row: usize) -> AnyView {
    let doubles = session.doubles;
    let choice = Memo::new(move |_| doubles.with(|doubles| doubles.choice(row)));
    let all =
        [(Policy::ImportAll, words::row_import as fn() -> &'static str), (Policy::Skip, words::row_skip), (Policy::Link, words::row_link)];
    let linkable = doubles.with_untracked(|doubles| doubles.is_linkable(row));
    let offered = move || all.into_iter().filter(move |(policy, _)| linkable || *policy != Policy::Link);
    let option = move |(policy, word): (Policy, fn() -> &'static str)| {
        view! { <option selected=move || choice.get() == policy>{word}</option> }
    };
    let choose = move |event: leptos::ev::Event| {
        let select: web_sys::HtmlSelectElement = event_target(&event);
        if let Some((policy, _)) = usize::try_from(select.selected_index()).ok().and_then(|at| offered().nth(at)) {
            doubles.update(|doubles| doubles.choose(row, policy));
        }
    };
    view! {
        <select class="select" aria-label=move || words::for_row(format::count(row)) on:change=choose>
            {offered().map(option).collect_view()}
        </select>
    }
    .into_any()
}
