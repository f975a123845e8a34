//! One example of everything that is stored. New ones get new names; a name that was used keeps its meaning.

use domain::change_set::ChangeSet;
use domain::commands::close_deal::Outcome;
use domain::commands::convert_lead::{Carry, DealTarget, NewDeal, NewTask, Profile, Target};
use domain::commands::{
    AddRecords, ArchiveLeads, CloseDeal, Command, ConvertLead, Draft, Edit, EditRecords, KeepSeparate, MergeRecords, MoveDeal, Receipt,
    RemoveRecords, SetStatus, Undo,
};
use domain::decide::decide_with;
use domain::ids::Id;
use domain::records::{Field, Kind, Record, Shape};
use domain::stamp::Touch;
use domain::testing::{Answers, MemoryStore};
use domain::values::{Address, ContactPoint, Currency, Date, Money, PointKind, Value, Visibility};
use domain::workspace as w;

pub enum Example {
    Record(Record),
    Command(Command),
    Receipt(Receipt),
    Changes(ChangeSet),
}

const CUSTOM: Field = Field::Custom(id(0xC0));

const fn id(number: u128) -> Id {
    Id::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

pub fn examples() -> Vec<(String, Example)> {
    let mut all: Vec<(String, Example)> =
        Kind::ALL.iter().map(|kind| (format!("record-{kind:?}").to_lowercase(), Example::Record(record(*kind)))).collect();
    // As of the field `ExternalId`, then with the fields that came later.
    all.push(("record-every-field".into(), Example::Record(every_field())));
    all.push(("record-every-field-2".into(), Example::Record(every_field())));
    all.push(("record-every-field-3".into(), Example::Record(every_field())));
    all.push(("record-every-field-4".into(), Example::Record(every_field())));
    all.push(("record-every-field-5".into(), Example::Record(every_field())));
    all.extend(profiles().map(|(name, command)| (format!("command-convert-{name}"), Example::Command(command))));
    let mut store = MemoryStore::default();
    let mut carry_out = |name: &str, command: Command| -> Receipt {
        let changes = decide_with(&command, &store.stamp(), |query| store.answer(query));
        let receipt = store.run(&command).unwrap_or_else(|reasons| panic!("{name}: {reasons:?}"));
        all.push((format!("command-{name}"), Example::Command(command)));
        all.push((format!("changes-{name}"), Example::Changes(changes.expect("it was carried out"))));
        all.push((format!("receipt-{name}"), Example::Receipt(receipt.clone())));
        receipt
    };
    for (name, command) in story() {
        carry_out(name, command);
    }
    let converted = carry_out("convert-lead", Command::ConvertLead(Box::new(conversion())));
    let kept = carry_out("undo-keep-results", Command::Undo(Undo { keep_results: true, ..Undo::of(&converted) }));
    carry_out("redo", Command::Undo(Undo::of(&kept)));
    let undone = carry_out("undo", Command::Undo(Undo::of(&converted)));
    for (name, command) in later().into_iter().chain(duplicates()) {
        carry_out(name, command);
    }
    assert_eq!(undone.undoes(), Some(converted.stamp.command));
    all
}

/// Fields are stored by position: the positions that can be read are the fields there are.
pub fn all_fields() -> Vec<Field> {
    let plain = (1..=u8::MAX).map_while(|position| postcard::from_bytes::<Field>(&[position]).ok());
    std::iter::once(CUSTOM).chain(plain).collect()
}

fn record(kind: Kind) -> Record {
    let created = Touch { command: id(1), by: w::ME, at: 1_700_000_000_000 };
    let mut record = Record::new(kind, id(0x100 + kind as u128), created);
    for field in kind.editable() {
        record = record.with(*field, value(*field));
    }
    record.changed = Some(Touch { command: id(2), by: w::ME, at: 1_700_000_060_000 });
    record
}

fn every_field() -> Record {
    let created = Touch { command: id(1), by: id(3), at: -1 };
    all_fields().into_iter().fold(Record::new(Kind::Lead, id(0x99), created), |record, field| record.with(field, value(field)))
}

fn value(field: Field) -> Value {
    match field.shape() {
        Shape::Name => Value::text("Brüggemann & Söhne"),
        Shape::Text => Value::text("Two\nlines, 50 % — «ß€»"),
        Shape::Website => Value::text("https://www.molino.example/it"),
        Shape::Texts => Value::Texts(vec!["Hot".into(), "Trade fair".into()]),
        Shape::Emails => Value::Points(points(PointKind::EMAIL, "g@molino.example")),
        Shape::Phones => Value::Points(points(PointKind::PHONE, "+39 045 555 0142")),
        Shape::Social => Value::Points(points(PointKind::SOCIAL, "@giulia")),
        Shape::Address => Value::Address(Address {
            street: "Via Roma 1".into(),
            postal_code: "37121".into(),
            city: "Verona".into(),
            region: "VR".into(),
            country: String::new(),
        }),
        Shape::Money => Value::Money(Money { minor: -4_800_075, currency: Currency::EUR }),
        Shape::Date => Value::Date(Date(-25_567)),
        Shape::Time => Value::Time(1_700_000_000_123),
        Shape::Flag => Value::Flag(true),
        Shape::Number => Value::Number(-42),
        Shape::Link(_) => Value::Link(id(0x10)),
        Shape::Links => Value::Links(vec![id(0x10), id(0x11)]),
        Shape::Code => Value::Code(1),
    }
}

fn points(kinds: &[PointKind], value: &str) -> Vec<ContactPoint> {
    kinds.iter().map(|kind| ContactPoint::new(*kind, value)).collect()
}

const LEAD: Id = id(0x20);
const DEAL: Id = id(0x21);
const NOTE: Id = id(0x22);
const PERSON: Id = id(0x23);

/// Commands that can be carried out one after the other.
fn story() -> Vec<(&'static str, Command)> {
    let text = |field, text: &str| (field, Value::text(text));
    let lead =
        Draft { id: LEAD, kind: Kind::Lead, fields: vec![text(Field::LastName, "Ferrandi"), text(Field::OrganizationName, "Molino")] };
    let person = Draft { id: PERSON, kind: Kind::Person, fields: vec![text(Field::LastName, "Rossi")] };
    let deal = Draft { id: DEAL, kind: Kind::Deal, fields: vec![text(Field::Name, "Line"), (Field::Person, Value::Link(PERSON))] };
    let note = Draft { id: NOTE, kind: Kind::Note, fields: vec![text(Field::Text, "Called"), (Field::About, Value::Links(vec![LEAD]))] };
    let imported = Draft { id: id(0x30), kind: Kind::Lead, fields: vec![text(Field::LastName, "Corsini"), (CUSTOM, Value::text("7"))] };
    let edits = vec![
        Edit::Set(Field::Website, Some(Value::text("molino.example"))),
        Edit::Set(Field::LastName, Some(Value::text("Ferrandi-Rossi"))),
        Edit::AddTag("Hot".into()),
        Edit::RemoveTag("Cold".into()),
    ];
    let archive = |restore| Command::ArchiveLeads(ArchiveLeads { leads: vec![LEAD], reason: "No answer".into(), restore });
    let close = |outcome| Command::CloseDeal(CloseDeal { deal: DEAL, outcome });
    vec![
        ("add-records", Command::AddRecords(AddRecords { drafts: vec![lead, person, deal, note], import: None })),
        ("import", Command::AddRecords(AddRecords { drafts: vec![imported], import: Some(id(0x31)) })),
        ("edit-records", Command::EditRecords(EditRecords { ids: vec![LEAD], edits })),
        ("edit-one-field", Command::EditRecords(EditRecords::one(LEAD, Field::Seen, Some(Value::Flag(true))))),
        ("archive-leads", archive(false)),
        ("restore-leads", archive(true)),
        ("set-status", Command::SetStatus(SetStatus { leads: vec![LEAD], status: w::STATUS_WORKING })),
        ("move-deal", Command::MoveDeal(MoveDeal { deal: DEAL, stage: w::STAGE_PROPOSAL, above: Some(id(0x32)), below: None })),
        ("close-deal-won", close(Outcome::Won)),
        ("reopen-deal", close(Outcome::Reopen)),
        ("close-deal-lost", close(Outcome::Lost { reason: "Too expensive".into() })),
        ("remove-records", Command::RemoveRecords(RemoveRecords { ids: vec![NOTE] })),
    ]
}

/// What came after the first forms: roles, custom fields, conversions of many with all their choices.
fn later() -> Vec<(&'static str, Command)> {
    let text = |field, text: &str| (field, Value::text(text));
    let words = |list: &[&str]| Value::Texts(list.iter().map(|word| (*word).to_owned()).collect());
    let definition = vec![text(Field::Name, "Machine"), (Field::UsedOn, words(&["lead", "deal"])), (Field::CarriedTo, words(&["deal"]))];
    let role = vec![text(Field::Name, "Clerk"), (Field::Denied, words(&["create deal"]))];
    let drafts = vec![
        Draft { id: id(0xC0), kind: Kind::CustomField, fields: definition },
        Draft { id: id(0x40), kind: Kind::Role, fields: role },
        Draft { id: id(0x41), kind: Kind::Lead, fields: vec![text(Field::LastName, "Verdi"), text(Field::OrganizationName, "Mill")] },
    ];
    let run = ConvertLead {
        organization: Target::Shared(id(0x42)),
        deal: DealTarget::Create(NewDeal::named("Verdi")),
        carry: vec![Carry { field: Field::LastName, to: vec![(Kind::Deal, CUSTOM)] }],
        fill: vec![(Kind::Deal, Field::Source, Value::text("Fair"))],
        run: Some(id(0x43)),
        agreed: vec![(Kind::Organization, Field::Name, Value::text("Mill S.r.l."))],
        ..ConvertLead::new(id(0x41))
    };
    vec![("add-set-up", Command::AddRecords(AddRecords { drafts, import: None })), ("convert-in-run", Command::ConvertLead(Box::new(run)))]
}

/// Records that are the same, and some that are not.
fn duplicates() -> Vec<(&'static str, Command)> {
    let person = |number, name: &str| Draft::new(Kind::Person, id(number)).with(Field::LastName, Value::text(name));
    let website = |draft: Draft, text: &str| draft.with(Field::Website, Value::text(text));
    let drafts = vec![website(person(0x50, "Rossi"), "one.example"), website(person(0x51, "Rosi"), "two.example"), person(0x52, "Rossi")];
    let merge = MergeRecords {
        choices: vec![(Field::Website, id(0x51))],
        note: Some("Website was one.example".into()),
        ..MergeRecords::new(id(0x50), [id(0x51)])
    };
    vec![
        ("add-people", Command::AddRecords(AddRecords { drafts, import: None })),
        ("keep-separate", Command::KeepSeparate(KeepSeparate::pair(id(0x52), id(0x51)))),
        ("merge-records", Command::MergeRecords(merge)),
    ]
}

/// Every profile, and the targets that the full conversion leaves out.
fn profiles() -> impl Iterator<Item = (String, Command)> {
    let all = [Profile::Kontor, Profile::ZendeskSell, Profile::Salesforce, Profile::Bitrix24, Profile::Pipedrive];
    all.into_iter().map(|profile| {
        let command =
            ConvertLead { profile, seen: Some(id(4)), organization: Target::None, deal: DealTarget::Use(DEAL), ..ConvertLead::new(LEAD) };
        (format!("{profile:?}").to_lowercase(), Command::ConvertLead(Box::new(command)))
    })
}

/// With every choice of the dialog.
fn conversion() -> ConvertLead {
    let deal = NewDeal {
        value: Some(Money { minor: 4_800_000, currency: Currency::EUR }),
        close_date: Some(Date(20_800)),
        visibility: Some(Visibility::Team),
        ..NewDeal::named("Bagging line")
    };
    ConvertLead {
        profile: Profile::Salesforce,
        edits: vec![(Field::Website, None), (Field::Title, Some(Value::text("Mill")))],
        organization: Target::Create,
        person: Target::Use(PERSON),
        deal: DealTarget::Create(deal),
        task: Some(NewTask { subject: "Call back".into(), due: Some(Date(20_810)) }),
        owner: Some(w::ME),
        replace: vec![(Kind::Person, Field::LastName)],
        ..ConvertLead::new(LEAD)
    }
}
