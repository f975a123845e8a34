//! Who may do what: roles are set up, and say what they refuse before anything is written.

use end_to_end::{App, Page, Result, alike};

use crate::given::{Counts, add_lead, begin_conversion, counts};

alike!(a_role_is_set_up_and_holds, nobody_locks_themselves_out,);

const ADA: &[(&str, &str)] = &[("First name", "Ada"), ("Last name", "Lovelace"), ("Organization", "Analytical Engines")];

/// A new role without these rights.
async fn add_role(page: &Page, name: &str, denied: &[&str]) -> Result<()> {
    page.open("/settings").await?;
    page.click("button", "Add role").await?;
    page.fill("textbox", "Name", name).await?;
    let form = page.part("form", "Add role").await?;
    form.click("button", "Add role").await?;
    page.see(&format!("Role “{name}” added")).await?;
    page.click("button", &format!("Edit {name}")).await?;
    for right in denied {
        page.click("checkbox", right).await?;
        page.see(&format!("“{name}” may no longer {right}")).await?;
    }
    Ok(())
}

async fn a_role_is_set_up_and_holds(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Hopper"), ("Organization", "Compilers Ltd")]).await?;
    add_lead(page, ADA).await?;
    add_role(page, "Clerk", &["create deals", "create people"]).await?;
    page.axe_clean().await?;
    page.click("button", "Add member").await?;
    let form = page.part("form", "Add member").await?;
    form.fill("textbox", "Name", "Marta Lindner").await?;
    form.fill("textbox", "E-mail optional", "marta@kontor.example").await?;
    form.click("button", "Add member").await?;
    page.see("marta@kontor.example").await?;
    page.choose("Role of Me", "Clerk").await?;
    page.see("Me now has the role “Clerk”").await?;

    // All that is refused is said before anything is written, with what to do.
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.see("Your role may not create people.").await?;
    dialog.see("Your role may not create deals.").await?;
    dialog.see("Leave the deal out.").await?;
    dialog.see("You can change this in Settings, Members and roles.").await?;
    page.axe_clean().await?;
    dialog.click("button", "Convert lead").await?;
    page.dialog("Convert lead to deal").await?;
    dialog.click("checkbox", "Create a deal").await?;
    assert!(!dialog.role("checkbox", "Create a deal").await?.is_enabled().await?, "what was left out can't come back");
    dialog.click("radio", "No person").await?;
    dialog.see_no("before this lead can be converted").await?;
    dialog.click("button", "Cancel").await?;
    assert_eq!(counts(page).await?, Counts { open: 2, ..Counts::default() });

    // Many at once: each says why.
    page.open("/leads").await?;
    page.click("checkbox", "Select all 2 matching leads").await?;
    page.click("button", "Convert 2 …").await?;
    let plan = page.dialog("Convert 2 leads").await?;
    plan.see("2 not possible").await?;
    plan.see("Your role may not create deals. Leave the deal out.").await?;
    page.axe_clean().await?;
    plan.click("checkbox", "A deal for each lead").await?;
    plan.click("checkbox", "People").await?;
    plan.click("button", "Convert 2 leads").await?;
    page.dialog("2 leads converted").await?;
    assert_eq!(counts(page).await?, Counts { open: 0, converted: 2, deals: 0, people: 0, organizations: 2 });
    Ok(())
}

async fn nobody_locks_themselves_out(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/settings").await?;
    page.click("button", "Edit Everybody").await?;
    let right = "set up the workspace: statuses, stages, fields, members, roles";
    page.click("checkbox", right).await?;
    page.see("You would lose the right to change roles, and could not get it back.").await?;
    page.holds("the right is still there", "return [...document.querySelectorAll('.rights input')].every(box => box.checked);").await?;
    add_role(page, "Reader", &[right]).await?;
    page.choose("Role of Me", "Reader").await?;
    page.see("You would lose the right to change roles, and could not get it back.").await?;
    page.holds("the role is as before", "return document.querySelector('.team select').selectedOptions[0].text === 'Everybody';").await
}
