//! A WebDriver process of our own, on a port that it chose.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::browser::Browser;
use crate::wait::until;

/// Ended when it is dropped.
pub struct Driver {
    process: Child,
    lines: Arc<Mutex<Vec<String>>>,
    port: u16,
}

impl Driver {
    pub async fn start(browser: Browser) -> Result<Self> {
        let program = browser.driver().found()?;
        let mut process = Command::new(&program)
            .args(browser.driver_arguments())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} doesn't start", program.display()))?;
        let lines = Arc::new(Mutex::new(Vec::new()));
        collect(process.stdout.take().expect("standard output was piped"), &lines);
        collect(process.stderr.take().expect("standard error was piped"), &lines);
        let mut driver = Self { process, lines, port: 0 };
        driver.port = until("the driver says its port", async || Ok(driver.port_said())).await?;
        Ok(driver)
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Closes a session's browser without any runtime, for the end of a failed journey.
    pub fn end_session(&self, session: &str) -> Result<()> {
        let mut driver = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        driver.set_read_timeout(Some(Duration::from_secs(10)))?;
        write!(
            driver,
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        // The answer comes when the browser has gone.
        driver.read_exact(&mut [0; 12])?;
        Ok(())
    }

    /// What driver and browser have printed so far.
    pub fn lines(&self) -> Vec<String> {
        self.lines.lock().expect("no reader panics").clone()
    }

    fn port_said(&self) -> Option<u16> {
        self.lines().iter().find_map(|line| {
            let said = line.split_once("started successfully on port ").or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
            said.1.trim_end_matches('.').trim().parse().ok()
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn collect(from: impl Read + Send + 'static, lines: &Arc<Mutex<Vec<String>>>) {
    let lines = Arc::clone(lines);
    thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            lines.lock().expect("no reader panics").push(String::from_utf8_lossy(&line).into_owned());
        }
    });
}
