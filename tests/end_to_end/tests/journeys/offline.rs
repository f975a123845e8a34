//! A day's work without a network, and with a full disk.

use end_to_end::{App, Browser, Failure, Key, Page, Result, both, play};
use serde_json::json;
use xtask::workspace;

use crate::given::{Counts, add_lead, begin_conversion, counts, finish_import, open_lead};

both!(a_day_without_a_network_is_kept);

mod a_full_disk_loses_no_text {
    use super::*;

    /// Only Chromium lets itself be told how much there is.
    #[test]
    fn chromium() -> Result<(), Failure> {
        play(Browser::Chromium, "a_full_disk_loses_no_text", a_full_disk_loses_no_text)
    }
}

async fn a_day_without_a_network_is_kept(app: &mut App) -> Result<()> {
    app.page.open("/leads").await?;
    app.page.kept_offline().await?;
    app.offline().await?;
    app.page.reload().await?;

    let page = &app.page;
    page.open("/import").await?;
    page.choose_file(&workspace::root().join("tests/fixtures/import/broken-rows.csv")).await?;
    finish_import(page).await?;
    let imported = counts(page).await?.open;
    assert!(imported > 20, "{imported} leads were imported");

    open_lead(page, "Theodore Fisher").await?;
    page.click("button", "Edit").await?;
    let form = page.dialog("Edit Theodore Fisher").await?;
    form.fill("textbox", "Job title optional", "Head of purchasing").await?;
    form.click("button", "Save").await?;
    page.no_role("dialog", "Edit Theodore Fisher").await?;
    let dialog = begin_conversion(page, "Theodore Fisher").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;

    let all = Counts { open: imported - 1, converted: 1, deals: 1, people: 1, organizations: 1 };
    everything_is_there(page, all).await?;
    app.page.reopen().await?;
    everything_is_there(&app.page, all).await?;
    app.online().await?;
    app.page.reload().await
}

async fn everything_is_there(page: &Page, all: Counts) -> Result<()> {
    assert_eq!(counts(page).await?, all);
    page.open("/people").await?;
    page.click("link", "Theodore Fisher").await?;
    page.see("Head of purchasing").await?;
    page.open("/deals").await?;
    page.see("Theodore Fisher, Webb & Samuel Ltd").await
}

async fn a_full_disk_loses_no_text(app: &mut App) -> Result<()> {
    let origin = app.address();
    add_lead(&app.page, &[("Last name", "Lovelace")]).await?;
    open_lead(&app.page, "Lovelace").await?;
    let lead = app.page.path().await?;
    // While it runs, the browser goes by the room it found half a minute ago.
    app.page.restart().await?;
    let page = &app.page;
    page.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1 })).await?;
    page.open(&lead).await?;
    page.fill("textbox", "Note", "Calls back in May").await?;
    page.press(Key::Control + Key::Enter).await?;
    page.see("storage is full").await?;
    let note = page.role("textbox", "Note").await?;
    assert_eq!(note.prop("value").await?.as_deref(), Some("Calls back in May"));
    page.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": origin })).await?;
    page.press(Key::Control + Key::Enter).await?;
    page.see_no("storage is full").await?;
    assert_eq!(page.role("textbox", "Note").await?.prop("value").await?.as_deref(), Some(""));
    page.reload().await?;
    page.see("Calls back in May").await
}
