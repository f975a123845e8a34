//! The keys that work on every screen.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, window};

use super::{Shortcut, use_shortcuts};
use crate::i18n::shortcuts as words;
use crate::routes;
use crate::views::leads::inbox_href;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;

static KEYS: &[Shortcut] = &[
    Shortcut::new(&["Mod+k"], words::palette),
    Shortcut::new(&["?"], words::sheet),
    Shortcut::new(&["c"], words::new_lead),
    Shortcut::new(&["z", "Mod+z"], words::undo),
    Shortcut::new(&["g i"], words::go_inbox),
    Shortcut::new(&["g p"], words::go_pipeline),
    Shortcut::new(&["g a"], words::go_activities),
    Shortcut::new(&["g e"], words::go_people),
    Shortcut::new(&["g o"], words::go_organizations),
    Shortcut::new(&["F6"], words::next_region),
    Shortcut::new(&["Shift+F6"], words::previous_region),
    Shortcut::local(&["Mod+Enter"], words::submit),
    Shortcut::local(&["Escape"], words::close),
];

/// The parts of the page that F6 goes through, in the order they stand.
const REGIONS: &str = ".nav, main, aside, .bulk, .toasts, .tabbar";
const FOCUSABLE: &str = "[role=row][tabindex='0'], a[href], button:not([disabled]):not([tabindex='-1']), input, [tabindex='0']";

#[component]
pub fn Everywhere() -> impl IntoView {
    let flows = Flows::use_flows();
    let actions = Actions::use_actions();
    let navigate = use_navigate();
    use_shortcuts(words::everywhere, KEYS, move |keys| {
        let go = |href: &str| navigate(href, NavigateOptions::default());
        match keys {
            "Mod+k" => flows.palette.set(true),
            "?" => flows.shortcut_sheet.set(true),
            "c" => flows.new_lead.set(true),
            "z" => actions.undo_last(),
            "g i" => go(&inbox_href()),
            "g p" => go(routes::DEALS),
            "g a" => go(routes::ACTIVITIES),
            "g e" => go(routes::PEOPLE),
            "g o" => go(routes::ORGANIZATIONS),
            "F6" => go_to_region(1),
            "Shift+F6" => go_to_region(-1),
            _ => return false,
        }
        true
    });
}

/// Moves the focus to the next part of the page that can take it.
fn go_to_region(step: isize) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let regions = shown_regions(&document);
    let active = document.active_element();
    let inside = |region: &Element| active.as_ref().is_some_and(|active| region.contains(Some(active)));
    // The innermost: the preview lies inside the main part.
    let at = regions.iter().rposition(inside).map_or(-1, |at| at as isize);
    for distance in 1..=regions.len() as isize {
        let next = (at + step * distance).rem_euclid(regions.len() as isize) as usize;
        if let Some(target) = first_target(&regions, next) {
            // It was found among what can take the focus.
            let _ = target.focus();
            return;
        }
    }
}

fn shown_regions(document: &Document) -> Vec<Element> {
    let Ok(found) = document.query_selector_all(REGIONS) else { return Vec::new() };
    let all = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    all.filter(is_shown).collect()
}

fn is_shown(element: &Element) -> bool {
    let size = element.get_bounding_client_rect();
    size.width() > 0.0 && size.height() > 0.0
}

/// The row in use, the page one is at, else the first link or button; not inside a region of its own.
fn first_target(regions: &[Element], at: usize) -> Option<HtmlElement> {
    let region = regions.get(at)?;
    let first = |selector| region.query_selector(selector).ok().flatten().filter(is_shown);
    let row = first("[role=row][tabindex='0']").or_else(|| first("a[aria-current=page]").filter(|_| region.tag_name() == "NAV"));
    let found = region.query_selector_all(FOCUSABLE).ok()?;
    let mut others = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<Element>().ok());
    let elsewhere =
        |element: &Element| regions.iter().skip(at + 1).any(|other| region.contains(Some(other)) && other.contains(Some(element)));
    let target = row.or_else(|| others.find(|element| is_shown(element) && !elsewhere(element)))?;
    target.dyn_into().ok()
}
