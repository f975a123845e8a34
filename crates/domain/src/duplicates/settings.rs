//! What a workspace says about finding duplicates, stored as words in [`Field::DuplicateRules`]: "certain 98", "without phone",
//! "classic email phone". What is not said is as it is at first.

use super::{Band, ClassicField, ClassicRule, Probability, Subject};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};

/// What can be left out of a comparison; names never are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compared {
    Email,
    Phone,
    Company,
    Website,
    Address,
    BirthDate,
    TaxId,
}

/// From how many percent on something is called so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    pub certain: u32,
    pub likely: u32,
    pub possible: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    pub without: Vec<Compared>,
    pub bands: Bands,
    pub classic: ClassicRule,
}

impl Compared {
    pub const ALL: [Self; 7] = [Self::Email, Self::Phone, Self::Company, Self::Website, Self::Address, Self::BirthDate, Self::TaxId];

    fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Company => "company",
            Self::Website => "website",
            Self::Address => "address",
            Self::BirthDate => "birth-date",
            Self::TaxId => "tax-id",
        }
    }

    fn leave_out(self, subject: &mut Subject, kind: Kind) {
        match self {
            Self::Email => [&mut subject.emails, &mut subject.people_emails].into_iter().for_each(Vec::clear),
            Self::Phone => subject.phones.clear(),
            // An organization's own name.
            Self::Company if kind == Kind::Organization => {}
            Self::Company => subject.company.clear(),
            Self::Website => subject.website.clear(),
            Self::BirthDate => subject.birth_date.clear(),
            Self::TaxId => subject.tax_id.clear(),
            Self::Address => {
                let parts = [&mut subject.street, &mut subject.postal_code, &mut subject.city, &mut subject.region, &mut subject.country];
                parts.into_iter().for_each(String::clear);
            }
        }
    }
}

impl ClassicField {
    pub const ALL: [Self; 4] = [Self::Name, Self::Email, Self::Phone, Self::Company];

    fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Company => "company",
        }
    }
}

impl Default for Bands {
    fn default() -> Self {
        Self { certain: 95, likely: 50, possible: 5 }
    }
}

impl Bands {
    /// Each below the next one, and what is done without asking only where little is risked.
    fn in_order(self) -> Self {
        let certain = self.certain.clamp(80, 99);
        let likely = self.likely.clamp(20, certain - 1);
        Self { certain, likely, possible: self.possible.clamp(5, likely - 1) }
    }

    /// The least probability of a band.
    pub fn least(self, band: Band) -> Probability {
        let percent = match band {
            Band::Certain => self.certain,
            Band::Likely => self.likely,
            Band::Possible => self.possible,
            Band::Unlikely => 0,
        };
        Probability(percent * 10_000)
    }

    pub fn of(self, probability: Probability) -> Band {
        let reached = |band: &Band| probability >= self.least(*band);
        [Band::Certain, Band::Likely, Band::Possible].into_iter().find(reached).unwrap_or(Band::Unlikely)
    }
}

/// A word of the stored form.
enum Said {
    Certain(u32),
    Likely(u32),
    Possible(u32),
    Without(Compared),
    Classic(Vec<ClassicField>),
}

fn read(text: &str) -> Option<Said> {
    let (what, rest) = text.split_once(' ')?;
    let percent = || rest.parse().ok().filter(|percent| (1..100).contains(percent));
    match what {
        "certain" => percent().map(Said::Certain),
        "likely" => percent().map(Said::Likely),
        "possible" => percent().map(Said::Possible),
        "without" => Compared::ALL.into_iter().find(|compared| compared.word() == rest).map(Said::Without),
        "classic" => {
            let field = |word: &str| ClassicField::ALL.into_iter().find(|field| field.word() == word);
            rest.split(' ').map(field).collect::<Option<Vec<_>>>().map(Said::Classic)
        }
        _ => None,
    }
}

impl Settings {
    pub fn of(workspace: &Record) -> Self {
        let mut settings = Self::default();
        let mut classic = Vec::new();
        for said in workspace.texts(Field::DuplicateRules).iter().filter_map(|word| read(word)) {
            match said {
                Said::Certain(percent) => settings.bands.certain = percent,
                Said::Likely(percent) => settings.bands.likely = percent,
                Said::Possible(percent) => settings.bands.possible = percent,
                Said::Without(compared) => settings.without.push(compared),
                Said::Classic(group) => classic.push(group),
            }
        }
        if !classic.is_empty() {
            settings.classic = ClassicRule { groups: classic };
        }
        settings.bands = settings.bands.in_order();
        settings.without.sort_unstable();
        settings.without.dedup();
        settings
    }

    /// As they are stored; nothing where all is as it is at first.
    pub fn words(&self) -> Vec<String> {
        let (bands, first) = (self.bands.in_order(), Bands::default());
        let percents = [
            ("certain", bands.certain, first.certain),
            ("likely", bands.likely, first.likely),
            ("possible", bands.possible, first.possible),
        ];
        let percents = percents.into_iter().filter(|(_, percent, first)| percent != first);
        let without = self.without.iter().map(|compared| format!("without {}", compared.word()));
        let group = |group: &Vec<ClassicField>| {
            let fields: Vec<&str> = group.iter().map(|field| field.word()).collect();
            format!("classic {}", fields.join(" "))
        };
        let classic = self.classic.groups.iter().filter(|_| self.classic != ClassicRule::default()).map(group);
        percents.map(|(what, percent, _)| format!("{what} {percent}")).chain(without).chain(classic).collect()
    }

    /// Whether a word can stand in [`Field::DuplicateRules`].
    pub fn knows(word: &str) -> bool {
        read(word).is_some()
    }

    /// Without what is left out.
    pub fn compared(&self, mut subject: Subject, kind: Kind) -> Subject {
        self.without.iter().for_each(|compared| compared.leave_out(&mut subject, kind));
        subject
    }

    /// What the classic rule asks of a field: that it agrees, that it is one of several that do, or nothing.
    pub fn classic_asks(&self, field: ClassicField) -> ClassicPart {
        match self.classic.groups.iter().find(|group| group.contains(&field)) {
            Some(group) if group.len() == 1 => ClassicPart::Must,
            Some(_) => ClassicPart::OneOf,
            None => ClassicPart::Not,
        }
    }

    /// The rule with another part for a field.
    pub fn with_classic(mut self, field: ClassicField, part: ClassicPart) -> Self {
        let parts = ClassicField::ALL.map(|of| (of, if of == field { part } else { self.classic_asks(of) }));
        let of = |wanted: ClassicPart| parts.iter().filter(move |(_, part)| *part == wanted).map(|(field, _)| *field);
        let one_of: Vec<ClassicField> = of(ClassicPart::OneOf).collect();
        self.classic.groups = of(ClassicPart::Must).map(|field| vec![field]).collect();
        self.classic.groups.extend((!one_of.is_empty()).then_some(one_of));
        self
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassicPart {
    Must,
    OneOf,
    Not,
}

/// The settings of a workspace, found by its id.
pub fn settings_of(find: impl FnOnce(Id) -> Option<Record>) -> Settings {
    find(crate::workspace::WORKSPACE).map(|workspace| Settings::of(&workspace)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::Touch;
    use crate::values::Value;
    use crate::workspace;

    fn stored(words: Vec<String>) -> Record {
        let touch = Touch { command: workspace::WORKSPACE, by: workspace::ME, at: 0 };
        Record::new(Kind::Workspace, workspace::WORKSPACE, touch).with(Field::DuplicateRules, Value::Texts(words))
    }

    #[test]
    fn what_is_stored_is_read_again() {
        let bands = Bands { certain: 98, likely: 70, possible: 20 };
        let settings = Settings { without: vec![Compared::Phone, Compared::TaxId], bands, ..Settings::default() };
        let settings = settings.with_classic(ClassicField::Company, ClassicPart::Must).with_classic(ClassicField::Phone, ClassicPart::Not);
        assert_eq!(
            settings.words(),
            [
                "certain 98",
                "likely 70",
                "possible 20",
                "without phone",
                "without tax-id",
                "classic name",
                "classic company",
                "classic email"
            ]
        );
        assert!(settings.words().iter().all(|word| Settings::knows(word)));
        // One of one is a must.
        assert_eq!(Settings::of(&stored(settings.words())).classic_asks(ClassicField::Email), ClassicPart::Must);
        assert_eq!(Settings::of(&stored(settings.words())).words(), settings.words());
        assert!(Settings::default().words().is_empty());
    }

    #[test]
    fn bands_stay_in_order() {
        let settings = Settings::of(&stored(["certain 40", "likely 99", "possible 99", "classic", "nonsense 3"].map(String::from).into()));
        assert_eq!(settings.bands, Bands { certain: 80, likely: 79, possible: 78 });
        assert_eq!(settings.bands.of(Probability(799_999)), Band::Likely);
        assert_eq!(settings.classic, ClassicRule::default());
        for (band, percent) in [(Band::Certain, 95), (Band::Likely, 50), (Band::Possible, 5)] {
            assert_eq!(Bands::default().of(Probability(percent * 10_000)), band);
            assert_eq!(Bands::default().of(Probability(percent * 10_000)), Band::of(Probability(percent * 10_000)));
        }
    }
}
