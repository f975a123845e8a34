//! What a status or a stage needs: said where a lead or a deal would get there without it, and put right on the spot.

use end_to_end::{App, Page, Result, alike};

use crate::given::{Counts, add_lead, begin_conversion, counts, open_lead};

alike!(what_a_step_needs_is_asked_for, a_lead_may_end_in_another_converted_status);

const ADA: &[(&str, &str)] = &[("First name", "Ada"), ("Last name", "Lovelace"), ("Organization", "Analytical Engines")];

/// Ticked in the settings.
async fn need(page: &Page, list: &str, step: &str, field: &str) -> Result<()> {
    page.open("/settings").await?;
    let steps = page.part("list", list).await?;
    steps.click("button", &format!("Edit {step}")).await?;
    steps.click("checkbox", field).await?;
    page.see(&format!("“{step}” now needs {field}")).await
}

async fn what_a_step_needs_is_asked_for(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    need(page, "Statuses of leads", "Contacted", "Website").await?;
    page.axe_clean().await?;
    need(page, "Statuses of leads", "Converted", "Source").await?;
    need(page, "Stages of the pipeline “Sales”", "Proposal", "Value").await?;
    need(page, "Stages of the pipeline “Sales”", "Proposal", "Probability").await?;
    page.see("Needs: Value, Probability").await?;

    // The path says it and stays where it is.
    open_lead(page, "Ada Lovelace").await?;
    page.click("button", "Mark Status as Complete").await?;
    page.see("“Contacted” needs Website").await?;
    page.role("tab", "New, current").await?;

    // The conversion says all of it at once, each at its input.
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.choose("Stage", "Proposal").await?;
    dialog.click("button", "Convert lead").await?;
    for words in ["“Converted” needs Source", "“Proposal” needs Value", "“Proposal” needs Probability"] {
        dialog.see(words).await?;
    }
    page.axe_clean().await?;
    dialog.fill("textbox", "Value", "48000").await?;
    dialog.see_no("“Proposal” needs Value").await?;
    dialog.fill("textbox", "Probability", "60").await?;
    dialog.click("link", "Ada Lovelace: “Converted” needs Source").await?;
    dialog.fill("textbox", "Source", "Referral").await?;
    dialog.click("button", "Convert lead").await?;
    page.dialog("Lead converted to “Ada Lovelace, Analytical Engines”").await?;
    assert_eq!(counts(page).await?, Counts { open: 0, converted: 1, deals: 1, people: 1, organizations: 1 });
    Ok(())
}

/// R36: the settings have one more, the conversion offers it, and the lead says it; in use it stays.
async fn a_lead_may_end_in_another_converted_status(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/settings").await?;
    page.click("button", "Add converted status").await?;
    let form = page.part("form", "Add converted status").await?;
    form.click("button", "Add converted status").await?;
    form.see("Enter Name").await?;
    page.axe_clean().await?;
    form.fill("textbox", "Name", "Partner").await?;
    form.click("button", "Add converted status").await?;
    page.see("Converted status “Partner” added").await?;
    page.part("list", "Statuses of leads").await?.see("Partner").await?;

    add_lead(page, ADA).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.choose("Converted status", "Partner").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    page.open("/leads?state=converted").await?;
    page.part("grid", "Leads").await?.see("Partner").await?;
    page.open("/settings").await?;
    page.click("button", "Edit Partner").await?;
    page.click("button", "Remove").await?;
    page.see("1 other record belongs to it").await
}
