//! What speaks for and against two subjects being one, and what limits the sum.

use super::bits::Points;
use super::few::Few;

/// What a piece of evidence is about; at most one of each in a sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Most pairs are not the same: the more records, the more.
    #[default]
    Prior,
    FirstName,
    LastName,
    Email,
    Phone,
    TaxId,
    BirthDate,
    /// The firm: its name, its domain, a shared mailbox, its exchange.
    Company,
    /// Beyond the pair: somebody who is certain works there.
    Employee,
    Website,
    LegalForm,
    Place,
}

/// What was found. Words for it are the app's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Label {
    #[default]
    RecordsCompared,
    FirstNameEqual,
    FirstNameSpelling,
    /// A short form, or the name in another language.
    FirstNameNickname,
    FirstNamePart,
    FirstNameInitial,
    FirstNameNear,
    FirstNameDifferent,
    LastNameEqual,
    LastNameSpelling,
    LastNameNear,
    LastNamePart,
    LastNameDifferent,
    EmailEqual,
    /// A slip in the address.
    EmailNear,
    /// The same before the `@`, another domain.
    EmailOtherDomain,
    /// Different addresses.
    EmailDifferent,
    /// An address at the same firm that is somebody else's.
    EmailOfAnother,
    PhoneEqual,
    PhoneNear,
    PhoneDifferent,
    TaxIdEqual,
    TaxIdNear,
    TaxIdDifferent,
    BirthDateEqual,
    BirthDateNear,
    BirthDateDifferent,
    CompanyEqual,
    /// The same name, written another way.
    CompanySpelling,
    CompanySimilar,
    CompanyDifferent,
    DomainEqual,
    DomainSimilar,
    DomainDifferent,
    MailboxShared,
    ExchangeShared,
    /// A person who is certain belongs to it.
    WorksThere,
    LegalFormDifferent,
    AddressEqual,
    StreetEqual,
    LocalityEqual,
    PlaceDifferent,
}

/// A piece of evidence with its points; places of what agreed in the lists of the two subjects, normalized.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub group: Group,
    pub label: Label,
    pub points: Points,
}

/// Why a probability goes no higher, whatever else agrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    #[default]
    FirstNameDifferent,
    /// Junior and senior.
    GenerationDifferent,
    LastNameDifferent,
    /// Another surname with the same first name and the same own e-mail or phone: a marriage, perhaps.
    LastNameChanged,
    /// R80: a name is no proof.
    NameAlone,
    NameAtOtherCompany,
    FirstNameUnsure,
    LastNameUnsure,
    /// At one firm, with an address that is somebody else's.
    EmailOfAnother,
    NameIncomplete,
    /// No name to compare.
    NoName,
    TaxIdDifferent,
    BirthDateDifferent,
    CompanyNameDifferent,
    /// Nothing but the name of the firm agrees.
    CompanyNameAlone,
    /// Each has a word of its own: sisters, perhaps.
    SisterCompany,
    CompanyElsewhere,
    LegalFormDifferent,
    /// Others of the name fit as well.
    Rivals,
    /// Somebody else is certain too.
    AnotherCertain,
}

/// The sum with its parts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sheet {
    pub lines: Few<Line, 14>,
    pub limits: Few<(Limit, u32), 6>,
    /// Nothing but what several may share speaks for it (a name, a domain): others who share it are rivals.
    pub open_to_rivals: bool,
    /// Something speaks against it: another place, another name, another legal form.
    pub contradicted: bool,
    /// They are two, whoever else either of them is.
    pub vetoed: bool,
    /// The names fit others as well (an initial, a surname alone), so the pair says nothing of third ones.
    pub half: bool,
}

impl Sheet {
    pub fn add(&mut self, group: Group, label: Label, points: Points) {
        self.lines.push(Line { group, label, points });
    }

    /// No more than `most` (millionths).
    pub fn limit(&mut self, limit: Limit, most: u32) {
        self.limits.push((limit, most));
    }

    pub fn score(&self) -> Points {
        self.lines.iter().map(|line| line.points).sum()
    }

    /// The lowest of the limits (millionths).
    pub fn most(&self) -> u32 {
        self.limits.iter().map(|(_, most)| *most).min().unwrap_or(1_000_000)
    }
}
