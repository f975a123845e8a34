//! Measurements of the built app in headless Chromium: `cargo xtask bench [NAME]`, one JSON object a line.
//! See [`measurement::Measurement`] for what its numbers mean.

#[path = "bench/leads.rs"]
mod leads;
#[path = "bench/measurement.rs"]
mod measurement;
#[path = "bench/side.rs"]
mod side;
#[path = "bench/start.rs"]
mod start;
#[path = "bench/work.rs"]
mod work;

use end_to_end::Result;

const NAMES: &[&str] = &["start", "work"];

fn main() -> Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    for name in NAMES {
        if wanted.is_empty() || wanted.iter().any(|part| name.contains(part.as_str())) {
            runtime.block_on(measure(name))?;
        }
    }
    Ok(())
}

async fn measure(name: &str) -> Result<()> {
    match name {
        "start" => start::measure().await,
        "work" => work::measure().await,
        other => anyhow::bail!("no measurement is called {other}"),
    }
}
