//! Mounts the app.

pub fn mount() {}
