//! The project's own tools: set-up, release build, local server, checks. The end-to-end tests use them too.

pub mod commands;
pub mod dist;
pub mod programs;
pub mod serve;
pub mod setup;
pub mod tidy;
pub mod workspace;
