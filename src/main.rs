//! The program the browser starts.

#[cfg(target_arch = "wasm32")]
fn main() {
    kontor::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Kontor runs in a browser: cargo xtask run");
}
