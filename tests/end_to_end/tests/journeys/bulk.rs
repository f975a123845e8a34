//! Many leads at once: the plan, its choices, the run, its result and the way back.

use end_to_end::{App, Key, Page, Place, Result, both, until};

use crate::given::{Counts, changes, counts, import, sample};

both!(
    a_plan_is_changed_run_and_taken_back,
    what_a_lead_lacks_is_asked_in_one_place,
    a_plan_waits_and_its_result_is_found_again,
    leads_of_one_company_share_it,
    one_person_in_other_words_is_one,
    hundreds_are_converted_and_taken_back,
);

const LEADS: &str = "First name,Last name,Organization,Email\n\
    Ada,Lovelace,Analytical Engines,ada@engines.example\n\
    Charles,Babbage,Analytical Engines,charles@engines.example\n\
    Grace,Hopper,Compilers Ltd,grace@compilers.example\n";

/// Selects all leads and opens the plan for them.
pub async fn plan(page: &Page, leads: usize) -> Result<Place> {
    page.open("/leads").await?;
    page.click("checkbox", &format!("Select all {leads} matching leads")).await?;
    page.click("button", &format!("Convert {leads} …")).await?;
    page.dialog(&format!("Convert {leads} leads")).await
}

async fn a_plan_is_changed_run_and_taken_back(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "bulk", LEADS).await?;
    let before = counts(page).await?;
    let dialog = plan(page, 3).await?;
    dialog.role("button", "Convert 3 leads").await?;
    page.axe_clean().await?;
    // One lead gets another company, one is left out.
    dialog.click("button", "Change: Grace Hopper, Compilers Ltd").await?;
    dialog.fill("textbox", "Organization", "Cobol Works").await?;
    dialog.fill("textbox", "Deal name", "A compiler").await?;
    dialog.role("button", "Done: Grace Hopper, Cobol Works").await?;
    dialog.see("deal “A compiler”").await?;
    // Nothing typed is lost, however quick the next key is.
    dialog.fill("textbox", "Deal name", "A compiler for all").await?;
    dialog.click("button", "Done: Grace Hopper, Cobol Works").await?;
    dialog.click("button", "Change: Charles Babbage, Analytical Engines").await?;
    dialog.click("checkbox", "Leave this lead out").await?;
    dialog.see("2 will be converted, 1 left out").await?;
    dialog.click("checkbox", "A follow-up task for each lead").await?;
    dialog.click("button", "Convert 2 leads").await?;
    let result = page.dialog("2 leads converted").await?;
    result.see("2 converted, 1 left out").await?;
    result.see("2 organizations, 2 people, 2 deals, 2 tasks").await?;
    page.axe_clean().await?;
    result.click("button", "Download list").await?;
    let day = page.script("const d = new Date(); return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`;", Vec::new()).await?;
    let file = page.downloaded(&format!("converted-leads-{}.csv", day.as_str().unwrap_or_default())).await?;
    let file = String::from_utf8_lossy(&file).into_owned();
    for words in ["Grace Hopper", "Cobol Works", "A compiler for all", "Left out"] {
        assert!(file.contains(words), "{words} is not in {file}");
    }
    // The third is not forgotten.
    result.click("button", "Go on with 1 left").await?;
    let rest = page.dialog("Convert 1 lead").await?;
    rest.see("1 left out").await?;
    rest.click("button", "Cancel").await?;
    assert_eq!(counts(page).await?, Counts { open: 1, converted: 2, deals: 2, people: 2, organizations: 2 });
    page.open("/deals").await?;
    page.see("A compiler for all").await?;
    page.open("/activities").await?;
    page.see("Follow up with Ada Lovelace").await?;

    // After a new start it is still one change, taken back as one.
    let done = changes(page, "2 leads converted").await?;
    assert_eq!(done.len(), 1);
    let line = page.within(&done[0]);
    line.click("button", "Show result").await?;
    line.role("link", "A compiler for all").await?;
    page.axe_clean().await?;
    line.click("button", "Undo").await?;
    page.see("Undone: 2 leads converted").await?;
    until("all is as before", async || Ok((counts(page).await? == before).then_some(()))).await?;
    page.open("/leads").await?;
    page.part("grid", "Leads").await?.see("Compilers Ltd").await
}

async fn what_a_lead_lacks_is_asked_in_one_place(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "lacking", LEADS).await?;
    let dialog = plan(page, 3).await?;
    dialog.click("button", "Change: Grace Hopper, Compilers Ltd").await?;
    let before = inputs(&dialog).await?;
    for field in ["First name", "Last name", "Organization"] {
        dialog.fill("textbox", field, "").await?;
    }
    dialog.see("1 not possible").await?;
    let line = page.within(&until("the line of the lead", async || Ok(page.css("li:has(.rows__more)").await?.pop())).await?);
    assert_eq!(line.names("textbox").await?, ["First name", "Last name", "Organization", "Deal name"]);
    assert_eq!(line.names("combobox").await?, [] as [String; 0]);
    for (field, text) in [("First name", "Grace"), ("Last name", "Hopper"), ("Organization", "Compilers Ltd")] {
        line.fill("textbox", field, text).await?;
    }
    dialog.see_no("not possible").await?;
    until("nothing that was asked meanwhile stays", async || Ok((inputs(&dialog).await? == before).then_some(()))).await
}

/// What can be typed or chosen.
async fn inputs(place: &Place) -> Result<[Vec<String>; 2]> {
    Ok([place.names("textbox").await?, place.names("combobox").await?])
}

async fn a_plan_waits_and_its_result_is_found_again(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "waits", LEADS).await?;
    let before = counts(page).await?;
    let dialog = plan(page, 3).await?;
    dialog.click("button", "Change: Charles Babbage, Analytical Engines").await?;
    dialog.click("checkbox", "Leave this lead out").await?;
    dialog.see("2 will be converted, 1 left out").await?;
    page.press(Key::Escape + "").await?;
    page.see("Draft kept").await?;
    let dialog = plan(page, 3).await?;
    dialog.see("2 will be converted, 1 left out").await?;
    dialog.click("button", "Convert 2 leads").await?;
    let result = page.dialog("2 leads converted").await?;
    result.click("button", "Done").await?;
    // The way back is there as long as the page is.
    page.part("region", "Notifications").await?.click("button", "Show result").await?;
    let result = page.dialog("2 leads converted").await?;
    result.see("2 converted, 1 left out").await?;
    result.click("button", "Done").await?;
    page.press("z").await?;
    page.see("Undone: 2 leads converted").await?;
    assert_eq!(counts(page).await?, before);
    Ok(())
}

async fn leads_of_one_company_share_it(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "company", LEADS).await?;
    let dialog = plan(page, 3).await?;
    dialog.see("one new organization for 2 leads").await?;
    dialog.double_click("button", "Convert 3 leads").await?;
    let result = page.dialog("3 leads converted").await?;
    result.see("2 organizations, 3 people, 3 deals").await?;
    result.click("button", "Done").await?;
    assert_eq!(counts(page).await?, Counts { open: 0, converted: 3, deals: 3, people: 3, organizations: 2 });
    page.open("/organizations").await?;
    page.click("link", "Analytical Engines").await?;
    for name in ["Ada Lovelace", "Charles Babbage"] {
        page.see(name).await?;
    }
    Ok(())
}

const TWICE: &str = "First name,Last name,Organization,Email,Phone,Website\n\
    Giulia,Ferrandi,Molino Bassani,giulia.ferrandi@bassani.example,+39 045 5550142,\n\
    ,FERRANDI Giulia,Mulino Bassani srl,giulia.ferrandi@bassani.example,,\n\
    Anna,Rossi,,anna.rossi@rossi.example,,rossi.example\n\
    A.,Rossi,,,,rossi.example\n";

/// Who certainly is one becomes one; of who only may be it is asked once, and the answer holds.
async fn one_person_in_other_words_is_one(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "twice-in-a-list", TWICE).await?;
    let before = counts(page).await?;
    let dialog = plan(page, 4).await?;
    dialog.see("one new person for 2 leads").await?;
    dialog.see("one new organization for 2 leads").await?;
    dialog.see("3 will be converted, 1 to choose").await?;
    dialog.click("button", "Choose: A. Rossi").await?;
    page.axe_clean().await?;
    let person = dialog.part("group", "Person").await?;
    let names = person.names("radio").await?;
    let one = names.iter().find(|name| name.starts_with("One with Anna Rossi of this list")).expect("who it may be");
    person.click("radio", one).await?;
    dialog.see("4 will be converted").await?;
    dialog.click("button", "Convert 4 leads").await?;
    let result = page.dialog("4 leads converted").await?;
    result.see("1 organization, 2 people, 4 deals").await?;
    result.click("button", "Done").await?;
    page.press("z").await?;
    page.see("Undone: 4 leads converted").await?;
    until("all is as before", async || Ok((counts(page).await? == before).then_some(()))).await?;
    // Two people after all.
    let dialog = plan(page, 4).await?;
    dialog.click("button", "Change: FERRANDI Giulia, Mulino Bassani srl").await?;
    dialog.part("group", "Person").await?.click("radio", "Create “FERRANDI Giulia”").await?;
    dialog.see_no("one new person for 2 leads").await
}

async fn hundreds_are_converted_and_taken_back(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample(page).await?;
    let before = counts(page).await?;
    let dialog = plan(page, before.open).await?;
    dialog.choose("Who may be there already", "Link when certain, else create").await?;
    dialog.click("button", &format!("Convert {} leads", before.open)).await?;
    let result = page.dialog(&format!("{} leads converted", before.open)).await?;
    // The sums add up, and nobody who is there is doubled.
    result.click("button", "Done").await?;
    let after = counts(page).await?;
    assert_eq!((after.open, after.converted), (0, before.open + before.converted));
    assert!(after.people < before.people + before.open && after.organizations < before.organizations + before.open, "{after:?}");

    let done = changes(page, &format!("{} leads converted", before.open)).await?;
    page.within(&done[0]).click("button", "Undo").await?;
    page.see(&format!("Undone: {} leads converted", before.open)).await?;
    assert_eq!(counts(page).await?, before);
    Ok(())
}
