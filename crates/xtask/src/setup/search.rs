//! Looking a program up, in an environment variable or on PATH.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::programs;

/// The file that the variable names, or the first of the programs on PATH.
pub fn first(variable: &str, programs: &[&str]) -> Option<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    named.or_else(|| programs.iter().find_map(|program| on_path(program)))
}

/// A program on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Whether a program runs and says this version.
pub fn says_version(program: &PathBuf, version: &str) -> bool {
    let said = programs::output(Command::new(program).arg("--version"));
    said.is_some_and(|said| said.split_whitespace().any(|word| word == version))
}
