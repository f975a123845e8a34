//! Currencies as people write them in cells: ISO 4217 codes, signs and a few words.

use crate::text::fold;
use crate::values::Currency;

/// The codes in use. A word of three letters that isn't here is no currency ("net", "ca.").
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD \
    HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL \
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD \
    RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD \
    UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

const WORDS: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("$", "USD"),
    ("us$", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("fr", "CHF"),
    ("sfr", "CHF"),
    ("franken", "CHF"),
    ("zł", "PLN"),
    ("kč", "CZK"),
    ("ft", "HUF"),
];

/// "EUR", "eur", "€", "Euro", "Fr.".
pub fn parse_currency(text: &str) -> Option<Currency> {
    let text = text.trim().trim_end_matches('.');
    let upper = text.to_uppercase();
    let word = || {
        let lower = text.to_lowercase();
        WORDS.iter().find(|(word, _)| *word == lower || *word == fold(text))
    };
    let code = match CODES.split(' ').find(|code| *code == upper) {
        Some(code) => code,
        None => word()?.1,
    };
    code.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{CODES, WORDS, parse_currency};

    #[test]
    fn codes_signs_and_words() {
        for (text, code) in [("eur", "EUR"), (" € ", "EUR"), ("US$", "USD"), ("Fr.", "CHF"), ("Zł", "PLN")] {
            assert_eq!(parse_currency(text).unwrap().as_str(), code, "{text}");
        }
        for none in ["net", "", "ca.", "5", "EURO5"] {
            assert_eq!(parse_currency(none), None, "{none}");
        }
    }

    #[test]
    fn every_word_means_a_code_in_use() {
        for (_, code) in WORDS {
            assert!(CODES.split(' ').any(|known| known == *code), "{code}");
        }
        assert!(CODES.split(' ').all(|code| code.len() == 3));
    }
}
