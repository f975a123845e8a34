//! Words of the frame around every screen.

use super::messages;

messages! {
    app = "Kontor" | "Kontor" | "Kontor";
    main_nav = "Main" | "Hauptnavigation" | "Principale";
    skip = "Skip to the content" | "Zum Inhalt springen" | "Vai al contenuto";
    inbox = "Lead inbox" | "Lead-Eingang" | "Lead in arrivo";
    inbox_short = "Leads" | "Leads" | "Lead";
    pipeline = "Pipeline" | "Pipeline" | "Pipeline";
    import = "Import" | "Importieren" | "Importa";
    changes = "Recent changes" | "Letzte Änderungen" | "Modifiche recenti";
    nothing_to_undo = "Nothing to undo from this visit" | "Aus diesem Besuch gibt es nichts zurückzunehmen" | "Di questa visita non c’è nulla da ripristinare";
    settings = "Settings" | "Einstellungen" | "Impostazioni";
    search_or_run = "Search or run" | "Suche, Befehle" | "Cerca o esegui";
    search_hint = "Search or run a command" | "Suchen oder Befehl ausführen" | "Cerca o esegui un comando";
    more = "More" | "Mehr" | "Altro";
    search = "Search" | "Suche" | "Cerca";
    due[n] = "{n} due" / "{n} due" | "{n} fällig" / "{n} fällig" | "{n} in scadenza" / "{n} in scadenza";
    notifications = "Notifications" | "Benachrichtigungen" | "Notifiche";
    saved_here = "Saved on this device" | "Auf diesem Gerät gespeichert" | "Salvato su questo dispositivo";
    saved_here_hint = "Works without a network" | "Funktioniert ohne Netz" | "Funziona senza rete";
    offline = "Offline – keep working" | "Offline – weiterarbeiten möglich" | "Offline – puoi continuare";
    err_read = "The lead list could not be read. Your data has not been changed." | "Die Lead-Liste ließ sich nicht lesen. Ihre Daten sind unverändert." | "Impossibile leggere l’elenco dei lead. I tuoi dati non sono cambiati.";
    copied = "Copied" | "Kopiert" | "Copiato";
    loading = "Loading …" | "Wird geladen …" | "Caricamento …";
    loading_of(done, total) = "Loading, {done} of {total}" | "Wird geladen, {done} von {total}" | "Caricamento, {done} di {total}";
    part_missing = "This part of Kontor has not been loaded yet." | "Dieser Teil von Kontor ist noch nicht geladen." | "Questa parte di Kontor non è ancora caricata.";
    part_missing_text = "There is no connection. It goes on by itself as soon as there is one." | "Es besteht keine Verbindung. Sobald es eine gibt, geht es von selbst weiter." | "Non c’è connessione. Appena torna, si continua da soli.";
    not_found = "There is nothing here" | "Hier ist nichts" | "Qui non c’è nulla";
    not_found_text = "The address leads to nothing, or the record was removed." | "Die Adresse führt ins Leere, oder der Datensatz wurde entfernt." | "L’indirizzo non porta a nulla, oppure la scheda è stata rimossa.";
    to_inbox = "Go to Leads" | "Zu den Leads" | "Vai ai lead";
    to_pipeline = "Go to Pipeline" | "Zur Pipeline" | "Vai alla pipeline";
    to_people = "Go to People" | "Zu den Personen" | "Vai alle persone";
    to_organizations = "Go to Organizations" | "Zu den Organisationen" | "Vai alle aziende";
    update_ready = "A new version of Kontor is ready." | "Eine neue Version von Kontor ist bereit." | "È pronta una nuova versione di Kontor.";
    update_now = "Reload now" | "Jetzt neu laden" | "Ricarica ora";
    closed_for_update = "Kontor was updated in another tab. Reload to go on." | "Kontor wurde in einem anderen Tab aktualisiert. Zum Weiterarbeiten neu laden." | "Kontor è stato aggiornato in un’altra scheda. Ricarica per continuare.";
    err_full = "Not saved: storage is full. Your text is still here." | "Nicht gespeichert: Speicher voll. Ihr Text ist noch da." | "Non salvato: memoria piena. Il testo è ancora qui.";
    err_lost = "Not saved: the connection to the database was lost. Try again." | "Nicht gespeichert: Die Verbindung zur Datenbank ging verloren. Bitte erneut versuchen." | "Non salvato: connessione al database persa. Riprova.";
    err_newer = "A newer version of Kontor wrote this data. Reload to get that version; the data is untouched." | "Eine neuere Version von Kontor hat diese Daten geschrieben. Neu laden holt diese Version; die Daten sind unverändert." | "Questi dati sono di una versione più recente di Kontor. Ricarica per ottenerla; i dati sono intatti.";
    err_not_available = "This browser does not allow Kontor to store data. Private windows and blocked site data are the usual reasons." | "Dieser Browser lässt Kontor keine Daten speichern. Meist liegt es an einem privaten Fenster oder gesperrten Websitedaten." | "Questo browser non permette a Kontor di salvare dati. Di solito dipende da una finestra privata o da dati dei siti bloccati.";
    err_damaged = "Part of the stored data could not be read. Nothing has been changed." | "Ein Teil der gespeicherten Daten ließ sich nicht lesen. Es wurde nichts verändert." | "Parte dei dati salvati non è leggibile. Nulla è stato modificato.";
    err_busy = "Not saved: other tabs kept writing. Try again." | "Nicht gespeichert: Andere Tabs schreiben gerade. Bitte erneut versuchen." | "Non salvato: altre schede stanno scrivendo. Riprova.";
    err_other(text) = "Not saved: {text}" | "Nicht gespeichert: {text}" | "Non salvato: {text}";
}
