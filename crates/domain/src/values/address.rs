//! A postal address.

use serde::{Deserialize, Serialize};

/// All parts as written; an unknown part is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    pub street: String,
    pub postal_code: String,
    pub city: String,
    pub region: String,
    pub country: String,
}

impl Address {
    pub fn is_empty(&self) -> bool {
        self.parts().all(str::is_empty)
    }

    pub fn parts(&self) -> impl Iterator<Item = &str> {
        [&self.street, &self.postal_code, &self.city, &self.region, &self.country].into_iter().map(String::as_str)
    }

    /// On one line: `Street, postal code city, region, country`.
    pub fn one_line(&self) -> String {
        let place = format!("{} {}", self.postal_code, self.city);
        let parts = [self.street.as_str(), place.trim(), &self.region, &self.country];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}
