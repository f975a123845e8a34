//! Journeys through the built app in real browsers: a person's steps, found by role and name as a person finds them.
//!
//! ```ignore
//! both!(a_lead_is_added);
//! async fn a_lead_is_added(app: &mut App) -> Result<()> {
//!     let page = &app.page;
//!     page.open("/leads").await?;
//!     page.click("button", "Add lead").await?;
//!     page.fill("textbox", "Title", "Spring fair").await?;
//!     page.see("Spring fair").await
//! }
//! ```

mod act;
mod app;
mod axe;
mod browser;
mod driver;
mod faults;
mod folder;
mod page;
mod place;
mod wait;

pub use anyhow::Result;
pub use app::{App, Failure, play};
pub use axe::Violation;
pub use browser::Browser;
pub use faults::Fault;
pub use page::{Page, Tab};
pub use place::Place;
pub use thirtyfour::{Key, WebElement};
pub use wait::until;

/// Makes a test for each browser out of a journey: `both!(journey, another_journey);`.
#[macro_export]
macro_rules! both {
    ($($journey:ident),+ $(,)?) => { $($crate::journey!($journey, firefox);)+ };
}

/// The same of what no browser does in its own way: Firefox plays it too when it is asked for by name.
#[macro_export]
macro_rules! alike {
    ($($journey:ident),+ $(,)?) => { $($crate::journey!($journey, firefox_too);)+ };
}

#[doc(hidden)]
#[macro_export]
macro_rules! journey {
    ($journey:ident, $firefox:ident) => {
        mod $journey {
            #[test]
            fn chromium() -> Result<(), $crate::Failure> {
                $crate::play($crate::Browser::Chromium, stringify!($journey), super::$journey)
            }

            #[test]
            fn $firefox() -> Result<(), $crate::Failure> {
                $crate::play($crate::Browser::Firefox, stringify!($journey), super::$journey)
            }
        }
    };
}
