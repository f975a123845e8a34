//! What stands behind each word after `cargo xtask`.

pub mod bench;
pub mod ci;
pub mod dev;
pub mod dist;
pub mod duplicates;
pub mod lint;
pub mod run;
pub mod test;
pub mod tidy;

use anyhow::{Context, Result, bail};

const PORT: u16 = 8080;

/// `--port N`, or the port everybody knows.
fn port(words: &[&str]) -> Result<u16> {
    match words {
        [] => Ok(PORT),
        ["--port", number] => number.parse().with_context(|| format!("`{number}` is no port")),
        _ => bail!("`{}` is not understood: only --port N may follow", words.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_the_usual_one_or_the_one_asked_for() {
        assert_eq!(port(&[]).unwrap(), 8080);
        assert_eq!(port(&["--port", "9000"]).unwrap(), 9000);
        assert!(port(&["--port", "many"]).is_err());
        assert!(port(&["9000"]).is_err());
    }
}
