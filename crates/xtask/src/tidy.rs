//! The rules of ARCHITECTURE.md that a program can check. Every finding says where, what and how to mend it.

mod files;
mod imports;
mod source;
mod style;
mod words;

use std::fmt;
use std::fs;

use anyhow::Result;

use crate::workspace;
use source::Source;

/// Something that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    file: String,
    line: usize,
    rule: &'static str,
    mend: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}: {}: {}", self.file, self.line, self.rule, self.mend)
    }
}

/// Looks at every file of the source.
pub fn check() -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for file in workspace::files()? {
        // What isn't text isn't ours to judge.
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        let path = file.strip_prefix(workspace::root())?.to_string_lossy().into_owned();
        findings.extend(check_file(&path, &text));
    }
    Ok(findings)
}

fn check_file(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = files::check(path, text);
    findings.extend(words::check(path, text));
    if path.ends_with(".css") {
        findings.extend(style::check(path, text));
    }
    if path.ends_with(".rs") {
        let source = Source::new(path, text);
        findings.extend(source.check());
        findings.extend(imports::check(&source));
        findings.extend(words::check_rust(&source));
    }
    if path.starts_with("crates/") && path.ends_with("/Cargo.toml") {
        findings.extend(imports::check_manifest(path, text));
    }
    findings
}

/// The rules that a text breaks at a path, as `line rule`. For the tests of every rule.
#[cfg(test)]
fn broken(path: &str, text: &str) -> Vec<String> {
    check_file(path, text).iter().map(|finding| format!("{} {}", finding.line, finding.rule)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_says_place_rule_and_remedy() {
        let text = check_file("src/a.rs", "fn a() {}\n")[0].to_string();
        assert_eq!(text, "src/a.rs:1: header: begin the file with `//!` and a line on what it is");
    }

    #[test]
    fn good_code_has_no_findings() {
        let text = "//! A thing.\n\nuse domain::Lead;\n\nfn a(lead: &Lead) -> bool {\n    lead.is_open()\n}\n";
        assert_eq!(broken("src/store/a.rs", text), Vec::<String>::new());
    }
}
