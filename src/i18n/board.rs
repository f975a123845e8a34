//! Words of the board screen.

use super::messages;

messages! {
    title = "board" | "board" | "board";
}
