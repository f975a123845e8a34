//! From the inbox to the converted lead and back again, by keys alone.

use anyhow::bail;
use end_to_end::{App, Key, Page, Result, both};

use crate::given::{counts, import};
use crate::inbox;

both!(a_lead_is_converted_and_taken_back_by_keys, many_are_converted_and_taken_back_by_keys);

const LEADS: &str = "First name,Last name,Organization,Email\n\
    Ada,Lovelace,Analytical Engines,ada@engines.example\n\
    Grace,Hopper,Compilers Ltd,grace@compilers.example\n\
    Mary,Somerville,Spheres & Co,mary@spheres.example\n";

/// More elements than any screen of these journeys lets Tab stop at.
const STOPS: usize = 80;

/// Presses Tab until something whose name begins so has the focus.
async fn tab_to(page: &Page, name: &str) -> Result<()> {
    let script = "const e = document.activeElement; \
                  return (e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? '').trim().startsWith(arguments[0]);";
    tab_until(page, name, script).await
}

async fn tab_into_list(page: &Page) -> Result<()> {
    tab_until(page, "the list", "return document.activeElement.closest('[role=grid] [role=row]:has([role=gridcell])') !== null;").await
}

async fn tab_until(page: &Page, name: &str, script: &str) -> Result<()> {
    for _ in 0..STOPS {
        if page.script(script, vec![name.into()]).await? == true {
            return Ok(());
        }
        page.tap(Key::Tab).await?;
    }
    bail!("Tab never comes to {name}; the focus is on {}", page.focused().await?)
}

/// The focus is where it can be seen, in the dialog if there is one.
async fn focus_in_sight(page: &Page) -> Result<()> {
    let script = "const e = document.activeElement, d = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body; \
                  const r = e.getBoundingClientRect(); \
                  return e !== document.body && d.contains(e) && r.width > 0 && r.bottom > 0 && r.top < innerHeight;";
    page.holds("the focus is in sight", script).await
}

async fn a_lead_is_converted_and_taken_back_by_keys(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "keys", LEADS).await?;
    let before = counts(page).await?;
    page.open("/leads").await?;
    page.part("grid", "Leads").await?.role("link", "Grace Hopper").await?;
    page.press("/").await?;
    page.press("hopper").await?;
    inbox::counts(page, 1, 3).await?;
    tab_into_list(page).await?;
    page.press(Key::Enter + "").await?;
    page.role("heading", "Grace Hopper").await?;
    page.press("v").await?;
    let dialog = page.dialog("Convert lead to deal").await?;
    focus_in_sight(page).await?;
    tab_to(page, "Deal name").await?;
    page.press(Key::Control + "a").await?;
    page.press("A compiler").await?;
    // What is done elsewhere on the page by keys is text here.
    dialog
        .holds("the name is typed", "return [...arguments[0].querySelectorAll('input')].some((it) => it.value === 'A compiler');")
        .await?;
    tab_to(page, "Convert lead").await?;
    page.press(Key::Enter + "").await?;
    page.dialog("Lead converted to “A compiler”").await?;
    focus_in_sight(page).await?;
    page.press(Key::Escape + "").await?;
    page.role("button", "Undo conversion").await?;
    focus_in_sight(page).await?;
    page.press("z").await?;
    page.role("button", "Convert to deal").await?;
    focus_in_sight(page).await?;
    // Straight from the dialog's first field.
    page.press("v").await?;
    page.dialog("Convert lead to deal").await?.role("button", "Convert lead").await?;
    page.press(Key::Control + Key::Enter).await?;
    page.dialog("Lead converted to “Grace Hopper, Compilers Ltd”").await?;
    page.press(Key::Escape + "").await?;
    page.press("z").await?;
    page.role("button", "Convert to deal").await?;
    assert_eq!(counts(page).await?, before);
    Ok(())
}

async fn many_are_converted_and_taken_back_by_keys(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "keys", LEADS).await?;
    let before = counts(page).await?;
    page.open("/leads").await?;
    page.part("grid", "Leads").await?.role("link", "Ada Lovelace").await?;
    tab_into_list(page).await?;
    page.press("x").await?;
    page.press("j").await?;
    page.press("x").await?;
    page.see("2 selected").await?;
    page.press("v").await?;
    let dialog = page.dialog("Convert 2 leads").await?;
    dialog.role("button", "Convert 2 leads").await?;
    focus_in_sight(page).await?;
    page.press(Key::Control + Key::Enter).await?;
    page.dialog("2 leads converted").await?.see("2 organizations, 2 people, 2 deals").await?;
    focus_in_sight(page).await?;
    page.press(Key::Escape + "").await?;
    focus_in_sight(page).await?;
    page.press("z").await?;
    page.see("Undone: 2 leads converted").await?;
    focus_in_sight(page).await?;
    assert_eq!(counts(page).await?, before);
    Ok(())
}
