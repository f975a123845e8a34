//! A file of leads: chosen, matched, checked, imported, found, and taken back.

use std::path::PathBuf;

use end_to_end::{App, Page, Result, both};
use serde_json::Value;

use super::given;
use super::inbox::{counts, search};

both!(
    an_english_export_comes_in,
    an_italian_list_of_a_fair_comes_in_with_its_accents,
    several_numbers_in_a_cell_come_in,
    a_german_export_comes_in,
    rows_that_are_broken_are_listed_and_given_back,
    an_import_that_is_undone_leaves_nothing,
    an_import_that_is_stopped_leaves_nothing,
    a_file_that_is_no_list_is_refused_with_a_reason,
    a_file_is_dropped,
);

/// A file, and what a person should see of it.
struct File {
    name: &'static str,
    rows: usize,
    separator: &'static str,
    characters: &'static str,
    /// Columns, and the fields they are recognized as.
    columns: &'static [(&'static str, &'static str)],
    /// Leads with a value that has no field, kept as a note.
    kept: usize,
}

impl File {
    fn path(&self) -> PathBuf {
        fixture(self.name)
    }
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fixtures/import").join(name)
}

async fn an_english_export_comes_in(app: &mut App) -> Result<()> {
    let file = File {
        name: "salesforce-leads-en.csv",
        rows: 600,
        separator: "Comma ,",
        characters: "UTF-8",
        columns: &[
            ("Id", "Id in the other system"),
            ("FirstName", "First name"),
            ("LastName", "Last name"),
            ("Title", "Job title"),
            ("Company", "Organization"),
            ("Email", "E-mail"),
            ("MobilePhone", "Mobile"),
            ("PostalCode", "Postal code"),
            ("Status", "Status"),
            ("Rating", "Tags"),
            ("OwnerId", "Leave out"),
            ("CreatedDate", "Date of contact"),
        ],
        kept: 0,
    };
    comes_in(&app.page, &file).await?;
    found(&app.page, &file, "synzon consulting", "Ulrich Mayer").await?;
    // What the other system calls it is read on its page, and finds it: here and from everywhere.
    found(&app.page, &file, "00q18394194", "Ulrich Mayer").await?;
    let hits = given::find(&app.page, "00Q183941945423253").await?;
    assert!(hits.iter().any(|hit| hit.contains("Ulrich Mayer")), "the palette finds {hits:?}");
    app.page.part("grid", "Leads").await?.click("link", "Ulrich Mayer").await?;
    let details = app.page.part("region", "Details").await?;
    details.see("Id in the other system").await?;
    details.see("00Q183941945423253").await
}

async fn an_italian_list_of_a_fair_comes_in_with_its_accents(app: &mut App) -> Result<()> {
    let file = File {
        name: "fiera-verona-it.csv",
        rows: 500,
        separator: "Semicolon ;",
        characters: "ANSI 1252",
        columns: &[
            ("Nome", "First name"),
            ("Cognome", "Last name"),
            ("Ragione sociale", "Organization"),
            ("E-mail", "E-mail"),
            ("Tel.", "Phone"),
            ("Cellulare", "Mobile"),
            ("Valore stimato", "Value"),
            ("Data visita", "Date of contact"),
            ("Interesse", "Tags"),
            ("Note", "Note"),
        ],
        kept: 0,
    };
    comes_in(&app.page, &file).await?;
    found(&app.page, &file, "Jäger & Söhne", "Thomas Pfister").await?;
    // Whoever has no umlauts on the keyboard finds them too.
    found(&app.page, &file, "gamsjager", "Dörthe gamsjäger").await
}

async fn several_numbers_in_a_cell_come_in(app: &mut App) -> Result<()> {
    let file = File {
        name: "pipedrive-leads-en.csv",
        rows: 400,
        separator: "Comma ,",
        characters: "UTF-8",
        columns: &[
            ("Lead - Title", "Title of the lead"),
            ("Lead - Labels", "Tags"),
            ("Contact person", "Full name"),
            ("Person - Email", "E-mail"),
            ("Person - Phone", "Phone"),
            ("Organization", "Organization"),
            ("Lead - Owner", "Owner"),
            ("Lead - Source channel", "Source"),
            ("Lead - Value", "Value"),
            ("Lead - Currency of value", "Currency of the value"),
        ],
        // Nobody here has the owner's name.
        kept: 400,
    };
    comes_in(&app.page, &file).await?;
    found(&app.page, &file, "0444551865974", "Giacobbe Grimellini").await
}

async fn a_german_export_comes_in(app: &mut App) -> Result<()> {
    let file = File {
        name: "bitrix24-leads-de.csv",
        rows: 300,
        separator: "Semicolon ;",
        characters: "UTF-8",
        columns: &[
            ("ID", "Id in the other system"),
            ("Lead-Name", "Title of the lead"),
            ("Vorname", "First name"),
            ("Nachname", "Last name"),
            ("Firmenname", "Organization"),
            ("Telefon (geschäftlich)", "Phone"),
            ("E-Mail (geschäftlich)", "E-mail"),
            ("Straße", "Street"),
            ("PLZ", "Postal code"),
            ("Summe", "Value"),
            ("Währung", "Currency of the value"),
            ("Erstellt am", "Date of contact"),
            ("Kommentar", "Note"),
        ],
        kept: 0,
    };
    comes_in(&app.page, &file).await?;
    found(&app.page, &file, "Tischlerei Müller", "Ottokar Oberstätter").await
}

/// From the choice of the file to its leads in the inbox: every row becomes one.
async fn comes_in(page: &Page, file: &File) -> Result<()> {
    page.open("/import").await?;
    page.choose_file(&file.path()).await?;
    page.role("heading", file.name).await?;
    assert_eq!(chosen(page, "Separator").await?, file.separator);
    assert_eq!(chosen(page, "Characters").await?, file.characters);
    for (column, field) in file.columns {
        assert_eq!(chosen(page, &format!("Field for column {column}")).await?, *field, "{column}");
    }
    let rows = file.rows;
    page.click("button", &format!("Check {rows} rows")).await?;
    page.role("heading", &format!("{rows} rows checked")).await?;
    let sums = |leads: &str| {
        let kept = "of these with a value kept as a note";
        let lines =
            [(leads, rows), (kept, file.kept), ("Rows not imported", 0), ("of these like an earlier row", 0), ("Rows in the file", rows)];
        lines.map(|(label, count)| (label.to_owned(), count)).to_vec()
    };
    assert_eq!(tally(page).await?, sums("New leads"));
    page.click("button", &format!("Import {rows} leads")).await?;
    page.role("heading", &format!("{rows} leads imported")).await?;
    assert_eq!(tally(page).await?, sums("Leads imported"));
    page.click("link", "Show the leads").await?;
    counts(page, rows, rows).await?;
    page.reload().await?;
    counts(page, rows, rows).await
}

/// One lead answers to the words.
async fn found(page: &Page, file: &File, words: &str, name: &str) -> Result<()> {
    search(page, words).await?;
    counts(page, 1, file.rows).await?;
    page.part("grid", "Leads").await?.role("link", name).await?;
    Ok(())
}

/// The text of what is chosen in a `select`.
async fn chosen(page: &Page, name: &str) -> Result<String> {
    let select = page.role("combobox", name).await?;
    let text = page.script("return arguments[0].selectedOptions[0].text;", vec![select.to_json()?]).await?;
    Ok(serde_json::from_value(text)?)
}

/// The lines of the sums, each with its number.
async fn tally(page: &Page) -> Result<Vec<(String, usize)>> {
    let script = "const lines = [...document.querySelector('aside .tally').querySelectorAll(':scope > div')];
        return lines.map((line) => [...line.children].map((part) => part.textContent));";
    let lines: Vec<(String, String)> = serde_json::from_value(page.script(script, Vec::new()).await?)?;
    lines.into_iter().map(|(label, count)| Ok((label, count.replace(',', "").parse()?))).collect()
}

const BROKEN: &str = "broken-rows.csv";

/// Row, column, value, reason, consequence of each problem.
const PROBLEMS: [[&str; 5]; 7] = [
    ["7", "whole row", "extra", "8 cells, but the file has 6 columns", "Not imported"],
    ["9", "Email", "not an e-mail", "Not an e-mail address", "Kept as a note"],
    ["11", "whole row", "", "The row is empty", "Not imported"],
    ["13", "whole row", "", "A name or an organization is missing", "Not imported"],
    ["17", "First Name", "xxxxxxxx", "Too long: at most 200 characters", "Not imported"],
    ["21", "Phone", "call me maybe", "Not a phone number", "Kept as a note"],
    ["23", "whole row", "", "The same as row 22", "Not imported"],
];

async fn rows_that_are_broken_are_listed_and_given_back(app: &mut App) -> Result<()> {
    let page = &app.page;
    check_broken(page).await?;
    let sums = [("New leads", 35), ("of these with a value kept as a note", 2), ("Rows not imported", 5)];
    let sums = sums.into_iter().chain([("of these like an earlier row", 1), ("Rows in the file", 40)]);
    assert_eq!(tally(page).await?, sums.map(|(label, count)| (label.to_owned(), count)).collect::<Vec<_>>());
    let listed = problems(page).await?;
    assert_eq!(listed.len(), PROBLEMS.len(), "{listed:?}");
    for (line, [row, column, value, reason, consequence]) in listed.iter().zip(PROBLEMS) {
        assert_eq!([&*line[0], &*line[1], &*line[3], &*line[4]], [row, column, reason, consequence]);
        assert!(line[2].contains(value), "{line:?}");
    }
    page.click("button", "Import 35 leads").await?;
    page.role("heading", "35 leads imported").await?;
    assert_eq!(problems(page).await?.len(), PROBLEMS.len());
    page.click("button", "Download the 5 rows not imported").await?;
    let file = String::from_utf8(page.downloaded("broken-rows-not-imported.csv").await?)?;
    for part in ["Hinterwieser", "nobody@example.com", "xxxxxxxx", "The same as row 22", "The row is empty"] {
        assert!(file.contains(part), "{part} is missing in {file}");
    }
    assert!(!file.contains("Lagolink"), "an imported row is in {file}");
    page.click("link", "Show the leads").await?;
    counts(page, 35, 35).await?;
    // What had no field of its own is a note.
    search(page, "Lagolink").await?;
    counts(page, 1, 35).await?;
    page.see("Email: not an e-mail").await
}

async fn check_broken(page: &Page) -> Result<()> {
    page.open("/import").await?;
    page.choose_file(&fixture(BROKEN)).await?;
    page.click("button", "Check 40 rows").await?;
    page.role("heading", "40 rows checked").await?;
    Ok(())
}

/// The cells of the list of problems.
async fn problems(page: &Page) -> Result<Vec<Vec<String>>> {
    let table = page.role("table", "Values that do not fit, by row").await?;
    let script = "return [...arguments[0].tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim()));";
    let rows: Value = page.script(script, vec![table.to_json()?]).await?;
    Ok(serde_json::from_value(rows)?)
}

async fn an_import_that_is_undone_leaves_nothing(app: &mut App) -> Result<()> {
    let page = &app.page;
    check_broken(page).await?;
    page.click("button", "Import 35 leads").await?;
    page.role("heading", "35 leads imported").await?;
    page.click("button", "Undo import").await?;
    page.role("heading", "The import was undone").await?;
    page.click("link", "Show the leads").await?;
    page.role("heading", "No leads yet").await?;
    // Once more, and this time after a reload, from where the next file is chosen.
    check_broken(page).await?;
    page.click("button", "Import 35 leads").await?;
    page.role("heading", "35 leads imported").await?;
    page.open("/import").await?;
    page.see("Last import: broken-rows.csv, 35 leads.").await?;
    page.click("button", "Undo import").await?;
    page.role("heading", "The import was undone").await?;
    page.open("/leads").await?;
    page.role("heading", "No leads yet").await?;
    page.open("/import").await?;
    page.see_no("Last import").await?;
    // Invented leads go as they came: by the notice, or by the list of changes.
    given::add_sample(page).await?;
    page.part("region", "Notifications").await?.click("button", "Undo").await?;
    page.role("heading", "No leads yet").await?;
    given::sample(page).await?;
    let line = given::changes(page, "300 leads imported").await?.remove(0);
    page.within(&line).click("button", "Undo").await?;
    page.within(&line).see("undone").await?;
    page.open("/leads").await?;
    page.role("heading", "No leads yet").await?;
    Ok(())
}

/// More than any machine writes before the button to stop it is pressed.
const MANY: usize = 30_000;

async fn an_import_that_is_stopped_leaves_nothing(app: &mut App) -> Result<()> {
    let page = &app.page;
    let lines = (0..MANY).map(|row| format!("Ada,Quillfeather {row},ada{row}@quill.example\n"));
    let file = given::file(page, "many", &format!("First name,Last name,E-mail\n{}", lines.collect::<String>()))?;
    page.open("/import").await?;
    page.choose_file(&file).await?;
    page.click("button", "Check 30,000 rows").await?;
    page.role("heading", "30,000 rows checked").await?;
    page.click("button", "Import 30,000 leads").await?;
    page.click("button", "Stop and undo").await?;
    // Back where it began, with the same file, ready to go on.
    page.see("The import was stopped").await?;
    page.role("button", "Import 30,000 leads").await?;
    page.open("/leads").await?;
    page.role("heading", "No leads yet").await?;
    page.open("/import").await?;
    page.see_no("Last import").await
}

async fn a_file_that_is_no_list_is_refused_with_a_reason(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/import").await?;
    page.choose_file(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../public/icons/kontor-192.png")).await?;
    page.see("This is not a text file.").await?;
    // Another try is all it takes.
    page.choose_file(&fixture(BROKEN)).await?;
    page.role("heading", BROKEN).await?;
    page.see_no("This is not a text file.").await
}

/// As the system's file manager hands it over.
const DROP: &str = "const file = new File([arguments[0]], 'fair.csv', { type: 'text/csv' });
    const data = new DataTransfer();
    data.items.add(file);
    const place = document.querySelector('.dropzone');
    for (const kind of ['dragenter', 'dragover', 'drop']) {
        place.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }";

async fn a_file_is_dropped(app: &mut App) -> Result<()> {
    let page = &app.page;
    page.open("/import").await?;
    page.script(DROP, vec!["First name;Last name;E-mail\nAda;Quillfeather;ada@quill.example\n".into()]).await?;
    page.see("fair.csv").await?;
    given::finish_import(page).await?;
    page.part("grid", "Leads").await?.role("link", "Ada Quillfeather").await?;
    Ok(())
}
