//! Everybody compared with everybody: groups with their reasons, merged, archived, kept separate; leads that may be one.

use end_to_end::{App, Key, Page, Place, Result, alike, until};

use crate::given::{add_lead, begin_conversion, changes, click_beginning, counts, file, import, open_lead};
use crate::merging::two_people;

alike!(
    people_in_a_group_are_merged,
    three_become_one_at_once,
    the_first_kind_that_has_any_is_shown,
    what_becomes_of_a_row_is_chosen,
    leads_in_a_group_are_archived_or_kept_separate,
    a_lead_hints_at_another_one,
    a_lead_that_is_typed_may_be_there_already,
    the_view_is_found_from_everywhere,
    the_workspace_says_what_counts,
    any_two_are_compared_in_the_settings,
    rows_that_are_there_already_are_left_out,
    a_long_check_scrolls_in_its_pane,
    rows_are_linked_to_the_person_they_are,
    a_merged_record_is_no_recent_one,
);

/// Two leads of one person, and somebody else at the same company.
const LEADS: &str = "First name,Last name,Organization,E-mail,Phone\n\
    Giulia,Ferrandi,Molino Bassani,g.ferrandi@molino.example,+39 045 555 0142\n\
    Giulia,Ferrandi,Molino Bassani S.r.l.,g.ferrandi@molino.example,\n\
    Marco,Zanetti,Molino Bassani,m.zanetti@molino.example,+39 045 555 0199\n";

const MERGE: &str = "Merge: Ada Lovelace";

/// The groups of the view, once all is compared.
async fn group(page: &Page, address: &str, name: &str) -> Result<Place> {
    page.open(address).await?;
    page.part("listitem", &format!("Who may be {name}")).await
}

async fn people_in_a_group_are_merged(app: &mut App) -> Result<()> {
    let page = &app.page;
    two_people(page).await?;
    let found = group(page, "/duplicates", "Ada Lovelace").await?;
    found.see("certain").await?;
    found.see("ada@engines.example").await?;
    found.see("Analyst · Analytical Engines").await?;
    found.css("summary").await?[0].click().await?;
    found.see("same e-mail").await?;
    found.see("Sum +").await?;
    found.click("button", MERGE).await?;
    let dialog = page.dialog("Merge 2 people").await?;
    dialog.click("button", "Merge").await?;
    page.see("Merged into “Ada Lovelace”").await?;
    page.see("No duplicates found").await?;
    assert_eq!(page.focused().await?.split('\n').next().map(str::is_empty), Some(false));
    page.click("button", "Undo").await?;
    page.part("listitem", "Who may be Ada Lovelace").await?;

    // The same by keyboard: not the same.
    let found = page.part("listitem", "Who may be Ada Lovelace").await?;
    let separate = found.role("button", "Not the same: Ada Lovelace").await?;
    separate.send_keys(Key::Enter + "").await?;
    page.see("No duplicates found").await?;
    page.reload().await?;
    page.see("No duplicates found").await?;
    Ok(())
}

/// As the second of them, with one more phone number.
const THIRD: &[(&str, &str)] = &[
    ("First name", "Ada"),
    ("Last name", "Lovelace"),
    ("Organization", "Analytical Engines"),
    ("E-mail 1", "ada@engines.example"),
    ("Phone 1", "+39 045 555 0143"),
];

async fn three_become_one_at_once(app: &mut App) -> Result<()> {
    let page = &app.page;
    two_people(page).await?;
    add_lead(page, THIRD).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    dialog.part("group", "Person").await?.click("radio", "Create “Ada Lovelace”").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    let found = group(page, "/duplicates?of=people", "Ada Lovelace").await?;
    found.click("button", "Merge all 3: Ada Lovelace").await?;
    let dialog = page.dialog("Merge 3 people").await?;
    assert_eq!(dialog.part("group", "Which record stays").await?.roles("radio").await?.len(), 3);
    page.axe_clean().await?;
    dialog.click("button", "Merge").await?;
    page.see("2 records merged into “Ada Lovelace”").await?;
    page.see("No duplicates found").await?;
    assert_eq!(counts(page).await?.people, 1);
    // One change, and one way back.
    let done = changes(page, "2 records merged into “Ada Lovelace”").await?;
    assert_eq!(done.len(), 1);
    page.within(&done[0]).click("button", "Undo").await?;
    page.see("Undone: 2 records merged").await?;
    assert_eq!(counts(page).await?.people, 3);
    Ok(())
}

async fn the_first_kind_that_has_any_is_shown(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "doubles", LEADS).await?;
    group(page, "/duplicates", "Giulia Ferrandi").await?;
    page.role("link", "Leads 1").await?;
    page.click("link", "People 0").await?;
    page.see("No duplicates found").await?;
    page.at("/duplicates?of=people").await?;
    page.back().await?;
    page.part("listitem", "Who may be Giulia Ferrandi").await?;
    Ok(())
}

async fn leads_in_a_group_are_archived_or_kept_separate(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "doubles", LEADS).await?;
    let found = group(page, "/duplicates?of=leads", "Giulia Ferrandi").await?;
    assert_eq!(found.roles("link").await?.len(), 2);
    let archive = until("a button that archives", async || {
        let all = found.named("button").await?;
        Ok(all.into_iter().find(|(_, name)| name.starts_with("Archive as duplicate: Giulia Ferrandi")).map(|(button, _)| button))
    });
    archive.await?.click().await?;
    page.see("No duplicates found").await?;
    page.click("button", "Undo").await?;
    let found = page.part("listitem", "Who may be Giulia Ferrandi").await?;
    found.click("button", "Not the same: Giulia Ferrandi").await?;
    page.see("No duplicates found").await?;
    page.click("button", "Undo").await?;
    let found = page.part("listitem", "Who may be Giulia Ferrandi").await?;
    found.click("button", "Convert 2 together: Giulia Ferrandi").await?;
    page.dialog("Convert 2 leads").await?;
    Ok(())
}

/// One of two leads of this name.
async fn open_first(page: &Page, name: &str) -> Result<()> {
    page.open("/leads").await?;
    let grid = page.part("grid", "Leads").await?;
    let link = until("a line of the lead", async || {
        let all = grid.named("link").await?;
        Ok(all.into_iter().find(|(_, found)| found == name).map(|(link, _)| link))
    });
    link.await?.click().await?;
    page.holds("the lead's page is open", "return /^.leads.[^/?]+$/.test(location.pathname);").await
}

async fn a_lead_hints_at_another_one(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "doubles", LEADS).await?;
    open_first(page, "Giulia Ferrandi").await?;
    let panel = page.part("region", "Possible duplicates").await?;
    assert_eq!(panel.names("link").await?, ["Giulia Ferrandi"]);
    panel.see("same e-mail").await?;
    page.axe_clean().await?;
    panel.click("button", "Convert both together").await?;
    page.dialog("Convert 2 leads").await?.press(Key::Escape + "").await?;
    let panel = page.part("region", "Possible duplicates").await?;
    panel.click("button", "Giulia Ferrandi is not the same: keep separate").await?;
    page.see_no("Possible duplicates").await?;
    // A colleague is no duplicate.
    open_lead(page, "Marco Zanetti").await?;
    page.see("m.zanetti@molino.example").await?;
    page.see_no("Possible duplicates").await
}

async fn a_lead_that_is_typed_may_be_there_already(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "doubles", LEADS).await?;
    page.open("/leads").await?;
    page.press("c").await?;
    let dialog = page.dialog("Add lead").await?;
    for (label, text) in [("First name", "Marco"), ("Last name", "Zanetti"), ("Organization", "Molino Bassani"), ("Phone 1", "045 5550199")]
    {
        dialog.fill("textbox", label, text).await?;
    }
    dialog.role("link", "Marco Zanetti").await?;
    Ok(())
}

async fn the_view_is_found_from_everywhere(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/leads").await?;
    page.press(Key::Control + "k").await?;
    let palette = page.dialog("Search or run a command").await?;
    palette.fill("combobox", "Search or run a command", "duplic").await?;
    palette.press(Key::Enter + "").await?;
    page.role("heading", "Possible duplicates").await?;
    page.see("No duplicates found").await?;
    page.open("/people").await?;
    page.click("link", "Find duplicates").await?;
    page.role("heading", "Possible duplicates").await?;
    page.open("/settings").await?;
    page.click("link", "Find duplicates").await?;
    page.role("heading", "Possible duplicates").await?;
    Ok(())
}

async fn the_workspace_says_what_counts(app: &mut App) -> Result<()> {
    let page = &app.page;
    two_people(page).await?;
    page.open("/settings").await?;
    let rules = page.part("region", "Duplicates").await?;
    rules.click("checkbox", "E-mail").await?;
    page.see("Rules for duplicates changed").await?;
    page.part("region", "Notifications").await?.click("button", "Dismiss").await?;
    rules.click("checkbox", "Organization").await?;
    page.see("Rules for duplicates changed").await?;
    page.part("region", "Notifications").await?.click("button", "Dismiss").await?;
    rules.click("checkbox", "Website").await?;
    page.see("Rules for duplicates changed").await?;
    page.open("/duplicates").await?;
    page.see("No duplicates found").await?;
    page.click("checkbox", "Also merely possible ones").await?;
    let found = page.part("listitem", "Who may be Ada Lovelace").await?;
    found.css("summary").await?[0].click().await?;
    found.see("same last name").await?;
    found.see_no("same e-mail").await?;

    // All is taken back.
    for _ in 0..3 {
        let changed = changes(page, "Rules for duplicates changed").await?;
        let open = until("one that can be undone", async || {
            for line in &changed {
                let line = page.within(line);
                if line.names("button").await?.iter().any(|name| name == "Undo") {
                    return Ok(Some(line));
                }
            }
            Ok(None)
        });
        open.await?.click("button", "Undo").await?;
        page.see("Undone").await?;
    }
    group(page, "/duplicates", "Ada Lovelace").await?.see("certain").await
}

async fn any_two_are_compared_in_the_settings(app: &mut App) -> Result<()> {
    let page = &app.page;
    two_people(page).await?;
    page.open("/settings").await?;
    let test = page.part("group", "Test two records").await?;
    test.see("Nothing to compare yet").await?;
    let side = test.part("group", "First").await?;
    side.fill("combobox", "First record", "Ada").await?;
    side.press(Key::Down + "").await?;
    side.press(Key::Enter + "").await?;
    let other = test.part("group", "Second").await?;
    for (label, text) in [("First name", "Anna"), ("Last name", "Lovelace"), ("E-mail", "ada@engines.example")] {
        other.fill("textbox", label, text).await?;
    }
    other.press(Key::Tab + "").await?;
    test.see("different first name: Anna / Ada, so at most").await?;
    test.see("same e-mail").await?;
    test.see("The classic rule says no").await?;
    other.fill("textbox", "First name", "ADA").await?;
    other.press(Key::Tab + "").await?;
    test.see("The classic rule says yes").await?;
    test.see(", certain").await?;
    page.axe_clean().await
}

/// One who is there, one like the row before, one who is new.
const MORE: &str = "First name,Last name,Organization,E-mail,Phone,City\n\
    Giulia,Ferrandi,Molino Bassani,g.ferrandi@molino.example,+39 045 555 0142,Verona\n\
    Tom,Rees,Sealing Works,tom.rees@sealing.example,+44 20 7946 0011,London\n\
    Thomas,Rees,Sealing Works Ltd,tom.rees@sealing.example,020 7946 0011,London\n";

/// The check of a file, with all rows compared.
async fn checked(page: &Page) -> Result<()> {
    let file = file(page, "more", MORE)?;
    page.open("/import").await?;
    page.choose_file(&file).await?;
    click_beginning(page, "button", "Check ").await?;
    page.see("certainly there already").await
}

async fn rows_that_are_there_already_are_left_out(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "doubles", LEADS).await?;
    checked(page).await?;
    let table = page.part("table", "Rows that may be there already").await?;
    table.role("link", "Giulia Ferrandi").await?;
    table.see("row 3").await?;
    page.role("button", "Import 3 leads").await?;
    page.click("radio", "Leave them out").await?;
    page.role("button", "Import 1 lead").await?;
    page.see("of these there already").await?;
    page.axe_clean().await?;
    page.shot("import-doubles").await?;
    page.resize(390, 844).await?;
    page.axe_clean().await?;
    page.shot("import-doubles-phone").await?;
    page.resize(1440, 900).await?;
    page.click("button", "Import 1 lead").await?;
    page.click("link", "Show the leads").await?;
    page.role("grid", "Leads").await?;
    assert_eq!(counts(page).await?.open, 4);
    Ok(())
}

/// Two tables, the second one far below the window.
async fn a_long_check_scrolls_in_its_pane(app: &mut App) -> Result<()> {
    let page = &app.page;
    let rows: String = (0..40).map(|row| format!("Ada,Quillfeather,ada{row}@quill.example,\n")).collect();
    let known = format!("First name,Last name,E-mail,Phone\n{rows}");
    import(page, "long", &known).await?;
    let file = file(page, "longer", &format!("{known}Grace,Hopper,grace@compilers.example,call me maybe\n"))?;
    page.open("/import").await?;
    page.choose_file(&file).await?;
    click_beginning(page, "button", "Check ").await?;
    page.see("certainly there already").await?;
    page.role("table", "Rows that may be there already").await?;
    page.role("table", "Values that do not fit, by row").await?;
    let script = "const page = document.documentElement;
        return document.querySelector('.wizard__main').scrollHeight > innerHeight && page.scrollHeight <= page.clientHeight;";
    page.holds("the pane scrolls, the page does not", script).await
}

async fn what_becomes_of_a_row_is_chosen(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "doubles", LEADS).await?;
    checked(page).await?;
    page.role("button", "Import 3 leads").await?;
    page.choose("What happens with row 4", "Leave out").await?;
    page.role("button", "Import 2 leads").await?;
    page.click("radio", "Leave them out").await?;
    page.role("button", "Import 1 lead").await?;
    page.choose("What happens with row 2", "Import").await?;
    page.choose("What happens with row 4", "Import").await?;
    page.role("button", "Import 3 leads").await?;
    // What is chosen for all leaves single rows as they were chosen.
    page.click("radio", "Import them all the same").await?;
    page.click("radio", "Leave them out").await?;
    page.click("button", "Import 3 leads").await?;
    page.click("link", "Show the leads").await?;
    page.role("grid", "Leads").await?;
    assert_eq!(counts(page).await?.open, 6);
    Ok(())
}

async fn rows_are_linked_to_the_person_they_are(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "doubles", LEADS).await?;
    open_first(page, "Giulia Ferrandi").await?;
    page.click("button", "Convert to deal").await?;
    let dialog = page.dialog("Convert lead to deal").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    checked(page).await?;
    page.click("radio", "Import, linked to the person or organization").await?;
    page.click("button", "Import 3 leads").await?;
    page.click("link", "Show the leads").await?;
    page.role("grid", "Leads").await?;
    page.open("/people").await?;
    page.part("grid", "People").await?.click("link", "Giulia Ferrandi").await?;
    page.see("Leads").await?;
    Ok(())
}

async fn a_merged_record_is_no_recent_one(app: &mut App) -> Result<()> {
    let page = &app.page;
    two_people(page).await?;
    let found = group(page, "/duplicates", "Ada Lovelace").await?;
    found.click("button", MERGE).await?;
    page.dialog("Merge 2 people").await?.click("button", "Merge").await?;
    page.see("Merged into “Ada Lovelace”").await?;
    page.press(Key::Control + "k").await?;
    let palette = page.dialog("Search or run a command").await?;
    let people = palette.names("option").await?.into_iter().filter(|name| name.contains("Ada Lovelace") && name.contains("Person")).count();
    assert_eq!(people, 1);
    Ok(())
}
