//! Commands of every kind, and what the store makes of them: the same bytes on every machine and in every browser.

use domain::change_set::Change;
use domain::commands::close_deal::Outcome;
use domain::commands::convert_lead::{Carry, DealTarget, NewDeal, NewTask, Target};
use domain::commands::{
    AddRecords, ArchiveLeads, CloseDeal, Command, ConvertLead, Draft, Edit, EditRecords, MoveDeal, Receipt, RemoveRecords, SetStatus, Undo,
};
use domain::decide::decide_with;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::stamp::Stamp;
use domain::values::{Address, Coded, ContactPoint, Currency, Date, Money, PointKind, Value, Visibility};
use domain::workspace;
use kontor::store::log::LogEntry;
use kontor::store::schema::Sizes;
use kontor::store::working_set::WorkingSet;

/// FNV-1a of everything the corpus writes. It changes with a rule whose answer to one of the commands changes; what it
/// must never do is differ between native code and a browser.
pub const FINGERPRINT: u64 = 0x4189_74f8_b25a_5045;

pub const LEAD: Id = Id::from_u128(0x1ead << 64);
pub const PERSON: Id = Id::from_u128(0x9e50 << 64);
const NOTE: Id = Id::from_u128(0x207e << 64);

/// A working set after all commands, and their entries.
pub fn run() -> (WorkingSet, Vec<LogEntry>) {
    let mut set = WorkingSet::with_sizes(Sizes::default());
    set.loaded();
    let mut entries = Vec::new();
    for (at, command) in (0..).zip(commands()) {
        let stamp = Stamp { command: id(100 + at), device: id(1), by: workspace::ME, at: 1_790_000_000_000 + at as i64 * 61_001 };
        // An undo needs the receipt of what it reverses.
        let command = match command {
            Command::Undo(undo) => Command::Undo(Undo::of(&set.receipt(undo.command).expect("an earlier command"))),
            command => command,
        };
        let changes = decide_with(&command, &stamp, |query| set.answer(query)).unwrap_or_else(|why| panic!("{at}: {command:?}: {why:?}"));
        assert!(!changes.is_empty(), "{at}: {command:?} does something");
        let slots = set.slots(changes.changes());
        let action = Receipt::new(&command, &stamp, &changes).action;
        let entry = LogEntry { stamp, action, command: Some(command), changes, slots };
        entries.push(entry);
        let entry = entries.last().expect("just pushed");
        set.apply(entries.len() as u64, entry).expect("an entry of its own");
    }
    (set, entries)
}

/// All bytes that would be on disk: entries, then pages.
pub fn fingerprint() -> u64 {
    let (set, entries) = run();
    let pages: Vec<Vec<u8>> = set.dirty_pages().map(|key| set.page(key, entries.len() as u64).encode()).collect();
    let bytes = entries.iter().map(LogEntry::encode).chain(pages);
    bytes.flatten().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn id(number: u128) -> Id {
    Id::from_u128(number << 64)
}

fn text(text: &str) -> Option<Value> {
    Some(Value::text(text))
}

fn edit(id: Id, edits: Vec<Edit>) -> Command {
    Command::EditRecords(EditRecords { ids: vec![id], edits })
}

fn add(drafts: Vec<Draft>) -> Command {
    Command::AddRecords(AddRecords { drafts, import: None })
}

fn undo(command: Id) -> Command {
    Command::Undo(Undo { command, action: domain::commands::Action::Archived { count: 0 }, keep_results: false })
}

/// In this order; the command at place `n` has the id `id(100 + n)`.
fn commands() -> Vec<Command> {
    let archive = |restore| Command::ArchiveLeads(ArchiveLeads { leads: vec![LEAD], reason: "später".into(), restore });
    let deal = LEAD.derive("conversion/1/deal");
    vec![
        add(vec![lead(LEAD)]),
        import(),
        edit(LEAD, vec![Edit::AddTag("Köln".into()), Edit::Set(Field::JobTitle, text("Geschäftsführerin"))]),
        add(vec![person(), note()]),
        add(vec![task()]),
        archive(false),
        archive(true),
        Command::SetStatus(SetStatus { leads: vec![LEAD, id(201)], status: workspace::STATUS_QUALIFIED }),
        Command::ConvertLead(Box::new(conversion())),
        Command::MoveDeal(MoveDeal { deal, stage: workspace::STAGE_PROPOSAL, above: None, below: None }),
        Command::CloseDeal(CloseDeal { deal, outcome: Outcome::Lost { reason: "price".into() } }),
        Command::CloseDeal(CloseDeal { deal, outcome: Outcome::Reopen }),
        edit(workspace::STATUS_NEW, vec![Edit::Set(Field::Name, text("Eingang"))]),
        Command::RemoveRecords(RemoveRecords { ids: vec![id(202)] }),
        undo(id(113)),
        undo(id(114)),
        Command::ConvertLead(Box::new(ConvertLead { organization: Target::None, ..ConvertLead::new(id(201)) })),
        undo(id(116)),
        add(set_up()),
        edit(id(201), vec![Edit::Set(Field::Custom(id(301)), text("Größe 38"))]),
        Command::ConvertLead(Box::new(in_run(id(201)))),
        Command::ConvertLead(Box::new(in_run(id(203)))),
        undo(id(121)),
    ]
}

fn lead(id: Id) -> Draft {
    let address = Address { street: "Via Roma 1".into(), city: "Bozen".into(), country: "Italien".into(), ..Address::default() };
    Draft::new(Kind::Lead, id)
        .with(Field::FirstName, Value::text("Zoë"))
        .with(Field::LastName, Value::text("Müller-Ångström"))
        .with(Field::OrganizationName, Value::text("Molino Bassani S.r.l."))
        .with(Field::Title, Value::text("Bagging line \u{1f33e}"))
        .with(Field::Emails, Value::Points(vec![ContactPoint::work("zoe@bassani.example")]))
        .with(Field::Phones, Value::Points(vec![ContactPoint::new(PointKind::Mobile, "+39 333 1234567")]))
        .with(Field::Website, Value::text("bassani.example"))
        .with(Field::Address, Value::Address(address))
        .with(Field::Value, Value::Money(Money { minor: 4_800_075, currency: Currency::EUR }))
        .with(Field::CloseDate, Value::Date(Date(-1)))
        .with(Field::Visibility, Value::Code(Visibility::Team.code()))
        .with(Field::Custom(self::id(9)), Value::text("blue\nand green"))
}

fn import() -> Command {
    let row = |number: u128| Draft::new(Kind::Lead, id(200 + number)).with(Field::LastName, Value::text(format!("Row {number}")));
    Command::AddRecords(AddRecords { drafts: (0..5).map(row).collect(), import: Some(id(2)) })
}

fn person() -> Draft {
    Draft::new(Kind::Person, PERSON)
        .with(Field::LastName, Value::text("Müller-Ångström"))
        .with(Field::Emails, Value::Points(vec![ContactPoint::work("ZOE@bassani.example")]))
}

fn note() -> Draft {
    Draft::new(Kind::Note, NOTE).with(Field::Text, Value::text("Met at the fair.")).with(Field::About, Value::Links(vec![LEAD]))
}

fn task() -> Draft {
    Draft::new(Kind::Activity, id(3))
        .with(Field::Subject, Value::text("Call back"))
        .with(Field::DueDate, Value::Date(Date(20_780)))
        .with(Field::DueTime, Value::Number(9 * 60 + 30))
        .with(Field::About, Value::Links(vec![LEAD]))
}

fn conversion() -> ConvertLead {
    let deal = NewDeal { value: Some(Money { minor: 1, currency: Currency::EUR }), ..NewDeal::named("Bagging line") };
    ConvertLead {
        edits: vec![(Field::FirstName, text("Zoe"))],
        person: Target::Use(PERSON),
        deal: DealTarget::Create(deal),
        task: Some(NewTask { subject: "Offer".into(), due: Some(Date(20_790)) }),
        replace: vec![(Kind::Person, Field::LastName)],
        ..ConvertLead::new(LEAD)
    }
}

/// A role and a custom field.
fn set_up() -> Vec<Draft> {
    let list = |words: &[&str]| Value::Texts(words.iter().map(|word| (*word).to_owned()).collect());
    vec![
        Draft::new(Kind::Role, id(300)).with(Field::Name, Value::text("Büro")).with(Field::Denied, list(&["create deal"])),
        Draft::new(Kind::CustomField, id(301))
            .with(Field::Name, Value::text("Größe"))
            .with(Field::UsedOn, list(&["lead", "person"]))
            .with(Field::CarriedTo, list(&["person"])),
    ]
}

/// One of two leads that share an organization.
fn in_run(lead: Id) -> ConvertLead {
    ConvertLead {
        edits: vec![(Field::OrganizationName, text("Mühle"))],
        organization: Target::Shared(id(302)),
        carry: vec![Carry { field: Field::LastName, to: vec![(Kind::Person, Field::Description)] }],
        fill: vec![(Kind::Organization, Field::Industry, Value::text("Mühlen"))],
        run: Some(id(303)),
        agreed: vec![(Kind::Organization, Field::Name, Value::text("Mühle GmbH"))],
        ..ConvertLead::new(lead)
    }
}

/// Every form a change can have is among them.
pub fn covers_every_change(entries: &[LogEntry]) -> bool {
    let any = |form: fn(&Change) -> bool| entries.iter().any(|entry| entry.changes.changes().iter().any(form));
    any(|change| matches!(change, Change::Create(_)))
        && any(|change| matches!(change, Change::Update(_)))
        && any(|change| matches!(change, Change::Remove(_)))
}
