//! Whose way leads are converted: the workspace's, or another one for this time.

use end_to_end::{App, Page, Place, Result, alike};

use crate::given::{Counts, add_lead, begin_conversion, counts, import};

alike!(conversions_begin_as_the_workspace_says, many_begin_as_the_workspace_says,);

const ADA: &[(&str, &str)] = &[("First name", "Ada"), ("Last name", "Lovelace"), ("E-mail 1", "ada@engines.example")];

/// Chosen in the settings.
async fn begin_as(page: &Page, profile: &str) -> Result<()> {
    page.open("/settings").await?;
    let choice = page.part("group", "How conversions begin").await?;
    let name = choice.names("radio").await?.into_iter().find(|name| name.starts_with(profile)).unwrap_or_default();
    choice.click("radio", &name).await?;
    page.see("Beginning of conversions changed").await
}

/// What the box for the deal says.
async fn deal_is(dialog: &Place, on: bool, fixed: bool) -> Result<()> {
    let deal = dialog.role("checkbox", "Create a deal").await?;
    assert_eq!((deal.is_selected().await?, !deal.is_enabled().await?), (on, fixed), "a deal is made, and there is no choice");
    Ok(())
}

async fn conversions_begin_as_the_workspace_says(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    deal_is(&dialog, true, false).await?;
    dialog.click("button", "Cancel").await?;

    // A deal only when asked for; another profile for this time.
    begin_as(page, "Zendesk Sell").await?;
    page.axe_clean().await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    page.axe_clean().await?;
    deal_is(&dialog, false, false).await?;
    dialog.choose("Convert as in", "Pipedrive").await?;
    deal_is(&dialog, true, true).await?;
    dialog.see("Pipedrive always makes a deal").await?;
    dialog.click("button", "Convert lead").await?;
    dialog.see("Choose the deal’s stage").await?;
    dialog.choose("Convert as in", "Salesforce").await?;
    deal_is(&dialog, true, false).await?;
    dialog.no_role("radio", "No organization").await?;
    dialog.see("Salesforce needs an organization").await?;
    dialog.click("button", "Edit lead details").await?;
    dialog.fill("textbox", "Organization", "Analytical Engines").await?;
    dialog.see_no("Salesforce needs an organization").await?;
    dialog.click("button", "Convert lead").await?;
    page.dialog("Lead converted to “Ada Lovelace, Analytical Engines”").await?;
    assert_eq!(counts(page).await?, Counts { open: 0, converted: 1, deals: 1, people: 1, organizations: 1 });

    // Who may be there already: asked about.
    add_lead(page, ADA).await?;
    begin_as(page, "Pipedrive").await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    let person = dialog.part("group", "Person").await?;
    person.holds("nobody is chosen", "return arguments[0].querySelector('input:checked') === null;").await?;
    dialog.click("button", "Convert lead").await?;
    dialog.see("Choose which person it is, or create a new one").await?;
    page.axe_clean().await?;
    dialog.choose("Convert as in", "Zendesk Sell").await?;
    person
        .holds(
            "the known person is chosen",
            "return arguments[0].querySelector('input:checked')?.closest('.pick').innerText.includes('Ada');",
        )
        .await
}

async fn many_begin_as_the_workspace_says(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "profiles", "First name,Last name,Email\nAda,Lovelace,ada@engines.example\nGrace,Hopper,grace@compilers.example\n")
        .await?;
    begin_as(page, "Zendesk Sell").await?;
    page.open("/leads").await?;
    page.click("checkbox", "Select all 2 matching leads").await?;
    page.click("button", "Convert 2 …").await?;
    let dialog = page.dialog("Convert 2 leads").await?;
    let deals = dialog.role("checkbox", "A deal for each lead").await?;
    assert!(!deals.is_selected().await?, "a deal only when asked for");
    dialog.choose("Convert as in", "Pipedrive").await?;
    dialog.see("2 not possible").await?;
    // None was chosen, so none is gone.
    dialog.see("Stage: choose one").await?;
    dialog.see_no("still exists").await?;
    page.axe_clean().await?;
    dialog.choose("Stage", "Proposal").await?;
    dialog.click("button", "Convert 2 leads").await?;
    page.dialog("2 leads converted").await?;
    assert_eq!(counts(page).await?, Counts { open: 0, converted: 2, deals: 2, people: 2, organizations: 0 });
    Ok(())
}
