//! An amount of money: whole minor units and a currency.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Three capital letters of ISO 4217.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Currency([u8; 3]);

impl Currency {
    pub const EUR: Self = Self(*b"EUR");

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the decimal sign (ISO 4217): 0 for JPY, 3 for KWD, else 2.
    pub fn digits(&self) -> u32 {
        const NONE: &[&str] =
            &["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"];
        const THREE: &[&str] = &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
        match self.as_str() {
            code if NONE.contains(&code) => 0,
            code if THREE.contains(&code) => 3,
            _ => 2,
        }
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Currency {
    type Err = ();

    /// A code in any case, or one of the signs € $ £.
    fn from_str(text: &str) -> Result<Self, ()> {
        match text.trim() {
            "€" => Ok(Self::EUR),
            "$" => Ok(Self(*b"USD")),
            "£" => Ok(Self(*b"GBP")),
            code => {
                let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| ())?;
                if bytes.iter().all(u8::is_ascii_alphabetic) { Ok(Self(bytes.map(|b| b.to_ascii_uppercase()))) } else { Err(()) }
            }
        }
    }
}

/// `minor` counts the smallest unit of the currency: 48,000.75 EUR is 4_800_075.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    /// Plain decimal without grouping, for CSV and inputs: `48000.75`.
    pub fn plain(&self) -> String {
        let digits = self.currency.digits();
        let unit = 10_i64.pow(digits);
        let (whole, part) = (self.minor / unit, (self.minor % unit).abs());
        let sign = if self.minor < 0 && whole == 0 { "-" } else { "" };
        match part {
            0 => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}.{part:0width$}", width = digits as usize),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Currency, Money};

    #[test]
    fn plain_form_keeps_every_minor_unit() {
        let eur = |minor| Money { minor, currency: Currency::EUR }.plain();
        assert_eq!([eur(4_800_075), eur(-5), eur(1200), eur(-105)], ["48000.75", "-0.05", "12", "-1.05"]);
        let yen = Money { minor: 1250, currency: "jpy".parse().expect("a code") };
        assert_eq!(yen.plain(), "1250");
    }
}
