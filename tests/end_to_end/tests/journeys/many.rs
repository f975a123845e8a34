//! Leads of a few companies, converted together and taken back.

use end_to_end::{Page, Place, Result};

use crate::bulk::plan;
use crate::given::{Counts, changes, import};

/// More than go to the disk together.
pub const MANY: usize = TOGETHER + LEFT;
pub const LEFT: usize = 5;
/// What goes to the disk together, and the first step of what comes next: before it come the beginning, the head and its end,
/// the entries, the new head and their ends, the end of all.
pub const TOGETHER: usize = 20;
pub const SECOND: usize = 3 + 2 * (TOGETHER + 1) + 2;
const COMPANIES: usize = 3;

/// People nobody would take for one another.
const LAST: &str = "Adler Byron Cantor Dirac Euler Fermi Gauss Hilbert Ising Jacobi Kepler Lagrange Maxwell Noether Ohm Pascal Quetelet \
                    Riemann Stokes Turing Ulam Volta Weyl Yukawa Zeno";
const COMPANY: [&str; COMPANIES] = ["Engines", "Looms", "Mills"];

/// The first of the leads.
pub const FIRST: &str = "Ada Adler";

pub async fn import_many(page: &Page, name: &str) -> Result<()> {
    let line = |(at, last): (usize, &str)| {
        let company = COMPANY[at % COMPANIES];
        format!("Ada,{last},{company},{last}@{company}.example,{company}.example\n")
    };
    let lines: String = LAST.split_whitespace().enumerate().map(line).collect();
    import(page, name, &format!("First name,Last name,Organization,Email,Website\n{lines}")).await?;
    // The one in the preview is marked as seen before commits are counted.
    page.press("j").await?;
    page.press("k").await?;
    let seen = "return [...document.querySelectorAll('[role=rowheader]:has(a)')].some((lead) => !lead.querySelector('.visually-hidden'));";
    page.holds("a lead that was seen", seen).await
}

/// So many of them converted, with a deal each, and their companies.
pub fn shared(converted: usize) -> Counts {
    Counts { open: MANY - converted, converted, deals: converted, people: converted, organizations: COMPANIES.min(converted) }
}

/// Runs the conversion of all open leads to its end.
pub async fn run(page: &Page, leads: usize) -> Result<()> {
    let dialog = plan(page, leads).await?;
    dialog.click("button", &convert(leads)).await?;
    page.dialog(&converted(leads)).await?;
    Ok(())
}

pub fn convert(leads: usize) -> String {
    format!("Convert {leads} lead{}", if leads == 1 { "" } else { "s" })
}

pub fn converted(leads: usize) -> String {
    format!("{leads} lead{} converted", if leads == 1 { "" } else { "s" })
}

/// The dialog of a run that waits before what is left.
pub async fn half_way(page: &Page) -> Result<Place> {
    let running = page.dialog(&format!("Converting {MANY} leads")).await?;
    running.see(&format!("{TOGETHER} of {MANY} done")).await?;
    Ok(running)
}

/// Takes back all that a line of *Recent changes* stands for.
pub async fn take_back(page: &Page, line: &str) -> Result<()> {
    let lines = changes(page, line).await?;
    let newest = page.within(&lines[0]);
    newest.click("button", "Undo").await?;
    newest.no_role("button", "Undo").await
}
