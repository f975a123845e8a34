//! What is known of the world: nicknames, legal forms, role mailboxes and so on. One data file each in `lexica/`, read when
//! first asked for; only hashes are kept.

use std::sync::OnceLock;

use super::few::Few;
use super::hash::hash;

macro_rules! lexica {
    ($($name:ident: $kind:ident = $file:literal, $what:literal;)*) => {
        /// Every lexicon there is.
        pub struct Lexica {
            $(#[doc = $what] pub $name: $kind,)*
            /// Changes whenever a word in any file does.
            pub version: u32,
        }

        impl Lexica {
            fn read() -> Self {
                let texts: &[&[u8]] = &[$(include_bytes!(concat!("lexica/", $file, ".txt"))),*];
                Self {
                    $($name: $kind::read(include_str!(concat!("lexica/", $file, ".txt"))),)*
                    version: hash(texts),
                }
            }
        }
    };
}

lexica! {
    nicknames: Classes = "nicknames", "Given names that one person may go by.";
    women: Classes = "given_names_f", "Given names of women: names, not misspellings.";
    men: Classes = "given_names_m", "Given names of men.";
    either: Classes = "given_names_u", "Given names of women and of men.";
    titles: Classes = "titles", "Words before a name that are no name.";
    generations: Classes = "generations", "First class the younger, second the elder.";
    particles: Classes = "particles", "Words that belong to the surname behind them.";
    legal_forms: Classes = "legal_forms", "Forms of a firm, equal ones of several countries in one class.";
    company_words: Canonical = "company_words", "Abbreviations in names of firms.";
    weak_words: Classes = "weak_words", "Words that say little about which firm it is.";
    role_mailboxes: Classes = "role_mailboxes", "Mailboxes of several people.";
    free_mail: Classes = "free_mail", "Providers whose domain says nothing about a firm.";
    suffixes: Classes = "suffixes", "Ends of domains that are two words long.";
    street_words: Canonical = "street_words", "Kinds of street.";
    places: Canonical = "places", "Places with several names.";
    countries: Canonical = "countries", "Countries, their codes and calling codes.";
}

impl Lexica {
    /// Bit 0: a woman's name, bit 1: a man's; both for either's, none for an unknown one.
    pub fn gender(&self, word: &[u8]) -> u8 {
        if self.either.has(word) { 3 } else { u8::from(self.women.has(word)) | u8::from(self.men.has(word)) << 1 }
    }

    /// A name that is known as one, so that another one near it is no slip.
    pub fn is_given_name(&self, word: &[u8]) -> bool {
        [&self.women, &self.men, &self.either, &self.nicknames].into_iter().any(|names| names.has(word))
    }
}

pub fn lexica() -> &'static Lexica {
    static LEXICA: OnceLock<Lexica> = OnceLock::new();
    LEXICA.get_or_init(Lexica::read)
}

/// Words by class; a word may be in several.
pub struct Classes {
    entries: Vec<(u32, u16)>,
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

impl Classes {
    fn read(text: &'static str) -> Self {
        let mut entries: Vec<(u32, u16)> = Vec::new();
        for (class, line) in (0_u16..).zip(lines(text)) {
            entries.extend(line.split_ascii_whitespace().map(|word| (hash(&[word.as_bytes()]), class)));
        }
        entries.sort_unstable();
        Self { entries }
    }

    /// The classes of a word, in ascending order.
    pub fn of(&self, word: &[u8]) -> Few<u16, 6> {
        let wanted = hash(&[word]);
        let start = self.entries.partition_point(|(hash, _)| *hash < wanted);
        let mut found = Few::default();
        self.entries[start..].iter().take_while(|(hash, _)| *hash == wanted).for_each(|(_, class)| found.push(*class));
        found
    }

    pub fn has(&self, word: &[u8]) -> bool {
        !self.of(word).is_empty()
    }
}

/// Words by class, of which the first stands for all.
pub struct Canonical {
    classes: Classes,
    first: Vec<&'static str>,
}

impl Canonical {
    fn read(text: &'static str) -> Self {
        let first = lines(text).filter_map(|line| line.split_ascii_whitespace().next()).collect();
        Self { classes: Classes::read(text), first }
    }

    /// The class of a word, from 1, and its first word.
    pub fn class(&self, word: &[u8]) -> Option<(u16, &'static str)> {
        let class = *self.classes.of(word).first()?;
        Some((class + 1, self.first.get(usize::from(class))?))
    }

    /// The word that stands for this one.
    pub fn of(&self, word: &[u8]) -> Option<&'static str> {
        let class = *self.classes.of(word).first()?;
        self.first.get(usize::from(class)).copied()
    }
}
