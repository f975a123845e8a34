//! The harness must be able to fail: it notices errors of the page, and finds what is there and nothing else.

use end_to_end::{App, Result, both, until};

both!(errors_of_the_page_are_noticed, elements_are_found_by_role_and_name, axe_finds_what_is_wrong);

async fn errors_of_the_page_are_noticed(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/").await?;
    for script in [
        "console.error('first trouble');",
        "window.reportError(new Error('second trouble'));",
        "Promise.reject(new Error('third trouble')); return null;",
    ] {
        page.script(script, Vec::new()).await?;
    }
    let mut all = String::new();
    until("all three errors", async || {
        all.push_str(&page.problems().await?.join("\n"));
        Ok(["first", "second", "third"].iter().all(|word| all.contains(word)).then_some(()))
    })
    .await
}

const SAMPLE: &str = "document.querySelector('main').innerHTML = `
    <h2 id=title>New <b>lead</b></h2><div role=dialog aria-labelledby=title>
    <label>Email <input type=email></label>
    <button aria-label=Save><svg></svg></button><button hidden>Save</button>
    <button><span aria-hidden=true>x</span> Close</button></div>
    <div aria-hidden=true><button>Save</button></div>`;";

async fn elements_are_found_by_role_and_name(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/").await?;
    page.script(SAMPLE, Vec::new()).await?;
    let dialog = page.dialog("New lead").await?;
    dialog.fill("textbox", "Email", "ada@example.org").await?;
    dialog.fill("textbox", "Email", "eve@example.org").await?;
    let field = dialog.role("textbox", "Email").await?;
    assert_eq!(field.prop("value").await?.as_deref(), Some("eve@example.org"));
    dialog.click("button", "Save").await?;
    assert_eq!(dialog.names("button").await?, ["Save", "Close"]);
    page.no_role("button", "Open").await?;
    page.see("New lead").await?;
    page.see_no("Old lead").await
}

async fn axe_finds_what_is_wrong(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/").await?;
    page.script("document.querySelector('main').innerHTML = '<button></button>';", Vec::new()).await?;
    let violations = page.axe().await?;
    assert!(violations.iter().any(|violation| violation.rule == "button-name"), "{violations:?}");
    Ok(())
}
