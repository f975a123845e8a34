//! Words of the list of recent changes.

use super::messages;

messages! {
    last_days = "the last 30 days on this device" | "die letzten 30 Tage auf diesem Gerät" | "gli ultimi 30 giorni su questo dispositivo";
    empty = "Nothing was changed yet" | "Noch wurde nichts geändert" | "Ancora nessuna modifica";
    show_more = "Show more" | "Mehr anzeigen" | "Mostra altro";
    and_more[n] = "and {n} more" / "and {n} more" | "und {n} weiterer" / "und {n} weitere" | "e {n} altro" / "e altri {n}";
    some_undone[n] = "{n} undone" / "{n} undone" | "{n} zurückgenommen" / "{n} zurückgenommen" | "{n} ripristinato" / "{n} ripristinati";
    some_redone[n] = "{n} redone" / "{n} redone" | "{n} wiederholt" / "{n} wiederholt" | "{n} ripetuto" / "{n} ripetuti";
    in_effect_again = "in effect again" | "wieder gültig" | "di nuovo valida";
    undone = "undone" | "zurückgenommen" | "ripristinata";
}
