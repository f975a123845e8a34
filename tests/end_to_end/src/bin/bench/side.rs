//! One of the two that do the same work: the app or the bare page, each from its own address, in one tab.

use std::fs;
use std::time::{Duration, Instant};

use end_to_end::{Page, Result};
use serde_json::{Value, json};
use xtask::serve::Server;
use xtask::workspace;

/// The plain way takes its time with 100,000 objects.
const LONGEST: Duration = Duration::from_secs(400);
/// Long enough not to disturb what is measured.
const PAUSE: Duration = Duration::from_millis(200);
const SCRIPTS: [&str; 3] = [include_str!("watch.js"), include_str!("bare.js"), include_str!("ours.js")];

/// What a piece of work answered, and the tasks above 50 ms that it caused, in milliseconds.
pub struct Done {
    pub value: Value,
    pub tasks: Vec<f64>,
}

/// Gives every document from now on the scripts of both sides.
pub async fn prepare(page: &Page) -> Result<()> {
    page.cdp("Page.enable", json!({})).await?;
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": SCRIPTS.join("\n") })).await?;
    Ok(())
}

/// A page that has nothing but a heading, and `files` beside it.
pub fn bare_page(name: &str, files: &[(&str, &str)]) -> Result<Server> {
    let folder = workspace::scratch().join("bench").join(name);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), "<!doctype html><title>Bare</title><main><h1>Bare</h1></main>")?;
    for (name, content) in files {
        fs::write(folder.join(name), content)?;
    }
    Server::start(folder, 0)
}

/// Runs `work` in the page: a promise, started and then asked for. Tasks are counted from `since` on, in milliseconds of the page.
pub async fn run(page: &Page, work: &str, argument: Value, since: &str) -> Result<Done> {
    let start = format!(
        "globalThis.result = null;
         watch.over({since}, () => {work})
             .then((value) => {{ globalThis.result = value; }}, (error) => {{ globalThis.result = {{ error: String(error) }}; }});"
    );
    page.script(&start, vec![argument]).await?;
    let end = Instant::now() + LONGEST;
    let mut result = loop {
        let result = page.script("return globalThis.result;", Vec::new()).await?;
        if !result.is_null() {
            break result;
        }
        anyhow::ensure!(Instant::now() < end, "{work} took more than {} s", LONGEST.as_secs());
        tokio::time::sleep(PAUSE).await;
    };
    match result.get("error") {
        Some(error) => anyhow::bail!("{work} failed: {error}"),
        None => Ok(Done { tasks: numbers(&result["tasks"]), value: result["value"].take() }),
    }
}

/// Tasks are counted from now on.
pub async fn run_now(page: &Page, work: &str, argument: Value) -> Result<Done> {
    run(page, work, argument, "performance.now()").await
}

pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().map(|list| list.iter().map(number).collect()).unwrap_or_default()
}
