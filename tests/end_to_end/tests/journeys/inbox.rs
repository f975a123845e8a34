//! The inbox: the first visit, finding, sorting, selecting, archiving, a lead by hand, and keeping the place.

use end_to_end::{App, Key, Page, Result, both, until};

both!(
    the_first_visit_offers_three_ways,
    leads_are_found_while_one_types,
    filters_and_order_stand_in_the_address,
    all_matching_leads_are_archived_with_a_reason_and_come_back,
    a_lead_is_added_by_hand,
    the_inbox_is_worked_through_by_keys,
);

/// Leads of the sample that wait in the inbox, those in the archive, and all of them.
const OPEN: usize = 280;
const ARCHIVED: usize = 20;
pub const ALL: usize = 300;

async fn the_first_visit_offers_three_ways(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/").await?;
    page.at("/leads").await?;
    page.role("heading", "No leads yet").await?;
    page.click("link", "Import a file").await?;
    page.at("/import").await?;
    page.role("heading", "Import leads").await?;
    page.back().await?;
    page.role("heading", "No leads yet").await?;
    let empty = page.part("region", "Leads").await?;
    empty.click("button", "Add lead").await?;
    page.dialog("Add lead").await?.click("button", "Close").await?;
    page.no_role("dialog", "Add lead").await?;
    empty.click("button", "Try with sample data").await?;
    page.see("300 sample leads added").await?;
    counts(page, OPEN, ALL).await?;
    page.open("/people").await?;
    page.see("200").await?;
    page.open("/organizations").await?;
    page.see("120").await?;
    page.open("/leads").await?;
    counts(page, OPEN, ALL).await
}

async fn leads_are_found_while_one_types(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample_data(page).await?;
    let first = leads(page).await?[0].clone();
    // Letter by letter: with each the list gets shorter or stays.
    let mut before = OPEN;
    for end in 1..=first.len().min(8) {
        if !first.is_char_boundary(end) {
            continue;
        }
        search(page, &first[..end]).await?;
        let now = until("the count follows", async || {
            let (shown, total) = counted(page).await?;
            Ok((total == ALL && shown <= before && shown > 0).then_some(shown))
        })
        .await?;
        before = now;
    }
    search(page, &first).await?;
    until("the lead is the first", async || Ok((leads(page).await?.first() == Some(&first)).then_some(()))).await?;
    search(page, "nobody has this name").await?;
    page.role("heading", "No lead matches these filters").await?;
    page.click("button", "Clear all filters").await?;
    counts(page, OPEN, ALL).await?;
    // Esc in the search does the same.
    search(page, &first).await?;
    until("fewer leads", async || Ok((counted(page).await?.0 < OPEN).then_some(()))).await?;
    page.press(Key::Escape + "").await?;
    counts(page, OPEN, ALL).await
}

async fn filters_and_order_stand_in_the_address(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample_data(page).await?;
    // By status, chosen from the list.
    page.click("button", "Filter").await?;
    page.fill("combobox", "Filter", "Working").await?;
    page.click("option", "Working Status").await?;
    page.role("button", "Status: Working. Change").await?;
    let working = until("fewer leads", async || Ok(Some(counted(page).await?.0).filter(|shown| *shown < OPEN))).await?;
    until("the status is in the address", async || Ok(page.path().await?.contains("status=").then_some(()))).await?;
    // By value: the highest first, then the lowest.
    sort(page, "Value").await?;
    until("the order is in the address", async || Ok(page.path().await?.contains("sort=value&dir=desc").then_some(()))).await?;
    let before = page.path().await?;
    page.press(Key::Down + "").await?;
    page.press(Key::Home + "").await?;
    let sorted = until("the first lead stands beside the list", async || {
        let (sorted, beside) = (leads(page).await?, page.names("complementary").await?);
        Ok(sorted.first().is_some_and(|first| beside == [format!("Preview: {first}")]).then_some(sorted))
    })
    .await?;
    until("the lead is in the address", async || Ok((page.path().await? != before).then_some(()))).await?;
    page.reload().await?;
    counts(page, working, ALL).await?;
    assert_eq!(leads(page).await?, sorted);
    preview(page, &sorted[0]).await?;
    sort(page, "Value").await?;
    until("the order is turned round", async || Ok(page.path().await?.contains("sort=value&lead=").then_some(()))).await?;
    // A lead and back: as it was.
    let name = leads(page).await?[0].clone();
    assert_ne!(name, sorted[0]);
    page.part("grid", "Leads").await?.click("link", &name).await?;
    page.role("heading", &name).await?;
    page.back().await?;
    counts(page, working, ALL).await?;
    preview(page, &name).await?;
    assert_eq!(leads(page).await?[0], name);
    page.role("button", "Status: Working. Change").await?;
    // The filter goes as it came.
    page.click("button", "Remove filter: Status").await?;
    counts(page, OPEN, ALL).await?;
    // By tag, from an address as a colleague would send it.
    page.open("/leads?tag=hot").await?;
    let tagged = until("only tagged leads", async || Ok(Some(counted(page).await?.0).filter(|shown| *shown < OPEN))).await?;
    assert!(tagged > 0);
    page.click("button", "Remove filter: Tag").await?;
    counts(page, OPEN, ALL).await
}

async fn all_matching_leads_are_archived_with_a_reason_and_come_back(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample_data(page).await?;
    page.click("button", "Filter").await?;
    page.fill("combobox", "Filter", "Contacted").await?;
    page.click("option", "Contacted Status").await?;
    let some = until("fewer leads", async || Ok(Some(counted(page).await?.0).filter(|shown| *shown < OPEN))).await?;
    page.click("checkbox", &format!("Select all {some} matching leads")).await?;
    let bar = page.part("toolbar", &format!("Actions for {some} selected leads")).await?;
    bar.see(&format!("{some} selected")).await?;
    bar.click("button", "Archive").await?;
    page.click("option", "No budget").await?;
    page.see(&format!("{some} leads archived")).await?;
    page.role("heading", "No lead matches these filters").await?;
    page.click("button", "Clear all filters").await?;
    counts(page, OPEN - some, ALL).await?;
    // They wait in the archive with their reason.
    page.click("link", &format!("Archived {}", ARCHIVED + some)).await?;
    counts(page, ARCHIVED + some, ALL).await?;
    page.see("Archived: No budget").await?;
    page.click("button", "Undo").await?;
    counts(page, ARCHIVED, ALL).await?;
    page.click("link", &format!("Open {OPEN}")).await?;
    counts(page, OPEN, ALL).await?;
    page.reload().await?;
    counts(page, OPEN, ALL).await
}

async fn a_lead_is_added_by_hand(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample_data(page).await?;
    page.click("button", "Add lead").await?;
    let dialog = page.dialog("Add lead").await?;
    dialog.fill("textbox", "E-mail 1", "ada at example").await?;
    dialog.click("button", "Save lead").await?;
    let said = "ada at example is not an e-mail address. Write it like name@company.com";
    dialog.see(said).await?;
    // Beside its field, and what was typed stays.
    let email = dialog.role("textbox", "E-mail 1").await?;
    let beside = "const ids = arguments[0].getAttribute('aria-describedby').split(' ');
        return ids.map((id) => document.getElementById(id)?.innerText ?? '').join(' ').trim();";
    let beside = page.script(beside, vec![email.to_json()?]).await?;
    assert_eq!(beside.as_str(), Some(said));
    assert_eq!(email.prop("value").await?.as_deref(), Some("ada at example"));
    dialog.fill("textbox", "E-mail 1", "ada@quill-and-sons.example").await?;
    dialog.click("button", "Save lead").await?;
    dialog.see("Enter a name or an organization").await?;
    dialog.fill("textbox", "First name", "Ada").await?;
    dialog.fill("textbox", "Last name", "Quillfeather").await?;
    dialog.fill("textbox", "Organization", "Quill & Sons").await?;
    dialog.click("button", "Save lead").await?;
    page.no_role("dialog", "Add lead").await?;
    page.see("“Ada Quillfeather” added").await?;
    counts(page, OPEN + 1, ALL + 1).await?;
    page.part("grid", "Leads").await?.role("link", "Ada Quillfeather").await?;
    page.reload().await?;
    search(page, "quillfeather").await?;
    counts(page, 1, ALL + 1).await?;
    page.part("grid", "Leads").await?.role("link", "Ada Quillfeather").await?;
    page.see("Quill & Sons").await
}

async fn the_inbox_is_worked_through_by_keys(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample_data(page).await?;
    let names = leads(page).await?;
    preview(page, &names[0]).await?;
    page.press("j").await?;
    page.press("j").await?;
    preview(page, &names[2]).await?;
    // To the next part of the page and back again.
    let in_list = "return document.activeElement.closest('[role=grid]') !== null;";
    page.holds("a row has the focus", in_list).await?;
    page.press(Key::F6 + "").await?;
    assert_eq!(page.script(in_list, Vec::new()).await?, false, "F6 stays in the list");
    page.press(Key::Shift + Key::F6).await?;
    page.holds("a row has the focus again", in_list).await?;
    // Selected, and archived with the first reason.
    page.press("x").await?;
    page.see("1 selected").await?;
    page.press("e").await?;
    page.press(Key::Down + "").await?;
    page.press(Key::Enter + "").await?;
    counts(page, OPEN - 1, ALL).await?;
    page.press("z").await?;
    counts(page, OPEN, ALL).await?;
    // Enter opens the lead, Back returns to it.
    preview(page, &names[2]).await?;
    page.press(Key::Enter + "").await?;
    page.role("heading", &names[2]).await?;
    page.back().await?;
    preview(page, &names[2]).await
}

/// Fills the empty workspace, as a first visitor does.
pub async fn sample_data(page: &Page) -> Result<()> {
    crate::given::sample(page).await?;
    counts(page, OPEN, ALL).await
}

/// Types into the search of the inbox.
pub async fn search(page: &Page, words: &str) -> Result<()> {
    page.fill("searchbox", "Search leads", words).await
}

/// Waits until the inbox shows so many leads of so many.
pub async fn counts(page: &Page, shown: usize, all: usize) -> Result<()> {
    let mut current = (0, 0);
    let counted = until(&format!("{shown} of {all} leads"), async || {
        current = counted(page).await?;
        Ok((current == (shown, all)).then_some(()))
    })
    .await;
    counted.map_err(|error| error.context(format!("there are {} of {}", current.0, current.1)))
}

/// How many leads the inbox shows, of how many. The list has as many rows, and one for its heads.
async fn counted(page: &Page) -> Result<(usize, usize)> {
    let script = "const rows = document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? '1';
        return [document.querySelector('.view__count').textContent, rows];";
    let (text, rows): (String, String) = serde_json::from_value(page.script(script, Vec::new()).await?)?;
    let (shown, all) = text.split_once(" of ").unwrap_or_default();
    let number = |text: &str| text.replace(',', "").parse::<usize>();
    let (shown, all) = (number(shown)?, number(all)?);
    if number(&rows)? != shown + 1 {
        return Ok((usize::MAX, all));
    }
    Ok((shown, all))
}

/// The names of the leads in sight, from above.
pub async fn leads(page: &Page) -> Result<Vec<String>> {
    let script = "const list = document.querySelector('.grid__body').getBoundingClientRect();
        const inside = (box) => box.top >= list.top - 1 && box.bottom <= list.bottom + 1;
        const rows = [...document.querySelectorAll('.grid__body [role=row]')].filter((row) => inside(row.getBoundingClientRect()));
        rows.sort((one, other) => one.ariaRowIndex - other.ariaRowIndex);
        return rows.map((row) => row.querySelector('a').textContent);";
    Ok(serde_json::from_value(page.script(script, Vec::new()).await?)?)
}

/// Waits until this lead stands beside the list.
async fn preview(page: &Page, name: &str) -> Result<()> {
    page.part("complementary", &format!("Preview: {name}")).await.map(drop)
}

async fn sort(page: &Page, column: &str) -> Result<()> {
    page.part("grid", "Leads").await?.click("button", column).await
}
