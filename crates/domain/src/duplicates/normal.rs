//! What people write, in the one form that is compared.

pub mod birth;
pub mod company;
pub mod email;
pub mod fold;
pub mod name;
pub mod phone;
pub mod place;
pub mod sound;
pub mod tax;

/// Words that mean "nothing here".
const PLACEHOLDERS: &[&str] = &[
    "",
    "-",
    "--",
    "n/a",
    "na",
    "nn",
    "n.n.",
    "none",
    "null",
    "nil",
    "test",
    "unknown",
    "unbekannt",
    "sconosciuto",
    "xxx",
    "x",
    "?",
    ".",
    "freelance",
    "freelancer",
    "self-employed",
    "self employed",
    "selbststaendig",
    "selbstaendig",
    "privat",
    "private",
    "privato",
    "libero professionista",
    "student",
    "tbd",
    "tba",
];

/// True for a value that only fills a field.
pub fn is_placeholder(folded: &str) -> bool {
    let bare = folded.trim_matches(|c: char| c == '*' || c == '<' || c == '>' || c == '(' || c == ')' || c == '[' || c == ']');
    PLACEHOLDERS.contains(&bare)
}

/// Letters and digits only.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
