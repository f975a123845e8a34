//! What was typed and not saved outlives a reload, Back and the next screen, and goes when it is saved or given up.

use end_to_end::{App, Key, Page, Place, Result, both, until};

use crate::given::{add_lead, begin_conversion, open_lead};

both!(
    a_note_outlives_a_reload_at_once,
    a_new_lead_outlives_a_reload,
    the_full_form_outlives_reload_and_back,
    a_conversion_outlives_a_reload,
    what_is_no_value_is_not_dropped_in_silence,
);

/// The field comes to have this text.
async fn holds(place: &Place, role: &str, name: &str, text: &str) -> Result<()> {
    until(&format!("{name} is “{text}”"), async || {
        Ok((place.role(role, name).await?.prop("value").await?.unwrap_or_default() == text).then_some(()))
    })
    .await
}

async fn a_note_outlives_a_reload_at_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Lovelace")]).await?;
    open_lead(page, "Lovelace").await?;
    page.fill("textbox", "Note", "Wants two machines").await?;
    page.reload().await?;
    holds(page, "textbox", "Note", "Wants two machines").await?;
    let composer = page.part("group", "Add to the timeline").await?;
    composer.click("tab", "Task").await?;
    composer.fill("textbox", "Subject", "Call back").await?;
    page.reload().await?;
    holds(page, "textbox", "Subject", "Call back").await?;
    page.click("button", "Add task").await?;
    page.part("region", "Timeline").await?.see("Call back").await?;
    page.reload().await?;
    holds(page, "textbox", "Note", "").await
}

async fn a_new_lead_outlives_a_reload(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/leads").await?;
    page.press("c").await?;
    page.dialog("Add lead").await?.fill("textbox", "Last name", "Lovelace").await?;
    page.reload().await?;
    page.press("c").await?;
    let dialog = page.dialog("Add lead").await?;
    holds(&dialog, "textbox", "Last name", "Lovelace").await?;
    dialog.click("button", "Cancel").await?;
    page.no_role("dialog", "Add lead").await?;
    page.see_no("Draft kept").await?;
    page.press("c").await?;
    holds(&page.dialog("Add lead").await?, "textbox", "Last name", "").await
}

/// Opens the form with all fields of the lead.
async fn edit(page: &Page) -> Result<Place> {
    page.click("button", "Edit").await?;
    page.dialog("Edit Lovelace").await
}

async fn the_full_form_outlives_reload_and_back(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Lovelace")]).await?;
    open_lead(page, "Lovelace").await?;
    let title = "Job title optional";
    edit(page).await?.fill("textbox", title, "Countess").await?;
    page.reload().await?;
    holds(&edit(page).await?, "textbox", title, "Countess").await?;
    // Closed, and loaded again.
    page.press(Key::Escape + "").await?;
    page.see("Draft kept").await?;
    page.reload().await?;
    let dialog = edit(page).await?;
    holds(&dialog, "textbox", title, "Countess").await?;
    // Left by going back, from the form and from the page.
    page.back().await?;
    page.no_role("dialog", "Edit Lovelace").await?;
    page.see("Draft kept").await?;
    page.back().await?;
    page.role("grid", "Leads").await?;
    page.click("button", "Reopen").await?;
    page.role("heading", "Lovelace").await?;
    let dialog = edit(page).await?;
    holds(&dialog, "textbox", title, "Countess").await?;
    dialog.click("button", "Save").await?;
    page.no_role("dialog", "Edit Lovelace").await?;
    page.part("region", "Details").await?.see("Countess").await?;
    // Saved is no draft any more, nor is what was given up.
    let dialog = edit(page).await?;
    dialog.fill("textbox", title, "Analyst").await?;
    dialog.click("button", "Cancel").await?;
    page.no_role("dialog", "Edit Lovelace").await?;
    holds(&edit(page).await?, "textbox", title, "Countess").await
}

async fn a_conversion_outlives_a_reload(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Lovelace")]).await?;
    let dialog = begin_conversion(page, "Lovelace").await?;
    dialog.fill("textbox", "Deal name", "Two machines").await?;
    page.reload().await?;
    let dialog = begin_conversion(page, "Lovelace").await?;
    holds(&dialog, "textbox", "Deal name", "Two machines").await?;
    page.press(Key::Escape + "").await?;
    page.see("Draft kept").await?;
    page.reload().await?;
    let dialog = begin_conversion(page, "Lovelace").await?;
    holds(&dialog, "textbox", "Deal name", "Two machines").await?;
    dialog.click("button", "Convert lead").await?;
    page.dialog("Lead converted to “Two machines”").await?.click("button", "Close (Esc)").await
}

async fn what_is_no_value_is_not_dropped_in_silence(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Lovelace"), ("E-mail 1", "ada@quill.example")]).await?;
    open_lead(page, "Lovelace").await?;
    page.click("button", "Edit e-mail").await?;
    page.fill("textbox", "E-mail 1", "not an email").await?;
    page.click("link", "Pipeline").await?;
    page.at("/deals").await?;
    page.see("Not saved: E-mail “not an email”").await?;
    page.click("button", "Reopen").await?;
    page.role("heading", "Lovelace").await?;
    holds(page, "textbox", "E-mail 1", "not an email").await?;
    page.fill("textbox", "E-mail 1", "ada@quill.test").await?;
    // What is right is kept open by a reload, or saved by leaving the field.
    page.reload().await?;
    let kept = "const right = 'ada@quill.test';
        return document.body.innerText.includes(right) || [...document.querySelectorAll('input')].some((input) => input.value === right);";
    page.holds("the address is open or saved", kept).await
}
