//! Running other programs: loudly, quietly, or counting the tests they report.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, io};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// Cargo, as started in the checkout.
pub fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(workspace::root());
    command
}

/// Runs a program with its output shown as it comes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{} doesn't start", shown(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs a program without showing anything; when it fails, the error has the end of what it said.
pub fn run_quietly(command: &mut Command, log: &Path) -> Result<()> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(log).with_context(|| format!("{} can't be written", log.display()))?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let status = command.status().with_context(|| format!("{} doesn't start", shown(command)))?;
    if status.success() {
        return Ok(());
    }
    let said = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = said.lines().collect();
    let end = lines[lines.len().saturating_sub(15)..].join("\n  ");
    bail!("{} failed ({status}); the end of {}:\n  {end}", shown(command), log.display())
}

/// What a program prints on its standard output, if it runs and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// How many tests ran. `failed` stops at the first failing test binary.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub passed: usize,
    pub failed: usize,
}

impl Counted {
    pub fn add(&mut self, other: Counted) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    fn read(&mut self, line: &str) {
        let Some(sums) = line.split("test result: ").nth(1) else {
            return;
        };
        let number_before = |word: &str| {
            let before = sums.split(word).next()?.trim_end();
            before.rsplit(' ').next()?.parse::<usize>().ok()
        };
        self.passed += number_before(" passed").unwrap_or(0);
        self.failed += number_before(" failed").unwrap_or(0);
    }
}

/// Runs a test program with its output shown as it comes, and reads the sums it prints.
pub fn run_tests(command: &mut Command) -> Result<Counted> {
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("{} doesn't start", shown(command)))?;
    let printed = BufReader::new(child.stdout.take().expect("standard output was piped"));
    let mut counted = Counted::default();
    let mut out = io::stdout();
    for line in printed.split(b'\n') {
        let line = line?;
        let text = String::from_utf8_lossy(&line);
        counted.read(&text);
        writeln!(out, "{text}")?;
    }
    let status = child.wait()?;
    if !status.success() && counted.failed == 0 {
        bail!("{} failed ({status})", shown(command));
    }
    Ok(counted)
}

/// PATH with these folders in front.
pub fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let present = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(folders.iter().cloned().chain(env::split_paths(&present)))?)
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut text = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_sums_are_added_over_binaries() {
        let mut counted = Counted::default();
        counted.read("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out");
        counted.read("running 2 tests");
        counted.read("test result: FAILED. 1 passed; 2 failed; 0 ignored; finished in 0.1s");
        assert_eq!(counted, Counted { passed: 13, failed: 2 });
    }

    #[test]
    fn a_failing_program_is_named_with_its_last_words() {
        let log = env::temp_dir().join(format!("kontor-programs-{}.log", std::process::id()));
        let mut command = Command::new("sh");
        let error = run_quietly(command.args(["-c", "echo no room; exit 3"]), &log).unwrap_err().to_string();
        fs::remove_file(&log).unwrap();
        assert!(error.contains("no room") && error.contains("sh -c"), "{error}");
    }
}
