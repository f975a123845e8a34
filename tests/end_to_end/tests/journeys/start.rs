//! The first visit, and the app without a network.

use end_to_end::{App, Result, both};

both!(the_first_page_is_drawn_and_accessible, the_app_starts_without_a_network, a_place_survives_a_new_start);

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
