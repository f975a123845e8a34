//! What is known of the world: nicknames, legal forms, role mailboxes and so on. One data file each in `lexica/`, read when
//! first asked for; only hashes are kept.

use std::sync::OnceLock;

use super::few::Few;
use super::front_coding::words;
use super::hash::hash;

macro_rules! lexica {
    ($($name:ident: $kind:ident = $file:literal, $what:literal;)*) => {
        /// Every lexicon there is.
        pub struct Lexica {
            $(#[doc = $what] pub $name: $kind,)*
            /// Changes whenever a word in any file does.
            pub version: u32,
        }

        #[allow(long_running_const_eval)] // a second
        mod texts {
            use super::super::front_coding::coded;

            $(pub fn $name() -> &'static [u8] {
                const TEXT: &[u8] = include_bytes!(concat!("lexica/", $file, ".txt"));
                const LEN: usize = coded::<0>(TEXT).1;
                static CODED: [u8; LEN] = coded::<LEN>(TEXT).0;
                &CODED
            })*
        }

        impl Lexica {
            fn read() -> Self {
                Self { $($name: $kind::read(texts::$name()),)* version: hash(&[$(texts::$name()),*]) }
            }
        }
    };
}

lexica! {
    nicknames: Nicknames = "nicknames", "Given names that one person may go by.";
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
        let listed = u8::from(self.women.has(word)) | u8::from(self.men.has(word)) << 1;
        if self.either.has(word) { 3 } else { listed | self.nicknames.gender(word) }
    }

    /// A name that is known as one, so that another one near it is no slip.
    pub fn is_given_name(&self, word: &[u8]) -> bool {
        self.nicknames.classes.has(word) || [&self.women, &self.men, &self.either].into_iter().any(|names| names.has(word))
    }
}

pub fn lexica() -> &'static Lexica {
    static LEXICA: OnceLock<Lexica> = OnceLock::new();
    LEXICA.get_or_init(Lexica::read)
}

/// Given names by class, and whose they are.
pub struct Nicknames {
    classes: Classes,
    /// As [`Lexica::gender`], of each class.
    genders: Vec<u8>,
}

impl Nicknames {
    fn read(text: &[u8]) -> Self {
        let mut genders = Vec::new();
        words(text, &mut |class, word| {
            genders.resize(class + 1, 0);
            genders[class] = u8::from(word == b"/f") | u8::from(word == b"/m") << 1;
        });
        Self { classes: Classes::read(text), genders }
    }

    pub fn of(&self, word: &[u8]) -> Few<u16, 6> {
        self.classes.of(word)
    }

    fn gender(&self, word: &[u8]) -> u8 {
        self.of(word).iter().filter_map(|class| self.genders.get(usize::from(*class))).fold(0, |all, gender| all | gender)
    }
}

/// Words by class; a word may be in several.
pub struct Classes {
    /// Hash of the word, then its class: one sorted list.
    entries: Vec<u64>,
}

impl Classes {
    fn read(text: &[u8]) -> Self {
        let mut entries: Vec<u64> = Vec::new();
        words(text, &mut |class, word| {
            if !word.starts_with(b"/") {
                entries.push(u64::from(hash(&[word])) << 16 | class as u64);
            }
        });
        crate::order::sort_numbers(&mut entries);
        Self { entries }
    }

    /// The classes of a word, in ascending order.
    pub fn of(&self, word: &[u8]) -> Few<u16, 6> {
        let wanted = u64::from(hash(&[word]));
        let start = self.entries.partition_point(|entry| entry >> 16 < wanted);
        self.entries[start..].iter().take_while(|entry| **entry >> 16 == wanted).map(|entry| *entry as u16).collect()
    }

    pub fn has(&self, word: &[u8]) -> bool {
        !self.of(word).is_empty()
    }
}

/// Words by class, of which the first stands for all.
pub struct Canonical {
    classes: Classes,
    first: Vec<String>,
}

impl Canonical {
    fn read(text: &[u8]) -> Self {
        let mut first = Vec::new();
        words(text, &mut |class, word| {
            if class == first.len() {
                first.push(word.iter().copied().map(char::from).collect());
            }
        });
        Self { classes: Classes::read(text), first }
    }

    /// The class of a word, from 1, and its first word.
    pub fn class(&self, word: &[u8]) -> Option<(u16, &str)> {
        let class = *self.classes.of(word).first()?;
        Some((class + 1, self.first.get(usize::from(class))?))
    }

    /// The word that stands for this one.
    pub fn of(&self, word: &[u8]) -> Option<&str> {
        let class = *self.classes.of(word).first()?;
        self.first.get(usize::from(class)).map(String::as_str)
    }
}
