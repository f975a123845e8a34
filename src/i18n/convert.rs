//! Words of the convert screen.

use super::messages;

messages! {
    title = "convert" | "convert" | "convert";
}
