//! Words of the inbox screen.

use super::messages;

messages! {
    title = "inbox" | "inbox" | "inbox";
}
