//! Names and sizes of files.

use super::Finding;

const LIMITS: &[(&str, usize, &str)] = &[
    (".rs", 600, "give one of its jobs a file of its own"),
    (".css", 300, "split it like the Rust files it belongs to"),
    ("README.md", 80, "move detail to ARCHITECTURE.md"),
    ("ARCHITECTURE.md", 200, "say it shorter, or in the code"),
];

/// Names that would do for anything say nothing.
const EMPTY_NAMES: &[&str] = &["manager", "helper", "util", "common", "service", "handler", "data", "info", "process"];

pub fn check(path: &str, text: &str) -> Vec<Finding> {
    let finding = |line, rule, mend: String| Finding { file: path.to_owned(), line, rule, mend };
    let mut findings = Vec::new();
    let lines = text.lines().count();
    for (ending, limit, mend) in LIMITS {
        if path.ends_with(ending) && lines > *limit {
            findings.push(finding(lines, "file size", format!("{lines} lines, at most {limit}: {mend}")));
        }
    }
    if !path.ends_with(".rs") {
        return findings;
    }
    if path.ends_with("/mod.rs") {
        findings.push(finding(1, "file name", "call it after its folder, beside the folder: `foo.rs` + `foo/`".into()));
    }
    let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
    if EMPTY_NAMES.contains(&name.trim_end_matches('s')) || EMPTY_NAMES.contains(&name) {
        findings.push(finding(1, "file name", format!("`{name}` could be anything: name it after what it is about")));
    }
    if !text.starts_with("//!") {
        findings.push(finding(1, "header", "begin the file with `//!` and a line on what it is".into()));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::broken;

    #[test]
    fn long_files_are_found() {
        let long = |lines: usize, line: &str| line.repeat(lines);
        assert_eq!(broken("src/a.rs", &long(601, "//! a\n")), ["601 file size"]);
        assert_eq!(broken("src/a.rs", &long(600, "//! a\n")), Vec::<String>::new());
        assert_eq!(broken("style/a.css", &long(301, "\n")), ["301 file size"]);
        assert_eq!(broken("README.md", &long(81, "a\n")), ["81 file size"]);
        assert_eq!(broken("ARCHITECTURE.md", &long(201, "a\n")), ["201 file size"]);
    }

    #[test]
    fn a_missing_header_and_a_mod_file_are_found() {
        assert_eq!(broken("src/store/mod.rs", "fn a() {}\n"), ["1 file name", "1 header"]);
    }

    #[test]
    fn names_that_say_nothing_are_found() {
        for path in ["src/utils.rs", "src/i18n/common.rs", "crates/xtask/src/process.rs"] {
            assert_eq!(broken(path, "//! a\n"), ["1 file name"], "{path}");
        }
        assert_eq!(broken("src/sample/data_sheet.rs", "//! a\n"), Vec::<String>::new());
    }
}
