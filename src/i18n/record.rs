//! Words of the record screen.

use super::messages;

messages! {
    title = "record" | "record" | "record";
}
