//! The result of a run as a file.

use domain::bulk::{Column, Words, table};
use domain::records::{Field, Kind};
use leptos::prelude::*;

use super::run_dialog::outcome_word;
use super::session::Session;
use crate::clock;
use crate::i18n::{basics, bulk as words, convert, fields};
use crate::import::{Delimiter, write_table};
use crate::routes;
use crate::views::parts::save_file::save_file;

pub fn download(session: Session) {
    let origin = window().location().origin().unwrap_or_default();
    let email = |lead| session.live.read(|set| set.get(lead)).and_then(|lead| Some(lead.points(Field::Emails).first()?.value.clone()));
    let words = Words {
        column: &column_name,
        outcome: &|outcome| outcome_word(outcome).to_owned(),
        name: &|id| session.actions.name(id),
        email: &|lead| email(lead).unwrap_or_default(),
        place: &|kind, id| routes::record(kind, id).map(|path| format!("{origin}{path}")).unwrap_or_default(),
        is: &|made| convert::became(made.kind, made.new).to_string(),
        reason: &|reason| session.actions.explain_one(reason),
    };
    let Some(rows) = session.run.with_untracked(|run| run.as_ref().map(|run| table(run, &words))) else { return };
    save_file(&write_table(Delimiter::Semicolon, &rows), &words::file_name(clock::today()));
}

fn column_name(column: Column) -> String {
    let name = match column {
        Column::Name => fields::label(Field::Name),
        Column::Company => return words::column_of(fields::label(Field::OrganizationName), fields::kind_name(Kind::Lead)),
        Column::Email => fields::label(Field::Emails),
        Column::Lead => return words::column_of(words::address(), fields::kind_name(Kind::Lead)),
        Column::Outcome => words::outcome(),
        Column::Organization => basics::organization(),
        Column::OrganizationIs => return words::column_of(words::new_or_linked(), basics::organization()),
        Column::Person => basics::person(),
        Column::PersonIs => return words::column_of(words::new_or_linked(), basics::person()),
        Column::Deal => basics::deal(),
        Column::Task => basics::task(),
        Column::Result => return words::column_of(words::address(), words::outcome()),
        Column::Reasons => words::why(),
    };
    name.to_owned()
}
