//! Words of the import screen.

use super::messages;

messages! {
    title = "import" | "import" | "import";
}
