//! Field by field: what each of the two says, and what the record will say.

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
    let name = move |at: usize| merging.actions.name(merging.ids()[at]);
    view! {
        <div class="outcome">
            <table aria-labelledby="merge-values">
                <thead>
                    <tr>
                        <th scope="col">{convert::field}</th>
                        <th scope="col">{move || name(0)}</th>
                        <th scope="col">{move || name(1)}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=rows key=|row| (row.field, row.values.clone(), row.after.clone(), row.is_a_choice()) let(row)>{line(merging, row)}</For>
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
        let taken = row.values.get(at).is_some_and(|value| value.is_some() && *value == row.after);
        let text = text.unwrap_or_default();
        view! { <td>{if choice && !text.is_empty() { radio(merging, field, id, text, taken) } else { plain(text, lost) }}</td> }
    });
    view! {
        <tr>
            <th scope="row">{move || label_of(merging.live, field)}</th>
            {cells.collect_view()}
        </tr>
    }
}

fn plain(text: String, lost: bool) -> AnyView {
    if lost { view! { <s>{text}</s> }.into_any() } else { view! { <span>{text}</span> }.into_any() }
}

fn radio(merging: Merging, field: Field, id: Id, text: String, taken: bool) -> AnyView {
    let group = format!("merge-{field:?}");
    let of = move || words::value_of(label_of(merging.live, field));
    view! {
        <label class="switch">
            <input class="check" type="radio" name=group prop:checked=taken on:change=move |_| merging.choose(field, id)/>
            <span><span class="visually-hidden">{of} " "</span>{text}</span>
        </label>
    }
    .into_any()
}
