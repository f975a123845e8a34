//! Kontor in the browser: the store on this device, the screens, and the words in three languages.

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod clock;
#[cfg(target_arch = "wasm32")]
pub mod components;
#[cfg(target_arch = "wasm32")]
pub mod dispatch;
#[cfg(target_arch = "wasm32")]
pub mod finder;
pub mod i18n;
pub mod import;
#[cfg(target_arch = "wasm32")]
pub mod pace;
#[cfg(target_arch = "wasm32")]
pub mod routes;
pub mod sample;
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod views;
