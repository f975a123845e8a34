//! Words of the settings screen.

use super::messages;

messages! {
    title = "settings" | "settings" | "settings";
}
