//! What befalls a tab in the middle of a commit: it stands still, its transaction is aborted, the disk is full.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::browser::Browser;
use crate::page::Page;
use crate::place::Place;
use crate::wait::until;

/// Loaded before the app, see [`crate::App::with_faults`].
pub(crate) const SCRIPT: &str = include_str!("faults.js");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The tab stands still, until [`Page::kill`].
    Stop,
    /// The browser gives the transaction up, without a reason.
    Abort,
    /// A write finds no room.
    Full,
    /// The transaction does not end before [`Place::relent`].
    Hold,
    /// After the next commit, whatever works bit by bit does not go on before [`Place::relent`].
    Rest,
}

impl Fault {
    fn word(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Abort => "abort",
            Self::Full => "full",
            Self::Hold => "hold",
            Self::Rest => "rest",
        }
    }
}

impl Place {
    /// Counts the steps of commits from now on; the fault strikes at this one, the first being 1.
    pub async fn strike(&self, fault: Fault, at: usize) -> Result<()> {
        self.plan_fault(json!({ "what": fault.word(), "at": at })).await
    }

    /// The same, at every later step too.
    pub async fn strike_from(&self, fault: Fault, at: usize) -> Result<()> {
        self.plan_fault(json!({ "what": fault.word(), "at": at, "on": true })).await
    }

    /// Only counts steps.
    pub async fn count_steps(&self) -> Result<()> {
        self.plan_fault(json!({})).await
    }

    async fn plan_fault(&self, plan: serde_json::Value) -> Result<()> {
        // A lead that was just opened is being marked as seen: that commit is not meant.
        let quiet = "const { fault, open } = document.documentElement.dataset; return fault !== undefined || !Number(open);";
        self.holds("no commit is under way", quiet).await?;
        let script = "Object.assign(document.documentElement.dataset, { fault: arguments[0], steps: '' });";
        self.script(script, vec![json!(plan.to_string())]).await?;
        Ok(())
    }

    /// No fault strikes any more.
    pub async fn relent(&self) -> Result<()> {
        self.script("delete document.documentElement.dataset.fault;", Vec::new()).await?;
        Ok(())
    }

    /// The steps that were counted.
    pub async fn steps(&self) -> Result<Vec<String>> {
        let steps = self.script("return document.documentElement.dataset.steps ?? '';", Vec::new()).await?;
        Ok(steps.as_str().unwrap_or_default().split_whitespace().map(str::to_owned).collect())
    }

    /// Clicks, and doesn't wait for what follows: the page may stand still by then.
    pub async fn click_and_leave(&self, role: &str, name: &str) -> Result<()> {
        let element = self.role(role, name).await?;
        let script = "const element = arguments[0]; setTimeout(() => element.click());";
        self.script(script, vec![element.to_json()?]).await?;
        Ok(())
    }

    /// Waits until [`Fault::Stop`] has struck.
    pub async fn stopped(&self) -> Result<()> {
        until("a tab that stands still", async || Ok(Some(self.session.get_alert_text().await?).filter(|text| text == "stopped"))).await?;
        Ok(())
    }
}

impl Page {
    /// The browser ends at once, without a chance to finish anything, as when the power goes; and is started again.
    pub async fn kill(&mut self) -> Result<()> {
        // A link to nothing that names the process which has the profile.
        let lock = match self.browser {
            Browser::Chromium => "SingletonLock",
            Browser::Firefox => "lock",
        };
        let holder = fs::read_link(self.profile().join(lock)).context("the browser doesn't say its process")?;
        let holder = holder.to_string_lossy().into_owned();
        let process = holder.rsplit(['-', '+']).next().unwrap_or_default();
        ensure!(process.parse::<u32>().is_ok(), "{holder} names no process");
        let ended = Command::new("sh").args(["-c", &format!("kill -9 {process}")]).status()?;
        ensure!(ended.success(), "the browser's process can't be ended");
        self.forget_session();
        self.restart().await
    }
}
