//! Words of converting many leads at once.

use super::messages;

messages! {
    title[n] = "Convert {n} lead" / "Convert {n} leads" | "{n} Lead konvertieren" / "{n} Leads konvertieren" | "Converti {n} lead" / "Converti {n} lead";
    convert = "Convert" | "Konvertieren" | "Converti";
    convert_n[n] = "Convert {n} lead" / "Convert {n} leads" | "{n} Lead konvertieren" / "{n} Leads konvertieren" | "Converti {n} lead" / "Converti {n} lead";
    convert_selected[n] = "Convert {n} …" / "Convert {n} …" | "{n} konvertieren …" / "{n} konvertieren …" | "Converti {n} …" / "Converti {n} …";
    hint = "What is set here holds for all. Each lead can be changed in the list." | "Was hier steht, gilt für alle. In der Liste lässt sich jeder Lead einzeln ändern." | "Quanto impostato qui vale per tutti. Nell’elenco si può cambiare ogni lead.";
    for_all = "For all leads" | "Für alle Leads" | "Per tutti i lead";
    plan = "What will happen" | "Was passiert" | "Che cosa succede";
    planning = "Working out what will happen" | "Es wird ermittelt, was passiert" | "Calcolo di che cosa succede";
    make_organizations = "Organizations" | "Organisationen" | "Aziende";
    make_people = "People" | "Personen" | "Persone";
    make_deals = "A deal for each lead" | "Ein Deal je Lead" | "Una trattativa per lead";
    make_tasks = "A follow-up task for each lead" | "Eine Folgeaufgabe je Lead" | "Un compito di follow-up per lead";
    make_notes[n] = "A note with what stays on the lead ({n} lead)" / "A note with what stays on the lead ({n} leads)" | "Eine Notiz mit dem, was im Lead bleibt ({n} Lead)" / "Eine Notiz mit dem, was im Lead bleibt ({n} Leads)" | "Una nota con ciò che resta nel lead ({n} lead)" / "Una nota con ciò che resta nel lead ({n} lead)";
    subject = "Task" | "Aufgabe" | "Compito";
    subject_of(name) = "Follow up with {name}" | "Bei {name} nachfassen" | "Ricontattare {name}";
    subject_hint(mark) = "{mark} stands for the lead’s name" | "{mark} steht für den Namen des Leads" | "{mark} sta per il nome del lead";
    matches = "Who may be there already" | "Wer vielleicht schon da ist" | "Chi forse esiste già";
    attach_or_ask = "Link when certain, else ask" | "Verknüpfen, wenn sicher, sonst fragen" | "Collega se certo, altrimenti chiedi";
    attach_or_create = "Link when certain, else create" | "Verknüpfen, wenn sicher, sonst anlegen" | "Collega se certo, altrimenti crea";
    always_create = "Always create" | "Immer anlegen" | "Crea sempre";
    matches_hint = "Leads of this list that are the same become one record in any case; one person at two companies is asked about." | "Leads dieser Liste, die dasselbe sind, werden in jedem Fall ein Datensatz; nach einer Person bei zwei Organisationen wird gefragt." | "I lead di questo elenco che sono lo stesso diventano comunque una sola scheda; per una persona in due aziende si chiede.";
    owner_keep = "Each lead’s own" | "Wie beim Lead" | "Quello di ogni lead";
    owner_in_turn = "Everyone in turn" | "Alle reihum" | "Tutti a turno";
    filled_all(field) = "{field}, for leads without one" | "{field}, für Leads ohne Angabe" | "{field}, per i lead che non lo hanno";
    fill_all(field, leads) = "{field}, missing in {leads}" | "{field}, fehlt bei {leads}" | "{field}, manca in {leads}";

    all = "All" | "Alle" | "Tutti";
    ready = "Ready" | "Bereit" | "Pronti";
    to_choose = "To choose" | "Zu wählen" | "Da scegliere";
    blocked = "Not possible" | "Nicht möglich" | "Non possibili";
    left_out = "Left out" | "Ausgelassen" | "Esclusi";
    waiting = "Waiting" | "Wartet" | "In attesa";
    converted = "Converted" | "Konvertiert" | "Convertiti";
    refused = "Not converted" | "Nicht konvertiert" | "Non convertiti";
    show = "Show" | "Anzeigen" | "Mostra";
    change = "Change" | "Ändern" | "Modifica";
    choose = "Choose" | "Wählen" | "Scegli";
    change_lead(name) = "Change {name}" | "{name} ändern" | "Modifica {name}";
    more[n] = "Show {n} more" / "Show {n} more" | "{n} weiteren zeigen" / "{n} weitere zeigen" | "Mostra un altro" / "Mostra altri {n}";
    leave_out = "Leave this lead out" | "Diesen Lead auslassen" | "Escludi questo lead";

    new_organization = "new organization" | "neue Organisation" | "nuova azienda";
    shared(leads) = "one new organization for {leads}" | "eine neue Organisation für {leads}" | "una nuova azienda per {leads}";
    new_person = "new person" | "neue Person" | "nuova persona";
    shared_person(leads) = "one new person for {leads}" | "eine neue Person für {leads}" | "una nuova persona per {leads}";
    linked_to(name) = "linked to {name}" | "verknüpft mit {name}" | "collegato a {name}";
    which_organization = "Which organization is it?" | "Welche Organisation ist es?" | "Di quale azienda si tratta?";
    which_person = "Which person is it?" | "Welche Person ist es?" | "Di quale persona si tratta?";
    stays(fields) = "Stays on the lead: {fields}" | "Bleibt im Lead: {fields}" | "Resta nel lead: {fields}";
    stays_noted(fields) = "Becomes a note: {fields}" | "Wird eine Notiz: {fields}" | "Diventa una nota: {fields}";
    deal_named(name) = "deal “{name}”" | "Deal „{name}“" | "trattativa «{name}»";
    together_with(name, percent) = "One with {name} of this list, {percent}" | "Eins mit {name} aus dieser Liste, {percent}" | "Uno con {name} di questo elenco, {percent}";
    link_to(name, percent) = "{name}, {percent}" | "{name}, {percent}" | "{name}, {percent}";

    sum_ready[n] = "{n} will be converted" / "{n} will be converted" | "{n} wird konvertiert" / "{n} werden konvertiert" | "{n} verrà convertito" / "{n} verranno convertiti";
    sum_choose[n] = "{n} to choose" / "{n} to choose" | "{n} offen" / "{n} offen" | "{n} da scegliere" / "{n} da scegliere";
    sum_blocked[n] = "{n} not possible" / "{n} not possible" | "{n} nicht möglich" / "{n} nicht möglich" | "{n} non possibile" / "{n} non possibili";
    sum_skipped[n] = "{n} left out" / "{n} left out" | "{n} ausgelassen" / "{n} ausgelassen" | "{n} escluso" / "{n} esclusi";

    running[n] = "Converting {n} lead" / "Converting {n} leads" | "{n} Lead wird konvertiert" / "{n} Leads werden konvertiert" | "Conversione di {n} lead" / "Conversione di {n} lead";
    may_close = "You can close this; work goes on. Until the app is closed or reloaded, Recent changes shows the result." | "Das Fenster kann geschlossen werden, die Arbeit geht weiter. Bis die App geschlossen oder neu geladen wird, zeigt Letzte Änderungen das Ergebnis." | "Puoi chiudere: il lavoro continua. Finché l’app non viene chiusa o ricaricata, Modifiche recenti mostra il risultato.";
    done_of(done, total) = "{done} of {total} done" | "{done} von {total} fertig" | "{done} di {total} completati";
    seconds_left[n] = "about {n} s left" / "about {n} s left" | "noch etwa {n} s" / "noch etwa {n} s" | "circa {n} s rimanenti" / "circa {n} s rimanenti";
    at_work = "Leads are being converted" | "Leads werden konvertiert" | "Conversione dei lead in corso";
    this_lead = "This lead" | "Dieser Lead" | "Questo lead";
    apart(company) = "Not the {company} of other leads in this list: the web or e-mail domains differ." | "Nicht dieselbe Firma {company} wie bei anderen Leads der Liste: Web- oder E-Mail-Domains sind verschieden." | "Non la stessa {company} di altri lead dell’elenco: i domini web o e-mail sono diversi.";
    stopping = "Stopping: what is being written is finished" | "Wird angehalten: Was gerade geschrieben wird, wird fertig" | "Arresto: si completa quanto si sta scrivendo";
    left_in_the_middle(leads, left) = "Converting {leads} was interrupted: {left} not converted yet" | "Das Konvertieren von {leads} wurde unterbrochen: {left} noch nicht konvertiert" | "La conversione di {leads} è stata interrotta: {left} non ancora convertiti";
    none_ready = "Nothing can be converted yet: choose or fill in what the list asks for." | "Noch lässt sich nichts konvertieren: in der Liste wählen oder ausfüllen, was fehlt." | "Non si può ancora convertire nulla: scegli o compila quanto chiesto nell’elenco.";
    none_ever(why) = "Nothing here can be converted. {why}" | "Hier lässt sich nichts konvertieren. {why}" | "Qui non si può convertire nulla. {why}";
    none_ever_listed = "Nothing here can be converted: the list says why." | "Hier lässt sich nichts konvertieren: Die Liste sagt, warum." | "Qui non si può convertire nulla: l’elenco dice perché.";
    converted_since = "Converted since" | "Inzwischen konvertiert" | "Convertito nel frattempo";
    for_company[n] = "For {n} lead of this company" / "For all {n} leads of this company" | "Für {n} Lead dieser Firma" / "Für alle {n} Leads dieser Firma" | "Per {n} lead di questa azienda" / "Per tutti i {n} lead di questa azienda";
    column_of(what, whose) = "{what} ({whose})" | "{what} ({whose})" | "{what} ({whose})";
    address = "Link" | "Link" | "Link";
    new_or_linked = "New or linked" | "Neu oder verknüpft" | "Nuovo o collegato";
    go_on = "Go on" | "Weitermachen" | "Continua";
    go_on_with[n] = "Go on with {n} left" / "Go on with {n} left" | "Mit {n} übrigen weiter" / "Mit {n} übrigen weiter" | "Continua con {n} rimasto" / "Continua con {n} rimasti";
    ended[n] = "{n} lead converted" / "{n} leads converted" | "{n} Lead konvertiert" / "{n} Leads konvertiert" | "{n} lead convertito" / "{n} lead convertiti";
    sum_converted[n] = "{n} converted" / "{n} converted" | "{n} konvertiert" / "{n} konvertiert" | "{n} convertito" / "{n} convertiti";
    sum_refused[n] = "{n} not converted" / "{n} not converted" | "{n} nicht konvertiert" / "{n} nicht konvertiert" | "{n} non convertito" / "{n} non convertiti";
    sum_waiting[n] = "{n} waiting" / "{n} waiting" | "{n} wartet" / "{n} warten" | "{n} in attesa" / "{n} in attesa";
    made_organizations[n] = "{n} organization" / "{n} organizations" | "{n} Organisation" / "{n} Organisationen" | "{n} azienda" / "{n} aziende";
    made_people[n] = "{n} person" / "{n} people" | "{n} Person" / "{n} Personen" | "{n} persona" / "{n} persone";
    made_deals[n] = "{n} deal" / "{n} deals" | "{n} Deal" / "{n} Deals" | "{n} trattativa" / "{n} trattative";
    made_tasks[n] = "{n} task" / "{n} tasks" | "{n} Aufgabe" / "{n} Aufgaben" | "{n} compito" / "{n} compiti";
    created(what) = "Created: {what}" | "Angelegt: {what}" | "Creati: {what}";
    undo_all[n] = "Undo {n}" / "Undo all {n}" | "{n} rückgängig" / "Alle {n} rückgängig" | "Ripristina {n}" / "Ripristina tutti i {n}";
    download = "Download list" | "Liste herunterladen" | "Scarica elenco";
    file_name(date) = "converted-leads-{date}.csv" | "konvertierte-leads-{date}.csv" | "lead-convertiti-{date}.csv";
    show_result = "Show result" | "Ergebnis zeigen" | "Mostra risultato";
    outcome = "Outcome" | "Ergebnis" | "Esito";
    why = "Why not" | "Warum nicht" | "Perché no";
}
