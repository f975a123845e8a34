//! Words that mustn't stay in the source.

use super::Finding;
use super::source::Source;

/// Written in two halves, or this file would be found too.
const HOLES: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

const RUST_HOLES: &[&str] = &[concat!("to", "do!("), concat!("unimple", "mented!("), concat!("db", "g!("), concat!("#[ig", "nore")];

/// Folders of one machine or one user.
const MACHINE_FOLDERS: &[&str] = &["root", "home", "Users", "tmp", "opt", "mnt", "workspace"];

/// Texts that people write; everything else is data or a picture.
const SOURCES: &[&str] = &["rs", "toml", "css", "js", "html", "md", "json", "webmanifest", "txt", "scenario", "run"];

pub fn check(path: &str, text: &str) -> Vec<Finding> {
    let ending = path.rsplit(['.', '/']).next().unwrap_or_default();
    if !SOURCES.contains(&ending) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let finding = |rule, mend: String| Finding { file: path.to_owned(), line: number + 1, rule, mend };
        for hole in HOLES.iter().filter(|hole| has_word(line, hole)) {
            findings.push(finding("hole", format!("finish what `{hole}` announces, or drop it")));
        }
        if let Some(folder) = machine_path(line) {
            let mend = format!("`{folder}` is a place on one machine: use a relative path, or ask the environment");
            findings.push(finding("machine path", mend));
        }
    }
    findings
}

/// What only a Rust file can have, outside comments and texts.
pub fn check_rust(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for hole in RUST_HOLES {
        findings.extend(
            source
                .places(hole)
                .into_iter()
                .map(|at| source.finding(at, "hole", format!("`{hole}` can't stay: write the code, or mend the test"))),
        );
    }
    if source.path.starts_with("src/") {
        for start in [" style=\"", " style=move", " style=(", " style={"] {
            findings.extend(source.text.match_indices(start).map(|(at, _)| {
                let mend = "the page's policy forbids inline styles: a class, or `style:property=` for a computed value";
                source.finding(at, "inline style", mend)
            }));
        }
    }
    findings
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let letter = |next: Option<char>| next.is_some_and(|next| next.is_alphanumeric() || next == '_');
        !letter(line[..at].chars().next_back()) && !letter(line[at + word.len()..].chars().next())
    })
}

fn machine_path(line: &str) -> Option<String> {
    MACHINE_FOLDERS.iter().find_map(|folder| {
        let path = format!("/{folder}/");
        let found = line.match_indices(&path).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + path.len()..].chars().next();
            let begins = before.is_none_or(|before| !before.is_alphanumeric() && !"_.-}".contains(before));
            begins && after.is_some_and(|after| after.is_alphanumeric() || after == '.')
        });
        found.then_some(path)
    })
}

#[cfg(test)]
mod tests {
    use super::super::broken;

    #[test]
    fn holes_are_found() {
        let text = concat!("//! a\n// TO", "DO later\nfn a() {\n    to", "do!();\n    db", "g!(1);\n}\n");
        assert_eq!(broken("src/a.rs", text), ["2 hole", "4 hole", "5 hole"]);
        let text = concat!("//! a\n#[te", "st]\n#[ig", "nore = \"slow\"]\nfn a() {}\n");
        assert_eq!(broken("tests/a.rs", text), ["3 hole"]);
        assert_eq!(broken("public/sw.js", concat!("// FIX", "ME\n")), ["1 hole"]);
        assert_eq!(broken("src/a.rs", "//! a\nconst MASTODON: u8 = 1;\n"), Vec::<String>::new());
    }

    #[test]
    fn places_on_one_machine_are_found() {
        for line in [concat!("see /mn", "t/main"), concat!("\"/ro", "ot/.cargo\""), concat!("(/ho", "me/ada)")] {
            assert_eq!(broken("README.md", line), ["1 machine path"], "{line}");
        }
        for line in ["../mnt/a", "https://example.org/home/", "/leads/7", "style/tmp/a.css"] {
            assert_eq!(broken("README.md", line), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn inline_styles_are_found() {
        let text = concat!("//! a\nfn a() {\n    view! { <p sty", "le=\"color: red\"></p> };\n}\n");
        assert_eq!(broken("src/views/a.rs", text), ["3 inline style"]);
        let text = "//! a\nfn a() {\n    view! { <p style:width=move || w.get()></p> };\n}\n";
        assert_eq!(broken("src/views/a.rs", text), Vec::<String>::new());
    }
}
