//! What the workspace has that rows can name: members, statuses.

use domain::import::{Context, StatusMeaning};
use domain::records::{Field, Kind};
use domain::workspace as w;
use leptos::prelude::*;

use super::choices::Owner;
use super::session::Session;
use crate::i18n::fields;
use crate::views::parts::custom::defined;

const MEANINGS: [(StatusMeaning, domain::ids::Id); 4] = [
    (StatusMeaning::New, w::STATUS_NEW),
    (StatusMeaning::Contacted, w::STATUS_CONTACTED),
    (StatusMeaning::Working, w::STATUS_WORKING),
    (StatusMeaning::Qualified, w::STATUS_QUALIFIED),
];

/// For reading rows with the choices as they are now.
pub fn context(session: Session) -> Context {
    let choices = session.choices.get_untracked();
    let mut context = Context::new(session.batch.get_value(), choices.currency);
    context.source = choices.source.trim().to_owned();
    context.tag = choices.tag.trim().to_owned();
    context.customs = defined(session.actions.live);
    session.actions.live.read(|set| {
        let members = set.all(Kind::Member);
        context.owners = match choices.owner {
            Owner::One(owner) => vec![owner],
            Owner::InTurn => members.iter().map(|member| member.id).collect(),
        };
        for member in &members {
            context.members.add(&fields::record_name(member), member.id);
            member.points(Field::Emails).iter().for_each(|email| context.members.add(&email.value, member.id));
        }
        // After all names: initials are shared more easily.
        members.iter().for_each(|member| context.members.add(member.text(Field::Initials), member.id));
        let open = set.all(Kind::Status).into_iter().filter(|status| !status.flag(Field::Converted));
        open.for_each(|status| context.statuses.add(&fields::record_name(&status), status.id));
        context.meanings = MEANINGS.into_iter().filter(|(_, status)| set.get(*status).is_some()).collect();
    });
    context
}
