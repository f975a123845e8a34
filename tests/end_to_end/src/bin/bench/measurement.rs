//! A value beside what the same work costs without us.

use std::fmt;

use serde_json::json;

pub struct Measurement {
    pub name: String,
    pub value: f64,
    pub unit: &'static str,
    /// The same work, done the plain way in the same run.
    pub reference: f64,
}

impl Measurement {
    /// As soon as it is known: what fails later doesn't take it away.
    pub fn print(&self) {
        println!("{self}");
    }
}

/// `ratio` is value to reference: above 1 is better where the unit is a rate (`rows/s`), below 1 for all else.
/// Null where the reference is 0.
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
pub fn median(values: Vec<f64>) -> f64 {
    percentile(values, 50)
}

/// The value that `percent` of the values do not exceed.
pub fn percentile(mut values: Vec<f64>, percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get((last * percent).div_ceil(100)).copied().unwrap_or(f64::NAN)
}

/// 0 when there is none.
pub fn longest(tasks: &[f64]) -> f64 {
    tasks.iter().copied().fold(0.0, f64::max)
}
