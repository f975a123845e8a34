//! A day's work with 100,000 leads: import, start, search, sorting, selecting, conversion, memory; beside the same on bare IndexedDB.

use std::path::PathBuf;

use end_to_end::{App, Browser, Page, Result};
use serde_json::{Value, json};
use xtask::serve::Server;
use xtask::workspace;

use crate::leads;
use crate::measurement::{Measurement, longest, median, percentile};
use crate::side::{Done, bare_page, number, numbers, prepare, run, run_now};

const LEADS: usize = 100_000;
const STARTS: usize = 5;
const CONVERSIONS: usize = 100;
/// The first name of a thousand.
const A_THOUSAND: &str = "renate";
const SORTINGS: usize = 10;
const SELECTIONS: usize = 10;
const FILE: &str = "leads.csv";
/// Half of them are people who are known.
const LATER: usize = 200;
const AGAIN: &str = "later.csv";
const SEARCHES: &[&str] =
    &["ann", "bru", "elena", "gi", "heike h", "koller", "lu", "mue", "nina", "ros", "ste", "turn", "val", "web", "zan"];

/// The tab, and who answers in it.
struct Bench {
    app: App,
    bare: Server,
}

pub async fn measure() -> Result<()> {
    let app = App::start(Browser::Chromium).await?;
    let bare = bare_page("bare-work", &[(FILE, &leads::csv(0..LEADS)), (AGAIN, &leads::csv(LEADS - LATER / 2..LEADS + LATER / 2))])?;
    prepare(&app.page).await?;
    let mut bench = Bench { app, bare };
    bench.import().await?;
    bench.start("start right after the import", 1).await?;
    bench.settle().await?;
    bench.start("start", STARTS).await?;
    bench.of_a_list("search keystroke to rows", "search", json!(SEARCHES)).await?;
    bench.of_a_list("sorting to rows", "sort", json!(SORTINGS)).await?;
    bench.of_a_list("all selected or none", "selectAll", json!(SELECTIONS)).await?;
    // First: later on there are people of the same names, and somebody would have to choose.
    bench.many_at_once().await?;
    let opened = bench.conversions().await?;
    bench.among_contacts(&opened).await?;
    bench.memory().await?;
    bench.app.page.close().await
}

impl Bench {
    fn page(&self) -> &Page {
        &self.app.page
    }

    async fn go_bare(&self, path: &str) -> Result<()> {
        self.page().open_at(&self.bare.address(), path).await
    }

    fn add(&self, name: impl Into<String>, unit: &'static str, value: f64, reference: f64) {
        Measurement { name: name.into(), unit, value, reference }.print();
    }

    fn add_tasks(&self, during: &str, ours: &[f64], bare: &[f64]) {
        self.add(format!("{during}: tasks above 50 ms"), "tasks", ours.len() as f64, bare.len() as f64);
        self.add(format!("{during}: longest task above 50 ms"), "ms", longest(ours), longest(bare));
    }

    /// All steps together: reading, checking, writing. The machine presses the buttons at once.
    async fn import(&self) -> Result<()> {
        self.page().open("/import").await?;
        self.page().choose_file(&file(FILE)).await?;
        let ours = run(self.page(), "ours.import()", Value::Null, "ours.chosen()").await?;
        self.go_bare("/").await?;
        let bare = run_now(self.page(), "bare.import(arguments[0])", json!(format!("/{FILE}"))).await?;
        let rate = |milliseconds: &Value| LEADS as f64 / number(milliseconds) * 1000.0;
        self.add("import, all steps", "rows/s", rate(&ours.value["ms"]), rate(&bare.value));
        self.add("import, writing only", "rows/s", rate(&ours.value["writing"]), rate(&bare.value));
        self.add_tasks("import", &ours.tasks, &bare.tasks);
        Ok(())
    }

    /// From navigation to an inbox that shows its rows and its count, with all that is stored.
    async fn start(&self, name: &str, times: usize) -> Result<()> {
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        // In turns, so that a busy moment meets both.
        for _ in 0..times {
            self.page().open("/leads").await?;
            ours.push(run(self.page(), "ours.start()", Value::Null, "0").await?);
            self.go_bare("/start").await?;
            bare.push(run(self.page(), "bare.start()", Value::Null, "0").await?);
        }
        let time = |side: &[Done]| median(side.iter().map(|done| number(&done.value)).collect());
        let tasks = |side: &[Done]| side.iter().flat_map(|done| done.tasks.clone()).collect::<Vec<f64>>();
        self.add(format!("{name}, navigation to usable inbox"), "ms", time(&ours), time(&bare));
        self.add_tasks(&format!("{name}, {times} times"), &tasks(&ours), &tasks(&bare));
        Ok(())
    }

    /// Waits for the quiet in which the app tidies up.
    async fn settle(&self) -> Result<()> {
        self.page().open("/leads").await?;
        run_now(self.page(), "ours.settle()", Value::Null).await.map(drop)
    }

    /// Work that answers with the time of each time it was done.
    async fn of_a_list(&self, name: &str, work: &str, argument: Value) -> Result<()> {
        self.page().open("/leads").await?;
        run(self.page(), "ours.start()", Value::Null, "0").await?;
        let ours = run_now(self.page(), &format!("ours.{work}(arguments[0])"), argument.clone()).await?;
        self.go_bare("/").await?;
        let bare = run_now(self.page(), &format!("bare.{work}(arguments[0])"), argument).await?;
        for percent in [50, 95] {
            let of = |done: &Done| percentile(numbers(&done.value), percent);
            self.add(format!("{name}, p{percent}"), "ms", of(&ours), of(&bare));
        }
        self.add_tasks(name, &ours.tasks, &bare.tasks);
        Ok(())
    }

    /// One after the other: the dialog, the commit, the summary. Answers how long each dialog took to open.
    async fn conversions(&self) -> Result<Vec<f64>> {
        self.page().open("/leads").await?;
        run(self.page(), "ours.start()", Value::Null, "0").await?;
        let ours = run_now(self.page(), "ours.convert(arguments[0])", json!(CONVERSIONS)).await?;
        self.go_bare("/").await?;
        let bare = run_now(self.page(), "bare.convert(arguments[0])", json!(CONVERSIONS)).await?;
        for (name, part) in [("dialog open", "opened"), ("confirmed to durable", "durable"), ("confirmed to summary", "drawn")] {
            for percent in [50, 95] {
                let (value, reference) = (percentile(times(&ours, part), percent), percentile(numbers(&bare.value), percent));
                self.add(format!("conversion, {name}, p{percent}"), "ms", value, reference);
            }
        }
        self.add_tasks("conversion", &ours.tasks, &bare.tasks);
        Ok(times(&ours, "opened"))
    }

    /// Converts all leads at once, so that nearly each has a person; then dialogs of leads that come after, some of whom are
    /// among them. Beside the dialogs from before, when there was hardly anybody.
    async fn among_contacts(&self, before: &[f64]) -> Result<()> {
        self.page().open("/leads").await?;
        run(self.page(), "ours.start()", Value::Null, "0").await?;
        let many = run_now(self.page(), "ours.convertAll()", Value::Null).await?;
        let converted = number(&many.value["converted"]);
        self.add(format!("{converted} conversions"), "ms", number(&many.value["ms"]), f64::NAN);
        self.add_tasks(&format!("{converted} conversions"), &many.tasks, &[]);
        self.page().open("/import").await?;
        self.page().choose_file(&file(AGAIN)).await?;
        run(self.page(), "ours.import()", Value::Null, "ours.chosen()").await?;
        self.settle().await?;
        let ours = run_now(self.page(), "ours.convert(arguments[0])", json!(CONVERSIONS)).await?;
        for percent in [50, 95] {
            let (value, reference) = (percentile(times(&ours, "opened"), percent), percentile(before.to_vec(), percent));
            self.add(format!("conversion among 100,000 people, dialog open, p{percent}"), "ms", value, reference);
        }
        self.add_tasks("conversion among 100,000 people", &ours.tasks, &[]);
        Ok(())
    }

    /// A thousand, with an undo of all. The plain way writes the same four rows a lead, each lead by itself as here, and
    /// all in one transaction, which here they are not: each can be refused and undone alone.
    async fn many_at_once(&self) -> Result<()> {
        self.page().open("/leads").await?;
        run(self.page(), "ours.start()", Value::Null, "0").await?;
        let ours = run_now(self.page(), "ours.convertMany(arguments[0])", json!(A_THOUSAND)).await?;
        let leads = number(&ours.value["converted"]);
        self.go_bare("/").await?;
        let some = json!({ "from": CONVERSIONS, "leads": leads });
        let bare = run_now(self.page(), "bare.convertMany(arguments[0])", some).await?;
        let (each, together) = (number(&bare.value["each"]), number(&bare.value["together"]));
        let of_ours = |part: &str| number(&ours.value[part]);
        self.add(format!("{leads} conversions, beside one transaction a lead"), "ms", of_ours("ms"), each);
        self.add(format!("{leads} conversions, beside one transaction for all"), "ms", of_ours("ms"), together);
        self.add(format!("{leads} conversions, plan"), "ms", of_ours("planned"), together);
        self.add(format!("{leads} conversions, undo of all"), "ms", of_ours("undone"), each);
        self.add_tasks("many conversions, plan and undo", &ours.tasks, &bare.tasks);
        Ok(())
    }

    /// Of the app's WASM; the plain way's is what the same leads take as objects.
    async fn memory(&self) -> Result<()> {
        self.page().open("/settings").await?;
        let ours = run_now(self.page(), "ours.memory()", Value::Null).await?;
        self.go_bare("/").await?;
        let before = self.heap().await?;
        run_now(self.page(), "bare.keep()", Value::Null).await?;
        let bare = self.heap().await? - before;
        self.add("memory", "MB", number(&ours.value) / 1e6, bare / 1e6);
        Ok(())
    }

    /// Bytes in use by objects of the page.
    async fn heap(&self) -> Result<f64> {
        self.page().cdp("HeapProfiler.collectGarbage", json!({})).await?;
        Ok(number(&self.page().cdp("Runtime.getHeapUsage", json!({})).await?["usedSize"]))
    }
}

/// One time of each conversion, in milliseconds.
fn times(done: &Done, part: &str) -> Vec<f64> {
    done.value.as_array().into_iter().flatten().map(|times| number(&times[part])).collect()
}

fn file(name: &str) -> PathBuf {
    workspace::scratch().join("bench/bare-work").join(name)
}
