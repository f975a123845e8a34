//! Impatient hands: what is pressed twice, or held down, happens once. What is left in the middle can be gone on with.

use end_to_end::{App, Fault, Key, Result, both, until};

use crate::bulk::plan;
use crate::given::{add_lead, begin_conversion, changes, counts, lines, rest};
use crate::many::{FIRST, LEFT, MANY, SECOND, TOGETHER, convert, converted, half_way, import_many, run, shared, take_back};

both!(
    a_run_and_its_way_back_happen_once,
    a_change_is_taken_back_once,
    what_moves_under_the_pointer_is_not_pressed,
    enter_held_down_converts_once,
    a_reload_in_the_middle_of_many_is_gone_on_with,
);

async fn a_run_and_its_way_back_happen_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    import_many(page, "twice").await?;
    let dialog = plan(page, MANY).await?;
    dialog.double_click("button", &convert(MANY)).await?;
    let result = page.dialog(&converted(MANY)).await?;
    result.see(&format!("{MANY} converted. Created: 3 organizations, {MANY} people, {MANY} deals")).await?;
    result.double_click("button", &format!("Undo all {MANY}")).await?;
    let told = format!("Undone: {}", converted(MANY));
    page.see(&told).await?;
    assert_eq!(counts(page).await?, shared(0));
    assert_eq!(changes(page, &told).await?.len(), 1);
    // The whole run is done again, and that once.
    let lines = changes(page, &told).await?;
    page.within(&lines[0]).double_click("button", "Redo").await?;
    page.within(&lines[0]).no_role("button", "Redo").await?;
    assert_eq!(counts(page).await?, shared(MANY));
    assert_eq!(changes(page, &format!("Redone: {}", converted(MANY))).await?.len(), 1);
    Ok(())
}

async fn a_change_is_taken_back_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Lovelace"), ("Organization", "Engines")]).await?;
    let before = counts(page).await?;
    let dialog = begin_conversion(page, "Lovelace").await?;
    // Where *Convert lead* was, the summary has *Open deal*.
    dialog.slow_double_click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    let lines = changes(page, "Lead converted to").await?;
    // A line for the undo comes above: the second click must not take that back.
    page.within(&lines[0]).slow_double_click("button", "Undo").await?;
    page.within(&lines[0]).see("undone").await?;
    page.see("Undone: ").await?;
    assert_eq!(counts(page).await?, before);
    let lines = changes(page, "Undone: Lead").await?;
    assert_eq!(lines.len(), 1);
    page.within(&lines[0]).role("button", "Redo").await?;
    Ok(())
}

async fn what_moves_under_the_pointer_is_not_pressed(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Lovelace")]).await?;
    add_lead(page, &[("Last name", "Hopper")]).await?;
    changes(page, "Lead added").await?;
    // The second press is a press of its own, on what stands first by then: the line of the undo, with its Redo.
    let script = "const press = () => document.querySelector('main ol button').click();
        press();
        return new Promise((done) => setTimeout(() => { press(); done(true); }, 350));";
    page.script(script, Vec::new()).await?;
    let undone = until("the line of the undo", async || Ok(lines(page, "Undone: Lead").await?.pop())).await?;
    rest(page).await?;
    page.within(&undone).click("button", "Redo").await?;
    page.see("Redone: ").await?;
    assert_eq!(changes(page, "Redone: Lead").await?.len(), 1);
    assert_eq!(lines(page, "Undone: Lead").await?.len(), 1);
    Ok(())
}

async fn enter_held_down_converts_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    import_many(page, "held").await?;
    let dialog = begin_conversion(page, FIRST).await?;
    dialog.role("button", "Convert lead").await?.focus().await?;
    page.hold_down(Key::Enter).await?;
    page.see("Go to Leads").await?;
    assert_eq!(changes(page, "Lead converted to").await?.len(), 1);

    let left = MANY - 1;
    let dialog = plan(page, left).await?;
    dialog.role("button", &convert(left)).await?.focus().await?;
    page.hold_down(Key::Enter).await?;
    let result = page.dialog(&converted(left)).await?;
    assert_eq!(counts(page).await?, shared(MANY));
    assert_eq!(changes(page, &converted(left)).await?.len(), 1);
    drop(result);

    let lines = changes(page, &converted(left)).await?;
    let newest = page.within(&lines[0]);
    newest.role("button", "Undo").await?.focus().await?;
    page.hold_down(Key::Enter).await?;
    // On this page: leaving it would stop the undo in the middle.
    newest.no_role("button", "Undo").await?;
    assert_eq!(counts(page).await?, shared(1));
    Ok(())
}

async fn a_reload_in_the_middle_of_many_is_gone_on_with(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    import_many(page, "reload-many").await?;
    let dialog = plan(page, MANY).await?;
    dialog.strike(Fault::Hold, SECOND).await?;
    dialog.click("button", &convert(MANY)).await?;
    half_way(page).await?;
    page.reload().await?;
    assert_eq!(counts(page).await?, shared(TOGETHER));
    run(page, LEFT).await?;
    assert_eq!(counts(page).await?, shared(MANY));
    take_back(page, &converted(LEFT)).await?;

    // The rest of an undo is undone from the same line, which says how far it is.
    let lines = changes(page, &converted(TOGETHER)).await?;
    page.within(&lines[0]).click("button", "Undo").await?;
    page.within(&lines[0]).see("undone").await?;
    run(page, MANY).await?;
    let result = page.dialog(&converted(MANY)).await?;
    result.strike(Fault::Hold, SECOND).await?;
    result.click("button", &format!("Undo all {MANY}")).await?;
    until("the half of the undo", async || {
        let steps = page.steps().await?;
        Ok((steps.len() > SECOND).then_some(()))
    })
    .await?;
    page.reload().await?;
    assert_eq!(counts(page).await?, shared(LEFT));
    let lines = changes(page, &converted(MANY)).await?;
    let line = page.within(&lines[0]);
    line.see(&format!("{TOGETHER} undone")).await?;
    line.click("button", "Undo").await?;
    line.no_role("button", "Undo").await?;
    assert_eq!(counts(page).await?, shared(0));
    Ok(())
}
