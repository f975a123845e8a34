//! A browser with one profile: addresses, tabs, sizes, pictures, errors, and being closed and opened again.

use std::cell::Cell;
use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::{WebDriver, WindowHandle};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::folder::Folder;
use crate::place::Place;
use crate::wait::until;

/// What browsers say when nothing is reached, or when a page is left while it still fetches something ahead.
const NO_NETWORK: [&str; 3] = ["ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_REFUSED", "NetworkError when attempting to fetch resource"];

/// What is looked up on it is looked up in its current tab, see [`Place`].
pub struct Page {
    pub browser: Browser,
    address: String,
    // Taken only while the browser is closed.
    session: Option<WebDriver>,
    place: Place,
    driver: Driver,
    /// How many of the driver's lines were looked at for errors.
    lines_seen: Cell<usize>,
    // Last: a folder can go only when nobody writes to it any more.
    profile: Folder,
}

/// A tab, to go back to.
#[derive(Clone, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl Deref for Page {
    type Target = Place;

    fn deref(&self) -> &Place {
        &self.place
    }
}

impl Page {
    /// A browser with a new profile, at no address yet.
    pub async fn start(browser: Browser, address: &str) -> Result<Self> {
        let profile = Folder::new(browser.name())?;
        let driver = Driver::start(browser).await?;
        let session = connect(browser, &driver, &profile).await?;
        let place = Place::whole(Arc::clone(session.handle()));
        Ok(Self { browser, address: address.to_owned(), profile, session: Some(session), place, driver, lines_seen: Cell::new(0) })
    }

    /// Goes to a path of the app and waits until it is drawn.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.load(path).await?;
        self.drawn().await
    }

    /// Goes to another path of the app that runs, as a link in it does.
    pub async fn go(&self, path: &str) -> Result<()> {
        let script = "document.querySelector('main').dataset.old = '';
            history.pushState(null, '', arguments[0]);
            dispatchEvent(new PopStateEvent('popstate'));";
        self.place.script(script, vec![json!(path)]).await?;
        self.place.holds("the app has drawn another view", "return document.querySelector('main:not([data-old]) h1') !== null;").await
    }

    /// As [`Self::open`], at another address than the app's.
    pub async fn open_at(&self, address: &str, path: &str) -> Result<()> {
        self.place.session.goto(format!("{address}{path}")).await?;
        self.drawn().await
    }

    /// A dialog that is gone takes its entry of the history along: two ways at once would be none.
    async fn no_dialog_is_left(&self) -> Result<()> {
        let at_rest = "return history.state !== 'dialog' || document.querySelector('dialog[open]') !== null;";
        self.place.holds("no dialog is being left", at_rest).await
    }

    /// Goes to a path of the app, whatever comes of it.
    pub async fn load(&self, path: &str) -> Result<()> {
        self.no_dialog_is_left().await?;
        Ok(self.place.session.goto(format!("{}{path}", self.address)).await?)
    }

    /// As a person does. The driver's own way passes the service worker by in Firefox.
    pub async fn reload(&self) -> Result<()> {
        self.no_dialog_is_left().await?;
        // A mark in the document: Firefox runs every script with globals of its own.
        let script = "document.documentElement.dataset.old = ''; location.reload();";
        self.place.script(script, Vec::new()).await?;
        let script = "return document.querySelector('html:not([data-old]) main h1') !== null;";
        self.place.holds("the app has drawn a view again", script).await
    }

    pub async fn back(&self) -> Result<()> {
        Ok(self.place.session.back().await?)
    }

    pub async fn forward(&self) -> Result<()> {
        Ok(self.place.session.forward().await?)
    }

    /// Waits until the app has drawn a view: its main part has a heading, which the loading state hasn't.
    pub async fn drawn(&self) -> Result<()> {
        let script = "return document.querySelector('main h1') !== null;";
        self.place.holds("the app has drawn a view", script).await
    }

    pub async fn title(&self) -> Result<String> {
        Ok(self.place.session.title().await?)
    }

    /// Path and query of the current address.
    pub async fn path(&self) -> Result<String> {
        let url = self.place.session.current_url().await?;
        Ok(url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path())))
    }

    /// Waits until the address has this path, and query if there is one.
    pub async fn at(&self, path: &str) -> Result<()> {
        let mut current = String::new();
        let what = format!("the address {path}");
        let arrived = until(&what, async || {
            current = self.path().await?;
            Ok((current == path).then_some(()))
        })
        .await;
        arrived.with_context(|| format!("the address is {current}"))
    }

    /// Waits until the app would start without a network.
    pub async fn kept_offline(&self) -> Result<()> {
        let script = "return navigator.serviceWorker.getRegistration().then((it) => it?.active?.state === 'activated');";
        self.place.holds("the service worker is active", script).await
    }

    /// Opens another tab of the same profile and goes to it.
    pub async fn new_tab(&self, path: &str) -> Result<Tab> {
        let tab = self.place.session.new_tab().await?;
        self.place.session.switch_to_window(tab.clone()).await?;
        self.open(path).await?;
        Ok(Tab(tab))
    }

    pub async fn tab(&self) -> Result<Tab> {
        Ok(Tab(self.place.session.window().await?))
    }

    pub async fn go_to_tab(&self, tab: &Tab) -> Result<()> {
        Ok(self.place.session.switch_to_window(tab.0.clone()).await?)
    }

    /// The size of the visible part, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let session = &self.place.session;
        session.set_window_rect(0, 0, width, height).await?;
        let inner = self.place.script("return [innerWidth, innerHeight];", Vec::new()).await?;
        let (inner_width, inner_height): (u32, u32) = serde_json::from_value(inner)?;
        let frame = |outer: u32, inner: u32| outer + outer.saturating_sub(inner);
        session.set_window_rect(0, 0, frame(width, inner_width), frame(height, inner_height)).await?;
        Ok(())
    }

    /// A picture in target/shots/.
    pub async fn shot(&self, name: &str) -> Result<PathBuf> {
        let folder = xtask::workspace::scratch().join("shots");
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}-{}.png", self.browser.name()));
        fs::write(&file, self.place.session.screenshot_as_png().await?)?;
        Ok(file)
    }

    /// The content of a file that the page lets the browser download, waited for.
    pub async fn downloaded(&self, name: &str) -> Result<Vec<u8>> {
        let file = self.profile.path().join("downloads").join(name);
        let unfinished = [file.with_added_extension("part"), file.with_added_extension("crdownload")];
        until(&format!("the download {name}"), async || {
            let finished = file.is_file() && !unfinished.iter().any(|part| part.exists());
            Ok(finished.then(|| fs::read(&file)).transpose()?.filter(|content| !content.is_empty()))
        })
        .await
    }

    /// Cuts a page off, or joins it again; see [`crate::App::offline`], which also stops the server.
    pub(crate) async fn set_offline(&self, offline: bool) -> Result<()> {
        if self.browser == Browser::Chromium {
            let cdp = self.session()?.cdp();
            cdp.send_raw("Network.enable", json!({})).await?;
            let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
            cdp.send_raw("Network.emulateNetworkConditions", conditions).await?;
        }
        Ok(())
    }

    /// Sends a command of the Chrome DevTools Protocol. Chromium only.
    pub async fn cdp(&self, method: &str, parameters: serde_json::Value) -> Result<serde_json::Value> {
        Ok(self.session()?.cdp().send_raw(method, parameters).await?)
    }

    /// Errors that the page has reported since the last call; a network that is gone is none.
    pub async fn problems(&self) -> Result<Vec<String>> {
        let mut problems = match self.browser {
            Browser::Chromium => self.chromium_problems().await?,
            Browser::Firefox => {
                let lines = self.driver.lines();
                firefox_problems(&lines[self.lines_seen.replace(lines.len())..])
            }
        };
        problems.retain(|problem| !NO_NETWORK.iter().any(|words| problem.contains(words)));
        Ok(problems)
    }

    async fn chromium_problems(&self) -> Result<Vec<String>> {
        let entries = self.place.session.browser_log().await?;
        Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
    }

    /// Closes the browser and opens it again with the same profile, at the same path.
    pub async fn reopen(&mut self) -> Result<()> {
        let path = self.path().await?;
        self.restart().await?;
        self.open(&path).await
    }

    /// Closes the browser and opens it again with the same profile, at no page yet.
    pub async fn restart(&mut self) -> Result<()> {
        self.close().await?;
        self.driver = Driver::start(self.browser).await?;
        self.lines_seen.set(0);
        let session = connect(self.browser, &self.driver, &self.profile).await?;
        self.place = Place::whole(Arc::clone(session.handle()));
        self.session = Some(session);
        Ok(())
    }

    pub async fn close(&mut self) -> Result<()> {
        match self.session.take() {
            Some(session) => Ok(session.quit().await?),
            None => Ok(()),
        }
    }

    /// The end of what driver and browser have printed, for a failure's report.
    pub(crate) fn last_words(&self) -> String {
        let lines = self.driver.lines();
        lines[lines.len().saturating_sub(12)..].join("\n    ")
    }

    fn session(&self) -> Result<&WebDriver> {
        self.session.as_ref().context("the browser is closed")
    }

    pub(crate) fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// The browser is gone: nobody answers.
    pub(crate) fn forget_session(&mut self) {
        if let Some(session) = self.session.take() {
            // The library's own way waits for minutes.
            let _ = session.leak();
        }
    }
}

impl Drop for Page {
    /// After a failure nobody has closed the browser, and it outlives its driver.
    fn drop(&mut self) {
        if let Some(session) = &self.session {
            let _ = self.driver.end_session(&session.session_id().to_string());
        }
        // The library's own way waits for minutes in here, and leaves the browser running.
        self.forget_session();
    }
}

async fn connect(browser: Browser, driver: &Driver, profile: &Folder) -> Result<WebDriver> {
    let capabilities = browser.capabilities(profile.path())?;
    let session = WebDriver::new(driver.address(), capabilities).await;
    let session = match session {
        Ok(session) => session,
        Err(error) => bail!("{} doesn't start: {error}\n{}", browser.name(), driver.lines().join("\n")),
    };
    session.set_script_timeout(Duration::from_secs(60)).await?;
    Ok(session)
}

/// Firefox prints what a page reports as an error, and what a page fails with. A page's texts and values
/// stand in quotes or brackets; Firefox's own parts begin with their name, or are named as the source.
fn firefox_problems(lines: &[String]) -> Vec<String> {
    let of_page = |line: &&String| {
        let reported = line.strip_prefix("console.error: ").is_some_and(|rest| rest.starts_with(['"', '(']));
        (reported && !line.contains("resource://")) || line.starts_with("JavaScript error: http")
    };
    lines.iter().filter(of_page).cloned().collect()
}
