//! The picker of the conversion: whoever looks like somebody else is not chosen for anybody, and the words say why.

use end_to_end::{App, Key, Page, Result, alike, until};
use serde_json::{Value, json};

use crate::bulk::plan;
use crate::given::{add_lead, begin_conversion, click_beginning, import, open_lead};

alike!(
    whoever_merely_looks_alike_is_never_chosen,
    the_picker_is_read_and_worked_by_keyboard,
    candidates_of_one_name_are_told_apart,
    what_raises_a_sum_stands_in_it
);

const HEAD: &str = "First name,Last name,Organization,Email,Phone,Website,Street,Postal code,City\n";

/// Somebody known, somebody who is another one, and why, in three languages; no words where nothing is shown at all.
struct Negative {
    what: &'static str,
    known: &'static str,
    asked: &'static str,
    why: Option<[&'static str; 3]>,
}

const FIRST_NAME: Option<[&str; 3]> = Some(["different first name", "anderer Vorname", "nome diverso"]);

const NEGATIVES: &[Negative] = &[
    Negative {
        what: "the same name elsewhere",
        known: "Xaver,Hainzl,Hainzl Bau KG,xaver@hainzlbau.example,,,,,",
        asked: "Xaver,Hainzl,Reisen Weiss GmbH,x.hainzl@reisenweiss.example,,,,,",
        why: None,
    },
    Negative {
        what: "a similar name at one company",
        known: "Anna,Hofer,Alpenbit GmbH,anna.hofer@alpenbit.example,,,,,",
        asked: "Anja,Hofer,Alpenbit GmbH,anja.hofer@alpenbit.example,,,,,",
        why: FIRST_NAME,
    },
    Negative {
        what: "father and son",
        known: "Roland,Gruber sen.,Gruber KG,r.gruber@gruberkg.example,,,,,",
        asked: "Roland,Gruber jun.,Gruber KG,r.gruber@gruberkg.example,,,,,",
        why: Some(["junior and senior", "Junior und Senior", "junior e senior"]),
    },
    Negative {
        what: "a couple with one mailbox",
        known: "Marcella,Bajardi,,m.bajardi@yahoo.it,+39 011 8201750,,,,",
        asked: "Mario,Bajardi,,m.bajardi@yahoo.it,+39 011 8201750,,,,",
        why: FIRST_NAME,
    },
    Negative {
        what: "colleagues with one phone",
        known: "Erika,Bauer,Weber Bau GmbH,erika.bauer@weberbau.example,+49 30 5550177-12,,,,",
        asked: "Sabine,Lang,Weber Bau GmbH,sabine.lang@weberbau.example,+49 30 5550177-12,,,,",
        why: None,
    },
    Negative {
        what: "two firms of one holding",
        known: ",,Tecnofori Immobiliare S.r.l.,,+39 035 5550101,tecnoforiimmobiliare.example,Corso Italia 58,24108,Bergamo",
        asked: ",,Tecnofori Impianti S.r.l.,,+39 035 5550101,tecnoforiimpianti.example,Corso Italia 58,24108,Bergamo",
        why: Some(["perhaps a sister company", "vielleicht eine Schwesterfirma", "forse un’azienda consorella"]),
    },
    Negative {
        what: "a firm of the same name in another city",
        known: ",,Kirasys Reisen GmbH,,,,,80331,München",
        asked: ",,Kirasys Reisen GmbH,,,,,1010,Wien",
        why: Some(["organization in another place", "Organisation an anderem Ort", "azienda in un altro luogo"]),
    },
    Negative {
        what: "two of one trade",
        known: ",,Hofer Metallbau KG,,+39 0472 5550111,hofermetallbau.example,,39042,Brixen",
        asked: ",,Hofer Malerbetrieb KG,,+39 0471 5550122,malerhofer.example,,39100,Bozen",
        why: None,
    },
    Negative {
        what: "a shared mailbox",
        known: "Penelope,Willis,,accounts@mistry.example,,,,,",
        asked: "Leah,Bruce,,accounts@mistry.example,,,,,",
        why: None,
    },
];

/// The cards of the picker: name, whether it is the chosen one, whether it is a record, and what is said of it.
const CARDS: &str = "return [...document.querySelectorAll('dialog[open] .pick')].map((card) => {
    const input = card.querySelector('input');
    const said = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '');
    return { name: card.querySelector('.pick__name').innerText, chosen: input.checked, record: /[0-9a-f]{8}-/.test(input.id), said: said.join(' ') };
});";

async fn cards(page: &Page) -> Result<Vec<Value>> {
    until("the picker", async || {
        let looks = page.script("return document.querySelector('dialog[open] .pick') !== null;", Vec::new()).await? == json!(true);
        Ok(if looks { page.script(CARDS, Vec::new()).await?.as_array().cloned() } else { None })
    })
    .await
}

async fn whoever_merely_looks_alike_is_never_chosen(app: &mut App) -> Result<()> {
    let page = &app.page;
    let csv = |of: fn(&Negative) -> &'static str| NEGATIVES.iter().fold(HEAD.to_owned(), |all, one| format!("{all}{}\n", of(one)));
    import(page, "negatives-known", &csv(|one| one.known)).await?;
    let count = NEGATIVES.len();
    plan(page, count).await?.click("button", &format!("Convert {count} leads")).await?;
    page.dialog(&format!("{count} leads converted")).await?.press(Key::Escape + "").await?;
    import(page, "negatives-asked", &csv(|one| one.asked)).await?;
    let leads = page.script(
        "return [...document.querySelectorAll('[role=grid] a[href^=\"/leads/\"]')].map((a) => [a.innerText, a.pathname]);",
        Vec::new(),
    );
    let leads = leads.await?;
    let leads: Vec<(String, String)> = serde_json::from_value(leads)?;
    assert_eq!(leads.len(), count);
    let mut unsaid = Vec::new();
    for (at, (language, convert)) in
        [("en", "Convert to deal"), ("de", "In Deal umwandeln"), ("it", "Converti in trattativa")].into_iter().enumerate()
    {
        page.script(&format!("localStorage.setItem('kontor.language', '{language}');"), Vec::new()).await?;
        for (negative, (name, path)) in NEGATIVES.iter().filter_map(|one| Some((one, leads.iter().find(|(name, _)| is_of(one, name))?))) {
            page.open(path).await?;
            page.click("button", convert).await?;
            let known = known_name(negative);
            let said_of = |cards: &[Value]| {
                cards.iter().find(|card| card["name"] == json!(known)).map(|card| card["said"].to_string()).unwrap_or_default()
            };
            // The finder may still be reading.
            let said = until("the reasons", async || {
                let said = said_of(&cards(page).await?);
                Ok(negative.why.is_none_or(|words| said.contains(words[at])).then_some(said))
            });
            if said.await.is_err() {
                unsaid.push(format!("{} ({language}), {name}: {}", negative.what, said_of(&cards(page).await?)));
            }
            let cards = cards(page).await?;
            let chosen = cards.iter().filter(|card| card["record"] == json!(true) && card["chosen"] == json!(true));
            let wrong: Vec<&Value> = chosen.filter(|card| card["name"] == json!(known)).collect();
            assert!(wrong.is_empty(), "{} ({language}): {wrong:?}", negative.what);
        }
    }
    assert!(unsaid.is_empty(), "{unsaid:#?}");
    Ok(())
}

/// A person by name, else the company.
fn name_of(line: &str) -> String {
    let parts: Vec<&str> = line.split(',').collect();
    let person = format!("{} {}", parts[0], parts[1]);
    if person.trim().is_empty() { parts[2].to_owned() } else { person }
}

fn known_name(negative: &Negative) -> String {
    name_of(negative.known)
}

fn is_of(negative: &Negative, lead: &str) -> bool {
    lead == name_of(negative.asked)
}

/// Somebody who is certain, somebody who only has the name.
const KNOWN: &str = "Giulia,Ferrandi,Molino Bassani,g.ferrandi@molino.example,+39 045 555 0142,molino.example,Via dei Mulini 18,37135,Verona\n\
    Giulia,Ferrante,Molini del Garda,g.ferrante@garda.example,,garda.example,,,Lazise\n\
    Dario,Bassan,Molino Bassan & C. s.n.c.,,,,,,Rovigo\n";
const ASKED: &str =
    "Giulia,Ferrandi,Molino Bassani S.r.l.,g.ferrandi@molino.example,+39 045 555 0142,molino.example,Via dei Mulini 18,37135,Verona\n";

async fn the_picker_is_read_and_worked_by_keyboard(app: &mut App) -> Result<()> {
    let page = &app.page;
    import(page, "picker-known", &format!("{HEAD}{KNOWN}")).await?;
    plan(page, 3).await?.click("button", "Convert 3 leads").await?;
    page.dialog("3 leads converted").await?.press(Key::Escape + "").await?;
    import(page, "picker-asked", &format!("{HEAD}{ASKED}")).await?;
    let dialog = begin_conversion(page, "Giulia Ferrandi").await?;
    let person = dialog.part("group", "Person").await?;
    dialog.see("same e-mail").await?;
    let cards = cards(page).await?;
    let chosen: Vec<&Value> = cards.iter().filter(|card| card["chosen"] == json!(true) && card["record"] == json!(true)).collect();
    assert_eq!(chosen.iter().map(|card| &card["name"]).collect::<Vec<_>>(), [&json!("Molino Bassani"), &json!("Giulia Ferrandi")]);
    // What is said with the radio: how well it fits, and each reason.
    for card in chosen {
        let said = card["said"].to_string();
        assert!(said.contains('%') && said.contains("match") && said.contains("Sum +"), "{card}");
    }
    let radios = person.names("radio").await?;
    assert!(radios[0].starts_with("Giulia Ferrandi") && radios[0].contains("Verona"), "{radios:?}");
    assert!(radios.iter().any(|name| name.starts_with("Create “Giulia Ferrandi”")), "{radios:?}");
    page.axe_clean().await?;
    page.shot("picker").await?;

    // By arrow to the next choice and back.
    let organization = dialog.part("group", "Organization").await?;
    let names = organization.names("radio").await?;
    organization.role("radio", &names[0]).await?.send_keys(Key::Down + "").await?;
    assert!(organization.role("radio", &names[1]).await?.is_selected().await?, "the arrow goes on to {}", names[1]);
    organization.role("radio", &names[1]).await?.send_keys(Key::Up + "").await?;
    assert!(organization.role("radio", &names[0]).await?.is_selected().await?, "and back to {}", names[0]);
    page.resize(820, 1180).await?;
    page.shot("picker-tablet").await?;
    page.resize(390, 844).await?;
    page.axe_clean().await?;
    page.shot("picker-phone").await?;
    page.theme(Some("dark")).await?;
    page.axe_clean().await?;
    page.shot("picker-phone-dark").await?;
    page.resize(1440, 900).await?;
    page.shot("picker-dark").await?;
    Ok(())
}

/// Somebody of this name and firm, made from a lead, whoever else there is.
async fn person(page: &Page, fields: &[(&str, &str)]) -> Result<()> {
    add_lead(page, fields).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    click_beginning(&dialog.part("group", "Person").await?, "radio", "Create “Ada Lovelace”").await?;
    dialog.click("button", "Convert lead").await?;
    page.see("Go to Leads").await
}

const NAME: [(&str, &str); 3] = [("First name", "Ada"), ("Last name", "Lovelace"), ("Organization", "Analytical Engines")];

/// In the picker, in the hint on the record and while typing, where they are merged, where they are searched.
async fn candidates_of_one_name_are_told_apart(app: &mut App) -> Result<()> {
    let page = &app.page;
    for email in ["ada@engines.example", "lovelace@engines.example"] {
        person(page, &[&NAME[..], &[("E-mail 1", email)]].concat()).await?;
    }
    add_lead(page, &NAME).await?;
    open_lead(page, "Ada Lovelace").await?;
    let hint = page.part("region", "Possible duplicates").await?;
    hint.see("ada@engines.example").await?;
    hint.see("lovelace@engines.example").await?;
    page.click("button", "Convert to deal").await?;
    let cards = page.dialog("Convert lead to deal").await?.part("group", "Person").await?;
    cards.see("ada@engines.example").await?;
    cards.see("lovelace@engines.example").await?;
    page.press(Key::Escape + "").await?;
    page.no_role("dialog", "Convert lead to deal").await?;
    page.open("/leads").await?;
    page.press("c").await?;
    let dialog = page.dialog("Add lead").await?;
    for (label, text) in NAME {
        dialog.fill("textbox", label, text).await?;
    }
    dialog.see("ada@engines.example").await?;
    dialog.see("lovelace@engines.example").await
}

/// An organization that a certain person brings along: percentage and sum are one, and its line says who.
async fn what_raises_a_sum_stands_in_it(app: &mut App) -> Result<()> {
    let page = &app.page;
    let ada = [&NAME[..], &[("E-mail 1", "ada.lovelace@gmail.com")]].concat();
    person(page, &ada).await?;
    add_lead(page, &ada).await?;
    let dialog = begin_conversion(page, "Ada Lovelace").await?;
    let organization = dialog.part("group", "Organization").await?;
    organization.see("works there").await?;
    organization.see("Ada Lovelace, certain").await?;
    let adds_up = "const card = document.querySelector('fieldset#convert-organization .pick, fieldset .pick');
        const points = [...card.querySelectorAll('.pts')].map((it) => Number(it.textContent.replace('−', '-')));
        const [, sum, percent] = card.querySelector('.why').textContent.match(/Sum ([+−]\\d+): (\\d+)/);
        const shown = card.querySelector('.match b').textContent.match(/\\d+/)[0];
        return points.reduce((all, one) => all + one, 0) === Number(sum.replace('−', '-')) && percent === shown;";
    page.holds("the points add up to the score that is shown", adds_up).await
}
