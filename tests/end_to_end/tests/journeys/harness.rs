//! The harness must be able to fail: it notices errors of the page, and finds what is there and nothing else.

use end_to_end::{App, Key, Result, both, until};

both!(
    errors_of_the_page_are_noticed,
    elements_are_found_by_role_and_name,
    axe_finds_what_is_wrong,
    clicks_keys_and_drags_arrive,
    a_download_arrives,
    two_devices_share_nothing,
);

async fn errors_of_the_page_are_noticed(app: &mut App) -> Result<()> {
    app.serve_page(DESK)?;
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

const FORM: &str = "<!doctype html><html lang=en><title>Form</title><main><h1>Form</h1>
    <h2 id=title>New <b>lead</b></h2><div role=dialog aria-labelledby=title>
    <label>Email <input type=email></label>
    <button aria-label=Save><svg></svg></button><button hidden>Save</button>
    <button><span aria-hidden=true>x</span> Close <i popover>it</i></button></div>
    <div aria-hidden=true><button>Save</button></div></main>";

async fn elements_are_found_by_role_and_name(app: &mut App) -> Result<()> {
    app.serve_page(FORM)?;
    let page = &app.page;
    page.open("/").await?;
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
    app.serve_page("<!doctype html><title>Wrong</title><main><h1>Wrong</h1><button></button></main>")?;
    let page = &app.page;
    page.open("/").await?;
    let violations = page.axe().await?;
    assert!(violations.iter().any(|violation| violation.rule == "button-name"), "{violations:?}");
    Ok(())
}

const DESK: &str = "<!doctype html><title>Desk</title><main><h1>Desk</h1>
    <button>Convert</button><input aria-label=Search>
    <div role=listitem aria-label=card>card</div><br><br><br><br><div role=region aria-label=stage>stage</div></main>";

/// Kept in the document: Firefox runs every script with globals of its own.
const LOG: &str = "const main = document.querySelector('main');
    main.dataset.log = '';
    const name = (element) => element.getAttribute?.('aria-label') ?? element.textContent;
    for (const kind of ['click', 'input', 'keydown', 'pointerdown', 'pointerup']) {
        const note = (event) => (main.dataset.log += `${kind} ${name(event.target)} ${event.key ?? ''};`);
        document.addEventListener(kind, note, true);
    }";

async fn clicks_keys_and_drags_arrive(app: &mut App) -> Result<()> {
    app.serve_page(DESK)?;
    let page = &app.page;
    page.open("/").await?;
    page.script(LOG, Vec::new()).await?;
    page.double_click("button", "Convert").await?;
    page.fill("textbox", "Search", "a").await?;
    page.press(Key::Escape + "").await?;
    let (card, stage) = (page.role("listitem", "card").await?, page.role("region", "stage").await?);
    page.drag(&card, &stage).await?;
    let log = page.script("return document.querySelector('main').dataset.log;", Vec::new()).await?;
    let log = log.as_str().unwrap_or_default();
    let happened = |what: &str| log.split(';').filter(|line| *line == what).count();
    assert_eq!(happened("click Convert "), 2, "{log:?}");
    assert_eq!(happened("input Search "), 1, "{log:?}");
    assert_eq!(happened("keydown Search Escape"), 1, "{log:?}");
    assert_eq!((happened("pointerdown card "), happened("pointerup stage ")), (1, 1), "{log:?}");
    Ok(())
}

async fn a_download_arrives(app: &mut App) -> Result<()> {
    app.serve_page(DESK)?;
    let page = &app.page;
    page.open("/").await?;
    let script = "const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['row;reason'], { type: 'text/csv' }));
        link.download = 'rows.csv';
        link.click();";
    page.script(script, Vec::new()).await?;
    assert_eq!(page.downloaded("rows.csv").await?, b"row;reason");
    Ok(())
}

async fn two_devices_share_nothing(app: &mut App) -> Result<()> {
    app.serve_page(DESK)?;
    let other = app.another_device().await?;
    app.page.open("/").await?;
    other.open("/").await?;
    app.page.script("localStorage.setItem('device', 'first');", Vec::new()).await?;
    let seen = other.script("return localStorage.getItem('device');", Vec::new()).await?;
    assert!(seen.is_null(), "the other device sees {seen}");
    Ok(())
}
