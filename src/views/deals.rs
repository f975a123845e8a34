//! Deals: the pipeline and the record.

mod board;
mod record;

pub use board::Pipeline;
pub use record::DealPage;
