//! Social media handles: where a handle or an address points.

use super::{ContactPoint, PointKind};

impl ContactPoint {
    /// The page of a social media handle; none for kinds that have no page.
    pub fn social_url(&self) -> Option<String> {
        let handle = self.value.trim_start_matches('@');
        if handle.starts_with("https://") || handle.starts_with("http://") {
            return Some(handle.to_owned());
        }
        match self.kind {
            PointKind::X => Some(format!("https://x.com/{handle}")),
            PointKind::Facebook => Some(format!("https://www.facebook.com/{handle}")),
            PointKind::LinkedIn => Some(format!("https://www.linkedin.com/in/{handle}")),
            _ => None,
        }
    }
}
