//! Leads become deals: whole, once, and back.

use end_to_end::{App, Page, Place, Result, both, until};
use serde_json::json;

use crate::given::{Counts, add_lead, begin_conversion, changes, counts, find, import, open_lead};

both!(
    a_lead_becomes_new_records_and_comes_back,
    known_people_and_organizations_are_not_doubled,
    a_double_click_converts_once,
    a_reload_leaves_none_or_one_conversion,
    two_tabs_convert_one_lead_once,
    everything_that_is_missing_is_named_at_once,
    a_lead_is_converted_in_italian,
);

const ADA: &[(&str, &str)] = &[
    ("First name", "Ada"),
    ("Last name", "Lovelace"),
    ("Organization", "Analytical Engines"),
    ("Job title optional", "Analyst"),
    ("E-mail 1", "ada@engines.example"),
    ("Website optional", "engines.example"),
];
const DEAL: &str = "Ada Lovelace, Analytical Engines";
const ONE_LEAD: Counts = Counts { open: 1, converted: 0, deals: 0, people: 0, organizations: 0 };
const ONE_DEAL: Counts = Counts { open: 0, converted: 1, deals: 1, people: 1, organizations: 1 };

async fn a_lead_becomes_new_records_and_comes_back(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    open_lead(page, "Ada Lovelace").await?;
    page.click("button", "Mark Status as Complete").await?;
    page.role("tab", "Contacted, current").await?;

    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    for words in ["Create “Analytical Engines”", "Create “Ada Lovelace”", "No one with this e-mail or phone yet", "Record will say"]
    {
        dialog.see(words).await?;
    }
    let preview = dialog.part("table", "Ada Lovelace").await?;
    for words in ["Job title", "Analyst", "ada@engines.example"] {
        preview.see(words).await?;
    }
    let summary = convert(page, &dialog).await?;
    let links = summary.names("link").await?;
    for name in [DEAL, "Ada Lovelace", "Analytical Engines", "Go to Leads", "Open deal"] {
        assert!(links.iter().any(|link| link == name), "the summary links {links:?}");
    }
    summary.click("link", "Go to Leads").await?;
    page.see("Inbox is clear").await?;
    page.see("Open deal").await?;

    page.click("link", "Converted 1").await?;
    page.fill("searchbox", "Search leads", "lovelace").await?;
    page.part("grid", "Leads").await?.role("link", "Ada Lovelace").await?;
    assert_eq!(counts(page).await?, ONE_DEAL);
    page.open("/deals").await?;
    column(page, 0).await?.see(DEAL).await?;
    let found = find(page, "lovelace").await?;
    for kind in ["Person", "Deal", "Lead"] {
        assert!(found.iter().any(|line| line.contains(kind)), "the palette finds {found:?}");
    }
    let found = find(page, "analytical").await?;
    assert!(found.iter().any(|line| line.contains("Organization")), "the palette finds {found:?}");

    let done = changes(page, "Lead converted to").await?;
    assert_eq!(done.len(), 1);
    page.within(&done[0]).click("button", "Undo").await?;
    page.see("Undone: Lead converted to “").await?;
    assert_eq!(counts(page).await?, ONE_LEAD);
    open_lead(page, "Ada Lovelace").await?;
    page.role("tab", "Contacted, current").await?;
    page.role("button", "Convert to deal").await?;
    let found = find(page, "lovelace").await?;
    assert!(!found.iter().any(|line| line.contains("Person") || line.contains("Deal")), "the palette finds {found:?}");
    Ok(())
}

/// Presses *Convert lead* and waits for the summary.
async fn convert(page: &Page, dialog: &Place) -> Result<Place> {
    dialog.click("button", "Convert lead").await?;
    page.dialog(&format!("Lead converted to “{DEAL}”")).await
}

async fn column(page: &Page, at: usize) -> Result<Place> {
    let selector = format!("[data-column='{at}']");
    let column = until("a column of the board", async || Ok(page.css(&selector).await?.pop())).await?;
    Ok(page.within(&column))
}

async fn known_people_and_organizations_are_not_doubled(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    convert(page, &dialog).await?;
    let again = [
        ("First name", "Ada"),
        ("Last name", "Lovelace"),
        ("Organization", "Analytical Engines"),
        ("Job title optional", "Countess"),
        ("E-mail 1", "ada@engines.example"),
        ("Phone 1", "+39 045 555 0142"),
    ];
    add_lead(page, &again).await?;

    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    let person = dialog.part("group", "Person").await?;
    let chosen = "return arguments[0].querySelector('input:checked')?.closest('.pick').innerText.includes('Ada Lovelace');";
    person.holds("the known person is chosen", chosen).await?;
    let organization = dialog.part("group", "Organization").await?;
    let card = until("a card of the known organization", async || {
        Ok(organization.names("radio").await?.into_iter().find(|name| name.starts_with("Analytical Engines")))
    });
    organization.click("radio", &card.await?).await?;
    let preview = dialog.part("table", "Ada Lovelace").await?;
    preview.see("kept").await?;
    preview.see("added").await.or(preview.see("filled").await)?;
    preview.click("button", "use lead’s: Job title").await?;
    preview.see("replaced").await?;
    dialog.click("checkbox", "Plan a follow-up task").await?;
    let summary = convert(page, &dialog).await?;
    summary.see("Follow up with Ada Lovelace").await?;
    assert_eq!(counts(page).await?, Counts { converted: 2, deals: 2, ..ONE_DEAL });
    page.open("/activities").await?;
    page.see("Follow up with Ada Lovelace").await?;
    open_person(page).await?;
    page.see("Countess").await?;
    page.see("+39 045 555 0142").await?;

    let done = changes(page, "Lead converted to").await?;
    page.within(&done[0]).click("button", "Undo").await?;
    page.see("Undone: Lead converted to “").await?;
    assert_eq!(counts(page).await?, Counts { open: 1, ..ONE_DEAL });
    open_person(page).await?;
    page.see("Analyst").await?;
    page.see("Add phone").await?;
    page.open("/activities").await?;
    page.see_no("Follow up with Ada Lovelace").await
}

async fn open_person(page: &Page) -> Result<()> {
    page.open("/people").await?;
    page.click("link", "Ada Lovelace").await?;
    page.see("Job title").await
}

async fn a_double_click_converts_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.double_click("button", "Convert lead").await?;
    page.dialog(&format!("Lead converted to “{DEAL}”")).await?;
    assert_eq!(counts(page).await?, ONE_DEAL);
    assert_eq!(changes(page, "Lead converted to").await?.len(), 1);
    a_deal_ends_and_opens_again(page).await?;

    // A deal that was worked with stays; the lead may go back to the inbox without it.
    page.open("/leads").await?;
    page.click("link", "Converted 1").await?;
    page.part("grid", "Leads").await?.click("link", "Ada Lovelace").await?;
    page.click("button", "Undo conversion").await?;
    let dialog = page.dialog("Undo conversion").await?;
    dialog.see("Not undone, because something was used or changed since").await?;
    page.axe_clean().await?;
    dialog.click("button", "Reopen the lead, keep the results").await?;
    page.no_role("dialog", "Undo conversion").await?;
    page.role("button", "Convert to deal").await?;
    assert_eq!(counts(page).await?, Counts { open: 1, converted: 0, ..ONE_DEAL });
    Ok(())
}

/// On its own page: won, open, lost, open.
async fn a_deal_ends_and_opens_again(page: &Page) -> Result<()> {
    page.open("/deals").await?;
    page.click("link", DEAL).await?;
    page.click("button", "Won").await?;
    page.see("Won today").await?;
    page.no_role("button", "Lost …").await?;
    page.axe_clean().await?;
    page.click("button", "Reopen").await?;
    page.see_no("Won today").await?;
    page.click("button", "Lost …").await?;
    let dialog = page.dialog(&format!("Mark “{DEAL}” as lost")).await?;
    dialog.choose("Lost reason", "Too expensive").await?;
    dialog.click("button", "Mark as lost").await?;
    page.see("Lost today").await?;
    page.see("Too expensive").await?;
    page.axe_clean().await?;
    page.click("button", "Reopen").await?;
    page.see_no("Lost today").await?;
    page.role("button", "Lost …").await?;
    Ok(())
}

/// Milliseconds between the click and the reload.
const DELAYS: [u32; 6] = [0, 2, 5, 10, 18, 30];

async fn a_reload_leaves_none_or_one_conversion(app: &mut App) -> Result<()> {
    let page = &app.page;
    let lines: String = (0..DELAYS.len()).map(|at| format!("Ada,Test {at},Engines {at},ada{at}@engines{at}.example\n")).collect();
    import(page, "reload", &format!("First Name,Last Name,Company,Email\n{lines}")).await?;
    let mut converted = 0;
    for (at, delay) in DELAYS.into_iter().enumerate() {
        begin_conversion(page, &format!("Ada Test {at}")).await?;
        let script = "document.documentElement.dataset.old = '';
            document.querySelector('dialog[open] button[type=submit]').click();
            if (arguments[0] === 0) location.reload();
            else setTimeout(() => location.reload(), arguments[0]);";
        page.script(script, vec![json!(delay)]).await?;
        page.holds("the app has drawn a view again", "return document.querySelector('html:not([data-old]) main h1') !== null;").await?;
        let now = counts(page).await?;
        assert!(now.converted == converted || now.converted == converted + 1, "{now:?} after {converted} and a reload {delay} ms later");
        converted = now.converted;
        let whole = Counts { open: DELAYS.len() - converted, converted, deals: converted, people: converted, organizations: converted };
        assert_eq!(now, whole, "a part of a conversion, {delay} ms after the click");
        assert_eq!(changes(page, "Lead converted to").await?.len(), converted);
    }
    Ok(())
}

async fn two_tabs_convert_one_lead_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    // Both dialogs are told to convert at the same moment.
    let listen = "addEventListener('storage', () => document.querySelector('dialog[open] button[type=submit]').click());";
    let first = page.tab().await?;
    begin_conversion(page, "Ada Lovelace").await?;
    page.script(listen, Vec::new()).await?;
    let second = page.new_tab("/leads").await?;
    begin_conversion(page, "Ada Lovelace").await?;
    let go = "localStorage.setItem('journey', 'go'); document.querySelector('dialog[open] button[type=submit]').click();";
    page.script(go, Vec::new()).await?;
    let mut refused = 0;
    for tab in [&first, &second] {
        page.go_to_tab(tab).await?;
        let text = until("an answer to the conversion", async || {
            let text = page.text().await?;
            let answered = text.contains("was converted already") || text.contains("Go to Leads");
            Ok(answered.then_some(text))
        });
        refused += usize::from(text.await?.contains("was converted already"));
    }
    assert_eq!(refused, 1, "tabs that were refused");
    assert_eq!(counts(page).await?, ONE_DEAL);
    assert_eq!(changes(page, "Lead converted to").await?.len(), 1);
    Ok(())
}

async fn everything_that_is_missing_is_named_at_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.click("button", "Edit lead details").await?;
    dialog.fill("textbox", "E-mail 1", "nobody").await?;
    dialog.fill("textbox", "Deal name", "").await?;
    dialog.fill("textbox", "Value optional", "much").await?;
    dialog.click("checkbox", "Plan a follow-up task").await?;
    dialog.fill("textbox", "Task", "").await?;
    dialog.click("button", "Convert lead").await?;
    dialog.see("4 things stand in the way of converting this lead").await?;
    let alert = page.within(&dialog.css("[role=alert]:not([hidden])").await?[0]);
    let said = alert.names("link").await?.join("\n");
    for words in ["nobody is not an e-mail address", "Enter a name for the deal", "Value must be a number", "Enter what is to be done"] {
        assert!(said.contains(words), "{words:?} is not said: {said}");
    }
    page.axe_clean().await?;
    assert_eq!(counts(page).await?, ONE_LEAD);
    assert_eq!(changes(page, "Lead").await?.len(), 1, "only the lead was added");

    // What was typed waits through all of that, until it is given up.
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    assert_eq!(dialog.role("textbox", "Value optional").await?.prop("value").await?.as_deref(), Some("much"));
    dialog.click("button", "Cancel").await?;
    page.no_role("dialog", "Convert lead to deal").await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    convert(page, &dialog).await?;
    assert_eq!(counts(page).await?, ONE_DEAL);
    Ok(())
}

async fn a_lead_is_converted_in_italian(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    page.open("/settings").await?;
    page.choose("Language", "Italiano").await?;
    page.role("heading", "Impostazioni").await?;
    page.holds("the page says its language", "return document.documentElement.lang === 'it';").await?;
    page.open("/leads").await?;
    page.part("grid", "Lead").await?.click("link", "Ada Lovelace").await?;
    page.click("button", "Converti in trattativa").await?;
    let dialog = page.dialog("Converti il lead in trattativa").await?;
    page.axe_clean().await?;
    dialog.click("button", "Converti lead").await?;
    page.click("link", "Vai ai lead").await?;
    page.click("link", "Convertiti 1").await?;
    page.part("grid", "Lead").await?.role("link", "Ada Lovelace").await?;
    Ok(())
}
