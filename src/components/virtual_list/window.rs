//! The part of the list that is in the page: which rows, in which order, and where the focus goes when they change.

use std::any::Any;
use std::cell::{Cell, RefCell};

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::row::RowKind;
use super::{RowKey, Rows};

/// Rows drawn beyond each edge, so that scrolling finds them there.
const BEYOND: usize = 10;
/// Rows in the page at most.
const AT_MOST: usize = 58;

struct Mounted<K> {
    key: K,
    /// Its place in the list, followed by the row.
    at: ArcRwSignal<usize>,
    element: HtmlElement,
    /// Unmounts when dropped.
    _handle: Box<dyn Any>,
}

pub struct Window<K: RowKey> {
    pub body: HtmlElement,
    spacer: HtmlElement,
    rows: Rows<K>,
    kind: RowKind<K>,
    /// Rows belong to the list's component, whoever draws them.
    owner: Owner,
    mounted: RefCell<Vec<Mounted<K>>>,
    /// A row with the focus left: the current one gets it when it is there.
    owed: Cell<bool>,
}

/// What of the list can be seen, in pixels of the window.
struct Sight {
    top: f64,
    bottom: f64,
    /// Where the first row begins; above the window when scrolled.
    origin: f64,
    row: f64,
}

impl<K: RowKey> Window<K> {
    pub fn new(body: HtmlElement, spacer: HtmlElement, rows: Rows<K>, kind: RowKind<K>, owner: Owner) -> Self {
        Self { body, spacer, rows, kind, owner, mounted: RefCell::default(), owed: Cell::new(false) }
    }

    /// Makes the spacer as tall as all rows; the sheet knows how tall a row is.
    fn sight(&self, count: usize) -> Sight {
        // A plain number is always valid.
        let _ = self.spacer.style().set_property("--rows", &count.max(1).to_string());
        let (body, spacer) = (self.body.get_bounding_client_rect(), self.spacer.get_bounding_client_rect());
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
        Sight {
            top: body.top().max(0.0),
            bottom: body.bottom().min(height),
            origin: spacer.top(),
            row: (spacer.height() / count.max(1) as f64).max(1.0),
        }
    }

    /// For Page Up and Page Down: one row of the page before stays in sight.
    pub fn rows_in_sight(&self) -> usize {
        let sight = self.sight(self.rows.keys_untracked().len());
        (((sight.bottom - sight.top) / sight.row) as usize).saturating_sub(1).max(1)
    }

    /// The rows to have in the page, in order: those in sight with some beyond, and the current one wherever it is. Unless `all`,
    /// of those beyond only the ones that are there already.
    fn wanted(&self, keys: &[K], all: bool) -> Vec<(usize, K)> {
        let sight = self.sight(keys.len());
        let place = |y: f64| ((y - sight.origin) / sight.row).max(0.0);
        let first = (place(sight.top).floor() as usize).min(keys.len());
        let last = (place(sight.bottom).ceil() as usize).clamp(first, keys.len()).min(first + AT_MOST);
        self.rows.saw(first, last, self.offset());
        let beyond = ((AT_MOST - (last - first)) / 2).min(BEYOND);
        let range = first.saturating_sub(beyond)..(last + beyond).min(keys.len());
        let mounted = self.mounted.borrow();
        let now = |at: &usize| all || (first..last).contains(at) || mounted.iter().any(|row| row.key == keys[*at]);
        let mut wanted: Vec<(usize, K)> = range.clone().filter(now).map(|at| (at, keys[at])).collect();
        let current = self.rows.current_untracked();
        let pinned = current.and_then(|current| keys.iter().position(|key| *key == current)).filter(|at| !range.contains(at));
        match pinned {
            Some(at) if at < range.start => wanted.insert(0, (at, keys[at])),
            Some(at) => wanted.push((at, keys[at])),
            None => {}
        }
        wanted
    }

    pub fn has_rows(&self) -> bool {
        !self.mounted.borrow().is_empty()
    }

    /// Brings the page in line with the list and the place it is scrolled to.
    pub fn draw(&self) {
        self.draw_rows(true);
    }

    /// The same for the rows in sight: other ones are drawn soon, when the answer stands there.
    pub fn draw_sight(&self) {
        self.draw_rows(false);
    }

    fn draw_rows(&self, all: bool) {
        let keys = self.rows.keys_untracked();
        let wanted = self.wanted(&keys, all);
        let active = active();
        let has_focus = |row: &Mounted<K>| active.as_ref().is_some_and(|active| row.element.contains(Some(active)));
        let mut kept = self.mounted.take();
        let lost = kept.iter().any(|row| has_focus(row) && !wanted.iter().any(|(_, key)| *key == row.key));
        let next: Vec<Mounted<K>> = wanted.into_iter().map(|(at, key)| self.take_or_mount(&mut kept, at, key)).collect();
        drop(kept);
        arrange(&self.spacer, next.iter().map(|row| (&row.element, has_focus(row))).collect());
        self.mounted.replace(next);
        if lost {
            self.owed.set(true);
        }
        if self.owed.get()
            && let Some(element) = self.current_element()
        {
            self.owed.set(false);
            // A row can always take the focus.
            let _ = element.focus();
        }
    }

    /// The current row gets the focus with the next drawing, unless a person is busy elsewhere.
    pub fn owe_focus(&self) {
        let elsewhere = active().is_some_and(|active| !self.body.contains(Some(&active)));
        self.owed.set(!elsewhere);
    }

    fn take_or_mount(&self, kept: &mut Vec<Mounted<K>>, at: usize, key: K) -> Mounted<K> {
        if let Some(found) = kept.iter().position(|row| row.key == key) {
            let row = kept.swap_remove(found);
            if row.at.get_untracked() != at {
                row.at.set(at);
            }
            return row;
        }
        let place = ArcRwSignal::new(at);
        let followed = place.clone();
        let kind = self.kind.clone();
        let handle = self.owner.with(|| mount_to(self.spacer.clone(), move || kind.view(key, followed)));
        let element = self.spacer.last_element_child().expect("a row was just added").unchecked_into();
        Mounted { key, at: place, element, _handle: Box::new(handle) }
    }

    fn current_element(&self) -> Option<HtmlElement> {
        let current = self.rows.current_untracked()?;
        self.mounted.borrow().iter().find(|row| row.key == current).map(|row| row.element.clone())
    }

    /// Scrolls so that the row is in sight, draws, and gives it the focus if wanted.
    pub fn show(&self, at: usize, focus: bool) {
        let sight = self.sight(self.rows.keys_untracked().len());
        let (above, below) = self.margins();
        let top = sight.origin + at as f64 * sight.row;
        let too_low = (top + sight.row - (sight.bottom - below)).max(0.0);
        let too_high = (top - (sight.top + above)).min(0.0);
        let by = if too_high < 0.0 { too_high } else { too_low };
        if by != 0.0 {
            self.scroll_by(by);
        }
        self.draw();
        if focus && let Some(element) = self.current_element() {
            // A row can always take the focus.
            let _ = element.focus();
        }
    }

    /// The list scrolls by itself, or with the page where the sheet lets it grow.
    fn scrolls(&self) -> bool {
        window()
            .get_computed_style(&self.body)
            .ok()
            .flatten()
            .is_none_or(|style| style.get_property_value("overflow-y").is_ok_and(|overflow| overflow != "visible"))
    }

    fn scroll_by(&self, by: f64) {
        if self.scrolls() {
            self.body.set_scroll_top(self.body.scroll_top() + by.round() as i32);
        } else {
            window().scroll_by_with_x_and_y(0.0, by);
        }
    }

    fn offset(&self) -> f64 {
        if self.scrolls() { f64::from(self.body.scroll_top()) } else { window().scroll_y().unwrap_or(0.0) }
    }

    pub fn scroll_to(&self, offset: f64) {
        self.scroll_by(offset - self.offset());
        self.draw();
    }

    /// What covers the edges: the sheet says it as scroll padding, of the list or of the page.
    fn margins(&self) -> (f64, f64) {
        let root = document().document_element();
        let scrolled = if self.scrolls() { Some(self.body.unchecked_ref::<Element>().clone()) } else { root };
        let style = scrolled.and_then(|element| window().get_computed_style(&element).ok().flatten());
        let pixels = |name: &str| {
            let value = style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
            value.trim_end_matches("px").parse().unwrap_or(0.0)
        };
        (pixels("scroll-padding-top"), pixels("scroll-padding-bottom"))
    }
}

/// Puts the elements in order without moving the one that has the focus: a moved element loses it.
fn arrange(parent: &HtmlElement, elements: Vec<(&HtmlElement, bool)>) {
    let mut after: Option<&HtmlElement> = None;
    for (element, has_focus) in elements.into_iter().rev() {
        let next = element.next_element_sibling();
        let in_place = next.as_ref() == after.map(|after| after.unchecked_ref());
        if !in_place && !has_focus {
            // Both are children of this parent.
            let _ = parent.insert_before(element, after.map(|after| after.unchecked_ref()));
        }
        after = Some(element);
    }
}

/// What has the focus; none when nothing has.
pub fn active() -> Option<Element> {
    document().active_element().filter(|active| active.tag_name() != "BODY")
}
