//! Who may be the same: merged with a choice of values, or kept separate, and both taken back.

use end_to_end::{App, Page, Place, Result, alike, until};

use crate::given::{add_lead, begin_conversion, changes, counts, lines};

alike!(two_people_become_one_and_two_again, what_is_not_the_same_is_not_proposed_again, a_merge_is_shown_in_words_of_its_values,);

const FIRST: &[(&str, &str)] = &[
    ("First name", "Ada"),
    ("Last name", "Lovelace"),
    ("Organization", "Analytical Engines"),
    ("Job title optional", "Analyst"),
    ("E-mail 1", "ada@engines.example"),
];
const AGAIN: &[(&str, &str)] = &[
    ("First name", "Ada"),
    ("Last name", "Lovelace"),
    ("Organization", "Analytical Engines"),
    ("Job title optional", "Countess"),
    ("E-mail 1", "ada@engines.example"),
    ("Phone 1", "+39 045 555 0142"),
];

/// Two people of one name, each made from a lead, though the second could have been known.
pub async fn two_people(page: &Page) -> Result<()> {
    add_lead(page, FIRST).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    add_lead(page, AGAIN).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.part("group", "Person").await?.click("radio", "Create “Ada Lovelace”").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    assert_eq!(counts(page).await?.people, 2);
    Ok(())
}

/// The page of the person with this job title: both have one name.
async fn open_person(page: &Page, job: &str) -> Result<String> {
    page.open("/people").await?;
    until("a line of a person that can be followed", async || {
        let all = page.named("link").await?;
        let Some((line, _)) = all.into_iter().find(|(_, name)| name == "Ada Lovelace") else { return Ok(None) };
        Ok(Some(line.click().await?))
    })
    .await?;
    page.see("Possible duplicates").await?;
    if !page.text().await?.contains(job) {
        page.part("region", "Possible duplicates").await?.click("link", "Ada Lovelace").await?;
        page.see(job).await?;
    }
    page.path().await
}

async fn merge_dialog(page: &Page) -> Result<Place> {
    let panel = page.part("region", "Possible duplicates").await?;
    panel.click("button", "Merge with Ada Lovelace").await?;
    page.dialog("Merge 2 people").await
}

pub async fn two_people_become_one_and_two_again(app: &mut App) -> Result<()> {
    let page = &app.page;
    two_people(page).await?;
    // The one that says more stays, wherever the merge begins.
    let gone = open_person(page, "Analyst").await?;
    let dialog = merge_dialog(page).await?;
    let cards = dialog.part("group", "Which record stays").await?;
    let names = cards.names("radio").await?;
    assert!(names[0].contains("Countess") && names[1].contains("Analyst"), "{names:?}");
    assert!(cards.role("radio", &names[0]).await?.is_selected().await?);
    let table = dialog.part("table", "What the record will say").await?;
    table.click("radio", "Whose Job title Analyst").await?;
    table.click("radio", "Whose Job title Countess").await?;
    dialog.click("button", "Merge").await?;
    page.see("Merged into “Ada Lovelace”").await?;
    page.see("Countess").await?;
    page.see("+39 045 555 0142").await?;
    assert_eq!(counts(page).await?.people, 1);
    // An old link opens the one that was kept.
    page.open(&gone).await?;
    page.see("Countess").await?;
    page.see("Analyst").await?;

    let done = changes(page, "Merged into “Ada Lovelace”").await?;
    page.within(&done[0]).click("button", "Undo").await?;
    page.see("Undone: Merged").await?;
    assert_eq!(counts(page).await?.people, 2);
    open_person(page, "Analyst").await?;
    Ok(())
}

async fn what_is_not_the_same_is_not_proposed_again(app: &mut App) -> Result<()> {
    let page = &app.page;
    two_people(page).await?;
    open_person(page, "Analyst").await?;
    let panel = page.part("region", "Possible duplicates").await?;
    panel.click("button", "Ada Lovelace is not the same: keep separate").await?;
    page.see_no("Possible duplicates").await?;
    page.reload().await?;
    page.see("Analyst").await?;
    page.see_no("Possible duplicates").await?;

    page.open("/changes").await?;
    let said = until("the decision", async || Ok(lines(page, "“Ada Lovelace” and “Ada Lovelace” kept separate").await?.pop())).await?;
    page.within(&said).click("button", "Undo").await?;
    open_person(page, "Analyst").await?;
    Ok(())
}

async fn a_merge_is_shown_in_words_of_its_values(app: &mut App) -> Result<()> {
    let page = &app.page;
    two_people(page).await?;
    open_person(page, "Analyst").await?;
    let dialog = merge_dialog(page).await?;
    dialog.see("same e-mail").await?;
    dialog.see("Sum +").await?;
    dialog.see("Values that are not taken are kept in a note.").await?;
    page.axe_clean().await?;
    page.shot("merge").await?;
    page.resize(390, 844).await?;
    page.axe_clean().await?;
    page.shot("merge-phone").await?;
    page.theme(Some("dark")).await?;
    page.axe_clean().await?;
    page.shot("merge-phone-dark").await?;
    Ok(())
}
