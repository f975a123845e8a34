//! The first visit, and the app without a network.

use end_to_end::{App, Result, both};

use crate::given::add_lead;

both!(
    the_first_page_is_drawn_and_accessible,
    the_app_starts_without_a_network,
    a_place_survives_a_new_start,
    a_new_build_waits_until_it_is_let_in,
    a_screen_whose_code_is_late_comes_by_itself,
    a_start_that_fails_is_told
);

async fn the_first_page_is_drawn_and_accessible(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/").await?;
    let title = page.title().await?;
    assert!(title == "Kontor" || title.ends_with("– Kontor"), "the title is {title}");
    page.axe_clean().await
}

async fn the_app_starts_without_a_network(app: &mut App) -> Result<()> {
    app.page.open("/leads").await?;
    app.page.kept_offline().await?;
    app.offline().await?;
    app.page.reload().await?;
    app.page.open("/settings").await?;
    app.page.reopen().await?;
    app.page.at("/settings").await?;
    app.online().await?;
    app.page.reload().await
}

async fn a_place_survives_a_new_start(app: &mut App) -> Result<()> {
    app.page.open("/deals").await?;
    let first = app.page.tab().await?;
    app.page.new_tab("/people").await?;
    app.page.go_to_tab(&first).await?;
    app.page.at("/deals").await?;
    app.page.reopen().await?;
    app.page.at("/deals").await
}

const READY: &str = "A new version of Kontor is ready.";
const IS_NEXT: &str = "return document.querySelector('meta[name=build]') !== null;";

async fn a_new_build_waits_until_it_is_let_in(app: &mut App) -> Result<()> {
    add_lead(&app.page, &[("First name", "Ada"), ("Last name", "Lovelace")]).await?;
    app.page.kept_offline().await?;
    app.page.reload().await?;
    app.release_next_build()?;
    let page = &app.page;
    let look = "navigator.serviceWorker.getRegistration().then((it) => it.update());";
    page.script(look, Vec::new()).await?;
    let waits = "return navigator.serviceWorker.getRegistration().then((it) => it.waiting !== null);";
    page.holds("the new build waits", waits).await?;
    page.reload().await?;
    assert_eq!(page.script(IS_NEXT, Vec::new()).await?, false, "a reload alone brought the new build");

    // What stands in both tabs goes in one after the other.
    let first = page.tab().await?;
    let second = page.new_tab("/people").await?;
    page.see(READY).await?;
    page.go_to_tab(&first).await?;
    page.see(READY).await?;
    page.axe_clean().await?;
    page.click("button", "Reload now").await?;
    page.holds("the new build is there", IS_NEXT).await?;
    page.part("grid", "Leads").await?.role("link", "Ada Lovelace").await?;
    page.see_no(READY).await?;
    page.go_to_tab(&second).await?;
    assert_eq!(page.script(IS_NEXT, Vec::new()).await?, false, "the other tab was reloaded unasked");
    page.click("button", "Reload now").await?;
    page.holds("the new build is there too", IS_NEXT).await?;
    page.role("heading", "People").await?;
    Ok(())
}

async fn a_screen_whose_code_is_late_comes_by_itself(app: &mut App) -> Result<()> {
    app.withhold("split_board.wasm")?;
    app.page.load("/deals").await?;
    app.page.see("This part of Kontor has not been loaded yet.").await?;
    app.give_all()?;
    app.page.role("heading", "Pipeline: Sales").await?;
    // A file that is not there is an error, as it should be.
    app.page.problems().await?;
    Ok(())
}

async fn a_start_that_fails_is_told(app: &mut App) -> Result<()> {
    app.withhold("kontor_bg.wasm")?;
    app.page.load("/leads").await?;
    app.page.see("Kontor could not start.").await?;
    app.page.see("Kontor konnte nicht starten.").await?;
    // A file that is not there is an error, as it should be.
    app.page.problems().await?;
    app.give_all()?;
    app.page.open("/people").await?;

    // Data that a later version wrote is left as it is.
    let page = &app.page;
    let later = "return new Promise((done) => {
        const opening = indexedDB.open('kontor', 999);
        opening.onsuccess = () => { opening.result.close(); done(); };
    });";
    page.script(later, Vec::new()).await?;
    page.see("Kontor was updated in another tab").await?;
    page.axe_clean().await?;
    page.reload().await?;
    page.role("heading", "The lead list could not be read. Your data has not been changed.").await?;
    page.axe_clean().await?;
    let away = "return new Promise((done) => { indexedDB.deleteDatabase('kontor').onsuccess = () => done(); });";
    page.script(away, Vec::new()).await?;
    page.click("button", "Try again").await?;
    page.role("heading", "People").await?;
    Ok(())
}
