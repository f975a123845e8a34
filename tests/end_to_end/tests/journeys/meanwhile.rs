//! Others work at the same time: each lead is converted once, and every tab says what became of what it was about to do.

use anyhow::Context;
use end_to_end::{App, Fault, Key, Page, Place, Result, Tab, alike, until};

use crate::bulk::plan;
use crate::given::{Counts, add_lead, begin_conversion, changes, counts, import, lines, open_lead, rest};
use crate::many::{MANY, TOGETHER, convert, converted, half_way, import_many, shared};

alike!(
    a_lead_another_tab_converts_first_is_left_alone,
    a_match_that_goes_or_changes_is_told,
    a_plan_follows_what_another_tab_does,
    two_runs_over_the_same_leads_convert_each_once,
    a_run_is_taken_back_by_another_tab_while_it_runs,
);

const ADA: &[(&str, &str)] =
    &[("First name", "Ada"), ("Last name", "Lovelace"), ("Organization", "Engines"), ("E-mail 1", "ada@engines.example")];
const ONE_DEAL: Counts = Counts { open: 0, converted: 1, deals: 1, people: 1, organizations: 1 };

async fn a_lead_another_tab_converts_first_is_left_alone(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    add_lead(page, ADA).await?;
    let first = page.tab().await?;
    let waiting = begin_conversion(page, "Ada Lovelace").await?;
    waiting.fill("textbox", "Deal name", "Mine").await?;
    // The other one is in the middle of it when this one is pressed.
    let second = page.new_tab("/leads").await?;
    let other = begin_conversion(page, "Ada Lovelace").await?;
    other.fill("textbox", "Deal name", "Theirs").await?;
    other.strike(Fault::Hold, 1).await?;
    other.click("button", "Convert lead").await?;
    page.go_to_tab(&first).await?;
    waiting.click("button", "Convert lead").await?;
    page.go_to_tab(&second).await?;
    page.relent().await?;
    page.dialog("Lead converted to “Theirs”").await?;
    page.go_to_tab(&first).await?;
    waiting.see("Ada Lovelace was converted already").await?;
    waiting.see("by you").await?;
    // Pressed again, it says so again.
    waiting.click("button", "Convert lead").await?;
    waiting.see("Ada Lovelace was converted already").await?;
    page.axe_clean().await?;
    waiting.click("button", "Cancel").await?;
    page.see("Theirs").await?;
    assert_eq!(counts(page).await?, ONE_DEAL);
    assert_eq!(changes(page, "Lead converted to").await?.len(), 1);
    Ok(())
}

async fn a_match_that_goes_or_changes_is_told(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    begin_conversion(page, "Ada Lovelace").await?.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    add_lead(page, ADA).await?;
    let first = page.tab().await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    let person = dialog.part("group", "Person").await?;
    let chosen = "return arguments[0].querySelector('input:checked')?.closest('.pick').innerText.includes('Ada Lovelace');";
    person.holds("the known person is chosen", chosen).await?;

    let second = page.new_tab("/changes").await?;
    let conversion = page.within(&lines(page, "Lead converted to").await?[0]);
    conversion.click("button", "Undo").await?;
    conversion.see("undone").await?;
    page.go_to_tab(&first).await?;
    dialog.click("button", "Convert lead").await?;
    dialog.see("This record was removed meanwhile.").await?;
    // It comes back with another job title: the preview says so.
    page.go_to_tab(&second).await?;
    rest(page).await?;
    page.within(&lines(page, "Undone: ").await?[0]).click("button", "Redo").await?;
    page.see("Redone: ").await?;
    page.open("/people").await?;
    page.click("link", "Ada Lovelace").await?;
    page.click("button", "Edit job title").await?;
    page.fill("textbox", "Job title", "Countess").await?;
    page.press(Key::Enter + "").await?;
    page.see("Countess").await?;
    page.go_to_tab(&first).await?;
    dialog.see_no("This record was removed meanwhile.").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    let organizations = counts(page).await?.organizations;
    assert_eq!(counts(page).await?, Counts { open: 0, converted: 2, deals: 2, people: 1, organizations });
    page.open("/people").await?;
    page.click("link", "Ada Lovelace").await?;
    page.see("Countess").await
}

/// A company that is there, with three leads who may belong to it.
async fn import_known(page: &Page) -> Result<()> {
    let line = |name: &str| format!("{name},Engines,{}@engines.example,engines.example\n", name.replace(' ', ".").to_lowercase());
    let lines: String = ["Grace Hopper", "Ada Lovelace", "Charles Babbage", "Mary Somerville"].map(line).concat();
    import(page, "known", &format!("Name,Organization,Email,Website\n{lines}")).await?;
    let dialog = begin_conversion(page, "Grace Hopper").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await
}

async fn a_plan_follows_what_another_tab_does(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    import_known(page).await?;
    let first = page.tab().await?;
    let dialog = plan(page, 3).await?;
    dialog.see("linked to Engines").await?;
    dialog.see("3 will be converted").await?;

    let second = page.new_tab("/leads").await?;
    open_lead(page, "Ada Lovelace").await?;
    page.click("button", "Archive").await?;
    page.click("option", "No budget").await?;
    page.see("Archived ").await?;
    page.go_to_tab(&first).await?;
    dialog.see("This lead is archived. Restore it first.").await?;
    dialog.see("2 will be converted, 1 not possible").await?;
    // The company gets another name there: the lead is of another one, then.
    page.go_to_tab(&second).await?;
    rename_organization(page, "Engines", "Engines Worldwide").await?;
    page.go_to_tab(&first).await?;
    dialog.see("linked to Engines Worldwide").await.or(dialog.see("Which organization is it?").await)?;
    page.go_to_tab(&second).await?;
    rename_organization(page, "Engines Worldwide", "Engines").await?;
    open_lead(page, "Charles Babbage").await?;
    // This one is being archived when the run begins, and the run does not know yet.
    page.strike(Fault::Hold, 1).await?;
    page.click("button", "Archive").await?;
    page.click("option", "No budget").await?;
    page.go_to_tab(&first).await?;
    dialog.click("button", &convert(2)).await?;
    page.go_to_tab(&second).await?;
    page.relent().await?;
    page.see("Archived ").await?;
    page.go_to_tab(&first).await?;
    let result = page.dialog(&converted(1)).await?;
    result.see("1 converted, 2 not converted").await?;
    result.see("This lead is archived. Restore it first.").await?;
    page.axe_clean().await?;
    assert_eq!(counts(page).await?, Counts { open: 0, converted: 2, deals: 2, people: 2, organizations: 1 });
    Ok(())
}

async fn rename_organization(page: &Page, from: &str, to: &str) -> Result<()> {
    page.open("/organizations").await?;
    page.click("link", from).await?;
    page.click("button", "Edit name").await?;
    page.fill("textbox", "Name", to).await?;
    page.press(Key::Enter + "").await?;
    page.role("heading", to).await?;
    Ok(())
}

/// The numbers of a run's result: converted, and refused.
async fn sums(result: &Place) -> Result<(usize, usize)> {
    let text = result.css("p[role=status]").await?.first().context("the sums")?.text().await?;
    let before = |words: &str| {
        let number = text.split(words).next().filter(|found| found.len() < text.len())?;
        number.rsplit([' ', ',', '\n']).next()?.parse().ok()
    };
    Ok((before(" converted").unwrap_or(0), before(" not converted").unwrap_or(0)))
}

async fn result_of(page: &Page, tab: &Tab) -> Result<(usize, usize)> {
    page.go_to_tab(tab).await?;
    let name = until("the result of a run", async || {
        let name = page.names("dialog").await?.into_iter().find(|name| name.ends_with("converted"));
        Ok(name)
    });
    sums(&page.dialog(&name.await?).await?).await
}

async fn two_runs_over_the_same_leads_convert_each_once(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    import_many(page, "two-runs").await?;
    let first = page.tab().await?;
    let one = plan(page, MANY).await?;
    let second = page.new_tab("/leads").await?;
    let other = plan(page, MANY).await?;
    page.go_to_tab(&first).await?;
    one.strike(Fault::Hold, 1).await?;
    one.click("button", &convert(MANY)).await?;
    page.go_to_tab(&second).await?;
    other.click("button", &convert(MANY)).await?;
    page.go_to_tab(&first).await?;
    page.relent().await?;
    let (mine, theirs) = (result_of(page, &first).await?, result_of(page, &second).await?);
    assert_eq!((mine.0 + theirs.0, mine.1, theirs.1), (MANY, theirs.0, mine.0), "converted and refused: {mine:?}, {theirs:?}");
    assert!(mine.0 >= TOGETHER, "{mine:?}");
    if 0 < theirs.1 {
        page.dialog(&converted(theirs.0)).await?.see("was converted already").await?;
    }
    // Each run makes the companies of the leads that it converts: it had said so before the other one began.
    let all = counts(page).await?;
    assert_eq!(Counts { organizations: 0, ..all }, Counts { organizations: 0, ..shared(MANY) });
    Ok(())
}

async fn a_run_is_taken_back_by_another_tab_while_it_runs(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    import_many(page, "undo-meanwhile").await?;
    let first = page.tab().await?;
    let dialog = plan(page, MANY).await?;
    let second = page.new_tab("/changes").await?;
    page.go_to_tab(&first).await?;
    dialog.strike(Fault::Rest, 1).await?;
    dialog.click("button", &convert(MANY)).await?;
    page.go_to_tab(&second).await?;
    page.see(&converted(TOGETHER)).await?;
    // From now on the second write locks the store.
    page.go_to_tab(&first).await?;
    page.strike(Fault::Hold, 1).await?;
    half_way(page).await?;
    page.go_to_tab(&second).await?;
    page.within(&lines(page, &converted(TOGETHER)).await?[0]).click("button", "Undo").await?;
    page.go_to_tab(&first).await?;
    page.relent().await?;
    let result = page.dialog(&converted(MANY)).await?;
    page.go_to_tab(&second).await?;
    page.see(&format!("{TOGETHER} stay, because they were used or changed since")).await?;
    page.go_to_tab(&first).await?;
    result.click("button", &format!("Undo all {MANY}")).await?;
    page.see(&format!("Undone: {}", converted(MANY))).await?;
    assert_eq!(counts(page).await?, shared(0));
    Ok(())
}
