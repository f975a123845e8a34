//! What was taken back is done again: one conversion and many, from the notice and from Recent changes.

use end_to_end::{App, Page, Result, alike, until};

use crate::given::{Counts, add_lead, begin_conversion, changes, counts, import};

alike!(
    a_conversion_is_taken_back_and_done_again,
    many_are_taken_back_and_done_again,
    a_lead_says_what_it_became,
    nothing_to_take_back_is_said,
);

const ADA: &[(&str, &str)] = &[("First name", "Ada"), ("Last name", "Lovelace"), ("Organization", "Analytical Engines")];
const DEAL: &str = "Ada Lovelace, Analytical Engines";
const ONE_LEAD: Counts = Counts { open: 1, converted: 0, deals: 0, people: 0, organizations: 0 };
const ONE_DEAL: Counts = Counts { open: 0, converted: 1, deals: 1, people: 1, organizations: 1 };

/// Presses a button of the notice that says this.
async fn answer(page: &Page, said: &str, button: &str) -> Result<()> {
    page.see(said).await?;
    page.part("region", "Notifications").await?.click("button", button).await
}

async fn convert(page: &Page) -> Result<()> {
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.click("button", "Convert lead").await?;
    page.dialog(&format!("Lead converted to “{DEAL}”")).await?.click("link", "Open deal").await
}

async fn a_conversion_is_taken_back_and_done_again(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    convert(page).await?;
    answer(page, &format!("Lead converted to “{DEAL}”"), "Undo").await?;
    answer(page, &format!("Undone: Lead converted to “{DEAL}”"), "Redo").await?;
    page.see(&format!("Redone: Lead converted to “{DEAL}”")).await?;
    assert_eq!(counts(page).await?, ONE_DEAL);

    // The record takes it back as well, also what was done again, and after a new start.
    open_converted(page).await?;
    page.click("button", "Undo conversion").await?;
    page.see("Undone: ").await?;
    assert_eq!(counts(page).await?, ONE_LEAD);
    let undone = changes(page, &format!("Undone: Lead converted to “{DEAL}”")).await?;
    page.within(&undone[0]).click("button", "Redo").await?;
    page.see("Redone: ").await?;
    assert_eq!(counts(page).await?, ONE_DEAL);
    let redone = changes(page, "Redone: ").await?;
    page.within(&redone[0]).click("button", "Undo").await?;
    until("all is as before", async || Ok((counts(page).await? == ONE_LEAD).then_some(()))).await
}

async fn open_converted(page: &Page) -> Result<()> {
    page.open("/leads?state=converted").await?;
    page.part("grid", "Leads").await?.click("link", "Ada Lovelace").await?;
    page.holds("the lead's page is open", "return /^.leads.[^/?]+$/.test(location.pathname);").await
}

async fn many_are_taken_back_and_done_again(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "redo", "First name,Last name,Organization\nAda,Lovelace,Engines\nGrace,Hopper,Compilers\n").await?;
    let before = counts(page).await?;
    page.open("/leads").await?;
    page.click("checkbox", "Select all 2 matching leads").await?;
    page.click("button", "Convert 2 …").await?;
    page.dialog("Convert 2 leads").await?.click("button", "Convert 2 leads").await?;
    page.dialog("2 leads converted").await?.click("button", "Undo all 2").await?;
    answer(page, "Undone: 2 leads converted", "Redo").await?;
    page.see("Redone: 2 leads converted").await?;
    let after = Counts { open: 0, converted: 2, deals: 2, people: 2, organizations: 2 };
    assert_eq!(counts(page).await?, after);
    let redone = changes(page, "Redone: 2 leads converted").await?;
    page.within(&redone[0]).click("button", "Undo").await?;
    page.see("Undone: 2 leads converted").await?;
    assert_eq!(counts(page).await?, before);

    // One was used since: it stays, says why, and its lead can be opened again.
    let undone = changes(page, "Undone: 2 leads converted").await?;
    page.within(&undone[0]).click("button", "Redo").await?;
    page.see("Redone: 2 leads converted").await?;
    page.open("/people").await?;
    page.click("link", "Grace Hopper").await?;
    page.click("button", "Add job title").await.or(page.click("button", "Edit job title").await)?;
    page.fill("textbox", "Job title", "Admiral").await?;
    page.press(end_to_end::Key::Enter + "").await?;
    page.see("Admiral").await?;
    let redone = changes(page, "Redone: 2 leads converted").await?;
    page.within(&redone[0]).click("button", "Undo").await?;
    page.see("Grace Hopper: Job title changed by you").await?;
    answer(page, "stays, because it was used or changed since", "Reopen the lead, keep the results").await?;
    let kept = Counts { open: 2, converted: 0, deals: 1, people: 1, organizations: 1 };
    until("the lead is open, its results are there", async || Ok((counts(page).await? == kept).then_some(()))).await
}

async fn a_lead_says_what_it_became(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    convert(page).await?;
    page.click("button", "Won").await?;
    page.see("Won today").await?;
    // From the deal and the person to the lead, and from there to them.
    page.part("region", "Converted from").await?.click("link", "Ada Lovelace").await?;
    page.see("Undo conversion").await?;
    page.open("/leads?state=converted").await?;
    let row = page.part("grid", "Leads").await?;
    for words in ["Converted", DEAL, "Won today", "by you"] {
        row.see(words).await?;
    }
    page.axe_clean().await?;
    open_converted(page).await?;
    for words in ["Converted", "by you", "Won today"] {
        page.see(words).await?;
    }
    page.css("[role=note] a").await?[0].click().await?;
    page.see("Converted from").await?;
    page.open("/people").await?;
    page.click("link", "Ada Lovelace").await?;
    page.see("Lead, Converted").await?;
    page.open("/leads").await?;
    page.see("Inbox is clear").await?;
    Ok(())
}

async fn nothing_to_take_back_is_said(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    page.reload().await?;
    page.role("grid", "Leads").await?;
    page.press("z").await?;
    page.see("Nothing to undo from this visit").await?;
    page.part("region", "Notifications").await?.click("link", "Recent changes").await?;
    page.role("heading", "Recent changes").await?;
    page.see("Lead added").await
}
