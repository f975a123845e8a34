//! `cargo xtask run`: the release app, as its users get it, on this machine.

use anyhow::Result;

use crate::serve::{self, Server};
use crate::{dist, workspace};

pub fn run(words: &[&str]) -> Result<()> {
    let port = super::port(words)?;
    serve::check_port(port)?;
    dist::build()?;
    let server = Server::start(workspace::dist(), port)?;
    println!("Kontor is at {} (Ctrl+C ends it)", server.address());
    server.wait();
    Ok(())
}
