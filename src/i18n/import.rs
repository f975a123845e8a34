//! Words of the import screen.

mod checking;
mod file;
mod matching;
pub mod reasons;
mod running;
pub mod targets;

use super::messages;

pub use checking::*;
pub use file::*;
pub use matching::*;
pub use running::*;

messages! {
    title = "Import leads" | "Leads importieren" | "Importa lead";
    steps = "Steps" | "Schritte" | "Passi";
    step_file = "File" | "Datei" | "File";
    step_match = "Match columns" | "Spalten zuordnen" | "Abbina colonne";
    step_check = "Check" | "Prüfen" | "Controlla";
    step_import = "Import" | "Importieren" | "Importa";
    step_done = "done" | "erledigt" | "completato";
}
