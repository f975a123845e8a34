//! Words of the dialog that converts a lead.

use domain::records::Kind;

use super::messages;

messages! {
    title = "Convert lead to deal" | "Lead in Deal umwandeln" | "Converti il lead in trattativa";
    convert = "Convert lead" | "Lead konvertieren" | "Converti lead";
    close_esc = "Close (Esc)" | "Schließen (Esc)" | "Chiudi (Esc)";
    who(person, organization) = "{person}, {organization}" | "{person}, {organization}" | "{person}, {organization}";

    edit_lead = "Edit lead details" | "Angaben im Lead bearbeiten" | "Modifica i dati del lead";
    edit_lead_hint = "Corrections are saved in the lead when it is converted." | "Korrekturen werden beim Konvertieren im Lead gespeichert." | "Le correzioni vengono salvate nel lead alla conversione.";

    create(name) = "Create “{name}”" | "„{name}“ anlegen" | "Crea «{name}»";
    nobody_yet = "No one with this e-mail or phone yet" | "Noch niemand mit dieser E-Mail oder Telefonnummer" | "Ancora nessuno con questa e-mail o questo telefono";
    find_another = "Find another …" | "Andere suchen …" | "Cerca altro …";
    find_organization = "Find an organization" | "Organisation suchen" | "Cerca un’azienda";
    find_person = "Find a person" | "Person suchen" | "Cerca una persona";
    no_organization = "No organization" | "Keine Organisation" | "Nessuna azienda";
    no_person = "No person" | "Keine Person" | "Nessuna persona";
    show_more[n] = "Show {n} more" / "Show {n} more" | "{n} weitere anzeigen" / "{n} weitere anzeigen" | "Mostra altro {n}" / "Mostra altri {n}";
    works_here(name) = "{name} works here" | "{name} arbeitet hier" | "{name} lavora qui";
    linked_to_lead = "Linked to this lead" | "Mit diesem Lead verknüpft" | "Collegato a questo lead";
    people[n] = "{n} person" / "{n} people" | "{n} Person" / "{n} Personen" | "{n} persona" / "{n} persone";
    open_deals[n] = "{n} open deal" / "{n} open deals" | "{n} offener Deal" / "{n} offene Deals" | "{n} trattativa aperta" / "{n} trattative aperte";
    won_deals[n] = "{n} won deal" / "{n} won deals" | "{n} gewonnener Deal" / "{n} gewonnene Deals" | "{n} trattativa vinta" / "{n} trattative vinte";
    last_activity(when) = "last activity {when}" | "zuletzt {when}" | "ultima attività {when}";
    match_word = "match" | "Übereinstimmung" | "di corrispondenza";
    why = "Why this is a match" | "Warum das passt" | "Perché corrisponde";
    web_domain = "Web domain" | "Webdomain" | "Dominio web";

    make_deal = "Create a deal" | "Deal anlegen" | "Crea una trattativa";
    new_deal = "New deal" | "Neuer Deal" | "Nuova trattativa";
    add_to_deal(name) = "Add to open deal “{name}”" | "Zum offenen Deal „{name}“ hinzufügen" | "Aggiungi alla trattativa aperta «{name}»";
    deal_name = "Deal name" | "Name des Deals" | "Nome della trattativa";
    who_sees = "Who can see it" | "Wer ihn sehen kann" | "Chi può vederla";
    make_task = "Plan a follow-up task" | "Folgeaufgabe planen" | "Pianifica un compito di follow-up";
    follow_up(name) = "Follow up with {name}" | "Bei {name} nachfassen" | "Ricontattare {name}";
    due = "Due" | "Fällig" | "Scadenza";
    status = "Converted status" | "Konvertierter Status" | "Stato di conversione";

    will_happen = "What will happen" | "Was passiert" | "Che cosa succede";
    as_you_choose = "Changes as you choose" | "Ändert sich mit der Auswahl" | "Cambia con le tue scelte";
    field = "Field" | "Feld" | "Campo";
    lead_says = "Lead says" | "Im Lead" | "Nel lead";
    record_will_say = "Record will say" | "Danach im Datensatz" | "Poi nella scheda";
    where_it_goes = "Where it goes" | "Wohin es geht" | "Dove va";
    existing = "existing" | "vorhanden" | "esistente";
    new = "new" | "neu" | "nuovo";
    set = "set" | "gesetzt" | "impostato";
    unchanged = "same" | "gleich" | "uguale";
    kept = "kept" | "bleibt" | "invariato";
    filled = "filled" | "ergänzt" | "completato";
    added = "added" | "hinzugefügt" | "aggiunto";
    replaced = "replaced" | "ersetzt" | "sostituito";
    promoted = "by the deal" | "durch den Deal" | "con la trattativa";
    stays = "stays on lead" | "bleibt im Lead" | "resta nel lead";
    noted = "kept as note" | "bleibt als Notiz" | "resta come nota";
    changed_now = "changed just now" | "gerade geändert" | "appena modificato";
    use_leads = "use lead’s" | "Wert aus Lead" | "usa quello del lead";
    use_leads_for(field) = "use lead’s: {field}" | "Wert aus Lead: {field}" | "usa quello del lead: {field}";
    keep_own = "keep record’s" | "Wert behalten" | "tieni quello della scheda";
    keep_own_for(field) = "keep record’s: {field}" | "Wert behalten: {field}" | "tieni quello della scheda: {field}";
    keep_note = "keep as note" | "als Notiz behalten" | "tieni come nota";
    keep_note_for(field) = "keep as note: {field}" | "als Notiz behalten: {field}" | "tieni come nota: {field}";
    leave_it = "leave on lead" | "im Lead lassen" | "lascia nel lead";
    leave_it_for(field) = "leave on lead: {field}" | "im Lead lassen: {field}" | "lascia nel lead: {field}";
    carry_hint = "Which of the new records get these values of the lead" | "Welche der neuen Datensätze diese Werte des Leads erhalten" | "Quali delle nuove schede ricevono questi valori del lead";
    keep_in(field, kind) = "keep in {field} ({kind})" | "in {field} behalten ({kind})" | "tieni in {field} ({kind})";
    keep_new(kind) = "new field: {kind}" | "neues Feld: {kind}" | "nuovo campo: {kind}";
    keep_widened(kind) = "also for: {kind}" | "auch bei: {kind}" | "anche per: {kind}";
    keep_for(how, field) = "{how}: {field}" | "{how}: {field}" | "{how}: {field}";
    did_widen(field, kind) = "“{field}” is shown there too: {kind}" | "„{field}“ wird nun auch hier angezeigt: {kind}" | "«{field}» ora si mostra anche qui: {kind}";
    set_up(what) = "{what}. Cancel takes it back." | "{what}. Abbrechen nimmt das zurück." | "{what}. Annulla lo ripristina.";
    other_places = "other field …" | "anderes Feld …" | "altro campo …";
    other_places_for(field) = "other field: {field}" | "anderes Feld: {field}" | "altro campo: {field}";
    depends = "Depends on the choice that is still open" | "Hängt von der noch offenen Auswahl ab" | "Dipende dalla scelta ancora da fare";
    undecided = "not decided yet" | "noch offen" | "da decidere";
    no_field = "No place in the new records" | "Kein Platz in den neuen Datensätzen" | "Nessun posto nelle nuove schede";
    organization_needed(profile) = "{profile} needs an organization: choose one, or enter it in the lead’s details" | "{profile} braucht eine Organisation: eine wählen oder in den Angaben im Lead eintragen" | "{profile} richiede un’azienda: scegline una o inseriscila nei dati del lead";
    which_organization = "Choose which organization it is, or create a new one" | "Wählen, welche Organisation es ist, oder eine neue anlegen" | "Scegli di quale azienda si tratta o creane una nuova";
    which_person = "Choose which person it is, or create a new one" | "Wählen, welche Person es ist, oder eine neue anlegen" | "Scegli di quale persona si tratta o creane una nuova";
    other_profile = "Convert in another way, without a deal." | "Auf andere Art konvertieren, ohne Deal." | "Converti in un altro modo, senza trattativa.";
    choose_stage = "Choose the deal’s stage" | "Phase des Deals wählen" | "Scegli la fase della trattativa";
    choose = "Choose …" | "Wählen …" | "Scegli …";
    always_deal(profile) = "{profile} always makes a deal" | "{profile} legt immer einen Deal an" | "{profile} crea sempre una trattativa";
    deal_needs_name = "Enter a name for the deal" | "Name des Deals eingeben" | "Inserisci un nome per la trattativa";
    task_needs_name = "Enter what is to be done" | "Eingeben, was zu tun ist" | "Inserisci che cosa fare";
    note_line(field, value) = "{field}: {value}" | "{field}: {value}" | "{field}: {value}";
    moved[n] = "{n} note or activity is linked to the new records" / "{n} notes and activities are linked to the new records" | "{n} Notiz oder Aktivität wird mit den neuen Datensätzen verknüpft" / "{n} Notizen und Aktivitäten werden mit den neuen Datensätzen verknüpft" | "{n} nota o attività viene collegata alle nuove schede" / "{n} note e attività vengono collegate alle nuove schede";
    becomes = "The lead becomes converted and read-only. You can undo for 30 days: what was created here is removed, what was filled is emptied again." | "Der Lead wird konvertiert und ist dann schreibgeschützt. 30 Tage lang rückgängig zu machen: Angelegtes wird entfernt, Ergänztes wieder geleert." | "Il lead diventa convertito e in sola lettura. Ripristinabile per 30 giorni: ciò che è stato creato viene rimosso, ciò che è stato completato torna vuoto.";
    nothing_happens = "Nothing is created yet. Choose at least one: organization, person or deal." | "Noch wird nichts angelegt. Mindestens eins wählen: Organisation, Person oder Deal." | "Per ora non viene creato nulla. Scegli almeno uno tra azienda, persona e trattativa.";
    sum_new(kind) = "New: {kind}." | "Neu: {kind}." | "Nuovo: {kind}.";
    sum_existing(name, changes) = "{name}: {changes}." | "{name}: {changes}." | "{name}: {changes}.";
    n_filled[n] = "{n} filled" / "{n} filled" | "{n} ergänzt" / "{n} ergänzt" | "{n} completato" / "{n} completati";
    n_added[n] = "{n} added" / "{n} added" | "{n} hinzugefügt" / "{n} hinzugefügt" | "{n} aggiunto" / "{n} aggiunti";
    n_replaced[n] = "{n} replaced" / "{n} replaced" | "{n} ersetzt" / "{n} ersetzt" | "{n} sostituito" / "{n} sostituiti";
    n_promoted[n] = "{n} changed by the deal" / "{n} changed by the deal" | "{n} durch den Deal geändert" / "{n} durch den Deal geändert" | "{n} cambiato con la trattativa" / "{n} cambiati con la trattativa";
    n_kept[n] = "{n} kept" / "{n} kept" | "{n} bleiben" / "{n} bleiben" | "{n} invariato" / "{n} invariati";
    n_same[n] = "{n} same" / "{n} same" | "{n} gleich" / "{n} gleich" | "{n} uguale" / "{n} uguali";
    n_stay[n] = "{n} value stays on the lead." / "{n} values stay on the lead." | "{n} Wert bleibt im Lead." / "{n} Werte bleiben im Lead." | "{n} valore resta nel lead." / "{n} valori restano nel lead.";

    saved_here = "Saved on this device, can be undone" | "Auf diesem Gerät gespeichert, rückgängig zu machen" | "Salvato su questo dispositivo, ripristinabile";
    saved_offline = "Offline: saved on this device, can be undone" | "Offline: auf diesem Gerät gespeichert, rückgängig zu machen" | "Offline: salvato su questo dispositivo, ripristinabile";
    cannot_yet[n] = "{n} thing stands in the way of converting this lead" / "{n} things stand in the way of converting this lead" | "{n} Punkt steht dem Konvertieren im Weg" / "{n} Punkte stehen dem Konvertieren im Weg" | "{n} punto impedisce di convertire il lead" / "{n} punti impediscono di convertire il lead";
    deal_needs_contact = "Choose an organization or a person for the deal" | "Organisation oder Person für den Deal wählen" | "Scegli un’azienda o una persona per la trattativa";
    choose_found = "Choose the one you found, or another option" | "Die gefundene auswählen oder eine andere Möglichkeit" | "Scegli quella trovata o un’altra opzione";
    draft_kept = "Draft kept: your choices are here when you open the dialog again" | "Entwurf behalten: Die Auswahl ist beim nächsten Öffnen noch da" | "Bozza conservata: le scelte restano per la prossima apertura";
    gone = "This lead was removed meanwhile." | "Dieser Lead wurde inzwischen entfernt." | "Questo lead è stato rimosso nel frattempo.";

    did = "These records were made or completed from the lead." | "Diese Datensätze sind aus dem Lead entstanden oder ergänzt worden." | "Queste schede sono state create o completate dal lead.";
    open_deal = "Open deal" | "Deal öffnen" | "Apri trattativa";
    open_person = "Open person" | "Person öffnen" | "Apri persona";
    open_organization = "Open organization" | "Organisation öffnen" | "Apri azienda";
    made = "created" | "angelegt" | "creata";
    completed = "completed" | "ergänzt" | "completata";
    made_task = "created" | "angelegt" | "creato";
    completed_task = "completed" | "ergänzt" | "completato";
    linked = "linked" | "verknüpft" | "collegato";
}

/// What became of a record: in Italian the word follows its kind.
pub fn became(kind: Kind, new: bool) -> &'static str {
    match (kind, new) {
        (Kind::Activity, true) => made_task(),
        (Kind::Activity, false) => completed_task(),
        (_, true) => made(),
        (_, false) => completed(),
    }
}
