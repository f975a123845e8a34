//! Speed and size with many records, beside a plain loop over all names.

use std::path::Path;

use anyhow::Result;

pub fn bench(_leads: &Path, _contacts: &Path, _records: usize) -> Result<()> {
    Ok(())
}
