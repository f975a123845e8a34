//! The disk refuses a commit: it is said in words, nothing is lost or written by halves, and a second try converts once.

use end_to_end::{App, Browser, Failure, Fault, Page, Place, Result, both, play, until};
use serde_json::json;

use crate::bulk::plan;
use crate::given::{Counts, begin_conversion, changes, counts, import};
use crate::many::{FIRST, LEFT, MANY, SECOND, TOGETHER, convert, converted, half_way, import_many, shared};

both!(
    a_conversion_the_disk_refuses_waits_in_its_dialog,
    a_commit_given_up_once_is_made_again,
    a_run_the_disk_refuses_goes_on,
    a_run_that_stops_unseen_says_so,
    an_undo_the_disk_refuses_goes_on,
);

mod a_full_disk_stops_a_conversion_and_a_run {
    use super::*;

    /// Only Chromium lets itself be told how much there is.
    #[test]
    fn chromium() -> Result<(), Failure> {
        play(Browser::Chromium, "a_full_disk_stops_a_conversion_and_a_run", a_full_disk_stops_a_conversion_and_a_run)
    }
}

const FULL: &str = "storage is full";
const LOST: &str = "the connection to the database was lost";

async fn import_alone(page: &Page, leads: usize) -> Result<()> {
    let lines: String = (0..leads).map(|at| format!("Ada,Test {at:02},Engines {at},ada{at}@engines{at}.example\n")).collect();
    import(page, "refused", &format!("First name,Last name,Organization,Email\n{lines}")).await
}

/// All of them converted, each with a deal and a company of its own.
fn alone(converted: usize) -> Counts {
    Counts { open: 0, converted, deals: converted, people: converted, organizations: converted }
}

async fn value(place: &Place, name: &str) -> Result<Option<String>> {
    Ok(place.role("textbox", name).await?.prop("value").await?)
}

async fn a_conversion_the_disk_refuses_waits_in_its_dialog(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    // The first write, the second, the end; and where the browser gives up, at whatever it does.
    let faults = [(Fault::Full, 4), (Fault::Full, 5), (Fault::Abort, 1), (Fault::Abort, 3), (Fault::Abort, 5), (Fault::Abort, 7)];
    import_alone(page, faults.len()).await?;
    for (at, (fault, step)) in faults.into_iter().enumerate() {
        let dialog = begin_conversion(page, &format!("Ada Test {at:02}")).await?;
        dialog.fill("textbox", "Deal name", &format!("Machine {at}")).await?;
        dialog.click("checkbox", "Plan a follow-up task").await?;
        dialog.fill("textbox", "Task", &format!("Call {at}")).await?;
        dialog.strike_from(fault, step).await?;
        dialog.click("button", "Convert lead").await?;
        dialog.see(if fault == Fault::Full { FULL } else { LOST }).await?;
        let steps = page.steps().await?;
        assert!(!steps.iter().any(|step| step == "complete"), "{fault:?} at {step}: {steps:?}");
        assert_eq!(value(&dialog, "Deal name").await?, Some(format!("Machine {at}")));
        assert_eq!(value(&dialog, "Task").await?, Some(format!("Call {at}")));
        page.axe_clean().await?;
        page.relent().await?;
        dialog.click("button", "Convert lead").await?;
        page.see("Go to Leads").await?;
        page.see(&format!("Call {at}")).await?;
    }
    assert_eq!(counts(page).await?, alone(faults.len()));
    assert_eq!(changes(page, "Lead converted to “Machine").await?.len(), faults.len());
    Ok(())
}

/// As browsers do with an app in the background: nobody needs to know.
async fn a_commit_given_up_once_is_made_again(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    let steps = ["begin", "get", "get-done", "add", "put", "add-done", "put-done"];
    import_alone(page, steps.len()).await?;
    for (at, name) in steps.into_iter().enumerate() {
        let dialog = begin_conversion(page, &format!("Ada Test {at:02}")).await?;
        dialog.strike(Fault::Abort, at + 1).await?;
        dialog.click("button", "Convert lead").await?;
        page.see("Go to Leads").await?;
        let done = page.steps().await?;
        assert_eq!(done[at], name, "{done:?}");
        assert_eq!(done.iter().filter(|step| *step == "complete").count(), 1, "{done:?}");
    }
    assert_eq!(counts(page).await?, alone(steps.len()));
    assert_eq!(changes(page, "Lead converted to").await?.len(), steps.len());
    Ok(())
}

async fn a_run_the_disk_refuses_goes_on(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    import_many(page, "refused-run").await?;
    for (fault, words, step, done) in [(Fault::Full, FULL, 1, 0), (Fault::Abort, LOST, SECOND, TOGETHER)] {
        let dialog = plan(page, MANY).await?;
        dialog.strike_from(fault, step).await?;
        dialog.click("button", &convert(MANY)).await?;
        let result = page.dialog(&converted(done)).await?;
        result.see(words).await?;
        result.see(&format!("{} waiting", MANY - done)).await?;
        page.axe_clean().await?;
        page.relent().await?;
        go_on(page, &result).await?;
        result.see_no(words).await?;
        result.click("button", &format!("Undo all {MANY}")).await?;
        page.see(&format!("Undone: {}", converted(MANY))).await?;
        let done = changes(page, &converted(MANY)).await?;
        page.within(&done[0]).see("undone").await?;
    }
    until("all is as before", async || Ok((counts(page).await? == shared(0)).then_some(()))).await
}

/// Goes on with a run that stopped, to its end.
async fn go_on(page: &Page, result: &Place) -> Result<()> {
    result.click("button", "Go on").await?;
    let result = page.dialog(&converted(MANY)).await?;
    result.see(&format!("{MANY} converted. Created: 3 organizations, {MANY} people, {MANY} deals")).await
}

async fn a_run_that_stops_unseen_says_so(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    import_many(page, "unseen-run").await?;
    let dialog = plan(page, MANY).await?;
    dialog.strike(Fault::Hold, SECOND).await?;
    dialog.click("button", &convert(MANY)).await?;
    half_way(page).await?.click("button", "Close (Esc)").await?;
    page.strike_from(Fault::Abort, 1).await?;
    let notices = page.part("region", "Notifications").await?;
    notices.see(&format!("{}. Not saved: {LOST}", converted(TOGETHER))).await?;
    page.relent().await?;
    notices.click("button", "Show result").await?;
    let result = page.dialog(&converted(TOGETHER)).await?;
    result.see(&format!("{LEFT} waiting")).await?;
    go_on(page, &result).await?;
    assert_eq!(counts(page).await?, shared(MANY));
    Ok(())
}

async fn an_undo_the_disk_refuses_goes_on(app: &mut App) -> Result<()> {
    app.with_faults()?;
    let page = &app.page;
    import_many(page, "refused-undo").await?;
    let dialog = plan(page, MANY).await?;
    dialog.click("button", &convert(MANY)).await?;
    let result = page.dialog(&converted(MANY)).await?;
    result.strike_from(Fault::Full, SECOND).await?;
    result.click("button", &format!("Undo all {MANY}")).await?;
    let notices = page.part("region", "Notifications").await?;
    notices.see(FULL).await?;
    notices.see(&format!("Undone: {}", converted(TOGETHER))).await?;
    page.relent().await?;
    notices.click("button", "Try again").await?;
    page.see(&format!("Undone: {}", converted(LEFT))).await?;
    assert_eq!(counts(page).await?, shared(0));
    Ok(())
}

/// From here on there is no room. A running browser goes by what it found half a minute ago, so it is started again.
async fn fill_disk(app: &mut App) -> Result<()> {
    let full = json!({ "origin": app.address(), "quotaSize": 1 });
    app.page.restart().await?;
    app.page.cdp("Storage.overrideQuotaForOrigin", full).await?;
    Ok(())
}

async fn make_room(app: &App) -> Result<()> {
    app.page.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": app.address() })).await?;
    Ok(())
}

async fn a_full_disk_stops_a_conversion_and_a_run(app: &mut App) -> Result<()> {
    import_many(&app.page, "full").await?;
    fill_disk(app).await?;
    let dialog = begin_conversion(&app.page, FIRST).await?;
    dialog.fill("textbox", "Deal name", "Machine").await?;
    dialog.click("button", "Convert lead").await?;
    dialog.see(FULL).await?;
    assert_eq!(value(&dialog, "Deal name").await?.as_deref(), Some("Machine"));
    make_room(app).await?;
    dialog.click("button", "Convert lead").await?;
    app.page.dialog("Lead converted to “Machine”").await?;
    assert_eq!(counts(&app.page).await?, shared(1));

    let left = MANY - 1;
    fill_disk(app).await?;
    let dialog = plan(&app.page, left).await?;
    dialog.click("button", &convert(left)).await?;
    let result = app.page.dialog(&converted(0)).await?;
    result.see(FULL).await?;
    result.see(&format!("{left} waiting")).await?;
    make_room(app).await?;
    result.click("button", "Go on").await?;
    app.page.dialog(&converted(left)).await?.see_no(FULL).await?;
    assert_eq!(counts(&app.page).await?, shared(MANY));
    Ok(())
}
