//! The built app on its server with a browser before it, and the playing of a journey.

use std::fmt;
use std::fs;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use xtask::serve::Server;
use xtask::workspace;

use crate::browser::Browser;
use crate::faults::SCRIPT;
use crate::folder::Folder;
use crate::page::Page;

/// Longer than any journey takes on a busy machine.
const LONGEST: Duration = Duration::from_secs(240);

pub struct App {
    pub page: Page,
    server: Server,
    other_folder: Option<Folder>,
}

impl App {
    /// Serves dist/ on a port of its own and starts a browser with a new profile.
    pub async fn start(browser: Browser) -> Result<Self> {
        let server = Server::start(workspace::dist(), 0)?;
        let page = Page::start(browser, &server.address()).await?;
        Ok(Self { page, server, other_folder: None })
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

    /// From here on the server has another build: the same app with `<meta name="build" content="next">`.
    pub fn release_next_build(&mut self) -> Result<()> {
        let folder = Folder::new("next-build")?;
        for file in workspace::files_below(&workspace::dist())? {
            let name = file.strip_prefix(workspace::dist())?;
            let content = match name.to_str() {
                Some("index.html") => replaced(&file, "<title>", "<meta name=\"build\" content=\"next\"><title>")?,
                Some("sw.js") => replaced(&file, "const VERSION = \"", "const VERSION = \"next-")?,
                _ => fs::read(&file)?,
            };
            let copy = folder.path().join(name);
            fs::create_dir_all(copy.parent().context("a file is in a folder")?)?;
            fs::write(copy, content)?;
        }
        self.serve(folder)
    }

    /// From here on commits can be made to fail, see [`crate::Fault`]. To be called before the app is opened.
    pub fn with_faults(&mut self) -> Result<()> {
        let folder = Folder::new("faults")?;
        for file in workspace::files_below(&workspace::dist())? {
            let name = file.strip_prefix(workspace::dist())?;
            let copy = folder.path().join(name);
            fs::create_dir_all(copy.parent().context("a file is in a folder")?)?;
            if name == Path::new("index.html") {
                fs::write(copy, replaced(&file, "<title>", "<script src=\"/faults.js\"></script><title>")?)?;
            } else {
                fs::copy(&file, copy)?;
            }
        }
        fs::write(folder.path().join("faults.js"), SCRIPT)?;
        self.serve(folder)
    }

    /// From here on the server has nothing where a path of the build ends so, as when the connection breaks off before that file.
    pub fn withhold(&mut self, ending: &str) -> Result<()> {
        let folder = Folder::new("withheld")?;
        for file in workspace::files_below(&workspace::dist())? {
            let name = file.strip_prefix(workspace::dist())?;
            if !name.to_string_lossy().ends_with(ending) {
                let copy = folder.path().join(name);
                fs::create_dir_all(copy.parent().context("a file is in a folder")?)?;
                fs::copy(&file, copy)?;
            }
        }
        self.serve(folder)
    }

    /// The server has the whole build again.
    pub fn give_all(&mut self) -> Result<()> {
        self.server.stop();
        self.server.serve_from(workspace::dist());
        self.server.resume()
    }

    /// From here on the server has this page instead of the app, for what is to be tried apart from it.
    pub fn serve_page(&mut self, page: &str) -> Result<()> {
        let folder = Folder::new("page")?;
        fs::write(folder.path().join("index.html"), page)?;
        // Browsers ask for it, and Chromium reports its absence as an error.
        fs::write(folder.path().join("favicon.ico"), "")?;
        self.serve(folder)
    }

    fn serve(&mut self, folder: Folder) -> Result<()> {
        self.server.stop();
        self.server.serve_from(folder.path().to_path_buf());
        self.other_folder = Some(folder);
        self.server.resume()
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
        let played = without_panic(journey(&mut app));
        let result = match tokio::time::timeout(LONGEST, played).await {
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
    result.map_err(|error| Failure(without_driver_stack(&format!("{error:#}"))))
}

/// A failed assertion becomes an error like any other: the browser is still closed, the evidence still taken.
async fn without_panic(journey: impl Future<Output = Result<()>>) -> Result<()> {
    let mut journey = pin!(journey);
    poll_fn(|context| {
        let polled = catch_unwind(AssertUnwindSafe(|| journey.as_mut().poll(context)));
        polled.unwrap_or_else(|panic| {
            let words = panic.downcast_ref::<String>().map(String::as_str);
            let words = words.or_else(|| panic.downcast_ref::<&str>().copied());
            Poll::Ready(Err(anyhow::anyhow!("{}", words.unwrap_or("a panic without words"))))
        })
    })
    .await
}

/// Drivers send addresses of their own code along.
fn without_driver_stack(text: &str) -> String {
    let is_stack = |line: &str| {
        let line = line.trim_start();
        line.starts_with('#') || line.contains("@chrome://") || line == "Stacktrace:"
    };
    text.lines().filter(|line| !is_stack(line)).collect::<Vec<_>>().join("\n")
}

/// What went wrong, in words: a backtrace through async code helps nobody.
pub struct Failure(String);

impl fmt::Debug for Failure {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

fn replaced(file: &Path, text: &str, by: &str) -> Result<Vec<u8>> {
    let content = fs::read_to_string(file)?;
    if !content.contains(text) {
        bail!("{} has no `{text}`", file.display());
    }
    Ok(content.replacen(text, by, 1).into_bytes())
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
