//! What can go wrong with the store. Each variant is there because the app does something different about it.

use thiserror::Error;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// Nothing was written; the user must free space.
    #[error("the storage of this device is full")]
    Full,
    /// The browser closed the connection (update, wiped data, crash of its storage): open again.
    #[error("the connection to the database was lost")]
    ConnectionLost,
    /// A newer version of the app wrote this database: it is left untouched.
    #[error("the database was written by a newer version of the app")]
    Newer,
    /// The browser does not let the app store anything (private window, blocked storage).
    #[error("this browser does not allow storage: {0}")]
    NotAvailable(String),
    /// Stored bytes that can't be read.
    #[error("damaged: {0}")]
    Damaged(String),
    /// Other tabs kept writing; the command was not carried out.
    #[error("too busy: other tabs kept writing")]
    Busy,
    #[error("{0}")]
    Other(String),
}
