//! The focus is never lost: what is done by keys goes on by keys.

use end_to_end::{App, Key, Page, Result, both, until};

use crate::given::{add_lead, add_sample, begin_conversion, open_lead};

both!(lists_keep_the_focus, a_record_keeps_the_focus, deals_keep_the_focus);

const NAME: &str = "Ada Lovelace";
const ADA: &[(&str, &str)] = &[("First name", "Ada"), ("Last name", "Lovelace"), ("Organization", "Engines")];
const DEAL: &str = "Ada Lovelace, Engines";

/// Once everything has settled, something has the focus.
async fn somewhere(page: &Page, after: &str) -> Result<()> {
    let script = "return new Promise((done) => setTimeout(() => done(document.activeElement !== document.body), 400));";
    page.holds(&format!("the focus is somewhere after {after}"), script).await
}

async fn lists_keep_the_focus(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_sample(page).await?;
    somewhere(page, "the sample was added").await?;
    page.part("region", "Notifications").await?.click("button", "Dismiss").await?;
    somewhere(page, "a notice was dismissed").await?;
    page.open("/leads?tag=hot").await?;
    page.part("grid", "Leads").await?;
    page.click("checkbox", &all_matching(page).await?).await?;
    page.press("e").await?;
    page.click("option", "No budget").await?;
    page.role("heading", "No lead matches these filters").await?;
    somewhere(page, "all were archived").await
}

/// The name of the box that selects all.
async fn all_matching(page: &Page) -> Result<String> {
    until("the box for all", async || Ok(page.names("checkbox").await?.into_iter().find(|name| name.starts_with("Select all ")))).await
}

async fn a_record_keeps_the_focus(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    somewhere(page, "a lead was added").await?;
    open_lead(page, NAME).await?;
    page.fill("textbox", "Note", "Wants two machines").await?;
    page.click("button", "Save note").await?;
    let timeline = page.part("region", "Timeline").await?;
    timeline.see("Wants two machines").await?;
    somewhere(page, "a note was added").await?;
    timeline.click("button", "Actions for “Wants two machines”").await?;
    page.click("menuitem", "Remove").await?;
    timeline.see_no("Wants two machines").await?;
    somewhere(page, "the note was removed").await?;
    for words in ["Undo conversion", "Reopen the lead, keep the results"] {
        let dialog = begin_conversion(page, NAME).await?;
        dialog.click("button", "Convert lead").await?;
        page.dialog(&format!("Lead converted to “{DEAL}”")).await?.click("button", "Close (Esc)").await?;
        page.role("button", "Undo conversion").await?;
        somewhere(page, "the conversion").await?;
        if words == "Undo conversion" {
            page.click("button", words).await?;
        } else {
            change_the_deal(page).await?;
            page.click("button", "Undo conversion").await?;
            page.click("button", words).await?;
        }
        page.role("button", "Convert to deal").await?;
        somewhere(page, words).await?;
    }
    Ok(())
}

/// So that the conversion has a result in use; and back to the lead.
async fn change_the_deal(page: &Page) -> Result<()> {
    let lead = page.path().await?;
    page.part("note", "").await?.click("link", DEAL).await?;
    page.click("button", "Edit name").await?;
    page.fill("textbox", "Name", "Two machines").await?;
    page.press(Key::Enter + "").await?;
    page.role("heading", "Two machines").await?;
    page.open(&lead).await
}

async fn deals_keep_the_focus(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    let dialog = begin_conversion(page, NAME).await?;
    dialog.click("button", "Convert lead").await?;
    page.dialog(&format!("Lead converted to “{DEAL}”")).await?.click("link", "Open deal").await?;
    page.role("heading", DEAL).await?;
    page.click("button", "Won").await?;
    page.role("button", "Reopen").await?;
    somewhere(page, "won").await?;
    page.click("button", "Reopen").await?;
    page.role("button", "Lost …").await?;
    somewhere(page, "reopened").await?;
    page.click("button", "Lost …").await?;
    let lost = page.dialog(&format!("Mark “{DEAL}” as lost")).await?;
    lost.choose("Lost reason", "Too expensive").await?;
    lost.click("button", "Mark as lost").await?;
    page.role("button", "Reopen").await?;
    somewhere(page, "lost").await?;
    page.click("button", "Reopen").await?;
    page.role("button", "Won").await?;

    page.open("/deals").await?;
    let card = until("the card", async || Ok(page.css("[data-deal] a").await?.pop())).await?;
    card.focus().await?;
    for key in [" ".into(), Key::Right + "", Key::Enter + ""] {
        page.press(key).await?;
    }
    page.holds("the card has moved", "return document.querySelector('[data-column=\"1\"] [data-deal]') !== null;").await?;
    on_card(page, "the card was moved").await?;
    page.press("z").await?;
    page.holds("the card is back", "return document.querySelector('[data-column=\"0\"] [data-deal]') !== null;").await?;
    on_card(page, "its move was undone").await
}

async fn on_card(page: &Page, after: &str) -> Result<()> {
    let script = "return new Promise((done) => setTimeout(() => done(document.activeElement.closest('[data-deal]') !== null), 400));";
    page.holds(&format!("the card has the focus after {after}"), script).await
}
