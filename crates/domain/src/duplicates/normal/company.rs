//! Names of firms: the legal form apart, abbreviations in one form, signs and connectors gone.

use super::super::lexica::lexica;
use super::fold::fold;
use super::{email, is_placeholder, letters};

/// A word of a firm's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    /// Class in `company_words.txt`, from 1: words that mean the same; 0 for a word of its own.
    pub class: u16,
    /// Says little about which firm it is (`group`, `holding`).
    pub weak: bool,
}

/// A firm's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Company {
    pub words: Vec<Word>,
    /// Classes of the legal form, from 1; 0 when none is said.
    pub legal: [u8; 2],
    /// A web domain in the place of a name; then there are no words.
    pub domain: Option<String>,
}

/// Words that may as well be left out.
const NOISE: &[&str] = &["und", "and", "e", "et", "y", "u", "the", "of", "co", "company", "comp", "cie", "compagnie", "compagnia"];
/// Words of a name that count.
const WORDS: usize = 7;
/// Words the longest legal form has.
const FORM: usize = 6;

impl Company {
    pub fn read(text: &str) -> Self {
        let folded = fold(text);
        if is_placeholder(&folded) || folded.contains('@') {
            return Self::default();
        }
        let domain = if folded.contains(' ') { None } else { email::domain(&folded).filter(|domain| email::looks_like_domain(domain)) };
        let mut company = Self::default();
        if domain.is_none() {
            company.read_words(&joined_initials(&pieces(&folded)));
        }
        company.domain = domain;
        company
    }

    /// It may have more words than were read.
    pub fn is_cut(&self) -> bool {
        self.words.len() >= WORDS
    }

    fn read_words(&mut self, pieces: &[String]) {
        let mut at = 0;
        while at < pieces.len() {
            let form = (1..=FORM.min(pieces.len() - at)).rev().find_map(|len| {
                let classes = lexica().legal_forms.of(pieces[at..at + len].join("_").as_bytes());
                (!classes.is_empty()).then_some((len, classes))
            });
            // A name may begin with a word that looks like a form.
            if let Some((len, classes)) = form.filter(|(len, _)| at > 0 || *len < pieces.len()) {
                if self.legal[0] == 0 || !self.words.is_empty() {
                    let class = |at: usize| classes.get(at).map_or(0, |class| u8::try_from(class + 1).unwrap_or(0));
                    self.legal = [class(0), class(1)];
                }
                at += len;
                continue;
            }
            // Two or three words that are one: real estate, studio legale.
            let phrase = (2..=3.min(pieces.len() - at)).rev().find_map(|len| {
                let (class, first) = lexica().company_words.class(pieces[at..at + len].join("_").as_bytes())?;
                Some((len, class, first))
            });
            if let Some((len, class, first)) = phrase.filter(|_| self.words.len() < WORDS) {
                let weak = lexica().weak_words.has(first.as_bytes());
                self.words.push(Word { text: pieces[at..at + len].concat(), class, weak });
                at += len;
                continue;
            }
            // Holding II and Holding III are two, as Holding 2 and Holding 3 are.
            let text = roman(&pieces[at]).filter(|_| at > 0).map_or_else(|| pieces[at].clone(), str::to_owned);
            let (class, first) = lexica().company_words.class(text.as_bytes()).unwrap_or((0, &text));
            let weak = lexica().weak_words.has(first.as_bytes()) || lexica().weak_words.has(text.as_bytes()) || text.len() < 2;
            if self.words.len() < WORDS && !NOISE.contains(&text.as_str()) {
                self.words.push(Word { text, class, weak });
            }
            at += 1;
        }
    }
}

/// A Roman numeral that is hardly a word, as figures.
fn roman(piece: &str) -> Option<&'static str> {
    const NUMERALS: [(&str, &str); 7] = [("ii", "2"), ("iii", "3"), ("iv", "4"), ("vii", "7"), ("viii", "8"), ("ix", "9"), ("xii", "12")];
    NUMERALS.iter().find(|(roman, _)| *roman == piece).map(|(_, figures)| *figures)
}

/// Words between signs; dots inside a word are dropped (`S.r.l.`, `F.lli`).
fn pieces(folded: &str) -> Vec<String> {
    let mut found = Vec::new();
    for raw in folded.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '\'')) {
        let short = raw.split('.').filter(|part| !part.is_empty()).all(|part| part.len() <= 4) && raw.len() <= 12;
        if short {
            found.push(letters(raw));
        } else {
            found.extend(raw.split('.').map(letters));
        }
    }
    found.retain(|piece| !piece.is_empty());
    found
}

/// `s r l` is `srl`.
fn joined_initials(pieces: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for piece in pieces {
        let single = piece.len() == 1;
        match found.last_mut() {
            Some(last) if single && open => last.push_str(piece),
            _ => found.push(piece.clone()),
        }
        open = single;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> (String, [u8; 2]) {
        let company = Company::read(text);
        (company.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "), company.legal)
    }

    #[test]
    fn one_firm_one_form() {
        let (name, form) = words("Lorenz & Schäfer GmbH");
        assert_eq!(name, "lorenz schaefer");
        for same in ["LORENZ und Schaefer G.m.b.H.", "Lorenz & Schäfer Gesellschaft mit beschränkter Haftung", "Lorenz Schäfer s r l"] {
            assert_eq!(words(same), (name.clone(), form), "{same}");
        }
        assert_eq!(Company::read("terracloud-sanfranc.com").domain.as_deref(), Some("terracloud-sanfranc.com"));
        let classes = |text: &str| Company::read(text).words.iter().map(|word| word.class).collect::<Vec<_>>();
        assert_eq!(classes("F.lli Bianchi"), classes("Fratelli Bianchi"));
    }
}
