//! Who may do what (R43): a role names what its members may not do; one that names nothing may do everything.

use crate::change_set::{Change, ChangeSet};
use crate::facts::{Facts, Rule, Stop};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::rejection::Rejection;
use crate::stamp::Stamp;
use crate::workspace;

/// Something a role can be denied. Stored by its [name](Self::name), which never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Right {
    Convert,
    CreatePerson,
    EditPerson,
    CreateOrganization,
    EditOrganization,
    CreateDeal,
    EditDeal,
    /// Statuses, pipelines, custom fields, members and roles.
    SetUp,
}

impl Right {
    /// In the order they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Convert,
        Self::CreatePerson,
        Self::EditPerson,
        Self::CreateOrganization,
        Self::EditOrganization,
        Self::CreateDeal,
        Self::EditDeal,
        Self::SetUp,
    ];

    /// As it stands in [`Field::Denied`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Convert => "convert",
            Self::CreatePerson => "create person",
            Self::EditPerson => "edit person",
            Self::CreateOrganization => "create organization",
            Self::EditOrganization => "edit organization",
            Self::CreateDeal => "create deal",
            Self::EditDeal => "edit deal",
            Self::SetUp => "set up",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|right| right.name() == name)
    }

    /// What making a record of this kind needs; leads, notes and activities need nothing.
    pub fn to_create(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Person => Some(Self::CreatePerson),
            Kind::Organization => Some(Self::CreateOrganization),
            Kind::Deal => Some(Self::CreateDeal),
            _ => Self::to_edit(kind),
        }
    }

    /// What changing or removing a record of this kind needs.
    pub fn to_edit(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Person => Some(Self::EditPerson),
            Kind::Organization => Some(Self::EditOrganization),
            Kind::Deal => Some(Self::EditDeal),
            Kind::Lead | Kind::Activity | Kind::Note | Kind::Tag | Kind::Separation | Kind::Forwarding => None,
            Kind::Member | Kind::Role | Kind::Status | Kind::Pipeline | Kind::Stage | Kind::Workspace | Kind::CustomField => {
                Some(Self::SetUp)
            }
        }
    }
}

/// What one member may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    denied: Vec<Right>,
}

impl Rights {
    /// Of the member who sends a command: those of the member's role, else of the role that everybody has.
    pub fn of(member: Id, facts: &Facts) -> Rule<Self> {
        let own = facts.find(member)?.and_then(|member| member.link(Field::Role));
        let role = facts.find(own.unwrap_or(workspace::ROLE))?;
        Ok(role.map(Self::of_role).unwrap_or_default())
    }

    pub fn of_role(role: &Record) -> Self {
        let denied = role.texts(Field::Denied);
        Self { denied: Right::ALL.iter().copied().filter(|right| denied.iter().any(|name| name == right.name())).collect() }
    }

    pub fn may(&self, right: Right) -> bool {
        !self.denied.contains(&right)
    }

    /// The refusal, if a right is needed that is not there.
    pub fn lacks(&self, right: Option<Right>) -> Option<Rejection> {
        right.filter(|right| !self.may(*right)).map(|right| Rejection::NotAllowed { right })
    }
}

/// Refuses what the sender may not do, naming every missing right at once; `also` is needed beside what the changes need.
pub(crate) fn check(changes: &ChangeSet, also: Option<Right>, stamp: &Stamp, facts: &Facts) -> Rule<()> {
    let lacking = lacking(changes, also, stamp, facts)?;
    if lacking.is_empty() { Ok(()) } else { Err(Stop::Reject(lacking)) }
}

/// Every reason why the sender may not do this.
pub(crate) fn lacking(changes: &ChangeSet, also: Option<Right>, stamp: &Stamp, facts: &Facts) -> Rule<Vec<Rejection>> {
    let rights = Rights::of(stamp.by, facts)?;
    let needed = |change: &Change| match change {
        Change::Create(record) => Right::to_create(record.kind),
        Change::Update(_) | Change::Remove(_) => Right::to_edit(change.kind()),
    };
    let is_needed = |right: &Right| also == Some(*right) || changes.changes().iter().any(|change| needed(change) == Some(*right));
    let denied = rights.denied.iter().filter(|right| is_needed(right));
    let mut lacking: Vec<Rejection> = denied.map(|right| Rejection::NotAllowed { right: *right }).collect();
    if lacking.is_empty() && locks_out(changes, stamp.by, facts)? {
        lacking.push(Rejection::LocksOut);
    }
    Ok(lacking)
}

/// True when the sender would lose the right to set up, and with it the way back.
fn locks_out(changes: &ChangeSet, member: Id, facts: &Facts) -> Rule<bool> {
    if !changes.changes().iter().any(|change| matches!(change.kind(), Kind::Member | Kind::Role)) {
        return Ok(false);
    }
    let after = |id: Id| -> Rule<Option<Record>> {
        let stored = facts.find(id)?.cloned();
        let of_id = changes.changes().iter().filter(|change| change.id() == id);
        Ok(of_id.fold(stored, |current, change| change.apply(current)))
    };
    let own = after(member)?.and_then(|member| member.link(Field::Role));
    let role = after(own.unwrap_or(workspace::ROLE))?;
    Ok(role.is_some_and(|role| !Rights::of_role(&role).may(Right::SetUp)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{AddRecords, Command, Draft, EditRecords, Undo};
    use crate::decide::decide_with;
    use crate::testing::{Answers, MemoryStore};
    use crate::values::Value;

    const TOM: Id = Id::from_u128(0x70);
    const CLERK: Id = Id::from_u128(0xC1);
    const DEAL: Id = Id::from_u128(0xDE);

    fn store() -> MemoryStore {
        let mut store = MemoryStore::default();
        let denied = Value::Texts(vec![Right::EditDeal.name().into(), Right::SetUp.name().into()]);
        let role = Draft::new(Kind::Role, CLERK).with(Field::Name, Value::text("Clerk")).with(Field::Denied, denied);
        let tom = Draft::new(Kind::Member, TOM).with(Field::Name, Value::text("Tom")).with(Field::Role, Value::Link(CLERK));
        store.run(&Command::AddRecords(AddRecords { drafts: vec![role, tom], import: None })).expect("a member with a role");
        store
    }

    fn deal() -> Command {
        let deal = Draft::new(Kind::Deal, DEAL).with(Field::Name, Value::text("Line"));
        Command::AddRecords(AddRecords { drafts: vec![deal], import: None })
    }

    /// What Tom is told.
    fn as_tom(store: &MemoryStore, command: &Command) -> Vec<Rejection> {
        let stamp = Stamp { by: TOM, ..store.stamp() };
        decide_with(command, &stamp, |query| store.answer(query)).err().unwrap_or_default()
    }

    #[test]
    fn every_right_has_a_name_of_its_own() {
        for right in Right::ALL {
            assert_eq!(Right::from_name(right.name()), Some(*right));
        }
    }

    #[test]
    fn what_another_did_is_not_taken_back_without_the_right() {
        let mut store = store();
        let added = store.run(&deal()).expect("I may");
        let denied = [Rejection::NotAllowed { right: Right::EditDeal }];
        assert_eq!(as_tom(&store, &Command::Undo(Undo::of(&added))), denied);
        assert_eq!(as_tom(&store, &Command::EditRecords(EditRecords::one(DEAL, Field::Name, Some(Value::text("Mine"))))), denied);
    }

    #[test]
    fn who_may_create_may_create_without_the_right_to_edit() {
        assert_eq!(as_tom(&store(), &deal()), []);
    }

    #[test]
    fn nobody_lifts_a_ban_without_the_right_to_set_up() {
        let denied = [Rejection::NotAllowed { right: Right::SetUp }];
        for (id, field) in [(CLERK, Field::Denied), (TOM, Field::Role)] {
            assert_eq!(as_tom(&store(), &Command::EditRecords(EditRecords::one(id, field, None))), denied);
        }
    }
}
