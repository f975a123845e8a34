//! Numbers, money, dates and times as the user's region writes them, by the browser's own tables.

use domain::stamp::Millis;
use domain::values::{Date, Money};

/// A sentence that ends with an abbreviation (`S.a.s.`) ends with one full stop.
pub fn sentence(text: String) -> String {
    text.strip_suffix("..").filter(|rest| !rest.ends_with('.')).map_or_else(|| text.clone(), |rest| format!("{rest}."))
}

/// A whole number with grouping.
pub fn count(n: usize) -> String {
    number(n as f64)
}

#[cfg(target_arch = "wasm32")]
mod intl {
    use std::cell::RefCell;

    use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use crate::i18n::{Lang, current};

    thread_local! {
        /// Formatters are dear to make and cheap to use.
        static CACHE: RefCell<Vec<(Key, Function)>> = const { RefCell::new(Vec::new()) };
    }

    type Key = (Lang, &'static str, String);

    fn locale(lang: Lang) -> Array {
        // The region of the browser, where it fits the language.
        let wanted = web_sys::window().and_then(|window| window.navigator().language()).filter(|tag| Lang::from_tag(tag) == Some(lang));
        let tag = wanted.unwrap_or_else(|| lang.choose("en-US", "de-DE", "it-IT").to_owned());
        Array::of1(&tag.into())
    }

    fn options(pairs: &[(&str, &str)]) -> Object {
        let options = Object::new();
        for (key, value) in pairs {
            let value = value.parse::<f64>().map_or_else(|_| JsValue::from_str(value), JsValue::from_f64);
            // Setting a plain property can't fail.
            let _ = Reflect::set(&options, &JsValue::from_str(key), &value);
        }
        options
    }

    fn call(key: Key, make: impl FnOnce(&Array) -> Function, value: &JsValue) -> String {
        let found = CACHE.with_borrow(|cache| cache.iter().find(|(have, _)| *have == key).map(|(_, function)| function.clone()));
        let function = found.unwrap_or_else(|| {
            let function = make(&locale(key.0));
            CACHE.with_borrow_mut(|cache| cache.push((key, function.clone())));
            function
        });
        function.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    pub fn number(value: f64, kind: &'static str, pairs: &[(&str, &str)]) -> String {
        let extra = pairs.iter().map(|(_, value)| *value).collect::<String>();
        call((current(), kind, extra), |locale| Intl::NumberFormat::new(locale, &options(pairs)).format(), &value.into())
    }

    pub fn date(millis: f64, kind: &'static str, pairs: &[(&str, &str)]) -> String {
        let date = JsDate::new(&millis.into());
        call((current(), kind, String::new()), |locale| Intl::DateTimeFormat::new(locale, &options(pairs)).format(), date.unchecked_ref())
    }
}

#[cfg(target_arch = "wasm32")]
pub fn number(value: f64) -> String {
    intl::number(value, "number", &[("useGrouping", "always")])
}

/// With all decimals of a number that is held in millionths.
#[cfg(target_arch = "wasm32")]
pub fn decimal(value: f64) -> String {
    intl::number(value, "number", &[("useGrouping", "always"), ("maximumFractionDigits", "6")])
}

/// With the currency; without minor units when there are none.
#[cfg(target_arch = "wasm32")]
pub fn money(money: Money) -> String {
    let digits = money.currency.digits();
    let unit = 10_f64.powi(digits as i32);
    let whole = money.minor % 10_i64.pow(digits) == 0;
    let digits = if whole { "0".to_owned() } else { digits.to_string() };
    let pairs = [
        ("style", "currency"),
        ("currency", money.currency.as_str()),
        ("useGrouping", "always"),
        ("minimumFractionDigits", &digits),
        ("maximumFractionDigits", &digits),
    ];
    intl::number(money.minor as f64 / unit, "money", &pairs)
}

/// `5 Nov 2026`
#[cfg(target_arch = "wasm32")]
pub fn date(date: Date) -> String {
    intl::date(date.to_millis() as f64, "date", &[("dateStyle", "medium"), ("timeZone", "UTC")])
}

/// `Thu 5 Nov`
#[cfg(target_arch = "wasm32")]
pub fn weekday(date: Date) -> String {
    intl::date(date.to_millis() as f64, "weekday", &[("weekday", "short"), ("day", "numeric"), ("month", "short"), ("timeZone", "UTC")])
}

/// `November 2026`
#[cfg(target_arch = "wasm32")]
pub fn month(date: Date) -> String {
    intl::date(date.to_millis() as f64, "month", &[("month", "long"), ("year", "numeric"), ("timeZone", "UTC")])
}

/// A moment in local time: `5 Nov 2026, 14:00`.
#[cfg(target_arch = "wasm32")]
pub fn moment(at: Millis) -> String {
    intl::date(at as f64, "moment", &[("dateStyle", "medium"), ("timeStyle", "short")])
}

/// Minutes after midnight: `14:00`.
#[cfg(target_arch = "wasm32")]
pub fn time_of_day(minutes: i64) -> String {
    intl::date((minutes * 60_000) as f64, "time", &[("timeStyle", "short"), ("timeZone", "UTC")])
}

#[cfg(not(target_arch = "wasm32"))]
pub fn number(value: f64) -> String {
    value.to_string()
}

#[cfg(not(target_arch = "wasm32"))]
pub fn decimal(value: f64) -> String {
    value.to_string()
}

#[cfg(not(target_arch = "wasm32"))]
pub fn money(money: Money) -> String {
    format!("{} {}", money.currency.as_str(), money.plain())
}

#[cfg(not(target_arch = "wasm32"))]
pub fn date(date: Date) -> String {
    date.to_string()
}

#[cfg(not(target_arch = "wasm32"))]
pub fn moment(at: Millis) -> String {
    Date::from_millis(at).to_string()
}
