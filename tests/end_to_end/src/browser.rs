//! The two browsers: what starts them, and with which settings.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::Capabilities;
use xtask::setup::Tool;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    pub(crate) fn driver(self) -> Tool {
        match self {
            Self::Chromium => Tool::Chromedriver,
            Self::Firefox => Tool::Geckodriver,
        }
    }

    /// Both drivers choose a free port and say which.
    pub(crate) fn driver_arguments(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["--port=0"],
            Self::Firefox => &["--port=0", "--websocket-port=0"],
        }
    }

    /// A session that keeps everything in this profile folder.
    pub(crate) fn capabilities(self, profile: &Path) -> Result<Capabilities> {
        let profile = profile.to_str().context("the profile's path is no text")?;
        let value = match self {
            Self::Chromium => chromium(&Tool::Chromium.found()?, profile),
            Self::Firefox => firefox(&Tool::Firefox.found()?, profile),
        };
        let mut capabilities = Capabilities::new();
        for (key, value) in value.as_object().expect("capabilities are an object") {
            capabilities.set(key, value)?;
        }
        Ok(capabilities)
    }
}

fn chromium(program: &Path, profile: &str) -> Value {
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "unhandledPromptBehavior": "ignore",
        "goog:chromeOptions": {
            "binary": program,
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--disable-default-apps", "--lang=en-US", "--window-size=1280,900",
                format!("--user-data-dir={profile}"),
            ],
            "prefs": { "download.default_directory": format!("{profile}/downloads") },
        },
    })
}

fn firefox(program: &Path, profile: &str) -> Value {
    json!({
        "browserName": "firefox",
        "unhandledPromptBehavior": "ignore",
        "moz:firefoxOptions": {
            "binary": program,
            "args": ["-headless", "-profile", profile],
            "prefs": {
                // The only way to the errors of a page, and of nothing else, without a second protocol.
                "devtools.console.stdout.content": true,
                "devtools.console.stdout.chrome": false,
                "browser.dom.window.dump.enabled": true,
                // Firefox looks for experiments of its own otherwise, and complains that it finds none.
                "messaging-system.rsexperimentloader.enabled": false,
                "app.normandy.enabled": false,
                "intl.accept_languages": "en-US",
                "dom.serviceWorkers.enabled": true,
                "browser.download.folderList": 2,
                "browser.download.dir": format!("{profile}/downloads"),
                "browser.helperApps.neverAsk.saveToDisk": "text/csv",
            },
        },
    })
}
