//! axe-core: what a program can find about accessibility.

use std::fmt;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use xtask::setup::Tool;

use crate::place::Place;

const RUN: &str = "const which = arguments[0] ? { runOnly: { type: 'rule', values: arguments[0] } } : {};
    return axe.run(document, { resultTypes: ['violations'], ...which }).then((result) => result.violations);";
/// What depends on the theme.
const CONTRAST: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// One rule that is broken, and where.
#[derive(Debug)]
pub struct Violation {
    pub rule: String,
    pub help: String,
    pub places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}", self.rule, self.help)?;
        self.places.iter().try_for_each(|place| write!(to, "\n    {place}"))
    }
}

impl Place {
    /// What axe-core finds on the whole page as it is now.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        self.axe_rules(&Value::Null).await
    }

    /// The same for contrast alone, where only the theme has changed.
    pub async fn axe_contrast(&self) -> Result<Vec<Violation>> {
        self.axe_rules(&json!(CONTRAST)).await
    }

    async fn axe_rules(&self, rules: &Value) -> Result<Vec<Violation>> {
        let source = fs::read_to_string(Tool::Axe.found()?).context("axe-core can't be read")?;
        let violations = self.script(&format!("{source}\n{RUN}"), vec![rules.clone()]).await?;
        let Value::Array(violations) = violations else { bail!("axe-core answered {violations}") };
        Ok(violations.iter().map(violation).collect())
    }

    /// An error if axe-core finds anything, in light or in dark.
    pub async fn axe_clean(&self) -> Result<()> {
        for theme in ["light", "dark"] {
            self.theme(Some(theme)).await?;
            let violations = self.axe().await?;
            self.theme(None).await?;
            if !violations.is_empty() {
                let list: Vec<String> = violations.iter().map(ToString::to_string).collect();
                bail!("axe-core, {theme}:\n  {}", list.join("\n  "));
            }
        }
        Ok(())
    }

    /// Light, dark, or as the system says. Moving colours are brought to their end.
    pub async fn theme(&self, theme: Option<&str>) -> Result<()> {
        let script = "const page = document.documentElement;
            if (arguments[0]) page.dataset.theme = arguments[0]; else delete page.dataset.theme;
            for (const moving of document.getAnimations()) { try { moving.finish(); } catch { moving.cancel(); } }";
        self.script(script, vec![json!(theme)]).await?;
        Ok(())
    }
}

fn violation(value: &Value) -> Violation {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = value["nodes"].as_array().cloned().unwrap_or_default();
    let place = |node: &Value| format!("{} {}", node["target"], text(&node["failureSummary"]).replace('\n', " "));
    Violation { rule: text(&value["id"]), help: text(&value["help"]), places: nodes.iter().map(place).collect() }
}
