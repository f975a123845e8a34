//! Every screen, light and dark, on a desk, a tablet and a phone: accessible, nothing beyond the edge, and a picture of each.
//!
//! Firefox looks at one size: what axe-core finds depends on the page, hardly on the browser.

use end_to_end::{App, Browser, Key, Page, Result, alike};
use serde_json::json;
use xtask::workspace;

use crate::given::{begin_conversion, sample};

alike!(
    empty_screens_are_clean,
    lists_are_clean,
    records_are_clean,
    dialogs_are_clean,
    an_import_is_clean,
    screens_in_german_and_italian_fit
);

/// A desk, a tablet, a phone; the narrowest phone there is, which is not pictured.
const SIZES: [(&str, u32, u32); 3] = [("desk", 1440, 900), ("tablet", 820, 1180), ("phone", 390, 844)];
const NARROW: (u32, u32) = (320, 640);

const LISTS: [(&str, &str); 10] = [
    ("leads", "/leads"),
    ("deals", "/deals"),
    ("deals-list", "/deals?view=list"),
    ("people", "/people"),
    ("organizations", "/organizations"),
    ("activities", "/activities"),
    ("changes", "/changes"),
    ("duplicates", "/duplicates"),
    ("duplicates-leads", "/duplicates?of=leads"),
    ("settings", "/settings"),
];

/// What scrolls though it should not, by how much, and the element in it that goes furthest: the page and its panes sideways,
/// and the page downwards where each pane scrolls by itself.
const BEYOND: &str = "const page = document.documentElement;
    const furthest = (place) => [...place.querySelectorAll('*')].reduce((one, other) =>
        other.getBoundingClientRect().right > one.getBoundingClientRect().right ? other : one, place);
    const panes = [page, ...document.querySelectorAll('.scroll, .view__header, .view__bar, .grid__body, .dialog__body, dialog[open]')];
    const wide = panes.filter((pane) => pane.scrollWidth > pane.clientWidth + 1 && getComputedStyle(pane).overflowX !== 'visible');
    const found = wide.map((pane) => `${pane.scrollWidth - pane.clientWidth} px beyond ${pane.className}: ${furthest(pane).outerHTML.slice(0, 160)}`);
    const longer = innerWidth > 760 ? page.scrollHeight - page.clientHeight : 0;
    return longer > 0 ? [...found, `the page is ${longer} px longer than the window`] : found;";

/// Moving things come to their end, and what follows the size of the window has followed.
const STILL: &str = "for (const moving of document.getAnimations()) { try { moving.finish(); } catch { moving.cancel(); } }
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 60))));";

async fn empty_screens_are_clean(app: &mut App) -> Result<()> {
    let mut look = Look::begin(&app.page).await?;
    for (name, path) in LISTS {
        app.page.open(path).await?;
        look.at(&format!("empty-{name}")).await?;
    }
    app.page.open("/nowhere").await?;
    look.at("nowhere").await?;
    look.end()
}

async fn lists_are_clean(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample(page).await?;
    let mut look = Look::begin(page).await?;
    for (name, path) in LISTS {
        page.open(path).await?;
        look.at(name).await?;
    }
    page.open("/leads").await?;
    page.press("j").await?;
    page.holds("the preview is open", "return document.querySelector('aside') !== null;").await?;
    page.press("x").await?;
    look.at("leads-selected").await?;
    page.open("/leads").await?;
    page.click("button", "Filter").await?;
    look.at("leads-filter").await?;
    page.open("/leads").await?;
    page.click("link", "Archived 20").await?;
    look.at("leads-archived").await?;
    page.open("/leads").await?;
    page.fill("searchbox", "Search leads", "nobody has this name").await?;
    page.role("heading", "No lead matches these filters").await?;
    look.at("leads-none").await?;
    look.end()
}

async fn records_are_clean(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample(page).await?;
    let lead = first_link(page, "/leads").await?;
    let mut look = Look::begin(page).await?;
    page.open(&lead).await?;
    look.at("lead").await?;
    page.click("button", "Edit job title").await?;
    look.at("lead-inline").await?;
    for (name, list) in [("deal", "/deals"), ("person", "/people"), ("organization", "/organizations")] {
        let record = first_link(page, list).await?;
        page.open(&record).await?;
        look.at(name).await?;
    }
    look.end()
}

async fn dialogs_are_clean(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample(page).await?;
    let mut look = Look::begin(page).await?;
    for (name, path, keys) in [
        ("new-lead", "/leads", "c".into()),
        ("palette", "/leads", Key::Control + "k"),
        ("shortcuts", "/leads", "?".into()),
        ("new-deal", "/deals", "c".into()),
    ] {
        page.open(path).await?;
        page.press(keys).await?;
        dialog_open(page).await?;
        look.at(name).await?;
    }
    for (name, path, button) in [("new-person", "/people", "Add person"), ("new-organization", "/organizations", "Add organization")] {
        page.open(path).await?;
        page.click("button", button).await?;
        dialog_open(page).await?;
        look.at(name).await?;
    }
    let name = first_name(page).await?;
    let dialog = begin_conversion(page, &name).await?;
    look.at("convert").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    look.at("convert-summary").await?;
    page.press(Key::Escape + "").await?;
    page.see("Undo conversion").await?;
    look.at("lead-converted").await?;
    let deal = first_link(page, "/deals").await?;
    let lead = first_link(page, "/leads").await?;
    for (name, path, key) in [("deal-lost", &deal, "l"), ("lead-disqualify", &lead, "s")] {
        page.open(path).await?;
        page.press(key).await?;
        dialog_open(page).await?;
        look.at(name).await?;
    }
    page.open(&deal).await?;
    page.click("button", "Edit").await?;
    dialog_open(page).await?;
    look.at("deal-edit").await?;
    look.end()
}

async fn an_import_is_clean(app: &mut App) -> Result<()> {
    let page = &app.page;
    let mut look = Look::begin(page).await?;
    page.open("/import").await?;
    look.at("import-file").await?;
    page.choose_file(&workspace::root().join("tests/fixtures/import/broken-rows.csv")).await?;
    page.role("button", "Check 40 rows").await?;
    look.at("import-match").await?;
    page.click("button", "Check 40 rows").await?;
    page.role("heading", "40 rows checked").await?;
    look.at("import-check").await?;
    page.click("button", "Import 35 leads").await?;
    page.role("heading", "35 leads imported").await?;
    look.at("import-done").await?;
    page.click("button", "Undo import").await?;
    page.role("heading", "The import was undone").await?;
    look.at("import-undone").await?;
    look.end()
}

/// The longest words: nothing may push the page wider than a phone.
async fn screens_in_german_and_italian_fit(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample(page).await?;
    let mut paths: Vec<(&str, String)> = LISTS.iter().map(|(name, path)| (*name, (*path).to_owned())).collect();
    for (name, list) in [("lead", "/leads"), ("deal", "/deals"), ("person", "/people"), ("organization", "/organizations")] {
        paths.push((name, first_link(page, list).await?));
    }
    let mut beyond = Vec::new();
    for language in ["de", "it"] {
        page.script(&format!("localStorage.setItem('kontor.language', '{language}');"), Vec::new()).await?;
        for (name, path) in &paths {
            page.open(path).await?;
            size(page, NARROW.0, NARROW.1).await?;
            page.holds("the page is still", STILL).await?;
            page.shot(&format!("{name}-{language}")).await?;
            beyond.extend(beyond_edge(page, &format!("{name} in {language}"), NARROW.0).await?);
        }
    }
    assert!(beyond.is_empty(), "beyond the edge:\n  {}", beyond.join("\n  "));
    Ok(())
}

/// Looks at one screen after another and gathers what is wrong.
struct Look<'a> {
    page: &'a Page,
    found: Vec<String>,
}

impl<'a> Look<'a> {
    async fn begin(page: &'a Page) -> Result<Self> {
        let look = Self { page, found: Vec::new() };
        look.desk().await?;
        Ok(look)
    }

    /// At the screen that is open now, in every size and theme.
    async fn at(&mut self, name: &str) -> Result<()> {
        let sizes = if self.page.browser == Browser::Firefox { &SIZES[..1] } else { &SIZES[..] };
        for (size_name, width, height) in sizes {
            size(self.page, *width, *height).await?;
            self.page.holds("the page is still", STILL).await?;
            for theme in ["light", "dark"] {
                self.page.theme(Some(theme)).await?;
                self.page.shot(&format!("{name}-{size_name}-{theme}")).await?;
                let all_rules = theme == "light" || *size_name == SIZES[0].0;
                let found = if all_rules { self.page.axe().await? } else { self.page.axe_contrast().await? };
                self.found.extend(found.iter().map(|found| format!("{name}, {size_name}, {theme}: {found}")));
            }
            self.found.extend(beyond_edge(self.page, name, *width).await?);
        }
        size(self.page, NARROW.0, NARROW.1).await?;
        self.page.holds("the page is still", STILL).await?;
        self.found.extend(beyond_edge(self.page, name, NARROW.0).await?);
        self.page.theme(None).await?;
        self.desk().await
    }

    async fn desk(&self) -> Result<()> {
        size(self.page, SIZES[0].1, SIZES[0].2).await
    }

    fn end(self) -> Result<()> {
        assert!(self.found.is_empty(), "{} things are wrong:\n  {}", self.found.len(), self.found.join("\n  "));
        Ok(())
    }
}

async fn beyond_edge(page: &Page, name: &str, width: u32) -> Result<Vec<String>> {
    let found: Vec<String> = serde_json::from_value(page.script(BEYOND, Vec::new()).await?)?;
    Ok(found.into_iter().map(|found| format!("{name} at {width} px: {found}")).collect())
}

/// A window of Chromium can't be as narrow as a phone; its page can.
async fn size(page: &Page, width: u32, height: u32) -> Result<()> {
    if page.browser == Browser::Firefox {
        return page.resize(width, height).await;
    }
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    page.cdp("Emulation.setDeviceMetricsOverride", size).await?;
    Ok(())
}

async fn dialog_open(page: &Page) -> Result<()> {
    page.holds("a dialog is open", "return document.querySelector('dialog[open]') !== null;").await
}

/// The address of the first record that a list links to.
async fn first_link(page: &Page, list: &str) -> Result<String> {
    page.open(list).await?;
    let link = format!("document.querySelector(\"main a[href^='{list}/']\")");
    page.holds("a link to a record", &format!("return {link} !== null;")).await?;
    let link = page.script(&format!("return {link}.getAttribute('href');"), Vec::new()).await?;
    Ok(serde_json::from_value(link)?)
}

/// The name of the first lead of the inbox.
async fn first_name(page: &Page) -> Result<String> {
    let link = first_link(page, "/leads").await?;
    let name = page.script(&format!("return document.querySelector(\"main a[href='{link}']\").textContent;"), Vec::new()).await?;
    Ok(serde_json::from_value(name)?)
}
