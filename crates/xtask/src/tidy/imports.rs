//! Who may import whom.

use super::Finding;
use super::source::Source;

/// Folders of src/ and what of ours they may use. What isn't listed (main, app) puts the others together.
const APP: &[(&str, &[&str])] = &[
    ("clock", &["domain"]),
    ("pace", &["clock"]),
    ("routes", &["domain"]),
    ("store", &["domain"]),
    ("import", &["domain"]),
    ("export", &["domain"]),
    // The words for what the store and the form of an amount can say.
    ("i18n", &["domain", "store::StoreError"]),
    ("sample", &["domain"]),
    ("dispatch", &["store", "clock", "pace", "domain"]),
    ("sync", &["store", "protocol", "domain"]),
    ("views", VIEWS),
    ("components", &[]),
];

/// Views ask the store (live queries and the answers of the working set), read the clock for "today", and write by dispatch alone.
const VIEWS: &[&str] = &[
    "domain",
    "dispatch",
    "store::live_query",
    "store::working_set",
    "store::StoreError",
    "sync::status",
    "components",
    "i18n",
    "routes",
    "clock",
    "pace",
    "import",
    "sample",
];

/// Packages and what of ours they may depend on.
const PACKAGES: &[(&str, &[&str])] = &[("domain", &[]), ("protocol", &["domain"]), ("server", &["domain", "protocol"]), ("xtask", &[])];

/// What of others a package may depend on, where that is watched: the rules must stay small, pure, and the same everywhere.
const OUTSIDE: &[(&str, &[&str])] = &[("domain", &["serde", "postcard", "thiserror", "uuid", "chrono"])];

/// What the rules can't have: they'd differ between browser, server and tests.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "js_sys",
    "web_sys",
    "leptos",
    "tokio",
    "rand::",
    "println!",
    "eprintln!",
];

/// Decisions wait for nothing. Plans of any length do, for the page that asked for them, and for nothing else.
const WAITING: &[&str] = &["async fn", ".await"];
const MAY_WAIT: &[&str] = &["crates/domain/src/bulk/", "crates/domain/src/pause.rs"];

/// Time and chance of the browser.
const CLOCKS: &[&str] =
    &["Date::now", "Date::new_0", "Math::random", "Uuid::now_v7", "Uuid::new_v4", "SystemTime", "Instant::now", "getrandom"];

pub fn check(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(rest) = source.path.strip_prefix("src/") {
        let area = rest.split(['/', '.']).next().unwrap_or_default();
        findings.extend(check_area(source, area));
        findings.extend(only_in_clock(source, area));
    }
    if source.path.starts_with("crates/domain/src/") {
        let may_wait = MAY_WAIT.iter().any(|path| source.path.starts_with(path));
        for word in IMPURE.iter().chain(WAITING.iter().filter(|_| !may_wait)) {
            let used = source.places(word).into_iter().filter(|at| !source.is_test(*at));
            findings.extend(
                used.map(|at| source.finding(at, "pure rules", format!("`{word}` is not for the domain: let the caller pass it in"))),
            );
        }
    }
    findings
}

fn only_in_clock(source: &Source, area: &str) -> Vec<Finding> {
    if area == "clock" {
        return Vec::new();
    }
    let places = CLOCKS.iter().flat_map(|word| source.places(word).into_iter().map(move |at| (word, at)));
    places
        .filter(|(_, at)| !source.is_test(*at))
        .map(|(word, at)| source.finding(at, "one clock", format!("`{word}` is for src/clock.rs: take it from there")))
        .collect()
}

fn check_area(source: &Source, area: &str) -> Vec<Finding> {
    let Some((_, allowed)) = APP.iter().find(|(name, _)| *name == area) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (at, used) in used_paths(source) {
        let own = used == area || used.starts_with(&format!("{area}::"));
        let listed = allowed.iter().any(|name| used == *name || used.starts_with(&format!("{name}::")));
        if own || listed || source.is_test(at) {
            continue;
        }
        let may = if allowed.is_empty() { "nothing of ours".to_owned() } else { allowed.join(", ") };
        let mend = format!("{area} may not use `{used}`, only {may}: move the code, or pass in what it needs");
        findings.push(source.finding(at, "imports", mend));
    }
    findings
}

/// The paths into our own code: from `crate::`, from climbing `super::`, from our packages.
fn used_paths(source: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in source.places("crate::") {
        for path in paths_from(&source.code[at + "crate::".len()..]) {
            found.push((at, path));
        }
    }
    for at in climbs_to_top(source) {
        let paths = paths_from(source.code[at..].trim_start_matches("super::"));
        found.extend(paths.into_iter().filter(|path| is_folder(path)).map(|path| (at, path)));
    }
    for package in ["domain", "protocol", "server"] {
        for at in source.places(&format!("{package}::")) {
            // `crate::sync::protocol::x` is no package.
            if !source.code[..at].ends_with("::") {
                found.push((at, package.to_owned()));
            }
        }
    }
    found
}

/// A module within the file may climb as far without leaving it: only known folders count.
fn is_folder(path: &str) -> bool {
    let first = path.split("::").next().unwrap_or_default();
    matches!(first, "app" | "routes") || APP.iter().any(|(name, _)| *name == first)
}

/// Where enough `super::` stand to leave the folder of src/.
fn climbs_to_top(source: &Source) -> Vec<usize> {
    let depth = source.path.trim_end_matches(".rs").split('/').count() - 1;
    let chain = "super::".repeat(depth);
    source.places(&chain).into_iter().filter(|at| !source.code[..*at].ends_with("super::")).collect()
}

/// The first two names of a path, or of every path in a group: `store::{log, pages::Page}` is two.
fn paths_from(text: &str) -> Vec<String> {
    let (name, rest) = first_name(text);
    if name.is_empty() {
        return group(text).into_iter().flat_map(paths_from).collect();
    }
    let Some(rest) = rest.strip_prefix("::") else {
        return vec![name.to_owned()];
    };
    let seconds = match first_name(rest).0 {
        "" => group(rest).into_iter().map(|part| first_name(part).0).collect(),
        second => vec![second],
    };
    seconds.iter().map(|second| format!("{name}::{second}")).collect()
}

fn first_name(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    text.split_at(end)
}

/// The parts of `{a, b::{c, d}}`.
fn group(text: &str) -> Vec<&str> {
    let Some(inner) = text.trim_start().strip_prefix('{') else {
        return Vec::new();
    };
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, byte) in inner.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => {
                parts.push(&inner[start..at]);
                break;
            }
            b'}' => depth -= 1,
            b',' if depth == 0 => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The same for packages: what Cargo.toml names as a dependency.
pub fn check_manifest(path: &str, text: &str) -> Vec<Finding> {
    let package = path.split('/').nth(1).unwrap_or_default();
    let Some((_, allowed)) = PACKAGES.iter().find(|(name, _)| *name == package) else {
        return Vec::new();
    };
    let outside = OUTSIDE.iter().find(|(name, _)| *name == package).map(|(_, allowed)| *allowed);
    let wrong = |name: &str| {
        let name = name.trim_start_matches("kontor-");
        let ours = name == "kontor" || PACKAGES.iter().any(|(ours, _)| *ours == name);
        let listed = if ours { allowed.contains(&name) } else { outside.is_none_or(|outside| outside.contains(&name)) };
        (!listed).then(|| format!("{package} may not depend on {name}"))
    };
    let found = dependencies(text).into_iter().filter_map(|(line, name)| Some((line, wrong(name)?)));
    found.map(|(line, mend)| Finding { file: path.to_owned(), line, rule: "imports", mend }).collect()
}

/// Line and name of every dependency that a Cargo.toml has beyond those of its tests.
fn dependencies(manifest: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut inside = false;
    for (number, line) in manifest.lines().enumerate() {
        if let Some(table) = line.strip_prefix('[') {
            let table = table.split(']').next().unwrap_or_default();
            // `[dependencies]` has lines of them, `[dependencies.serde]` is one.
            let one = table.split_once("dependencies.").map(|(before, name)| (!before.ends_with("dev-"), name));
            inside = one.is_none() && table.ends_with("dependencies") && !table.ends_with("dev-dependencies");
            found.extend(one.filter(|(counts, _)| *counts).map(|(_, name)| (number + 1, name)));
            continue;
        }
        let name = line.split(['=', '.', ' ', '#']).next().unwrap_or_default();
        if inside && !name.is_empty() {
            found.push((number + 1, name));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::broken;

    #[track_caller]
    fn check(path: &str, code: &str, rules: &[&str]) {
        assert_eq!(broken(path, &format!("//! a\n{code}\n")), rules, "{path}: {code}");
    }

    #[test]
    fn views_read_live_queries_and_write_by_dispatch() {
        check("src/views/leads/inbox.rs", "use crate::store::live_query::Rows;", &[]);
        check("src/views/leads/inbox.rs", "use crate::store::log::Entry;", &["2 imports"]);
        check("src/views/leads/inbox.rs", "use crate::store::{live_query, log::Entry};", &["2 imports"]);
        check("src/views/leads.rs", "use crate::{components::grid, sync::transport};", &["2 imports"]);
        check("src/views/leads.rs", "fn a() { crate::store::commit(); }", &["2 imports"]);
        check("src/views/leads.rs", "use crate::views::deals::board;", &[]);
        check("src/views/leads.rs", "use super::super::store::log;", &["2 imports"]);
    }

    #[test]
    fn components_know_nothing_of_ours() {
        check("src/components/grid.rs", "use domain::Lead;", &["2 imports"]);
        check("src/components/grid.rs", "use crate::i18n::Words;", &["2 imports"]);
        check("src/components/grid.rs", "use crate::components::icon;\nuse super::button;", &[]);
    }

    #[test]
    fn the_store_does_not_look_up() {
        check("src/store/log.rs", "use crate::dispatch::send;", &["2 imports"]);
        check("src/store.rs", "use domain::{Command, decide};", &[]);
        check("src/sync.rs", "use protocol::Push;\nuse crate::store::log;", &[]);
        check("src/dispatch.rs", "use crate::i18n::explain;", &["2 imports"]);
        check("src/app.rs", "use crate::store::log;", &[]);
    }

    #[test]
    fn a_comment_or_a_test_imports_nothing() {
        check("src/components/grid.rs", "// like crate::views::leads", &[]);
        check("src/components/grid.rs", "#[cfg(test)]\nmod tests {\n    use crate::views::leads;\n}", &[]);
    }

    #[test]
    fn the_rules_are_pure_and_time_has_one_source() {
        check("crates/domain/src/decide.rs", "use std::time::SystemTime;", &["2 pure rules"]);
        check("crates/domain/src/decide.rs", "pub async fn decide() {}", &["2 pure rules"]);
        check("src/store/log.rs", "fn a() { js_sys::Date::now(); }", &["2 one clock"]);
        check("src/clock.rs", "fn a() { js_sys::Date::now(); }", &[]);
    }

    #[test]
    fn packages_depend_downwards() {
        let manifest = |package: &str, line: &str| broken(&format!("crates/{package}/Cargo.toml"), &format!("[dependencies]\n{line}\n"));
        assert_eq!(manifest("domain", "kontor-protocol.workspace = true"), ["2 imports"]);
        assert_eq!(manifest("protocol", "server = { path = \"../server\" }"), ["2 imports"]);
        assert_eq!(manifest("server", "domain.workspace = true"), Vec::<String>::new());
        assert_eq!(manifest("server", "tokio = \"1\""), Vec::<String>::new());
    }

    #[test]
    fn the_rules_depend_on_little() {
        let broken = |text: &str| broken("crates/domain/Cargo.toml", text);
        assert_eq!(broken("[dependencies]\nserde.workspace = true # values\n\n# none\nrand = \"0.9\"\n"), ["5 imports"]);
        assert_eq!(
            broken("[dependencies.tokio]\nfeatures = []\n[target.'cfg(unix)'.dependencies]\nlibc = \"0.2\"\n"),
            ["1 imports", "4 imports"]
        );
        assert_eq!(
            broken("[dev-dependencies]\nproptest = \"1\"\n[dev-dependencies.rand]\n[features]\ntesting = []\n"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn others_are_free_to_depend_on_anything() {
        assert_eq!(broken("crates/xtask/Cargo.toml", "[dependencies]\ntokio = \"1\"\n"), Vec::<String>::new());
    }
}
