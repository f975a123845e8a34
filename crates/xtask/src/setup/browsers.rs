//! Browsers, drivers and npm, from Debian's packages; elsewhere, words on what to install.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{cache, progress, search};
use crate::programs;

pub fn install_chromium() -> Result<()> {
    apt(&["chromium", "chromium-driver"], "Chromium or Chrome, and its chromedriver of the same version")
}

pub fn install_firefox() -> Result<()> {
    apt(&["firefox-esr"], "Firefox")
}

pub fn install_npm() -> Result<()> {
    apt(&["nodejs", "npm"], "Node.js with npm")
}

/// Installs Debian packages, or says what is to be installed by hand.
fn apt(packages: &[&str], what: &str) -> Result<()> {
    let names = packages.join(" ");
    if search::on_path("apt-get").is_none() {
        bail!("install {what} by your system's means, so that it is on PATH (Debian: apt-get install {names})");
    }
    let Some(prefix) = becoming_root() else {
        bail!("root is needed for {what}: run `sudo apt-get install {names}`, then this command again");
    };
    let item = progress::start(&names, "installing with apt-get");
    let log = cache::log(packages[0])?;
    let apt_get = |arguments: &[&str]| {
        let words: Vec<&str> = prefix.iter().copied().chain(["apt-get"]).chain(arguments.iter().copied()).collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive");
        programs::run_quietly(&mut command, &log)
    };
    let wait = "-oDPkg::Lock::Timeout=300";
    if apt_get(&["update", "-q"]).is_err() {
        item.say("the list of packages can't be updated, trying with the old one");
    }
    let mut arguments = vec!["install", "-q", "-y", "--no-install-recommends", wait];
    arguments.extend(packages);
    apt_get(&arguments).with_context(|| format!("install {what} by hand: apt-get install {names}"))?;
    item.done();
    Ok(())
}

/// What goes before a command to run it as root: nothing, sudo, or no way at all.
fn becoming_root() -> Option<&'static [&'static str]> {
    if programs::output(Command::new("id").arg("-u"))? == "0" {
        return Some(&[]);
    }
    programs::output(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n"][..])
}
