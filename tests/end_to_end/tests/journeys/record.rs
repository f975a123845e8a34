//! One lead: its path, a field at a time, all fields at once, notes and tasks, and what a reload keeps.

use end_to_end::{App, Key, Page, Place, Result, both, until};

use super::inbox::{ALL, counts, sample_data, search};

both!(
    a_lead_walks_its_path,
    a_field_is_edited_where_it_stands,
    all_fields_are_edited_at_once,
    a_note_and_a_task_stand_in_the_timeline_at_once,
);

/// A lead with nothing but a name and an organization, and its page.
async fn a_new_lead(page: &Page) -> Result<()> {
    page.open("/leads").await?;
    page.part("region", "Leads").await?.click("button", "Add lead").await?;
    let dialog = page.dialog("Add lead").await?;
    dialog.fill("textbox", "First name", "Ada").await?;
    dialog.fill("textbox", "Last name", "Quillfeather").await?;
    dialog.fill("textbox", "Organization", "Quill & Sons").await?;
    dialog.click("button", "Save lead").await?;
    page.part("grid", "Leads").await?.click("link", "Ada Quillfeather").await?;
    page.role("heading", "Ada Quillfeather").await?;
    Ok(())
}

async fn a_lead_walks_its_path(app: &mut App) -> Result<()> {
    let page = &app.page;
    a_new_lead(page).await?;
    step(page, "New, current").await?;
    page.click("button", "Mark Status as Complete").await?;
    page.see("Status set to “Contacted”").await?;
    step(page, "Contacted, current").await?;
    // Another step: looked at, then made the current one.
    step(page, "Qualified, not reached").await?.click("tab", "Qualified, not reached").await?;
    page.click("button", "Mark as Current Status").await?;
    step(page, "Qualified, current").await?;
    page.reload().await?;
    step(page, "Qualified, current").await?;
    page.see("moved status from").await?;
    // The end of the path is the conversion.
    page.click("button", "Mark Status as Complete").await?;
    page.dialog("Convert lead to deal").await?.click("button", "Cancel").await?;
    page.no_role("dialog", "Convert lead to deal").await?;
    step(page, "Qualified, current").await?;
    page.click("button", "Mark Status as Complete").await?;
    let dialog = page.dialog("Convert lead to deal").await?;
    dialog.click("button", "Convert lead").await?;
    page.dialog("Lead converted to “Ada Quillfeather, Quill & Sons”").await?.click("button", "Close (Esc)").await?;
    page.see("by you").await?;
    let banner = page.part("note", "").await?;
    banner.see("Converted ").await?;
    for made in ["Ada Quillfeather, Quill & Sons", "Ada Quillfeather", "Quill & Sons"] {
        banner.role("link", made).await?;
    }
    page.no_role("button", "Mark Status as Complete").await?;
    // A lead that was converted is taken back from here too.
    banner.click("button", "Undo conversion").await?;
    step(page, "Qualified, current").await?;
    page.no_role("button", "Undo conversion").await
}

/// The path, once it has a step of this name.
async fn step(page: &Page, name: &str) -> Result<Place> {
    let path = page.part("tablist", "Lead status").await?;
    path.role("tab", name).await?;
    Ok(path)
}

async fn a_field_is_edited_where_it_stands(app: &mut App) -> Result<()> {
    let page = &app.page;
    a_new_lead(page).await?;
    let details = page.part("region", "Details").await?;
    // Enter saves.
    details.click("button", "Edit job title").await?;
    details.fill("textbox", "Job title", "Head of Purchasing").await?;
    page.press(Key::Enter + "").await?;
    details.role("button", "Edit job title").await?;
    details.see("Head of Purchasing").await?;
    until("the pencil has the focus again", async || Ok((page.focused().await? == "button Edit job title").then_some(()))).await?;
    // Esc restores.
    details.click("button", "Edit job title").await?;
    details.fill("textbox", "Job title", "Nonsense").await?;
    page.press(Key::Escape + "").await?;
    details.role("button", "Edit job title").await?;
    details.see("Head of Purchasing").await?;
    details.see_no("Nonsense").await?;
    // What is wrong stays open with what was typed.
    details.click("button", "Edit e-mail").await?;
    details.fill("textbox", "E-mail 1", "ada at quill").await?;
    page.press(Key::Enter + "").await?;
    details.see("ada at quill is not an e-mail address").await?;
    details.fill("textbox", "E-mail 1", "ada@quill.example").await?;
    page.press(Key::Enter + "").await?;
    details.role("button", "Edit e-mail").await?;
    details.role("link", "ada@quill.example").await?;
    // A value as people write it.
    let money = page.part("region", "Qualification").await?;
    money.click("button", "Edit value").await?;
    money.fill("textbox", "Value", "48k").await?;
    page.press(Key::Enter + "").await?;
    money.role("button", "Edit value").await?;
    money.see("48,000").await?;
    page.reload().await?;
    for kept in ["Head of Purchasing", "ada@quill.example", "48,000"] {
        page.see(kept).await?;
    }
    page.see_no("Nonsense").await
}

async fn all_fields_are_edited_at_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    a_new_lead(page).await?;
    page.click("button", "Edit").await?;
    let dialog = page.dialog("Edit Ada Quillfeather").await?;
    dialog.fill("textbox", "Last name", "Quillfeather-Moss").await?;
    dialog.fill("textbox", "Phone 1", "call me maybe").await?;
    dialog.click("button", "Save").await?;
    dialog.see("call me maybe is not a phone number").await?;
    dialog.fill("textbox", "Phone 1", "+44 20 7946 0018").await?;
    dialog.click("button", "Save").await?;
    page.no_role("dialog", "Edit Ada Quillfeather").await?;
    page.role("heading", "Ada Quillfeather-Moss").await?;
    let details = page.part("region", "Details").await?;
    details.see("+44 20 7946 0018").await?;
    // One change, taken back as one: by its key, as the notice about the new lead has a button too. The timeline keeps both.
    page.press("z").await?;
    page.role("heading", "Ada Quillfeather").await?;
    details.see_no("+44 20 7946 0018").await?;
    page.reload().await?;
    page.role("heading", "Ada Quillfeather").await?;
    Ok(())
}

async fn a_note_and_a_task_stand_in_the_timeline_at_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample_data(page).await?;
    page.click("button", "Add lead").await?;
    let dialog = page.dialog("Add lead").await?;
    dialog.fill("textbox", "Last name", "Quillfeather").await?;
    dialog.click("button", "Save lead").await?;
    page.part("grid", "Leads").await?.click("link", "Quillfeather").await?;
    page.role("heading", "Quillfeather").await?;
    let composer = page.part("group", "Add to the timeline").await?;
    composer.fill("textbox", "Note", "Wants two machines before Easter.").await?;
    // Impatience makes one note, and no complaint about an empty one.
    composer.double_click("button", "Save note").await?;
    let timeline = page.part("region", "Timeline").await?;
    timeline.see("Wants two machines before Easter.").await?;
    until("an empty field for the next note", async || {
        let text = composer.role("textbox", "Note").await?.prop("value").await?;
        Ok(text.is_some_and(|text| text.is_empty()).then_some(()))
    })
    .await?;
    composer.no_role("alert", "").await?;
    // A task, dated, from the same place.
    composer.click("tab", "Task").await?;
    composer.fill("textbox", "Subject", "Send the quote for two").await?;
    composer.fill_date("Due date", "2031-03-14").await?;
    composer.click("button", "Add task").await?;
    timeline.see("Send the quote for two").await?;
    timeline.see("14").await?;
    timeline.role("heading", "Next").await?;
    page.reload().await?;
    timeline_has(page, &["Wants two machines before Easter.", "Send the quote for two"]).await?;
    assert_eq!(page.text().await?.matches("Wants two machines").count(), 1, "the note is there twice");
    // It is the next step in the inbox too.
    page.open("/leads").await?;
    search(page, "quillfeather").await?;
    counts(page, 1, ALL + 1).await?;
    page.part("grid", "Leads").await?.see("2031").await?;
    page.part("grid", "Leads").await?.click("link", "Quillfeather").await?;
    page.click("button", "Mark “Send the quote for two” as done").await?;
    page.no_role("button", "Mark “Send the quote for two” as done").await?;
    page.reload().await?;
    timeline_has(page, &["Send the quote for two"]).await?;
    page.no_role("heading", "Next").await
}

async fn timeline_has(page: &Page, texts: &[&str]) -> Result<()> {
    let timeline = page.part("region", "Timeline").await?;
    for text in texts {
        timeline.see(text).await?;
    }
    Ok(())
}
