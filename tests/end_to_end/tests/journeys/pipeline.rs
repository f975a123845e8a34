//! Deals on the board: moved by menu, key and pointer, won and lost.

use end_to_end::{App, Key, Page, Result, WebElement, both, until};

use crate::given::{Counts, add_lead, begin_conversion, counts, sample};

both!(deals_are_moved_won_and_lost, a_deal_goes_back_to_the_lead_it_came_from);

async fn deals_are_moved_won_and_lost(app: &mut App) -> Result<()> {
    let page = &app.page;
    sample(page).await?;
    page.open("/deals").await?;
    let [by_menu, by_key, by_pointer] = first_cards(page).await?;

    menu(page, &by_menu, "menuitemradio", "Move to Qualified").await?;
    stands_in(page, &by_menu, 1).await?;
    page.within(&card(page, &by_key).await?).css("a").await?[0].focus().await?;
    page.press(" ").await?;
    page.see("put back").await?;
    page.press(Key::Right + "").await?;
    page.press(Key::Right + "").await?;
    page.press(Key::Enter + "").await?;
    stands_in(page, &by_key, 2).await?;
    // Until a card that was put down is stored, the others keep its place free.
    page.holds("the other card has settled", "return document.querySelector('.is-ghost, .is-lifted') === null;").await?;
    let goal = page.css("[data-column='3']").await?.remove(0);
    page.drag(&card(page, &by_pointer).await?, &goal).await?;
    stands_in(page, &by_pointer, 3).await?;
    page.holds("no text was selected on the way", "return getSelection().isCollapsed;").await?;

    menu(page, &by_menu, "menuitem", "Won").await?;
    is_gone(page, &by_menu).await?;
    page.see("won").await?;
    undo_newest(page).await?;
    stands_in(page, &by_menu, 1).await?;
    menu(page, &by_menu, "menuitem", "Won").await?;
    is_gone(page, &by_menu).await?;

    menu(page, &by_key, "menuitem", "Lost …").await?;
    let name = name_of(page, &by_key).await?;
    let dialog = page.dialog(&format!("Mark “{name}” as lost")).await?;
    // Nobody names a reason by accident.
    dialog.click("button", "Mark as lost").await?;
    dialog.see("Choose a reason").await?;
    dialog.choose("Lost reason", "Too expensive").await?;
    dialog.click("button", "Mark as lost").await?;
    is_gone(page, &by_key).await?;

    page.reload().await?;
    stands_in(page, &by_pointer, 3).await?;
    is_gone(page, &by_menu).await?;
    is_gone(page, &by_key).await?;
    page.click("button", "List").await?;
    for (deal, state) in [(&by_menu, "Won"), (&by_key, "Lost"), (&by_pointer, "Proposal")] {
        let row = until("the deal's row", async || Ok(page.css(&format!("tr:has(a[href='/deals/{deal}'])")).await?.pop())).await?;
        page.within(&row).see(state).await?;
    }
    page.open(&format!("/deals/{by_key}")).await?;
    page.see("Too expensive").await
}

async fn a_deal_goes_back_to_the_lead_it_came_from(app: &mut App) -> Result<()> {
    let page = &app.page;
    add_lead(page, &[("Last name", "Lovelace"), ("Organization", "Engines")]).await?;
    let dialog = begin_conversion(page, "Lovelace").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await?;
    // A deal that was made by hand has no lead to go back to.
    page.open("/deals").await?;
    let made = first_deal(page).await?;
    page.press("c").await?;
    let dialog = page.dialog("Add deal").await?;
    dialog.fill("textbox", "Deal name", "By hand").await?;
    dialog.fill("combobox", "Organization", "Molino Bassani").await?;
    page.click("option", "Create “Molino Bassani”").await?;
    dialog.click("button", "Add deal").await?;
    page.no_role("dialog", "Add deal").await?;
    let by_hand = until("the other deal stands above", async || Ok(Some(first_deal(page).await?).filter(|deal| *deal != made))).await?;
    let back = page.css("[data-drop=back]").await?.remove(0);
    page.drag(&card(page, &by_hand).await?, &back).await?;
    page.see("not made from a lead").await?;
    stands_in(page, &by_hand, 0).await?;

    page.drag(&card(page, &made).await?, &back).await?;
    is_gone(page, &made).await?;
    page.see("Undone: ").await?;
    assert_eq!(counts(page).await?, Counts { open: 1, deals: 1, organizations: 1, ..Counts::default() });
    page.open("/leads").await?;
    page.part("grid", "Leads").await?.role("link", "Lovelace").await?;
    Ok(())
}

/// The deal on top of the first column.
async fn first_deal(page: &Page) -> Result<String> {
    until("a card", async || {
        let script = "return document.querySelector('[data-column=\"0\"] [data-deal]')?.dataset.deal ?? null;";
        Ok(serde_json::from_value(page.script(script, Vec::new()).await?)?)
    })
    .await
}

/// The first three deals of the first column.
async fn first_cards(page: &Page) -> Result<[String; 3]> {
    until("three cards", async || {
        let script = "return [...document.querySelectorAll('[data-column=\"0\"] [data-deal]')].map((card) => card.dataset.deal);";
        let mut deals: Vec<String> = serde_json::from_value(page.script(script, Vec::new()).await?)?;
        deals.truncate(3);
        Ok(deals.try_into().ok())
    })
    .await
}

async fn card(page: &Page, deal: &str) -> Result<WebElement> {
    until("the deal's card", async || Ok(page.css(&format!("[data-deal='{deal}']")).await?.pop())).await
}

async fn name_of(page: &Page, deal: &str) -> Result<String> {
    let script = "return document.querySelector(`[data-deal='${arguments[0]}'] a`).textContent;";
    Ok(serde_json::from_value(page.script(script, vec![deal.into()]).await?)?)
}

async fn menu(page: &Page, deal: &str, role: &str, item: &str) -> Result<()> {
    let name = name_of(page, deal).await?;
    page.within(&card(page, deal).await?).click("button", &format!("Actions for {name}")).await?;
    page.click(role, item).await
}

async fn stands_in(page: &Page, deal: &str, column: usize) -> Result<()> {
    let script = format!("return document.querySelector(`[data-column='{column}'] [data-deal='{deal}']`) !== null;");
    page.holds(&format!("the deal stands in column {column}"), &script).await
}

async fn is_gone(page: &Page, deal: &str) -> Result<()> {
    let script = format!("return document.querySelector(`[data-deal='{deal}']`) === null;");
    page.holds("the deal has left the board", &script).await
}

/// By the button of the last toast.
async fn undo_newest(page: &Page) -> Result<()> {
    let toasts = page.part("region", "Notifications").await?;
    let undo = until("a toast with Undo", async || {
        let all = toasts.named("button").await?;
        Ok(all.into_iter().filter(|(_, name)| name == "Undo").map(|(button, _)| button).next_back())
    });
    Ok(undo.await?.click().await?)
}
