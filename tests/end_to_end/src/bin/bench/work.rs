//! A day's work with 100,000 leads: import, start, search, conversion, memory; beside the same on bare IndexedDB in the same browser.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use end_to_end::{App, Browser, Page, Result};
use serde_json::{Value, json};
use xtask::workspace;

use crate::leads;
use crate::measurement::{Measurement, median, percentile};

const LEADS: usize = 100_000;
const CONVERSIONS: usize = 15;
/// The plain way takes its time with 100,000 objects.
const LONGEST: Duration = Duration::from_secs(180);
/// Long enough not to disturb what is measured.
const PAUSE: Duration = Duration::from_millis(200);
const BARE: &str = include_str!("bare.js");
const OURS: &str = include_str!("ours.js");
const SEARCHES: &[&str] =
    &["ann", "bru", "elena", "gi", "heike h", "koller", "lu", "mue", "nina", "ros", "ste", "turn", "val", "web", "zan"];

pub async fn measure() -> Result<Vec<Measurement>> {
    let mut app = App::start(Browser::Chromium).await?;
    let file = workspace::scratch().join("bench/leads.csv");
    fs::create_dir_all(file.parent().unwrap_or(&file))?;
    let text = leads::csv(LEADS);
    fs::write(&file, &text)?;
    let page = &mut app.page;
    page.cdp("Page.enable", json!({})).await?;
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": OURS })).await?;

    let import = import(page, &file.display().to_string()).await?;
    let bare_import = number(&bare(page, "import(arguments[0])", json!(text)).await?["ms"]);
    let mut all = vec![rows_per_second(import, bare_import)];
    all.push(start(page).await?);
    all.extend(searches(page).await?);
    all.extend(conversions(page).await?);
    all.push(memory(page).await?);
    Ok(all)
}

fn rows_per_second(ours: f64, bare: f64) -> Measurement {
    let rate = |milliseconds: f64| LEADS as f64 / milliseconds * 1000.0;
    Measurement { name: "import of 100,000 rows, all steps", value: rate(ours), unit: "rows/s", reference: rate(bare) }
}

/// Milliseconds of all steps together: reading, checking, writing. What a person takes to press the buttons is not counted.
async fn import(page: &Page, file: &str) -> Result<f64> {
    page.open("/import").await?;
    page.choose_file(Path::new(file)).await?;
    run(page, "return kontorBench.import();").await.map(|value| number(&value))
}

/// From navigation to an inbox that shows its rows and its count, with all that is stored.
async fn start(page: &mut Page) -> Result<Measurement> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        page.open("/leads").await?;
        ours.push(number(&run(page, "return kontorBench.usable();").await?));
        theirs.push(number(&bare(page, "start()", Value::Null).await?["ms"]));
    }
    Ok(Measurement { name: "navigation to usable inbox, 100,000 leads", value: median(ours), unit: "ms", reference: median(theirs) })
}

async fn searches(page: &Page) -> Result<[Measurement; 2]> {
    let ours = numbers(&run_with(page, "return kontorBench.search(arguments[0]);", json!(SEARCHES)).await?);
    let theirs = numbers(&bare(page, "search(arguments[0])", json!(SEARCHES)).await?);
    Ok(pair(["search keystroke to rows p50", "search keystroke to rows p95"], ours, theirs))
}

async fn conversions(page: &Page) -> Result<[Measurement; 2]> {
    let ours = numbers(&run_with(page, "return kontorBench.convert(arguments[0]);", json!(CONVERSIONS)).await?);
    let theirs = numbers(&bare(page, "convert(arguments[0])", json!(CONVERSIONS)).await?);
    Ok(pair(["conversion, confirmed to durable and shown p50", "conversion, confirmed to durable and shown p95"], ours, theirs))
}

fn pair(names: [&'static str; 2], ours: Vec<f64>, theirs: Vec<f64>) -> [Measurement; 2] {
    [(names[0], 50), (names[1], 95)].map(|(name, percent)| Measurement {
        name,
        value: percentile(ours.clone(), percent),
        unit: "ms",
        reference: percentile(theirs.clone(), percent),
    })
}

/// Of the app's WASM; the plain way's is what the same leads take as objects.
async fn memory(page: &Page) -> Result<Measurement> {
    page.open("/settings").await?;
    let megabytes = |value: &Value| number(value) / 1e6;
    let ours = megabytes(&run(page, "return kontorBench.memory();").await?);
    let theirs = megabytes(&bare(page, "memory()", Value::Null).await?);
    Ok(Measurement { name: "memory with 100,000 leads", value: ours, unit: "MB", reference: theirs })
}

async fn bare(page: &Page, call: &str, argument: Value) -> Result<Value> {
    page.script(BARE, Vec::new()).await?;
    run_with(page, &format!("return bare.{call};"), argument).await
}

async fn run(page: &Page, script: &str) -> Result<Value> {
    run_with(page, script, Value::Null).await
}

/// A script that may take its time: started, then asked for its result.
async fn run_with(page: &Page, script: &str, argument: Value) -> Result<Value> {
    let start = format!(
        "globalThis.benchResult = null;
         (async function () {{ {script} }}).apply(null, arguments)
             .then((value) => {{ globalThis.benchResult = {{ value }}; }}, (error) => {{ globalThis.benchResult = {{ error: String(error) }}; }});"
    );
    page.script(&start, vec![argument]).await?;
    let end = Instant::now() + LONGEST;
    let result = loop {
        let result = page.script("return globalThis.benchResult;", Vec::new()).await?;
        if !result.is_null() {
            break result;
        }
        anyhow::ensure!(Instant::now() < end, "{script} took more than {} s", LONGEST.as_secs());
        tokio::time::sleep(PAUSE).await;
    };
    match result.get("error") {
        Some(error) => anyhow::bail!("{script} failed: {error}"),
        None => Ok(result["value"].clone()),
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().map(|list| list.iter().map(number).collect()).unwrap_or_default()
}
