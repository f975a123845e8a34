//! From navigation to the drawn app, on a first visit; beside a page that has nothing but a heading.

use std::fs;

use end_to_end::{App, Browser, Page, Result, until};
use serde_json::{Value, json};
use xtask::serve::Server;
use xtask::workspace;

use crate::measurement::{Measurement, median};

const TIMES: usize = 5;

/// Notes when a view stands in the page and the browser has got round to painting it.
const WATCH: &str = "new MutationObserver((_, observer) => {
    if (document.querySelector('main h1')) {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => { globalThis.drawnAfter = performance.now(); }));
    }
}).observe(document, { childList: true, subtree: true });";

pub async fn measure() -> Result<Vec<Measurement>> {
    let app = App::start(Browser::Chromium).await?;
    let bare = bare_page()?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // Taken in turns, so that a busy moment meets both.
    for _ in 0..TIMES {
        ours.push(first_visit(&app.address()).await?);
        theirs.push(first_visit(&bare.address()).await?);
    }
    let measurement = Measurement { name: "first visit to drawn app", value: median(ours), unit: "ms", reference: median(theirs) };
    Ok(vec![measurement])
}

/// With a new profile: nothing is cached, nothing is compiled.
async fn first_visit(address: &str) -> Result<f64> {
    let mut page = Page::start(Browser::Chromium, address).await?;
    page.cdp("Page.enable", json!({})).await?;
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    page.open("/leads").await?;
    let drawn = until("the app is drawn", async || match page.script("return globalThis.drawnAfter ?? null;", Vec::new()).await? {
        Value::Number(milliseconds) => Ok(milliseconds.as_f64()),
        _ => Ok(None),
    })
    .await;
    page.close().await?;
    drawn
}

fn bare_page() -> Result<Server> {
    let folder = workspace::scratch().join("bench/bare");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), "<!doctype html><title>Bare</title><main><h1>Bare</h1></main>")?;
    Server::start(folder, 0)
}
