//! The built app on its server with a browser before it, and the playing of a journey.

use std::fmt;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use xtask::serve::Server;
use xtask::workspace;

use crate::browser::Browser;
use crate::page::Page;

/// Longer than any journey takes on a busy machine.
const LONGEST: Duration = Duration::from_secs(240);

pub struct App {
    pub page: Page,
    server: Server,
}

impl App {
    /// Serves dist/ on a port of its own and starts a browser with a new profile.
    pub async fn start(browser: Browser) -> Result<Self> {
        let server = Server::start(workspace::dist(), 0)?;
        let page = Page::start(browser, &server.address()).await?;
        Ok(Self { page, server })
    }

    /// From here on nothing is reached: the server is down, and Chromium says it is offline.
    pub async fn offline(&mut self) -> Result<()> {
        self.server.stop();
        self.page.set_offline(true).await
    }

    pub async fn online(&mut self) -> Result<()> {
        self.server.resume()?;
        self.page.set_offline(false).await
    }

    /// Another person's or another device's browser, with a profile of its own.
    pub async fn another_device(&self) -> Result<Page> {
        Page::start(self.page.browser, &self.server.address()).await
    }

    pub fn address(&self) -> String {
        self.server.address()
    }
}

/// Plays a journey; an error of the page is a failure of the journey. Called by the tests that [`crate::both`] makes.
pub fn play(browser: Browser, name: &str, journey: impl AsyncFnOnce(&mut App) -> Result<()>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    let result = runtime.block_on(async {
        let mut app = App::start(browser).await?;
        let result = match tokio::time::timeout(LONGEST, journey(&mut app)).await {
            Ok(result) => result,
            Err(_) => Err(anyhow::anyhow!("the journey took more than {} s", LONGEST.as_secs())),
        };
        let result = match result {
            Ok(()) => without_problems(&app).await,
            Err(error) => Err(with_evidence(&app, name, error).await),
        };
        let closed = app.page.close().await;
        result.and(closed.context("the browser doesn't close"))
    });
    result.map_err(|error| Failure(format!("{error:#}")))
}

/// What went wrong, in words: a backtrace through async code helps nobody.
pub struct Failure(String);

impl fmt::Debug for Failure {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

async fn without_problems(app: &App) -> Result<()> {
    let problems = app.page.problems().await?;
    if !problems.is_empty() {
        bail!("the page reported errors:\n  {}", problems.join("\n  "));
    }
    Ok(())
}

/// What helps to understand a failure: a picture, the page's errors, the driver's last words.
async fn with_evidence(app: &App, name: &str, error: anyhow::Error) -> anyhow::Error {
    let picture = match app.page.shot(&format!("failed-{name}")).await {
        Ok(file) => file.display().to_string(),
        Err(error) => format!("none: {error}"),
    };
    let problems = app.page.problems().await.unwrap_or_default();
    let path = app.page.path().await.unwrap_or_default();
    error.context(format!("failed at {path}\n  picture: {picture}\n  page errors: {problems:?}\n  driver: {}", app.page.last_words()))
}
