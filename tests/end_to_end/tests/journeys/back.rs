//! Back closes the dialog that is open and nothing else, whatever happened before and happens afterwards.

use std::time::{Duration, Instant};

use tokio::time::sleep;

use end_to_end::{App, Key, Page, Result, both, until};

use crate::given::{add_lead, begin_conversion, changes, open_lead};

both!(
    back_closes_the_dialog_alone,
    a_closed_dialog_leaves_nothing_to_go_back_to,
    back_after_a_reload_leaves_the_page,
    a_page_gone_to_from_a_dialog_takes_its_place,
    a_list_keeps_its_filters_beneath_a_dialog,
    an_earlier_way_back_does_not_end_a_later_one,
);

const ADA: &[(&str, &str)] = &[("First name", "Ada"), ("Last name", "Lovelace"), ("Organization", "Analytical Engines")];
const DIALOG: &str = "Convert lead to deal";

async fn at_record(page: &Page) -> Result<()> {
    page.holds("the lead's page is open", "return /^.leads.[^/?]+$/.test(location.pathname);").await
}

async fn at_list(page: &Page) -> Result<()> {
    until("the list", async || Ok((page.path().await?.split('?').next() == Some("/leads")).then_some(()))).await?;
    page.role("heading", "Lead inbox").await?;
    Ok(())
}

async fn back_closes_the_dialog_alone(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.fill("textbox", "Deal name", "Two machines").await?;
    page.back().await?;
    page.no_role("dialog", DIALOG).await?;
    at_record(page).await?;
    page.see("Draft kept").await?;
    // Forward to where it was brings nothing.
    page.forward().await?;
    page.no_role("dialog", DIALOG).await?;
    at_record(page).await?;
    page.role("heading", "Ada Lovelace").await?;
    // It opens again as it was left, and is left again.
    page.click("button", "Convert to deal").await?;
    page.dialog(DIALOG).await?;
    page.back().await?;
    page.no_role("dialog", DIALOG).await?;
    at_record(page).await?;
    page.back().await?;
    at_list(page).await?;
    // On the list too, also twice in a row.
    page.press("c").await?;
    page.dialog("Add lead").await?;
    page.back().await?;
    page.no_role("dialog", "Add lead").await?;
    at_list(page).await?;
    page.press(Key::Control + "k").await?;
    page.dialog("Search or run a command").await?;
    page.back().await?;
    page.no_role("dialog", "Search or run a command").await?;
    at_list(page).await
}

async fn a_closed_dialog_leaves_nothing_to_go_back_to(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    open_lead(page, "Ada Lovelace").await?;
    for _ in 0..2 {
        page.click("button", "Convert to deal").await?;
        page.dialog(DIALOG).await?;
        page.press(Key::Escape + "").await?;
        page.no_role("dialog", DIALOG).await?;
        page.holds("the entry of the dialog is gone", "return history.state !== 'dialog';").await?;
    }
    page.back().await?;
    at_list(page).await
}

async fn back_after_a_reload_leaves_the_page(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    begin_conversion(page, "Ada Lovelace").await?;
    page.reload().await?;
    page.role("heading", "Ada Lovelace").await?;
    page.holds("the entry of the dialog is gone", "return history.state !== 'dialog';").await?;
    page.back().await?;
    at_list(page).await
}

async fn a_page_gone_to_from_a_dialog_takes_its_place(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    begin_conversion(page, "Ada Lovelace").await?.click("button", "Convert lead").await?;
    page.click("link", "Open deal").await?;
    page.holds("the deal is open", "return /^.deals.[^/?]+$/.test(location.pathname);").await?;
    page.back().await?;
    at_record(page).await?;
    page.no_role("dialog", DIALOG).await?;
    page.back().await?;
    at_list(page).await?;
    // By the palette, from the list to another one.
    page.press(Key::Control + "k").await?;
    let palette = page.dialog("Search or run a command").await?;
    palette.fill("combobox", "Search or run a command", "recent changes").await?;
    palette.press(Key::Enter + "").await?;
    page.at("/changes").await?;
    page.back().await?;
    at_list(page).await?;
    assert_eq!(changes(page, "Lead converted to").await?.len(), 1);
    Ok(())
}

async fn a_list_keeps_its_filters_beneath_a_dialog(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    add_lead(page, &[("Last name", "Hopper")]).await?;
    page.open("/leads").await?;
    page.fill("searchbox", "Search leads", "lovelace").await?;
    until("the filter in the address", async || Ok(page.path().await?.contains("q=lovelace").then_some(()))).await?;
    page.press(Key::Control + "k").await?;
    page.dialog("Search or run a command").await?;
    page.back().await?;
    page.no_role("dialog", "Search or run a command").await?;
    until("the filter in the address", async || Ok(page.path().await?.contains("q=lovelace").then_some(()))).await?;
    page.part("grid", "Leads").await?.role("link", "Ada Lovelace").await?;
    page.see_no("Hopper").await
}

/// The app waits five seconds for the browser to go back, then no longer: for that time, not for the next.
async fn an_earlier_way_back_does_not_end_a_later_one(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/leads").await?;
    let slow = "const back = history.back.bind(history); history.back = () => setTimeout(back, 1500);";
    page.script(slow, Vec::new()).await?;
    let add = async || {
        page.press("c").await?;
        page.dialog("Add lead").await
    };
    let close = async || {
        page.press(Key::Escape + "").await?;
        page.no_role("dialog", "Add lead").await
    };
    add().await?;
    let first = Instant::now();
    close().await?;
    sleep(Duration::from_secs(3)).await;
    add().await?;
    sleep(Duration::from_millis(4_300).saturating_sub(first.elapsed())).await;
    close().await?;
    // The way back from the second takes until the patience with the first is over.
    let third = add().await?;
    sleep(Duration::from_millis(7_000).saturating_sub(first.elapsed())).await;
    third.fill("textbox", "Last name", "Lovelace").await?;
    page.back().await?;
    page.no_role("dialog", "Add lead").await?;
    at_list(page).await
}
