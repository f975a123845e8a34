//! A value beside what the same work costs without us.

use std::fmt;

use serde_json::json;

pub struct Measurement {
    pub name: &'static str,
    pub value: f64,
    pub unit: &'static str,
    /// The same work, done the plain way in the same run.
    pub reference: f64,
}

impl fmt::Display for Measurement {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = json!({
            "name": self.name,
            "value": rounded(self.value),
            "unit": self.unit,
            "reference": rounded(self.reference),
            "ratio": rounded(self.value / self.reference),
        });
        write!(to, "{line}")
    }
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The middle one: a busy moment of the machine doesn't move it.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The value that `percent` of the values do not exceed.
pub fn percentile(mut values: Vec<f64>, percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get((last * percent).div_ceil(100)).copied().unwrap_or(f64::NAN)
}
