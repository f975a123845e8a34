//! The power goes in the middle: whatever the moment, what was being done has happened wholly or not at all, and goes on from there.

use end_to_end::{App, Browser, Fault, Result, both, until};

use crate::bulk::plan;
use crate::given::{Counts, begin_conversion, changes, counts, import};
use crate::many::{MANY, convert, converted, import_many, run, shared, take_back};

both!(a_conversion_that_stops_is_whole_or_nothing, a_run_that_stops_goes_on_from_there, an_undo_that_stops_goes_on_from_there,);

/// So many of them open, the others converted, each with a deal and a company of its own.
fn alone(open: usize, converted: usize) -> Counts {
    Counts { open, converted, deals: converted, people: converted, organizations: converted }
}

async fn a_conversion_that_stops_is_whole_or_nothing(app: &mut App) -> Result<()> {
    const LEADS: usize = 12;
    app.with_faults()?;
    let lines: String = (0..LEADS).map(|at| format!("Ada,Test {at:02},Engines {at},ada{at}@engines{at}.example\n")).collect();
    import(&app.page, "stopped", &format!("First name,Last name,Organization,Email\n{lines}")).await?;
    let name = |at: usize| format!("Ada Test {at:02}");
    let dialog = begin_conversion(&app.page, &name(0)).await?;
    dialog.count_steps().await?;
    dialog.click("button", "Convert lead").await?;
    app.page.see("Go to Leads").await?;
    let steps = app.page.steps().await?;
    assert!(steps.len() < LEADS, "a lead for each of {steps:?}");

    let mut converted = 1;
    // Firefox takes its time to start.
    let firefox = app.page.browser == Browser::Firefox;
    for (at, step) in (1..).zip(&steps).filter(|(at, _)| !firefox || [4, 5, 7, 8].contains(at)) {
        let dialog = begin_conversion(&app.page, &name(at)).await?;
        dialog.strike(Fault::Stop, at).await?;
        dialog.click_and_leave("button", "Convert lead").await?;
        app.page.stopped().await?;
        app.page.kill().await?;
        converted += usize::from(step == "complete");
        assert_eq!(counts(&app.page).await?, alone(LEADS - converted, converted), "stopped at {step}, step {at} of {steps:?}");
    }
    // Those that were in the middle of it can be converted.
    let dialog = begin_conversion(&app.page, &name(1)).await?;
    dialog.click("button", "Convert lead").await?;
    app.page.see("Go to Leads").await?;
    converted += 1;
    assert_eq!(counts(&app.page).await?, alone(LEADS - converted, converted));
    assert_eq!(changes(&app.page, "Lead converted to").await?.len(), converted);
    Ok(())
}

/// The steps of several transactions: which of them it is, its place in it, and how many commits are durable once it is over.
struct Steps {
    names: Vec<String>,
}

impl Steps {
    /// The number of the `nth` step of this name, from 1, in the transaction at `of`.
    fn number(&self, of: usize, name: &str, nth: usize) -> usize {
        let mut ends = self.names.iter().enumerate().filter(|(_, step)| *step == "complete").map(|(at, _)| at + 1);
        let first = if of == 0 { 0 } else { ends.nth(of - 1).expect("so many transactions") };
        let found = self.names.iter().enumerate().skip(first).filter(|(_, step)| *step == name).nth(nth);
        found.expect("so many steps").0 + 1
    }

    /// How many commits stay when everything ends at this step.
    fn durable(&self, number: usize) -> usize {
        let done = &self.names[..number];
        let end = done.iter().rposition(|step| step == "complete").unwrap_or(0);
        done[..end].iter().filter(|step| *step == "add").count()
    }

    /// In two transactions: in the middle of each, and after each.
    fn telling(&self) -> [usize; 4] {
        let transactions = self.names.iter().filter(|step| *step == "complete").count();
        assert_eq!(transactions, 2, "{:?}", self.names);
        [self.number(0, "add", 3), self.number(0, "complete", 0), self.number(1, "put", 0), self.number(1, "complete", 0)]
    }
}

async fn a_run_that_stops_goes_on_from_there(app: &mut App) -> Result<()> {
    app.with_faults()?;
    import_many(&app.page, "stopped-run").await?;
    let dialog = plan(&app.page, MANY).await?;
    dialog.count_steps().await?;
    dialog.click("button", &convert(MANY)).await?;
    app.page.dialog(&converted(MANY)).await?;
    let steps = Steps { names: app.page.steps().await? };
    take_back(&app.page, &converted(MANY)).await?;
    for number in steps.telling() {
        let dialog = plan(&app.page, MANY).await?;
        dialog.strike(Fault::Stop, number).await?;
        dialog.click_and_leave("button", &convert(MANY)).await?;
        app.page.stopped().await?;
        app.page.kill().await?;
        let done = steps.durable(number);
        let page = &app.page;
        assert_eq!(counts(page).await?, shared(done), "stopped at step {number}");
        let left = MANY - done;
        if 0 < done && 0 < left {
            // The rest joins the companies that are there.
            run(page, left).await?;
            assert_eq!(counts(page).await?, shared(MANY), "stopped at step {number} and gone on with");
            take_back(page, &converted(left)).await?;
        }
        if 0 < done {
            take_back(page, &converted(done)).await?;
        }
        until("all is as before", async || Ok((counts(page).await? == shared(0)).then_some(()))).await?;
    }
    Ok(())
}

async fn an_undo_that_stops_goes_on_from_there(app: &mut App) -> Result<()> {
    app.with_faults()?;
    import_many(&app.page, "stopped-undo").await?;
    run(&app.page, MANY).await?;
    let dialog = app.page.dialog(&converted(MANY)).await?;
    dialog.count_steps().await?;
    dialog.click("button", &format!("Undo all {MANY}")).await?;
    app.page.see(&format!("Undone: {}", converted(MANY))).await?;
    let steps = Steps { names: app.page.steps().await? };
    for number in steps.telling().into_iter().skip(1) {
        run(&app.page, MANY).await?;
        let dialog = app.page.dialog(&converted(MANY)).await?;
        dialog.strike(Fault::Stop, number).await?;
        dialog.click_and_leave("button", &format!("Undo all {MANY}")).await?;
        app.page.stopped().await?;
        app.page.kill().await?;
        let undone = steps.durable(number);
        let page = &app.page;
        assert_eq!(counts(page).await?, shared(MANY - undone), "stopped at step {number}");
        if undone < MANY {
            take_back(page, &converted(MANY)).await?;
        }
        until("all is as before", async || Ok((counts(page).await? == shared(0)).then_some(()))).await?;
    }
    Ok(())
}
