//! Waiting for something to become true, never longer than it may take.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// Long for a person, short for a busy machine with two browsers on it.
const LONGEST: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(40);

/// Asks again and again until there is an answer. `what` is a sentence about the expected state.
pub async fn until<T>(what: &str, mut probe: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let end = Instant::now() + LONGEST;
    let mut last_error = None;
    while Instant::now() < end {
        match probe().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => last_error = None,
            // While a page is replaced by another, elements and scripts come to nothing.
            Err(error) => last_error = Some(error),
        }
        tokio::time::sleep(PAUSE).await;
    }
    match last_error {
        Some(error) => Err(error.context(format!("waited {} s for: {what}", LONGEST.as_secs()))),
        None => bail!("waited {} s for: {what}", LONGEST.as_secs()),
    }
}
