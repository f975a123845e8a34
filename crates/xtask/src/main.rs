//! `cargo xtask <command>`: every command of the project.

use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::commands;

const COMMANDS: &[(&str, &str)] = &[
    ("run [--port N]", "build the release app and serve it on 127.0.0.1 (8080)"),
    ("dev [--port N]", "build for development, serve, rebuild on every change"),
    ("test [native|browser|e2e] [NAME]", "every test, or one kind of test, or those whose name has NAME in it"),
    ("lint", "formatting and clippy, for this machine and for the browser"),
    ("tidy", "who may import whom, sizes, colours, forbidden words"),
    ("ci", "lint, tidy, test and dist: what a change must pass"),
    ("dist", "the release build in dist/, with the size of every file"),
    ("duplicates --leads L --contacts C --out P", "who of a table of leads is known, scored; or --pairs L --out P"),
    ("bench [NAME]", "measurements in a real browser, one JSON object a line"),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<()> {
    match words {
        [] | ["help" | "--help" | "-h"] => {
            print!("{}", help());
            Ok(())
        }
        ["run", rest @ ..] => commands::run::run(rest),
        ["dev", rest @ ..] => commands::dev::dev(rest),
        ["test", rest @ ..] => commands::test::test(rest),
        ["lint"] => commands::lint::lint(),
        ["tidy"] => commands::tidy::tidy(),
        ["ci"] => commands::ci::ci(),
        ["dist"] => commands::dist::dist(),
        ["bench", rest @ ..] => commands::bench::bench(rest),
        ["duplicates", rest @ ..] => commands::duplicates::duplicates(rest),
        // Trunk calls this one before every build.
        ["style"] => commands::dist::style(),
        _ => bail!("`cargo xtask {}` is no command\n\n{}", words.join(" "), help()),
    }
}

fn help() -> String {
    let mut text = String::from("cargo xtask <command>\n\n");
    for (usage, what) in COMMANDS {
        text.push_str(&format!("  {usage:<34} {what}\n"));
    }
    text.push_str("\nMissing tools are installed into the user's cache folder the first time a command needs them.\n");
    text.push_str("KONTOR_BROWSERS=chromium (or firefox) keeps the tests to one browser.\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_command_is_refused_with_the_list() {
        let message = dispatch(&["fly"]).unwrap_err().to_string();
        assert!(message.contains("`cargo xtask fly` is no command"), "{message}");
        assert!(message.contains("bench"), "{message}");
    }
}
