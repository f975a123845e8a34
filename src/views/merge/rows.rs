//! Field by field: what each of them says, and what the record will say.

use domain::commands::merge_records::MergeRow;
use domain::ids::Id;
use domain::records::Field;
use leptos::prelude::*;

use super::{Merging, said};
use crate::i18n::{convert, merging as words};
use crate::views::parts::custom::label_of;

#[component]
pub fn Rows(merging: Merging) -> impl IntoView {
    let rows = move || merging.shown.with(|shown| shown.rows.clone());
    let heads = move || {
        let head = |(at, id): (usize, Id)| {
            let word = if at == 0 { words::stays() } else { words::goes() };
            view! { <th scope="col">{merging.actions.name(id)} " " <small class="quiet">{word}</small></th> }
        };
        merging.ids().into_iter().enumerate().map(head).collect_view()
    };
    view! {
        <div class="outcome outcome--even" tabindex=(merging.count() > 2).then_some("0")>
            <table aria-labelledby="merge-values">
                <thead>
                    <tr>
                        <th scope="col">{convert::field}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    <For each=rows key=move |row| (merging.kept.get_untracked(), row.field, row.values.clone(), row.after.clone(), row.is_a_choice()) let(row)>{line(merging, row)}</For>
                </tbody>
            </table>
        </div>
    }
}

/// A radio before each value where only one of them can stay; what goes is struck out.
fn line(merging: Merging, row: MergeRow) -> impl IntoView {
    let field = row.field;
    let ids = merging.ids();
    let choice = row.is_a_choice();
    let cells = ids.into_iter().enumerate().map(|(at, id)| {
        let text = row.values.get(at).and_then(Option::as_ref).map(|value| said(merging, field, value));
        let lost = row.lost.contains(&at);
        let is_after = |value: &Option<_>| value.is_some() && *value == row.after;
        // The first of those who say the same.
        let taken = row.values.iter().position(is_after) == Some(at);
        let text = text.unwrap_or_default();
        view! { <td>{if choice && !text.is_empty() { radio(merging, field, id, text, taken) } else { plain(field, text, lost) }}</td> }
    });
    view! {
        <tr>
            <th scope="row">{move || label_of(merging.live, field)}</th>
            {cells.collect_view()}
        </tr>
    }
}

fn plain(field: Field, text: String, lost: bool) -> AnyView {
    let class = class_of(field);
    if lost { view! { <s class=class>{text}</s> }.into_any() } else { view! { <span class=class>{text}</span> }.into_any() }
}

/// Words are parted with a hyphen where there is little room; an address is not, as it would become another one.
fn class_of(field: Field) -> &'static str {
    use Field::*;
    if matches!(field, Emails | Phones | Website | Social | TaxId | Custom(_)) { "" } else { "hyphens" }
}

fn radio(merging: Merging, field: Field, id: Id, text: String, taken: bool) -> AnyView {
    let group = format!("merge-{field:?}");
    let of = move || words::value_of(label_of(merging.live, field));
    view! {
        <label class="switch">
            <input class="check" type="radio" name=group prop:checked=taken on:change=move |_| merging.choose(field, id)/>
            <span class=class_of(field)><span class="visually-hidden">{of} " "</span>{text}</span>
        </label>
    }
    .into_any()
}
