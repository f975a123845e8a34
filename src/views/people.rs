//! People: list and record.

mod record;

use domain::records::Kind;
use leptos::prelude::*;

use crate::i18n::{basics, contacts as words};
use crate::routes;
use crate::views::parts::contact_list::{ContactKind, ContactList};

pub use record::{PersonPage, contact_kind};

#[component]
pub fn People() -> impl IntoView {
    let what = ContactKind {
        kind: Kind::Person,
        title: basics::people,
        search: words::find_person,
        add: words::add_person,
        none: words::no_people,
        none_text: words::no_people_text,
        list: routes::PEOPLE,
        second: basics::organization,
    };
    view! { <ContactList what/> }
}
