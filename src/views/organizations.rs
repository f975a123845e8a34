//! Organizations: list and record.

mod record;

use domain::records::Kind;
use leptos::prelude::*;

use crate::i18n::{basics, contacts as words, fields};
use crate::routes;
use crate::views::parts::contact_list::{ContactKind, ContactList};

pub use record::OrganizationPage;

#[component]
pub fn Organizations() -> impl IntoView {
    let what = ContactKind {
        kind: Kind::Organization,
        title: basics::organizations,
        search: words::find_organization,
        add: words::add_organization,
        none: words::no_organizations,
        none_text: words::no_organizations_text,
        list: routes::ORGANIZATIONS,
        second: fields::city,
    };
    view! { <ContactList what/> }
}
