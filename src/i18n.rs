//! Every word of the app in English, German and Italian. A message without one of the three does not compile.
//!
//! A message is a function: `<h1>{inbox::title}</h1>` shows it and follows a change of language.

pub mod agenda;
pub mod amounts;
pub mod basics;
pub mod board;
pub mod bulk;
pub mod changes;
pub mod contacts;
pub mod convert;
pub mod custom_fields;
pub mod deal;
pub mod duplicate_rules;
pub mod duplicates;
pub mod explain;
pub mod fields;
pub mod format;
pub mod guidance;
pub mod import;
pub mod inbox;
mod lang;
pub mod likeness;
pub mod merging;
pub mod new_lead;
pub mod palette;
pub mod path;
pub mod profiles;
pub mod record;
pub mod rights;
pub mod settings;
pub mod shell;
pub mod shortcuts;
pub mod steps;
pub mod story;
#[cfg(target_arch = "wasm32")]
pub mod when;

pub use lang::{Lang, current, set};

/// A message without arguments.
pub type Message = fn() -> &'static str;

/// Declares messages, one a line, the three languages side by side:
/// `name = "en" | "de" | "it";`, with arguments `name(who) = "Call {who}" | …;`,
/// with a count `name[n] = "one" / "other" | …;` where `{n}` is the count in the user's number format.
macro_rules! messages {
    () => {};
    ($key:ident = $en:literal | $de:literal | $it:literal; $($rest:tt)*) => {
        pub fn $key() -> &'static str {
            $crate::i18n::current().choose($en, $de, $it)
        }
        $crate::i18n::messages!($($rest)*);
    };
    ($key:ident($($arg:ident),+) = $en:literal | $de:literal | $it:literal; $($rest:tt)*) => {
        pub fn $key($($arg: impl std::fmt::Display),+) -> String {
            match $crate::i18n::current() {
                $crate::i18n::Lang::En => format!($en),
                $crate::i18n::Lang::De => format!($de),
                $crate::i18n::Lang::It => format!($it),
            }
        }
        $crate::i18n::messages!($($rest)*);
    };
    ($key:ident[$n:ident] = $en1:literal / $en:literal | $de1:literal / $de:literal | $it1:literal / $it:literal; $($rest:tt)*) => {
        pub fn $key($n: usize) -> String {
            let one = $n == 1;
            #[allow(unused_variables)] // some "one" forms need no number
            let $n = $crate::i18n::format::count($n);
            match ($crate::i18n::current(), one) {
                ($crate::i18n::Lang::En, true) => format!($en1),
                ($crate::i18n::Lang::En, false) => format!($en),
                ($crate::i18n::Lang::De, true) => format!($de1),
                ($crate::i18n::Lang::De, false) => format!($de),
                ($crate::i18n::Lang::It, true) => format!($it1),
                ($crate::i18n::Lang::It, false) => format!($it),
            }
        }
        $crate::i18n::messages!($($rest)*);
    };
}
pub(crate) use messages;
