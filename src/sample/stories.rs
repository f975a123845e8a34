//! What happened and what is next: notes and activities of leads and deals.

use domain::commands::Draft;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::values::{ActivityKind, Coded, NoteSubject, Value};

use super::deals::Deal;
use super::leads::Lead;
use super::{Maker, Tongue, team, text};

/// Subjects by language, in the order of [`ActivityKind`].
const NEXT: [[[&str; 2]; 4]; 3] = [
    [
        ["Prospekt senden", "Angebot vorbereiten"],
        ["Rückruf zur Leistung der Anlage", "Nach dem Budget fragen"],
        ["Termin im Werk", "Vorführung"],
        ["Referenzen schicken", "Nachfassen"],
    ],
    [
        ["Inviare il catalogo", "Preparare l'offerta"],
        ["Chiamare per la capacità della linea", "Chiedere il budget"],
        ["Visita in stabilimento", "Dimostrazione"],
        ["Mandare le referenze", "Sollecitare risposta"],
    ],
    [
        ["Send brochure", "Prepare quote"],
        ["Call about line capacity", "Ask for the budget"],
        ["Visit the plant", "Demonstration"],
        ["Send references", "Follow up"],
    ],
];

const NOTES: [[&str; 4]; 3] = [
    [
        "Will die Absackanlage von 2009 vor der Ernte ersetzen.",
        "Entscheidung fällt im Beirat, nächste Sitzung im März.",
        "Hat drei Werke, zwei davon mit unserer Technik.",
        "Am besten vormittags erreichbar.",
    ],
    [
        "Vuole sostituire la linea di insacco del 2009 prima del raccolto.",
        "Decide il consiglio, prossima riunione a marzo.",
        "Tre stabilimenti, due già con le nostre macchine.",
        "Meglio chiamare la mattina.",
    ],
    [
        "Wants to replace the 2009 bagging line before the harvest.",
        "The board decides, next meeting in March.",
        "Runs three plants, two of them with our machines.",
        "Best reached in the morning.",
    ],
];

/// Days from today: overdue, today, later.
const DUE: [i32; 12] = [-9, 0, 3, -2, 1, 14, 0, -1, 5, 2, 21, 8];

const KINDS: [ActivityKind; 4] = [ActivityKind::Task, ActivityKind::Call, ActivityKind::Meeting, ActivityKind::Email];

/// Every second open lead and two of three open deals have a next activity; some have a past.
pub fn stories(maker: &mut Maker, leads: &[Lead], deals: &[Deal]) -> Vec<Draft> {
    let mut stories = Stories { maker, drafts: Vec::new() };
    for (number, lead) in leads.iter().enumerate() {
        if number.is_multiple_of(2) && !lead.archived {
            stories.next(number, lead.tongue, lead.draft.id);
        }
        if number % 5 == 1 {
            stories.past(number, lead.tongue, lead.draft.id);
        }
        if number.is_multiple_of(3) {
            stories.note(number, lead.tongue, lead.draft.id);
        }
    }
    for (number, deal) in deals.iter().enumerate() {
        if deal.open && number % 3 != 2 {
            stories.next(number, deal.tongue, deal.draft.id);
        }
        if number.is_multiple_of(2) {
            stories.note(number, deal.tongue, deal.draft.id);
        }
    }
    stories.drafts
}

struct Stories<'a> {
    maker: &'a mut Maker,
    drafts: Vec<Draft>,
}

impl Stories<'_> {
    fn add(&mut self, kind: Kind, about: Id, fields: Vec<(Field, Value)>) {
        let mut draft = self.maker.draft(kind, self.drafts.len());
        draft.fields = fields;
        draft.fields.push((Field::About, Value::Links(vec![about])));
        self.drafts.push(draft);
    }

    fn activity(&mut self, number: usize, tongue: Tongue, about: Id, when: Vec<(Field, Value)>) {
        let (kind, of_two) = (self.maker.chance.below(KINDS.len()), self.maker.chance.below(2));
        let mut fields = vec![
            (Field::ActivityKind, Value::Code(KINDS[kind].code())),
            text(Field::Subject, NEXT[tongue as usize][kind][of_two]),
            (Field::Owner, Value::Link(team::owner(self.maker.batch, number))),
        ];
        fields.extend(when);
        self.add(Kind::Activity, about, fields);
    }

    fn next(&mut self, number: usize, tongue: Tongue, about: Id) {
        let mut when = vec![(Field::DueDate, Value::Date(self.maker.day(DUE[number / 2 % DUE.len()])))];
        if self.maker.chance.one_in(2) {
            let minutes = 9 * 60 + 30 * self.maker.chance.below(16) as i64;
            when.push((Field::DueTime, Value::Number(minutes)));
        }
        self.activity(number, tongue, about, when);
    }

    fn past(&mut self, number: usize, tongue: Tongue, about: Id) {
        let at = Value::Time(self.maker.moment(-3 - (number % 17) as i32));
        self.activity(number, tongue, about, vec![(Field::HappenedAt, at.clone()), (Field::DoneAt, at)]);
    }

    fn note(&mut self, number: usize, tongue: Tongue, about: Id) {
        let (said, subject) = match number % 4 {
            2 => (2, NoteSubject::Company),
            other => (other, NoteSubject::Person),
        };
        let fields = vec![text(Field::Text, NOTES[tongue as usize][said]), (Field::NoteSubject, Value::Code(subject.code()))];
        self.add(Kind::Note, about, fields);
    }
}
