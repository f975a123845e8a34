//! For tests: an in-memory store that runs commands the way the real ones do, and scenarios as text.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use crate::pause::Cancelled;

pub mod memory_store;
pub mod promises;
pub mod scenario;
pub mod store;

pub use memory_store::MemoryStore;
pub use store::{Answers, Store, among, business, candidates, everything};

/// The result of work that does not pause; none if it waits for something, or was given up.
pub fn at_once<T>(work: impl Future<Output = Result<T, Cancelled>>) -> Option<T> {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result.ok(),
        Poll::Pending => None,
    }
}
