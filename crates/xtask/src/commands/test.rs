//! `cargo xtask test`: native tests, browser tests and journeys through the built app.

use std::env;
use std::process::Command;

use anyhow::{Result, bail};

use crate::programs::{Counted, cargo, run_tests};
use crate::setup::{self, Tool};
use crate::{dist, workspace};

/// A browser of the two that everything is tested in. `KONTOR_BROWSERS=firefox` leaves the other out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    const ALL: [Browser; 2] = [Browser::Chromium, Browser::Firefox];

    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    fn tools(self) -> &'static [Tool] {
        match self {
            Self::Chromium => setup::CHROMIUM,
            Self::Firefox => setup::FIREFOX,
        }
    }

    fn wanted() -> Result<Vec<Browser>> {
        let Ok(names) = env::var("KONTOR_BROWSERS") else {
            return Ok(Self::ALL.to_vec());
        };
        let find = |name: &str| Self::ALL.into_iter().find(|browser| browser.name() == name.trim());
        match names.split(',').map(find).collect::<Option<Vec<_>>>() {
            Some(browsers) => Ok(browsers),
            None => bail!("KONTOR_BROWSERS={names}: chromium and firefox are known"),
        }
    }
}

pub fn test(words: &[&str]) -> Result<()> {
    let (kind, name) = match words {
        [] => (None, None),
        [kind @ ("native" | "browser" | "e2e")] => (Some(*kind), None),
        [kind @ ("native" | "browser" | "e2e"), name] => (Some(*kind), Some(*name)),
        [name] => (None, Some(*name)),
        _ => bail!("`{}` is not understood: [native|browser|e2e] [NAME]", words.join(" ")),
    };
    let wanted = |this: &str| kind.is_none_or(|kind| kind == this);
    let mut sums = Sums { named: name.is_some(), ..Sums::default() };
    if wanted("native") {
        sums.add("native", native(name)?)?;
    }
    if wanted("browser") {
        for browser in Browser::wanted()? {
            sums.add(&format!("in {}", browser.name()), in_browser(browser, name)?)?;
        }
    }
    if wanted("e2e") {
        dist::build()?;
        for browser in Browser::wanted()? {
            sums.add(&format!("end to end in {}", browser.name()), end_to_end(browser, name)?)?;
        }
    }
    sums.close()
}

fn native(name: Option<&str>) -> Result<Counted> {
    let mut command = cargo(["test", "--workspace", "--exclude", "end-to-end", "--no-fail-fast"]);
    run_tests(command.args(selection(name)))
}

/// A file of `tests/` by its name, or else tests that have the word in theirs.
fn selection(name: Option<&str>) -> Vec<&str> {
    let is_file = |name: &&str| workspace::root().join("tests").join(name).with_extension("rs").is_file();
    match name {
        Some(file) if is_file(&file) => vec!["--test", file],
        other => other.into_iter().collect(),
    }
}

fn in_browser(browser: Browser, name: Option<&str>) -> Result<Counted> {
    setup::prepare(&[Tool::WasmTarget, Tool::WasmBindgen])?;
    let mut command = cargo(["test", "--package", "kontor", "--target", "wasm32-unknown-unknown", "--no-fail-fast"]);
    run_tests(prepare(command.args(selection(name)), browser)?)
}

/// For tests of other packages that only Chromium is asked for.
pub fn for_chromium(command: &mut Command) -> Result<&mut Command> {
    prepare(command, Browser::Chromium)
}

fn prepare(command: &mut Command, browser: Browser) -> Result<&mut Command> {
    setup::prepare(browser.tools())?;
    let runner = Tool::WasmBindgen.found()?.with_file_name("wasm-bindgen-test-runner");
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", workspace::root().join("webdriver.json"));
    choose_driver(command, browser)?;
    Ok(command)
}

/// The runner takes the driver it is given, and drivers look for their browser on PATH.
fn choose_driver(command: &mut Command, browser: Browser) -> Result<()> {
    for variable in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
        command.env_remove(variable);
    }
    match browser {
        Browser::Chromium => command.env("CHROMEDRIVER", Tool::Chromedriver.found()?),
        Browser::Firefox => command.env("GECKODRIVER", Tool::Geckodriver.found()?),
    };
    Ok(())
}

fn end_to_end(browser: Browser, name: Option<&str>) -> Result<Counted> {
    setup::prepare(browser.tools())?;
    setup::prepare(&[Tool::Axe])?;
    let mut command = cargo(["test", "--package", "end-to-end", "--no-fail-fast", "--"]);
    // A failed journey says itself where it failed.
    command.env("RUST_BACKTRACE", "0");
    command.args(name).arg("--test-threads=2");
    if name.is_none() {
        // What both browsers do alike is played in one of them.
        command.args(["--skip", "::firefox_too"]);
    }
    for other in Browser::ALL.into_iter().filter(|other| *other != browser) {
        command.args(["--skip", &format!("::{}", other.name())]);
    }
    run_tests(&mut command)
}

/// What ran, kind by kind.
#[derive(Default)]
struct Sums {
    /// Only tests of some name: a kind without any is all right.
    named: bool,
    lines: Vec<String>,
    all: Counted,
}

impl Sums {
    fn add(&mut self, kind: &str, counted: Counted) -> Result<()> {
        if counted == Counted::default() && !self.named {
            bail!("no test ran {kind}: that can't be right");
        }
        self.lines.push(format!("{kind}: {} passed, {} failed", counted.passed, counted.failed));
        self.all.add(counted);
        Ok(())
    }

    fn close(self) -> Result<()> {
        println!();
        for line in &self.lines {
            println!("  {line}");
        }
        println!("{} passed, {} failed", self.all.passed, self.all.failed);
        match self.all {
            Counted { failed: 0, passed: 0 } => bail!("no test has such a name"),
            Counted { failed: 0, .. } => Ok(()),
            Counted { failed, .. } => bail!("{failed} tests failed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_without_tests_is_an_error_unless_a_name_was_asked_for() {
        let mut sums = Sums::default();
        assert!(sums.add("native", Counted::default()).is_err());
        let mut sums = Sums { named: true, ..Sums::default() };
        assert!(sums.add("native", Counted::default()).is_ok());
        assert!(sums.close().is_err());
    }

    #[test]
    fn a_failed_test_fails_the_run() {
        let mut sums = Sums::default();
        sums.add("native", Counted { passed: 3, failed: 1 }).unwrap();
        assert_eq!(sums.close().unwrap_err().to_string(), "1 tests failed");
    }

    #[test]
    fn a_file_of_tests_is_chosen_by_its_name() {
        assert_eq!(selection(Some("duplicates")), ["--test", "duplicates"]);
        assert_eq!(selection(Some("couple_shared_email")), ["couple_shared_email"]);
        assert!(selection(None).is_empty());
    }

    #[test]
    fn words_that_mean_nothing_are_refused() {
        assert!(test(&["native", "name", "more"]).is_err());
    }
}
