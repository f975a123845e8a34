//! From navigation to the drawn app, on a first visit; beside a page that has nothing but a heading.

use end_to_end::{App, Browser, Page, Result, until};
use serde_json::{Value, json};

use crate::measurement::{Measurement, median};
use crate::side::bare_page;

const TIMES: usize = 5;

/// Notes when a view stands in the page and the browser has got round to painting it.
const WATCH: &str = "new MutationObserver((_, observer) => {
    if (document.querySelector('main h1')) {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => { globalThis.drawnAfter = performance.now(); }));
    }
}).observe(document, { childList: true, subtree: true });";

pub async fn measure() -> Result<()> {
    let mut app = App::start(Browser::Chromium).await?;
    app.page.close().await?;
    let bare = bare_page("bare-start", &[])?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    // Taken in turns, so that a busy moment meets both.
    for _ in 0..TIMES {
        ours.push(first_visit(&app.address()).await?);
        theirs.push(first_visit(&bare.address()).await?);
    }
    Measurement { name: "first visit to drawn app".into(), value: median(ours), unit: "ms", reference: median(theirs) }.print();
    Ok(())
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
