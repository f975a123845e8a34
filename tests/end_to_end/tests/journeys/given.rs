//! What journeys begin with, and what they count when they end.

use std::fs;
use std::path::PathBuf;

use end_to_end::{Page, Place, Result, WebElement, until};
use xtask::workspace;

/// Writes a lead down by hand: labels and texts.
pub async fn add_lead(page: &Page, fields: &[(&str, &str)]) -> Result<()> {
    page.open("/leads").await?;
    page.press("c").await?;
    let dialog = page.dialog("Add lead").await?;
    for (label, text) in fields {
        dialog.fill("textbox", label, text).await?;
    }
    dialog.click("button", "Save lead").await?;
    page.no_role("dialog", "Add lead").await
}

/// Imports a file with these lines; the columns are recognized by their names.
pub async fn import(page: &Page, name: &str, csv: &str) -> Result<()> {
    let file = file(page, name, csv)?;
    page.open("/import").await?;
    page.choose_file(&file).await?;
    finish_import(page).await
}

/// A file of one journey in one browser.
pub fn file(page: &Page, name: &str, csv: &str) -> Result<PathBuf> {
    let folder = workspace::scratch().join("journeys");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}-{name}.csv", page.browser.name()));
    fs::write(&file, csv)?;
    Ok(file)
}

/// Goes through the steps of an import after the file was chosen.
pub async fn finish_import(page: &Page) -> Result<()> {
    click_beginning(page, "button", "Check ").await?;
    click_beginning(page, "button", "Import ").await?;
    page.click("link", "Show the leads").await?;
    page.role("grid", "Leads").await?;
    Ok(())
}

/// Fills the empty inbox with the invented leads, people, organizations and deals.
pub async fn sample(page: &Page) -> Result<()> {
    add_sample(page).await?;
    // What is undone later is something else.
    page.part("region", "Notifications").await?.click("button", "Dismiss").await
}

/// The same, with the notice about it left in view.
pub async fn add_sample(page: &Page) -> Result<()> {
    page.open("/leads").await?;
    page.click("button", "Try with sample data").await?;
    page.see("300 sample leads added").await
}

/// A button may say how many while it waits to be clicked: the name may change.
pub async fn click_beginning(place: &Place, role: &str, beginning: &str) -> Result<()> {
    until(&format!("a click on a {role} that begins with \"{beginning}\""), async || {
        let all = place.named(role).await?;
        let Some((found, _)) = all.into_iter().find(|(_, name)| name.starts_with(beginning)) else { return Ok(None) };
        found.click().await?;
        Ok(Some(()))
    })
    .await
}

/// Opens a lead of the inbox by its name.
pub async fn open_lead(page: &Page, name: &str) -> Result<()> {
    page.open("/leads").await?;
    page.part("grid", "Leads").await?.click("link", name).await?;
    page.holds("the lead's page is open", "return /^.leads.[^/?]+$/.test(location.pathname);").await
}

/// Opens a lead and the dialog that converts it.
pub async fn begin_conversion(page: &Page, name: &str) -> Result<Place> {
    open_lead(page, name).await?;
    page.click("button", "Convert to deal").await?;
    page.dialog("Convert lead to deal").await
}

/// How many records there are, as the lists say after a new start of the app.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub open: usize,
    pub converted: usize,
    pub deals: usize,
    pub people: usize,
    pub organizations: usize,
}

pub async fn counts(page: &Page) -> Result<Counts> {
    page.open("/leads").await?;
    let tabs = page.part("navigation", "Saved views").await?.names("link").await?;
    let of_tab = |word: &str| tabs.iter().find_map(|tab| tab.strip_prefix(word)).map(number).unwrap_or_default();
    page.go("/deals?view=list").await?;
    let deals = page.css("main tbody tr").await?.len();
    let mut lists = [0; 2];
    for (count, list) in lists.iter_mut().zip(["/people", "/organizations"]) {
        page.go(list).await?;
        *count = number(&text_of(page, "main .view__count").await?);
    }
    Ok(Counts { open: of_tab("Open"), converted: of_tab("Converted"), deals, people: lists[0], organizations: lists[1] })
}

/// The first number in a text.
fn number(text: &str) -> usize {
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

async fn text_of(page: &Page, selector: &str) -> Result<String> {
    let element = until(selector, async || Ok(page.css(selector).await?.into_iter().next())).await?;
    Ok(element.text().await?)
}

/// The lines of Recent changes that begin with these words.
pub async fn changes(page: &Page, beginning: &str) -> Result<Vec<WebElement>> {
    page.open("/changes").await?;
    lines(page, beginning).await
}

/// Recent changes takes no second press so soon after the first.
pub async fn rest(page: &Page) -> Result<()> {
    page.script("return new Promise((done) => setTimeout(() => done(true), 750));", Vec::new()).await.map(drop)
}

/// The items of the lists in view that begin with these words.
pub async fn lines(page: &Page, beginning: &str) -> Result<Vec<WebElement>> {
    let all = page.named("listitem").await?;
    Ok(all.into_iter().filter(|(_, name)| name.starts_with(beginning)).map(|(line, _)| line).collect())
}

/// What the palette finds for these words: name and kind.
pub async fn find(page: &Page, words: &str) -> Result<Vec<String>> {
    page.press(end_to_end::Key::Control + "k").await?;
    let palette = page.dialog("Search or run a command").await?;
    palette.fill("combobox", "Search or run a command", words).await?;
    let found = until("results of the search", async || Ok(Some(palette.names("option").await?).filter(|found| !found.is_empty()))).await;
    palette.press(end_to_end::Key::Escape + "").await?;
    page.no_role("dialog", "Search or run a command").await?;
    found
}
