//! Words of the list of recent changes.

use super::messages;

messages! {
    last_days = "the last 30 days on this device" | "die letzten 30 Tage auf diesem Gerät" | "gli ultimi 30 giorni su questo dispositivo";
    empty = "Nothing was changed yet" | "Noch wurde nichts geändert" | "Ancora nessuna modifica";
    show_more = "Show more" | "Mehr anzeigen" | "Mostra altro";
    undone = "undone" | "zurückgenommen" | "ripristinata";
}
