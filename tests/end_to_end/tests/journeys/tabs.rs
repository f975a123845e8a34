//! Several tabs of one browser: they see each other's changes, and none is lost.

use end_to_end::{App, Key, Page, Result, Tab, both, until};

use crate::given::{add_lead, open_lead};

both!(a_change_shows_in_another_tab, a_field_edited_in_two_tabs_says_what_was_replaced, two_tabs_write_in_turn);

async fn a_change_shows_in_another_tab(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("First name", "Ada"), ("Last name", "Lovelace")]).await?;
    open_lead(page, "Ada Lovelace").await?;
    let path = page.path().await?;
    let first = page.tab().await?;
    let second = page.new_tab(&path).await?;
    page.click("button", "Mark Status as Complete").await?;
    page.click("button", "Edit").await?;
    let form = page.dialog("Edit Ada Lovelace").await?;
    form.fill("textbox", "Job title optional", "Countess").await?;
    form.click("button", "Save").await?;
    page.see("Countess").await?;

    page.go_to_tab(&first).await?;
    page.see("Countess").await?;
    page.role("tab", "Contacted, current").await?;
    page.click("button", "Archive").await?;
    page.click("option", "No budget").await?;
    page.go_to_tab(&second).await?;
    page.see("Archived ").await?;
    page.no_role("button", "Convert to deal").await?;

    // Removed there while something is being written here: it comes back, and so do the words.
    page.fill("textbox", "Note", "Calls back in May").await?;
    page.go_to_tab(&first).await?;
    page.click("button", "More actions").await?;
    page.click("menuitem", "Remove lead").await?;
    page.role("heading", "Lead inbox").await?;
    page.go_to_tab(&second).await?;
    page.role("heading", "“Ada Lovelace” was removed").await?;
    page.axe_clean().await?;
    page.click("button", "Restore").await?;
    page.role("heading", "Ada Lovelace").await?;
    assert_eq!(page.role("textbox", "Note").await?.prop("value").await?.as_deref(), Some("Calls back in May"));
    Ok(())
}

async fn a_field_edited_in_two_tabs_says_what_was_replaced(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("First name", "Ada"), ("Last name", "Lovelace")]).await?;
    open_lead(page, "Ada Lovelace").await?;
    let path = page.path().await?;
    let first = page.tab().await?;
    let second = page.new_tab(&path).await?;
    for tab in [&first, &second] {
        page.go_to_tab(tab).await?;
        page.click("button", "Edit job title").await?;
    }
    save_job_title(page, "Countess").await?;
    page.go_to_tab(&first).await?;
    page.click("button", "Edit").await?;
    let form = page.dialog("Edit Ada Lovelace").await?;
    form.role("button", "Save").await?;
    // What was open beside the form is left, and changes nothing.
    page.go_to_tab(&second).await?;
    page.see("Countess").await?;
    page.click("button", "Edit job title").await?;
    save_job_title(page, "Mathematician").await?;

    page.go_to_tab(&first).await?;
    form.fill("textbox", "Job title optional", "Analyst").await?;
    form.click("button", "Save").await?;
    let told = "Changed in the meantime, now replaced by your entry: Job title “Mathematician”";
    page.see(told).await?;
    page.click("button", "Edit job title").await?;
    page.go_to_tab(&second).await?;
    page.see("Analyst").await?;
    page.click("button", "Edit job title").await?;
    save_job_title(page, "Author").await?;
    page.go_to_tab(&first).await?;
    page.fill("textbox", "Job title", "Programmer").await?;
    page.press(Key::Enter + "").await?;
    page.see("now replaced by your entry: Job title “Author”").await?;
    page.see("Programmer").await?;
    // Undo brings back what was replaced, and nothing older.
    page.press("z").await?;
    page.part("region", "Details").await?.see("Author").await
}

/// In the open field.
async fn save_job_title(page: &Page, text: &str) -> Result<()> {
    page.fill("textbox", "Job title", text).await?;
    page.press(Key::Enter + "").await?;
    page.role("button", "Edit job title").await?;
    Ok(())
}

const EACH: usize = 20;

async fn two_tabs_write_in_turn(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/leads").await?;
    let tabs: [Tab; 2] = [page.tab().await?, page.new_tab("/leads").await?];
    for tab in &tabs {
        page.go_to_tab(tab).await?;
        page.press("c").await?;
        page.dialog("Add lead").await?;
    }
    for turn in 0..EACH {
        for (at, tab) in tabs.iter().enumerate() {
            page.go_to_tab(tab).await?;
            let dialog = page.dialog("Add lead").await?;
            until("an empty form for the next lead", async || {
                let name = dialog.role("textbox", "Last name").await?.prop("value").await?;
                Ok(name.is_some_and(|name| name.is_empty()).then_some(()))
            })
            .await?;
            dialog.fill("textbox", "Last name", &format!("Lead {turn} of tab {at}")).await?;
            // The other tab writes while this one still does.
            dialog.click("button", "Save and add another").await?;
        }
    }
    for tab in &tabs {
        page.go_to_tab(tab).await?;
        page.dialog("Add lead").await?.click("button", "Cancel").await?;
        page.role("link", &format!("Open {}", 2 * EACH)).await?;
    }
    page.reload().await?;
    page.role("link", &format!("Open {}", 2 * EACH)).await?;
    for name in ["Lead 19 of tab 0", "Lead 19 of tab 1"] {
        page.fill("searchbox", "Search leads", name).await?;
        page.part("grid", "Leads").await?.role("link", name).await?;
    }
    Ok(())
}
