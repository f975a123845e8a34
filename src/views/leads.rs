//! Leads: the inbox, the record, converting.

mod bulk;
mod convert;
mod inbox;
mod new_lead;
mod record;
pub mod seen;

pub use bulk::BulkHost;
pub use convert::ConvertHost;
pub use inbox::Inbox;
pub use new_lead::NewLeadHost;
pub use record::{LeadPage, inbox_href};
