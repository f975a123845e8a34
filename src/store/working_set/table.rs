//! The records of one kind at their places, packed, each with the words it is searched by.

use std::collections::BTreeMap;

use domain::ids::Id;
use domain::records::Record;

use super::unpack;
use crate::store::pages::{Packed, Place};

#[derive(Debug, Default)]
pub struct Table {
    places: Vec<Option<Stored>>,
    /// Who stood at the places that are empty now.
    removed: BTreeMap<u32, Id>,
    len: usize,
    built_in: Vec<Record>,
}

#[derive(Debug)]
struct Stored {
    packed: Packed,
    search: Box<str>,
}

impl Table {
    pub fn put(&mut self, slot: u32, packed: Packed, search: String) {
        self.removed.remove(&slot);
        let place = self.place(slot);
        let new = place.replace(Stored { packed, search: search.into() }).is_none();
        self.len += usize::from(new);
    }

    pub fn remove(&mut self, slot: u32, id: Id) {
        let gone = self.place(slot).take().is_some();
        self.len -= usize::from(gone);
        self.removed.insert(slot, id);
    }

    /// A place of a loaded page that no record ever had.
    pub fn leave_empty(&mut self, slot: u32) {
        self.place(slot);
    }

    fn place(&mut self, slot: u32) -> &mut Option<Stored> {
        let at = slot as usize;
        if self.places.len() <= at {
            self.places.resize_with(at + 1, || None);
        }
        &mut self.places[at]
    }

    pub fn built_in(&mut self, record: Record) {
        self.built_in.push(record);
    }

    pub fn built_in_record(&self, id: Id) -> Option<&Record> {
        self.built_in.iter().find(|record| record.id == id)
    }

    pub fn built_ins(&self) -> impl Iterator<Item = &Record> {
        self.built_in.iter()
    }

    pub fn get(&self, slot: u32) -> Option<Record> {
        let place = self.places.get(slot as usize)?.as_ref()?;
        unpack(&place.packed).ok()
    }

    pub fn search_text(&self, slot: u32) -> &str {
        self.places.get(slot as usize).and_then(Option::as_ref).map_or("", |place| &place.search)
    }

    /// Slots in use with the words they are searched by.
    pub fn searchable(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..).zip(&self.places).filter_map(|(slot, place)| place.as_ref().map(|place| (slot, &*place.search)))
    }

    pub fn records(&self) -> impl Iterator<Item = Record> {
        self.places.iter().flatten().filter_map(|place| unpack(&place.packed).ok())
    }

    pub fn len(&self) -> usize {
        self.len
    }

    /// The place of the next new record. Removed records keep theirs, so it never goes back.
    pub fn next_slot(&self) -> u32 {
        self.places.len() as u32
    }

    /// One page's worth of places, from `first` on.
    pub fn places(&self, first: u32, count: u32) -> Vec<Place> {
        let page = (first..).zip(self.places.iter().skip(first as usize).take(count as usize));
        page.map(|(slot, place)| match (place, self.removed.get(&slot)) {
            (Some(place), _) => Place::Taken(place.packed.clone()),
            (None, Some(id)) => Place::Removed(*id),
            (None, None) => Place::Empty,
        })
        .collect()
    }
}
