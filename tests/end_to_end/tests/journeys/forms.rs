//! Forms: what was typed is kept, what is wrong is said beside its field and gone to.

use end_to_end::{App, Key, Page, Place, Result, alike, until};

use crate::given::{add_lead, open_lead};

alike!(
    a_new_deal_waits_as_a_draft,
    a_new_person_waits_as_a_draft,
    the_palette_drops_no_draft,
    the_same_mistake_is_gone_to_again,
    a_task_without_a_subject_says_so_beside_it,
    a_removed_record_leads_back_to_its_list,
);

/// Waits until the field has the focus.
async fn has_focus(page: &Page, label: &str) -> Result<()> {
    let script = format!("return document.activeElement.labels?.[0]?.textContent.trim() === '{label}';");
    page.holds(&format!("{label} has the focus"), &script).await
}

async fn value(place: &Place, role: &str, name: &str) -> Result<String> {
    Ok(place.role(role, name).await?.prop("value").await?.unwrap_or_default())
}

async fn a_new_deal_waits_as_a_draft(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/deals").await?;
    page.press("c").await?;
    let dialog = page.dialog("Add deal").await?;
    dialog.fill("textbox", "Deal name", "Bagging line").await?;
    dialog.fill("textbox", "Value", "-5").await?;
    dialog.fill("combobox", "Person", "Ada Lovelace").await?;
    page.click("option", "Create “Ada Lovelace”").await?;
    dialog.click("button", "Add deal").await?;
    dialog.see("Value can’t be below 0").await?;
    dialog.fill("textbox", "Value", "48k").await?;
    page.press(Key::Escape + "").await?;
    page.no_role("dialog", "Add deal").await?;
    page.click("button", "Reopen").await?;
    let dialog = page.dialog("Add deal").await?;
    assert_eq!(value(&dialog, "textbox", "Deal name").await?, "Bagging line");
    assert_eq!(value(&dialog, "combobox", "Person").await?, "Ada Lovelace");
    page.press(Key::Escape + "").await?;
    // It is there after a reload too, and gone once it is a deal.
    page.reload().await?;
    page.press("c").await?;
    let dialog = page.dialog("Add deal").await?;
    assert_eq!(value(&dialog, "textbox", "Value").await?, "48k");
    dialog.click("button", "Add deal").await?;
    page.no_role("dialog", "Add deal").await?;
    page.see("48,000").await?;
    page.press("c").await?;
    assert_eq!(value(&page.dialog("Add deal").await?, "textbox", "Deal name").await?, "");
    page.press(Key::Escape + "").await?;
    page.open("/people").await?;
    page.role("link", "Ada Lovelace").await?;
    Ok(())
}

async fn a_new_person_waits_as_a_draft(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/people").await?;
    let dialog = add_person(page).await?;
    dialog.fill("textbox", "Last name", "Lovelace").await?;
    page.press(Key::Escape + "").await?;
    page.no_role("dialog", "Add person").await?;
    page.see("Draft kept").await?;
    // The notice outlives the list, and leads back to it.
    page.click("link", "Pipeline").await?;
    page.at("/deals").await?;
    page.click("button", "Reopen").await?;
    page.at("/people").await?;
    page.reload().await?;
    let dialog = add_person(page).await?;
    assert_eq!(value(&dialog, "textbox", "Last name").await?, "Lovelace");
    // Cancel gives it up.
    dialog.click("button", "Cancel").await?;
    let dialog = add_person(page).await?;
    assert_eq!(value(&dialog, "textbox", "Last name").await?, "");
    Ok(())
}

/// Opens the form, from the list without people.
async fn add_person(page: &Page) -> Result<Place> {
    page.part("region", "People").await?.click("button", "Add person").await?;
    page.dialog("Add person").await
}

async fn the_palette_drops_no_draft(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/leads").await?;
    page.press("c").await?;
    page.dialog("Add lead").await?.fill("textbox", "Last name", "Lovelace").await?;
    page.press(Key::Escape + "").await?;
    page.no_role("dialog", "Add lead").await?;
    create_from_palette(page, "Grace Hopper").await?;
    let dialog = page.dialog("Add lead").await?;
    dialog.see("This is the draft you kept.").await?;
    assert_eq!(value(&dialog, "textbox", "Last name").await?, "Lovelace");
    dialog.click("button", "Discard it and create “Grace Hopper”").await?;
    assert_eq!(value(&dialog, "textbox", "First name").await?, "Grace");
    assert_eq!(value(&dialog, "textbox", "Last name").await?, "Hopper");
    dialog.click("button", "Save lead").await?;
    page.no_role("dialog", "Add lead").await?;
    // Without a draft nothing is asked.
    create_from_palette(page, "Ada Quillfeather").await?;
    let dialog = page.dialog("Add lead").await?;
    assert_eq!(value(&dialog, "textbox", "Last name").await?, "Quillfeather");
    dialog.see_no("This is the draft you kept.").await
}

async fn create_from_palette(page: &Page, name: &str) -> Result<()> {
    page.press(Key::Control + "k").await?;
    let palette = page.dialog("Search or run a command").await?;
    palette.fill("combobox", "Search or run a command", name).await?;
    palette.click("option", &format!("Create lead “{name}”")).await
}

async fn the_same_mistake_is_gone_to_again(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/leads").await?;
    page.press("c").await?;
    let dialog = page.dialog("Add lead").await?;
    dialog.fill("textbox", "Job title optional", "Buyer").await?;
    for _ in 0..2 {
        dialog.click("button", "Save lead").await?;
        dialog.see("Enter a name or an organization").await?;
        has_focus(page, "Last name").await?;
        dialog.role("textbox", "Job title optional").await?.focus().await?;
    }
    // A value below nothing is none.
    dialog.fill("textbox", "Last name", "Lovelace").await?;
    dialog.fill("textbox", "Value optional", "-0,01").await?;
    dialog.click("button", "Save lead").await?;
    dialog.see("Value can’t be below 0").await?;
    dialog.fill("textbox", "Value optional", "0").await?;
    dialog.click("button", "Save lead").await?;
    page.no_role("dialog", "Add lead").await
}

async fn a_task_without_a_subject_says_so_beside_it(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Lovelace")]).await?;
    open_lead(page, "Lovelace").await?;
    let composer = page.part("group", "Add to the timeline").await?;
    composer.click("tab", "Task").await?;
    composer.click("button", "Add task").await?;
    composer.see("Enter Subject").await?;
    has_focus(page, "Subject").await?;
    let below = "const [subject, said] = ['composer-subject', 'composer-subject-error'].map((id) => document.getElementById(id));
        return said.getBoundingClientRect().top - subject.getBoundingClientRect().bottom < 12;";
    page.holds("it is said right below the subject", below).await?;
    composer.fill("textbox", "Subject", "Call back").await?;
    composer.see_no("Enter Subject").await?;
    composer.click("button", "Add task").await?;
    page.part("region", "Timeline").await?.see("Call back").await
}

async fn a_removed_record_leads_back_to_its_list(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Lovelace")]).await?;
    add_lead(page, &[("Last name", "Hopper")]).await?;
    page.open("/leads?q=lovelace").await?;
    page.part("grid", "Leads").await?.click("link", "Lovelace").await?;
    page.role("heading", "Lovelace").await?;
    page.click("button", "More actions").await?;
    page.click("menuitem", "Remove lead").await?;
    until("the list as it was left", async || Ok(page.path().await?.contains("q=lovelace").then_some(()))).await?;
    page.back().await?;
    page.role("heading", "“Lovelace” was removed").await?;
    page.click("link", "Go to Leads").await?;
    until("the list as it was left", async || Ok(page.path().await?.contains("q=lovelace").then_some(()))).await
}
