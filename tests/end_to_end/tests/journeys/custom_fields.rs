//! Fields of the workspace's own: set up, filled, carried over by a conversion, and asked for where they are missing.

use end_to_end::{App, Key, Page, Place, Result, alike, until};

use crate::given::{add_lead, begin_conversion, file, finish_import, import, open_lead};

alike!(
    custom_fields_go_from_settings_to_the_deal,
    a_custom_field_is_sent_elsewhere,
    a_value_without_a_home_gets_a_field,
    a_required_custom_field_is_asked_for_by_keyboard,
    what_is_required_is_asked_once_for_many,
    every_type_has_its_input,
    custom_fields_are_kept_in_order,
    a_column_goes_to_a_custom_field,
);

const ADA: &[(&str, &str)] = &[("First name", "Ada"), ("Last name", "Lovelace"), ("Organization", "Analytical Engines")];
const DEAL: &str = "Ada Lovelace, Analytical Engines";

/// A field to be defined: groups of check boxes and what to check in them.
struct Wanted {
    name: &'static str,
    kind: &'static str,
    options: &'static str,
    checks: &'static [(&'static str, &'static str)],
}

const MACHINE: Wanted = Wanted {
    name: "Machine",
    kind: "Choice",
    options: "Mill\nBagging line",
    checks: &[("Shown on", "People"), ("Carried over to", "Deals")],
};
const BUDGET: Wanted = Wanted { name: "Budget", kind: "Amount of money", options: "", checks: &[("Carried over to", "Deals")] };

const CONTRACT: Wanted = Wanted { name: "Contract number", kind: "Text", options: "", checks: &[("Required for", "Deals")] };

async fn define(page: &Page, wanted: &Wanted) -> Result<()> {
    page.open("/settings").await?;
    page.click("button", "Add field").await?;
    let form = page.part("form", "New custom field").await?;
    form.fill("textbox", "Name", wanted.name).await?;
    form.choose("Type", wanted.kind).await?;
    if !wanted.options.is_empty() {
        form.fill("textbox", "Options", wanted.options).await?;
    }
    for (group, kind) in wanted.checks {
        form.part("group", group).await?.click("checkbox", kind).await?;
    }
    form.click("button", "Add field").await?;
    page.no_role("form", "New custom field").await?;
    page.see(&format!("Custom field “{}” added", wanted.name)).await
}

/// Opens a field of the record that is on the screen.
async fn edit(page: &Page, field: &str) -> Result<()> {
    page.click("button", &format!("Edit {field}")).await
}

async fn saved(page: &Page, field: &str) -> Result<()> {
    page.role("button", &format!("Edit {field}")).await.map(|_| ())
}

async fn fill_machine_and_budget(page: &Page) -> Result<()> {
    open_lead(page, "Ada Lovelace").await?;
    edit(page, "Machine").await?;
    page.choose("Machine", "Bagging line").await?;
    page.press(Key::Enter + "").await?;
    saved(page, "Machine").await?;
    edit(page, "Budget").await?;
    page.fill("textbox", "Budget", "48k").await?;
    page.press(Key::Enter + "").await?;
    saved(page, "Budget").await?;
    page.see("€48,000").await
}

/// The cells of a record's preview, in one text.
async fn preview(dialog: &Place, record: &str) -> Result<Place> {
    dialog.part("table", record).await
}

async fn convert(page: &Page, dialog: &Place) -> Result<Place> {
    dialog.click("button", "Convert lead").await?;
    page.dialog(&format!("Lead converted to “{DEAL}”")).await
}

async fn custom_fields_go_from_settings_to_the_deal(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/settings").await?;
    page.see("No custom fields yet").await?;
    // A choice without options is told beside the field.
    page.click("button", "Add field").await?;
    let form = page.part("form", "New custom field").await?;
    form.choose("Type", "Choice").await?;
    form.click("button", "Add field").await?;
    form.see("Enter Name").await?;
    form.see("Enter Options").await?;
    page.axe_clean().await?;
    form.click("button", "Cancel").await?;
    define(page, &MACHINE).await?;
    define(page, &BUDGET).await?;
    page.see("On Leads, People · carried over to Deals").await?;
    page.click("button", "Edit Machine").await?;
    page.axe_clean().await?;

    add_lead(page, ADA).await?;
    fill_machine_and_budget(page).await?;
    page.see("You set Budget to €48,000").await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    let deal = preview(&dialog, DEAL).await?;
    for words in ["Machine", "Bagging line", "Budget", "€48,000"] {
        deal.see(words).await?;
    }
    page.axe_clean().await?;
    convert(page, &dialog).await?.click("link", "Open deal").await?;
    saved(page, "Budget").await?;
    page.see("Bagging line").await?;
    page.see("€48,000").await
}

async fn a_custom_field_is_sent_elsewhere(app: &mut App) -> Result<()> {
    let page = &app.page;
    define(page, &MACHINE).await?;
    define(page, &BUDGET).await?;
    add_lead(page, ADA).await?;
    fill_machine_and_budget(page).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    let machine = dialog.part("group", "Machine").await?;
    machine.click("checkbox", "Person").await?;
    preview(&dialog, "Ada Lovelace").await?.see("Bagging line").await?;
    machine.click("checkbox", "Deal").await?;
    preview(&dialog, DEAL).await?.see_no("Bagging line").await?;
    // What goes nowhere stays on the lead, and is said to.
    dialog.part("group", "Budget").await?.click("checkbox", "Deal").await?;
    preview(&dialog, "stays on lead").await?.see("Budget").await?;
    convert(page, &dialog).await?.click("link", "Ada Lovelace").await?;
    saved(page, "Machine").await?;
    page.see("Bagging line").await?;
    page.open("/deals").await?;
    page.click("link", DEAL).await?;
    for field in ["Machine", "Budget"] {
        saved(page, field).await?;
    }
    page.see_no("Bagging line").await?;
    page.see_no("€48,000").await
}

async fn a_value_without_a_home_gets_a_field(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, ADA).await?;
    open_lead(page, "Ada Lovelace").await?;
    page.click("button", "Show 2 more fields").await?;
    edit(page, "source detail").await?;
    page.fill("textbox", "Source detail", "Stand B14").await?;
    page.press(Key::Enter + "").await?;
    saved(page, "source detail").await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    preview(&dialog, "stays on lead").await?.see("Stand B14").await?;
    dialog.click("button", "new field: Deal: Source detail").await?;
    let deal = preview(&dialog, DEAL).await?;
    deal.see("Stand B14").await?;
    until("the way back has the focus", async || Ok((dialog.focused().await? == "button leave on lead: Source detail").then_some(())))
        .await?;
    // There and back: the field that was made is now one there is.
    deal.click("button", "leave on lead: Source detail").await?;
    preview(&dialog, "stays on lead").await?.see("Stand B14").await?;
    dialog.click("button", "keep in Source detail (Deal): Source detail").await?;
    deal.see("Stand B14").await?;
    page.axe_clean().await?;
    convert(page, &dialog).await?.click("link", "Open deal").await?;
    saved(page, "Source detail").await?;
    page.see("Stand B14").await?;
    page.open("/settings").await?;
    page.part("list", "Custom fields").await?.see("Source detail").await
}

async fn a_required_custom_field_is_asked_for_by_keyboard(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/settings").await?;
    let add = page.role("button", "Add field").await?;
    add.focus().await?;
    page.press(Key::Enter + "").await?;
    has_focus(page, "Name").await?;
    page.press("Contract number").await?;
    // Past the type and the first list to "Required for": leads, people, organizations, deals.
    for _ in 0..(1 + 4 + 3 + 4) {
        page.press(Key::Tab + "").await?;
    }
    page.press(" ").await?;
    page.press(Key::Tab + "").await?;
    page.press(Key::Enter + "").await?;
    page.see("required for Deals").await?;

    add_lead(page, ADA).await?;
    open_lead(page, "Ada Lovelace").await?;
    page.role("button", "Convert to deal").await?;
    page.press("v").await?;
    let dialog = page.dialog("Convert lead to deal").await?;
    page.press(Key::Control + Key::Enter).await?;
    dialog.see("1 thing stands in the way of converting this lead").await?;
    dialog.see("Deal: Enter Contract number").await?;
    page.axe_clean().await?;
    has_focus(page, "Contract number").await?;
    page.press("C-77").await?;
    preview(&dialog, DEAL).await?.see("C-77").await?;
    page.press(Key::Control + Key::Enter).await?;
    page.dialog(&format!("Lead converted to “{DEAL}”")).await?.click("link", "Open deal").await?;
    page.see("C-77").await?;
    // What a deal must have is not emptied.
    edit(page, "Contract number").await?;
    page.fill("textbox", "Contract number", "").await?;
    page.click("button", "Save").await?;
    page.see("Enter Contract number").await
}

async fn what_is_required_is_asked_once_for_many(app: &mut App) -> Result<()> {
    let page = &app.page;
    define(page, &CONTRACT).await?;
    let leads = "First name,Last name,Organization\nAda,Lovelace,Analytical Engines\nGrace,Hopper,Compilers Ltd\n";
    import(page, "custom-fields", leads).await?;
    page.open("/leads").await?;
    page.click("checkbox", "Select all 2 matching leads").await?;
    page.click("button", "Convert 2 …").await?;
    let dialog = page.dialog("Convert 2 leads").await?;
    dialog.see("Deal: Enter Contract number").await?;
    page.axe_clean().await?;
    dialog.fill("textbox", "Deal: Contract number, missing in 2 leads", "C-77").await?;
    dialog.see_no("Deal: Enter Contract number").await?;
    dialog.click("button", "Convert 2 leads").await?;
    page.dialog("2 leads converted").await?.click("button", "Done").await?;
    for deal in ["Ada Lovelace, Analytical Engines", "Grace Hopper, Compilers Ltd"] {
        page.open("/deals").await?;
        page.click("link", deal).await?;
        page.see("C-77").await?;
    }
    Ok(())
}

/// One of each type, filled in one form; the values stand in the record as the language writes them.
async fn every_type_has_its_input(app: &mut App) -> Result<()> {
    let page = &app.page;
    let simple = |name, kind| Wanted { name, kind, options: "", checks: &[] };
    let interests = Wanted { options: "Mill\nBagging line\nPalletizer", ..simple("Interests", "Multiple choice") };
    for wanted in [
        interests,
        simple("Bags per minute", "Number"),
        simple("Evening calls", "Yes or no"),
        simple("Data sheet", "Web link"),
        simple("Needed by", "Date"),
        simple("Recommended by", "Person"),
    ] {
        define(page, &wanted).await?;
    }
    let dialog = {
        page.open("/leads").await?;
        page.press("c").await?;
        page.dialog("Add lead").await?
    };
    dialog.fill("textbox", "Last name", "Lovelace").await?;
    dialog.click("button", "Show 6 more fields").await?;
    let group = dialog.part("group", "Interests").await?;
    group.click("checkbox", "Palletizer").await?;
    group.click("checkbox", "Mill").await?;
    dialog.fill("textbox", "Bags per minute optional", "many").await?;
    dialog.choose("Evening calls optional", "No").await?;
    dialog.fill("textbox", "Data sheet optional", "not a link").await?;
    dialog.fill_date("Needed by", "2027-05-01").await?;
    dialog.click("button", "Save lead").await?;
    dialog.see("Bags per minute must be a number, such as 1,250.5").await?;
    dialog.fill("textbox", "Bags per minute optional", "1,250.5678").await?;
    dialog.click("button", "Save lead").await?;
    dialog.see("Data sheet can’t be “not a link”").await?;
    dialog.fill("textbox", "Data sheet optional", "engines.example/sheet").await?;
    page.axe_clean().await?;
    dialog.click("button", "Save lead").await?;
    page.no_role("dialog", "Add lead").await?;
    open_lead(page, "Lovelace").await?;
    for words in ["Mill, Palletizer", "1,250.5678", "May 1, 2027"] {
        page.see(words).await?;
    }
    page.role("link", "engines.example/sheet").await?;
    edit(page, "Evening calls").await?;
    page.choose("Evening calls", "Not set").await?;
    page.press(Key::Enter + "").await?;
    saved(page, "Evening calls").await?;
    page.see("You removed Evening calls No").await
}

async fn has_focus(page: &Page, label: &str) -> Result<()> {
    let script = format!("return document.activeElement.labels?.[0]?.textContent.trim() === '{label}';");
    page.holds(&format!("{label} has the focus"), &script).await
}

async fn names(page: &Page) -> Result<Vec<String>> {
    let list = page.part("list", "Custom fields").await?;
    let lines = list.css("li b").await?;
    let mut names = Vec::new();
    for line in lines {
        names.push(line.text().await?);
    }
    Ok(names)
}

async fn stand_so(page: &Page, wanted: [&str; 2]) -> Result<()> {
    until(&format!("the order {wanted:?}"), async || Ok((names(page).await? == wanted).then_some(()))).await
}

async fn custom_fields_are_kept_in_order(app: &mut App) -> Result<()> {
    let page = &app.page;
    define(page, &MACHINE).await?;
    define(page, &BUDGET).await?;
    page.click("button", "Move Budget up").await?;
    stand_so(page, ["Budget", "Machine"]).await?;
    page.see("“Budget” is now 1 of 2").await?;
    until("the other button has the focus", async || Ok((page.focused().await? == "button Move Budget down").then_some(()))).await?;
    page.reload().await?;
    stand_so(page, ["Budget", "Machine"]).await?;
    page.click("button", "Move Budget down").await?;
    stand_so(page, ["Machine", "Budget"]).await?;
    page.part("region", "Notifications").await?.click("button", "Undo").await?;
    stand_so(page, ["Budget", "Machine"]).await?;

    page.click("button", "Edit Budget").await?;
    page.fill("textbox", "Name", "Means").await?;
    page.press(Key::Tab + "").await?;
    stand_so(page, ["Means", "Machine"]).await?;
    page.click("button", "Offer no longer").await?;
    page.see("“Means” is no longer offered").await?;
    add_lead(page, ADA).await?;
    open_lead(page, "Ada Lovelace").await?;
    saved(page, "Machine").await?;
    page.see_no("Means").await?;
    page.open("/settings").await?;
    page.click("button", "Edit Means").await?;
    page.click("button", "Offer again").await?;
    page.see("“Means” is offered again").await
}

const MACHINES: &str = "Last name,Machine,Line speed,Inspected\n\
    Lovelace,bagging LINE,\"1,250.5\",yes\n\
    Hopper,Compiler,80,no\n";

/// By its name to a field that is there, and to one made for the column; what does not fit is said and kept.
async fn a_column_goes_to_a_custom_field(app: &mut App) -> Result<()> {
    let page = &app.page;
    define(page, &MACHINE).await?;
    let file = file(page, "machines", MACHINES)?;
    page.open("/import").await?;
    page.choose_file(&file).await?;
    let goes_there = async |column: &str| {
        let select = format!("document.querySelector('select[aria-label=\"Field for column {column}\"]')");
        page.holds(
            &format!("{column} goes to a field of its name"),
            &format!("return {select}?.selectedOptions[0]?.textContent === '{column}';"),
        )
        .await
    };
    goes_there("Machine").await?;
    for column in ["Line speed", "Inspected"] {
        page.choose(&format!("Field for column {column}"), &format!("New custom field “{column}”")).await?;
        page.see(&format!("Custom field “{column}” added")).await?;
        goes_there(column).await?;
    }
    page.see("1 not valid").await?;
    page.axe_clean().await?;
    finish_import(page).await?;
    open_lead(page, "Lovelace").await?;
    for said in ["Bagging line", "1,250.5", "Yes"] {
        page.see(said).await?;
    }
    open_lead(page, "Hopper").await?;
    page.see("Machine: Compiler").await?;
    page.open("/settings").await?;
    page.see("Line speed").await
}
