//! The index of people and organizations by which duplicates are found, kept in step with the working set.

use std::rc::Rc;

use domain::duplicates::{
    Among, AmongThemselves, Band, Bands, Building, Candidate, Comparison, Index, Match, Population, Settings, Subject, compare, settings_of,
};
use domain::ids::Id;
use domain::records::{Field, Kind, Record, person_name};
use domain::workspace::WORKSPACE;

use super::file_rows::FileRows;
use super::open_leads::{OpenLeads, compared_as};
use super::survey::Survey;
use super::working_set::{Finder, Followed, Group, Progress, RowMatch, Task, WorkingSet};

/// Candidates shown at most: more would not be looked at.
const MOST: usize = 5;
/// Changed records that are looked at at a time: some milliseconds of a slow phone.
const TOGETHER: usize = 16;

#[derive(Debug)]
pub struct Indexes {
    people: Rc<Index>,
    organizations: Rc<Index>,
    leads: OpenLeads,
    settings: Settings,
    /// Who changed and was not looked at yet, by id.
    following: Vec<Id>,
    surveys: Vec<(Kind, Survey)>,
    /// While a file is looked through.
    rows: Option<FileRows>,
}

pub(super) fn subject(set: &WorkingSet, settings: &Settings, record: &Record, kind: Kind) -> Subject {
    let organization = record.link(Field::Organization).filter(|_| kind == Kind::Person).and_then(|id| set.get(id));
    let subject = Subject::of(record, kind, organization.as_ref());
    let whole = if record.kind == Kind::Organization { subject.with_people(set.employed_by(record.id)) } else { subject };
    settings.compared(whole, kind)
}

/// One of the two in the making.
pub struct Reading {
    kind: Kind,
    settings: Settings,
    building: Building,
}

impl Reading {
    pub fn of(kind: Kind, settings: Settings) -> Self {
        let population = if kind == Kind::Person { Population::Persons } else { Population::Organizations };
        Self { kind, settings, building: Building::new(population) }
    }

    /// Takes over those of the records that are of the kind.
    pub fn read(&mut self, set: &WorkingSet, ids: &[Id]) {
        let records = ids.iter().filter_map(|id| set.get(*id)).filter(|record| record.kind == self.kind);
        records.for_each(|record| self.building.add(record.id, &subject(set, &self.settings, &record, self.kind)));
    }

    /// After the last record: as [`Building::step`].
    pub fn step(&mut self) -> bool {
        self.building.step()
    }

    pub fn finish(self) -> Index {
        self.building.finish()
    }
}

impl Indexes {
    pub fn new(people: Index, organizations: Index, settings: Settings) -> Self {
        let (people, organizations) = (Rc::new(people), Rc::new(organizations));
        Self { people, organizations, leads: OpenLeads::default(), settings, following: Vec::new(), surveys: Vec::new(), rows: None }
    }

    /// All people and organizations there are now.
    pub fn read(set: &WorkingSet) -> Self {
        let settings = settings_of(|id| set.get(id));
        let all = |kind| {
            let mut reading = Reading::of(kind, settings.clone());
            reading.read(set, &set.ids(kind));
            reading.finish()
        };
        let (people, organizations) = (all(Kind::Person), all(Kind::Organization));
        Self::new(people, organizations, settings)
    }

    /// Organizations of those who are certainly the person that a lead would become, with these people.
    fn employers(&self, set: &WorkingSet, record: &Record, kind: Kind) -> Vec<(Id, Record)> {
        if kind != Kind::Organization || record.kind != Kind::Lead {
            return Vec::new();
        }
        let found = self.people.find(&subject(set, &self.settings, record, Kind::Person));
        let certain = found.iter().filter(|found| found.band() == Band::Certain).filter_map(|found| set.get(found.id));
        let same = certain.filter(|person| person.id != record.id && !set.apart(record, person, Kind::Person));
        same.filter_map(|person| Some((person.link(Field::Organization)?, person))).collect()
    }

    fn of(&self, kind: Kind) -> &Index {
        if kind == Kind::Person { &self.people } else { &self.organizations }
    }

    /// The indexes that have the records of a kind; none while the leads are not known.
    fn having(&self, kind: Kind) -> Vec<Rc<Index>> {
        match kind {
            Kind::Person => vec![self.people.clone()],
            Kind::Lead => self.leads.known().map(|known| vec![known.organizations.clone(), known.people.clone()]).unwrap_or_default(),
            _ => vec![self.organizations.clone()],
        }
    }

    /// Where a record is compared with those of a kind, and as what.
    fn place(&self, record: &Record, kind: Kind) -> Option<(Kind, &Index)> {
        if kind != Kind::Lead {
            return Some((kind, self.of(kind)));
        }
        let as_what = compared_as(record);
        Some((as_what, self.leads.known()?.of(as_what)))
    }

    fn survey(&mut self, kind: Kind) -> Option<&mut Survey> {
        self.surveys.iter_mut().find(|(of, _)| *of == kind).map(|(_, survey)| survey)
    }

    /// All of them: of many the index of leads is read anew instead.
    fn follow_leads(&mut self, set: &WorkingSet, mut leads: Vec<Id>) {
        leads.sort_unstable();
        leads.dedup();
        if !self.leads.follow(set, &self.settings, &leads) {
            self.surveys.retain(|(kind, _)| *kind != Kind::Lead);
        }
        self.survey(Kind::Lead).into_iter().for_each(|survey| survey.follow(&leads));
    }

    fn follow_contacts(&mut self, set: &WorkingSet, changed: &[Id]) {
        for id in changed {
            let record = set.get(*id);
            for (kind, index) in [(Kind::Person, &mut self.people), (Kind::Organization, &mut self.organizations)] {
                match record.as_ref().filter(|record| record.kind == kind) {
                    Some(record) => Rc::make_mut(index).insert(*id, &subject(set, &self.settings, record, kind)),
                    None if index.contains(*id) => Rc::make_mut(index).remove(*id),
                    None => {}
                }
            }
        }
        let of_contacts = self.surveys.iter_mut().filter(|(kind, _)| *kind != Kind::Lead);
        of_contacts.for_each(|(_, survey)| survey.follow(changed));
    }
}

impl Finder for Indexes {
    fn follow(&mut self, set: &WorkingSet, changed: Vec<Id>) -> Followed {
        if changed.contains(&WORKSPACE) {
            let settings = settings_of(|id| set.get(id));
            if settings.without != self.settings.without {
                return Followed::Nothing;
            }
            self.settings = settings;
        }
        let is_lead = |id: &Id| set.kind_of(*id) == Some(Kind::Lead);
        let (leads, others): (Vec<Id>, Vec<Id>) = changed.into_iter().partition(is_lead);
        self.follow_leads(set, leads);
        if !others.is_empty() {
            self.following.extend(others);
            self.following.sort_unstable();
            self.following.dedup();
        }
        let some = self.following.split_off(self.following.len().saturating_sub(TOGETHER));
        self.follow_contacts(set, &some);
        if self.following.is_empty() { Followed::All } else { Followed::Some }
    }

    fn among(&self, kind: Kind) -> Box<dyn Among> {
        let records = if kind == Kind::Person { &self.people } else { &self.organizations };
        Box::new(AmongThemselves::new(kind, self.settings.clone(), records.clone()))
    }

    fn candidates(&self, set: &WorkingSet, record: &Record, kind: Kind) -> Vec<Candidate> {
        let Some((as_what, index)) = self.place(record, kind) else { return Vec::new() };
        let is_other = |other: &Record| other.id != record.id && !set.apart(record, other, kind);
        let subject = |record: &Record, kind| subject(set, &self.settings, record, kind);
        let theirs = |id| set.get(id).filter(is_other).map(|other| subject(&other, as_what));
        let employers: Vec<Id> = self.employers(set, record, kind).into_iter().map(|(id, _)| id).collect();
        index.suggest((record.id, &subject(record, as_what)), &self.settings, MOST, &employers, theirs)
    }

    fn comparison(&self, set: &WorkingSet, record: &Record, other: &Record) -> Comparison {
        let among = if other.kind == Kind::Lead { compared_as(record) } else { other.kind };
        let (kind, index) = self.place(record, other.kind).unwrap_or_else(|| (among, self.of(among)));
        let subject = |record| subject(set, &self.settings, record, kind);
        let employed = self.employers(set, record, kind);
        let employers: Vec<Id> = employed.iter().map(|(id, _)| *id).collect();
        let mut comparison = index.explain((record.id, &subject(record)), (other.id, &subject(other)), &employers);
        if let Some((_, person)) = employed.iter().find(|(id, _)| *id == other.id) {
            comparison.name_employee(&person_name(person));
        }
        comparison
    }

    fn compare(&self, one: Subject, other: Subject, kind: Kind) -> (Comparison, bool) {
        let index = self.of(kind);
        let (one, other) = (self.settings.compared(one, kind), self.settings.compared(other, kind));
        (compare(&one, &other, index.population(), index), self.settings.classic.matches(&one, &other))
    }

    fn begin_rows(&mut self) {
        self.rows = Some(FileRows::default());
    }

    fn end_rows(&mut self) {
        self.rows = None;
    }

    fn check_row(&mut self, set: &WorkingSet, row: &Record) -> Option<RowMatch> {
        let as_what = compared_as(row);
        let subject = subject(set, &self.settings, row, as_what);
        let bands = self.settings.bands;
        let best = |index: &Index| index.find(&subject).into_iter().next();
        let whom = |kind: Kind, in_file: bool, found: Match| {
            let probability = found.score.probability;
            RowMatch { id: found.id, kind, in_file, probability, band: bands.of(probability) }
        };
        let contact = best(self.of(as_what)).map(|found| whom(as_what, false, found));
        let lead = self.leads.known().and_then(|known| best(known.of(as_what))).map(|found| whom(Kind::Lead, false, found));
        let earlier = self.rows.as_mut().and_then(|rows| rows.check(row.id, &subject, as_what)).map(|found| whom(Kind::Lead, true, found));
        // Of those that are as probable the last: a contact can be linked.
        [earlier, lead, contact].into_iter().flatten().max_by_key(|found| (found.band, found.probability))
    }

    fn bands(&self) -> Bands {
        self.settings.bands
    }

    fn go_on(&mut self, set: &WorkingSet, task: Task) -> Progress {
        let kind = match task {
            Task::KnowLeads => return self.leads.read_some(set, &self.settings),
            Task::CompareAll(Kind::Lead) if self.leads.known().is_none() => {
                return Progress { done: 0, is_over: false, ..self.leads.read_some(set, &self.settings) };
            }
            Task::CompareAll(kind) => kind,
        };
        let indexes = self.having(kind);
        if self.survey(kind).is_none() {
            self.surveys.push((kind, Survey::of(&indexes)));
        }
        self.survey(kind).map_or(Progress::OVER, |survey| survey.go_on(&indexes))
    }

    fn group(&mut self, set: &WorkingSet, kind: Kind, least: Band) -> Option<Vec<Group>> {
        let bands = self.settings.bands;
        self.survey(kind).map_or_else(|| Some(Vec::new()), |survey| survey.group(set, bands, least))
    }

    fn contacts(&self) -> [Rc<Index>; 2] {
        [self.people.clone(), self.organizations.clone()]
    }

    fn settings(&self) -> &Settings {
        &self.settings
    }
}
