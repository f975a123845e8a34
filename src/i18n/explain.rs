//! Why a command was refused, in words. The names come from whoever can look records up.

use domain::commands::Action;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::rejection::{Block, BlockReason, Rejection, Why};
use domain::rights::Right;
use domain::workspace;

use super::{basics, fields, format, inbox, messages, shell, story};
use crate::store::StoreError;

messages! {
    name_or_organization = "Enter a name or an organization" | "Name oder Organisation eingeben" | "Inserisci un nome o un’azienda";
    missing(field) = "Enter {field}" | "{field} eingeben" | "Inserisci {field}";
    too_long(field, limit) = "{field}: at most {limit} characters" | "{field}: höchstens {limit} Zeichen" | "{field}: al massimo {limit} caratteri";
    too_many(field, limit) = "{field}: at most {limit} entries" | "{field}: höchstens {limit} Einträge" | "{field}: al massimo {limit} voci";
    bad_email(text) = "{text} is not an e-mail address. Write it like name@company.com" | "{text} ist keine E-Mail-Adresse. Schreibweise: name@firma.de" | "{text} non è un indirizzo e-mail. Esempio: nome@azienda.it";
    bad_phone(text) = "{text} is not a phone number. Write it like +39 045 555 0142" | "{text} ist keine Telefonnummer. Schreibweise: +49 89 555 0142" | "{text} non è un numero di telefono. Esempio: +39 045 555 0142";
    bad_website(text) = "{text} is not a web address. Write it like company.com" | "{text} ist keine Webadresse. Schreibweise: firma.de" | "{text} non è un indirizzo web. Esempio: azienda.it";
    bad_number = "Value must be a number, such as 48,000" | "Der Wert muss eine Zahl sein, etwa 48.000" | "Il valore deve essere un numero, ad esempio 48.000";
    negative(field) = "{field} can’t be below 0" | "{field} darf nicht unter 0 liegen" | "{field} non può essere inferiore a 0";
    taken = "There is a field of this name already: use it, or choose another name." | "Ein Feld mit diesem Namen gibt es schon: dieses verwenden oder anders benennen." | "Esiste già un campo con questo nome: usa quello o scegli un altro nome.";
    bad_date = "Date must look like 2026-12-31" | "Datum bitte so: 31.12.2026" | "Data nel formato 31/12/2026";
    malformed(field, text) = "{field} can’t be “{text}”" | "{field} kann nicht „{text}“ sein" | "{field} non può essere «{text}»";
    bad_link(field) = "{field}: choose one that still exists" | "{field}: bitte etwas wählen, das noch vorhanden ist" | "{field}: scegli una voce ancora presente";
    choose_one(field) = "{field}: choose one" | "{field}: bitte wählen" | "{field}: da scegliere";
    gone = "This record was removed meanwhile." | "Dieser Datensatz wurde inzwischen entfernt." | "Questa scheda è stata rimossa nel frattempo.";
    already_converted(lead, by, when) = "{lead} was converted already {by}, {when}." | "{lead} wurde bereits {by} konvertiert, {when}." | "{lead} è già stato convertito {by}, {when}.";
    it_became(what) = "It became: {what}." | "Daraus wurde: {what}." | "È diventato: {what}.";
    archived(lead) = "{lead} is archived. Restore it first." | "{lead} ist archiviert. Zuerst wiederherstellen." | "{lead} è archiviato. Prima va ripristinato.";
    changed_meanwhile(name, by, when) = "{name} was changed {by}, {when}. Look again, then confirm." | "{name} wurde {by} geändert, {when}. Noch einmal ansehen, dann bestätigen." | "{name} è stato modificato {by}, {when}. Ricontrolla e conferma.";
    nothing_to_create = "Choose at least one: organization, person or deal" | "Mindestens eins wählen: Organisation, Person oder Deal" | "Scegli almeno uno tra azienda, persona e trattativa";
    convert_instead = "The last status is reached by converting the lead." | "Der letzte Status entsteht durch Konvertieren des Leads." | "L’ultimo stato si raggiunge convertendo il lead.";
    undo_blocked = "Not undone, because something was used or changed since:" | "Nicht zurückgenommen, weil seither etwas benutzt oder geändert wurde:" | "Non ripristinato, perché nel frattempo qualcosa è stato usato o modificato:";
    redo_blocked = "Not redone, because something was changed since:" | "Nicht wiederholt, weil seither etwas geändert wurde:" | "Non ripetuto, perché nel frattempo qualcosa è stato modificato:";
    block_edited(name, field, by) = "{name}: {field} changed {by}" | "{name}: {field} {by} geändert" | "{name}: {field} modificato {by}";
    block_changed(name, by) = "{name} was changed {by}" | "{name} wurde {by} geändert" | "{name} è stato modificato {by}";
    block_linked(kind, name) = "{kind} “{name}” is linked to it by now" | "{kind} „{name}“ ist inzwischen damit verknüpft" | "{kind} «{name}» ora vi è collegato";
    block_removed = "A record was removed since" | "Ein Datensatz wurde seither entfernt" | "Una scheda è stata rimossa nel frattempo";
    more_reasons[n] = "And {n} more." / "And {n} more." | "Und {n} weiterer Grund." / "Und {n} weitere Gründe." | "E un altro motivo." / "E altri {n} motivi.";
    already_undone = "This change was undone already." | "Diese Änderung wurde bereits zurückgenommen." | "Questa modifica è già stata ripristinata.";
    no_receipt = "There is nothing left to undo here." | "Hier gibt es nichts mehr zurückzunehmen." | "Qui non c’è più nulla da ripristinare.";
    deal_closed = "The deal is closed. Reopen it first." | "Der Deal ist abgeschlossen. Zuerst wieder öffnen." | "La trattativa è chiusa. Prima va riaperta.";
    in_use[n] = "{n} other record belongs to it. Remove that first." / "{n} other records belong to it. Remove those first." | "{n} anderer Datensatz gehört dazu. Diesen zuerst entfernen." / "{n} andere Datensätze gehören dazu. Diese zuerst entfernen." | "{n} altra scheda ne fa parte. Prima va rimossa." / "{n} altre schede ne fanno parte. Prima vanno rimosse.";
    may_not_convert = "Your role may not convert leads." | "Ihre Rolle darf keine Leads konvertieren." | "Il tuo ruolo non può convertire lead.";
    may_not_create_person = "Your role may not create people." | "Ihre Rolle darf keine Personen anlegen." | "Il tuo ruolo non può creare persone.";
    may_not_edit_person = "Your role may not change people." | "Ihre Rolle darf keine Personen ändern." | "Il tuo ruolo non può modificare persone.";
    may_not_create_organization = "Your role may not create organizations." | "Ihre Rolle darf keine Organisationen anlegen." | "Il tuo ruolo non può creare aziende.";
    may_not_edit_organization = "Your role may not change organizations." | "Ihre Rolle darf keine Organisationen ändern." | "Il tuo ruolo non può modificare aziende.";
    may_not_create_deal = "Your role may not create deals." | "Ihre Rolle darf keine Deals anlegen." | "Il tuo ruolo non può creare trattative.";
    may_not_edit_deal = "Your role may not change deals." | "Ihre Rolle darf keine Deals ändern." | "Il tuo ruolo non può modificare trattative.";
    may_not_set_up = "Your role may not change the set-up." | "Ihre Rolle darf die Einrichtung nicht ändern." | "Il tuo ruolo non può modificare la configurazione.";
    locks_out = "You would lose the right to change roles, and could not get it back." | "Sie würden das Recht verlieren, Rollen zu ändern, und bekämen es nicht zurück." | "Perderesti il diritto di modificare i ruoli, senza poterlo riavere.";
    needs(step, field) = "“{step}” needs {field}" | "„{step}“ braucht {field}" | "«{step}» richiede {field}";
    same_record = "Choose two different records." | "Bitte zwei verschiedene Datensätze wählen." | "Scegli due schede diverse.";
    kinds_differ(one, other) = "“{one}” and “{other}” are of different kinds: only two people or two organizations can be the same." | "„{one}“ und „{other}“ sind verschiedener Art: Nur zwei Personen oder zwei Organisationen können dieselben sein." | "«{one}» e «{other}» sono di tipo diverso: solo due persone o due aziende possono coincidere.";
    already_merged(into, by, when) = "This record was merged into “{into}” {by}, {when}." | "Dieser Datensatz wurde {by} mit „{into}“ zusammengeführt, {when}." | "Questa scheda è stata unita a «{into}» {by}, {when}.";
    block_merged(by) = "A record was merged with another {by}" | "Ein Datensatz wurde {by} mit einem anderen zusammengeführt" | "Una scheda è stata unita a un’altra {by}";
    in_target(kind, text) = "{kind}: {text}" | "{kind}: {text}" | "{kind}: {text}";

    did_add(what) = "{what} added" | "{what} angelegt" | "{what} aggiunto";
    did_import_records = "Records imported" | "Datensätze importiert" | "Schede importate";
    did_import[n] = "{n} lead imported" / "{n} leads imported" | "{n} Lead importiert" / "{n} Leads importiert" | "{n} lead importato" / "{n} lead importati";
    did_edit(what) = "{what} changed" | "{what} geändert" | "{what} modificato";
    did_remove(what) = "{what} removed" | "{what} entfernt" | "{what} rimosso";
    did_archive[n] = "{n} lead archived" / "{n} leads archived" | "{n} Lead archiviert" / "{n} Leads archiviert" | "{n} lead archiviato" / "{n} lead archiviati";
    did_restore[n] = "{n} lead restored" / "{n} leads restored" | "{n} Lead wiederhergestellt" / "{n} Leads wiederhergestellt" | "{n} lead ripristinato" / "{n} lead ripristinati";
    did_status(status) = "Status set to “{status}”" | "Status auf „{status}“ gesetzt" | "Stato impostato su «{status}»";
    did_convert(name) = "Lead converted to “{name}”" | "Lead in „{name}“ konvertiert" | "Lead convertito in «{name}»";
    did_convert_lead(lead) = "Lead “{lead}” converted" | "Lead „{lead}“ konvertiert" | "Lead «{lead}» convertito";
    did_convert_many[n] = "{n} lead converted" / "{n} leads converted" | "{n} Lead konvertiert" / "{n} Leads konvertiert" | "{n} lead convertito" / "{n} lead convertiti";
    left_in_use[n] = "{n} stays, because it was used or changed since" / "{n} stay, because they were used or changed since" | "{n} bleibt, weil seither benutzt oder geändert" / "{n} bleiben, weil seither benutzt oder geändert" | "{n} resta, perché usato o modificato nel frattempo" / "{n} restano, perché usati o modificati nel frattempo";
    left_undone[n] = "{n} not redone" / "{n} not redone" | "{n} nicht wiederholt" / "{n} nicht wiederholt" | "{n} non ripetuto" / "{n} non ripetuti";
    did_move(deal, stage) = "“{deal}” moved to {stage}" | "„{deal}“ nach {stage} verschoben" | "«{deal}» spostata in {stage}";
    did_win(deal) = "“{deal}” won" | "„{deal}“ gewonnen" | "«{deal}» vinta";
    did_lose(deal) = "“{deal}” lost" | "„{deal}“ verloren" | "«{deal}» persa";
    did_reopen(deal) = "“{deal}” reopened" | "„{deal}“ wieder geöffnet" | "«{deal}» riaperta";
    did_keep_separate(one, other) = "“{one}” and “{other}” kept separate" | "„{one}“ und „{other}“ bleiben getrennt" | "«{one}» e «{other}» restano separati";
    did_keep_many_separate[n] = "{n} pair kept separate" / "{n} pairs kept separate" | "{n} Paar bleibt getrennt" / "{n} Paare bleiben getrennt" | "{n} coppia resta separata" / "{n} coppie restano separate";
    did_merge(kept) = "Merged into “{kept}”" | "Mit „{kept}“ zusammengeführt" | "Unito a «{kept}»";
    did_merge_several(n, kept) = "{n} records merged into “{kept}”" | "{n} Datensätze mit „{kept}“ zusammengeführt" | "{n} schede unite a «{kept}»";
    did_reopen_lead(lead) = "Lead “{lead}” reopened, its results stay" | "Lead „{lead}“ wieder geöffnet, die Ergebnisse bleiben" | "Lead «{lead}» riaperto, i risultati restano";
    did_redo(what) = "Redone: {what}" | "Wiederholt: {what}" | "Ripetuto: {what}";
    did_undo(what) = "Undone: {what}" | "Zurückgenommen: {what}" | "Ripristinato: {what}";
}

/// Says why, one sentence a reason. `name` gives the name of a record.
pub fn rejection(reason: &Rejection, name: &dyn Fn(Id) -> String) -> String {
    match reason {
        Rejection::Field { field: Field::LastName, why: Why::Missing } => name_or_organization().to_owned(),
        Rejection::Field { field, why: problem } => why_of(*field, problem, name),
        Rejection::Target { kind, field, why: problem } => in_target(fields::kind_name(*kind), why_of(*field, problem, name)),
        Rejection::Gone { .. } => gone().to_owned(),
        Rejection::AlreadyConverted { lead, by, at, person, organization, deal } => {
            let said = already_converted(name(*lead), self::by(*by, name), format::moment(*at));
            let became = [deal, person, organization].into_iter().flatten().map(|id| name(*id)).filter(|name| !name.is_empty());
            let became: Vec<String> = became.collect();
            if became.is_empty() { said } else { format!("{said} {}", format::sentence(it_became(became.join(", ")))) }
        }
        Rejection::Archived { lead } => archived(name(*lead)),
        Rejection::ChangedMeanwhile { id, by, at } => changed_meanwhile(name(*id), self::by(*by, name), format::moment(*at)),
        Rejection::NothingToCreate => nothing_to_create().to_owned(),
        Rejection::ConvertInstead { .. } => convert_instead().to_owned(),
        Rejection::UndoBlocked { blocks } => blocked(blocks, false, name),
        Rejection::AlreadyUndone => already_undone().to_owned(),
        Rejection::NoReceipt => no_receipt().to_owned(),
        Rejection::DealClosed { .. } => deal_closed().to_owned(),
        Rejection::InUse { by, .. } => in_use(*by),
        Rejection::NotAllowed { right } => may_not(*right).to_owned(),
        Rejection::LocksOut => locks_out().to_owned(),
        Rejection::SameRecord { .. } => same_record().to_owned(),
        Rejection::KindsDiffer { one, other } => kinds_differ(name(*one), name(*other)),
        Rejection::AlreadyMerged { into, by, at, .. } => already_merged(name(*into), self::by(*by, name), format::moment(*at)),
        Rejection::Required { id, step, field, .. } => {
            let (whose, said) = (name(*id), needs(name(*step), fields::label_of(*field, name)));
            if whose.is_empty() { said } else { in_target(whose, said) }
        }
    }
}

/// R43: what the sender's role lacks.
pub fn may_not(right: Right) -> &'static str {
    match right {
        Right::Convert => may_not_convert(),
        Right::CreatePerson => may_not_create_person(),
        Right::EditPerson => may_not_edit_person(),
        Right::CreateOrganization => may_not_create_organization(),
        Right::EditOrganization => may_not_edit_organization(),
        Right::CreateDeal => may_not_create_deal(),
        Right::EditDeal => may_not_edit_deal(),
        Right::SetUp => may_not_set_up(),
    }
}

/// What is wrong with a standard field's value.
pub fn why(field: Field, problem: &Why) -> String {
    why_of(field, problem, &|_| String::new())
}

/// What is wrong with any field's value; `name` gives the name of a custom one.
pub fn why_of(field: Field, problem: &Why, name: &dyn Fn(Id) -> String) -> String {
    let label = fields::label_of(field, name);
    match (problem, field) {
        (Why::Missing, _) => missing(label),
        (Why::TooLong { limit }, _) => too_long(label, format::count(*limit)),
        (Why::TooMany { limit }, _) => too_many(label, format::count(*limit)),
        (Why::Malformed { text }, Field::Emails) => bad_email(text),
        (Why::Malformed { text }, Field::Phones) => bad_phone(text),
        (Why::Malformed { text }, Field::Website) => bad_website(text),
        (Why::Malformed { .. }, Field::Value) => bad_number().to_owned(),
        (Why::Malformed { .. }, Field::CloseDate | Field::DueDate | Field::BirthDate) => bad_date().to_owned(),
        (Why::Malformed { text }, _) => malformed(label, text),
        (Why::WrongShape, _) => malformed(label, ""),
        // Nothing was chosen yet.
        (Why::BadLink { id }, _) if *id == Id::default() => choose_one(label),
        (Why::BadLink { .. }, _) => bad_link(label),
        (Why::Negative, _) => negative(label),
        (Why::Taken, _) => taken().to_owned(),
    }
}

/// What stands in the way of an undo, or of a redo, a line each.
pub fn blocked(blocks: &[Block], redo: bool, name: &dyn Fn(Id) -> String) -> String {
    let head = if redo { redo_blocked() } else { undo_blocked() };
    let mut lines = vec![head.to_owned()];
    lines.extend(blocks.iter().map(|found| block(found, name)));
    lines.join("\n")
}

/// `by Paolo Serafin`, `by you`.
fn by(member: Id, name: &dyn Fn(Id) -> String) -> String {
    if member == workspace::ME { story::by_you().to_owned() } else { story::by(name(member)) }
}

fn block(block: &Block, name: &dyn Fn(Id) -> String) -> String {
    match (block.reason, block.field) {
        (BlockReason::Edited, Some(field)) => block_edited(name(block.id), fields::label_of(field, name), by(block.by, name)),
        (BlockReason::Edited, None) => block_changed(name(block.id), by(block.by, name)),
        (BlockReason::Linked, _) => block_linked(fields::kind_name(block.kind), name(block.id)),
        (BlockReason::Removed, _) => block_removed().to_owned(),
        (BlockReason::Merged, _) => block_merged(by(block.by, name)),
    }
}

pub fn store_error(error: &StoreError) -> String {
    match error {
        StoreError::Full => shell::err_full().to_owned(),
        StoreError::ConnectionLost => shell::err_lost().to_owned(),
        StoreError::Newer => shell::err_newer().to_owned(),
        StoreError::NotAvailable(_) => shell::err_not_available().to_owned(),
        StoreError::Damaged(_) => shell::err_damaged().to_owned(),
        StoreError::Busy => shell::err_busy().to_owned(),
        StoreError::Other(text) => shell::err_other(text),
    }
}

/// What a run that converts many leads did, or its undo, or its redo: how often it was turned round.
pub fn run(leads: usize, turns: usize) -> String {
    turned(did_convert_many(leads), turns)
}

/// The same of another change in many parts: how many leads it was about.
pub fn many(leads: usize, turns: usize) -> String {
    turned(inbox::changed(leads), turns)
}

fn turned(did: String, turns: usize) -> String {
    match turns {
        0 => did,
        odd if odd % 2 == 1 => did_undo(did),
        _ => did_redo(did),
    }
}

/// What an undo of many took back, and what it could not.
pub fn undone_many(undone: Option<String>, left: usize, turns: usize) -> String {
    let left = if turns % 2 == 1 { left_in_use(left) } else { left_undone(left) };
    undone.map_or_else(|| format!("{left}."), |undone| format!("{undone}. {left}."))
}

/// What was turned round before the store failed, and why it did.
pub fn stopped(done: Option<String>, error: &StoreError) -> String {
    done.map_or_else(|| store_error(error), |done| format!("{done}. {}", store_error(error)))
}

fn redone(of: &Action, name: &dyn Fn(Id) -> String) -> String {
    if matches!(of, Action::Undone { .. }) { action(of, name) } else { did_redo(action(of, name)) }
}

/// What a command did, for toasts and lists of changes.
pub fn action(action: &Action, name: &dyn Fn(Id) -> String) -> String {
    let several = |kind: Kind, count: usize| if count == 1 { fields::kind_name(kind).to_owned() } else { basics::n_records(count) };
    match action {
        Action::Added { kind, count } => did_add(several(*kind, *count)),
        // Contacts and deals alone: the sample brings some.
        Action::Imported { count: 0, .. } => did_import_records().to_owned(),
        Action::Imported { count, .. } => did_import(*count),
        Action::Edited { field: Some(field), count: 1, .. } => did_edit(fields::label_of(*field, name)),
        Action::Edited { kind, count, .. } => did_edit(several(*kind, *count)),
        Action::Removed { kind, count } => did_remove(several(*kind, *count)),
        Action::Archived { count } => did_archive(*count),
        Action::Restored { count } => did_restore(*count),
        Action::StatusSet { status, .. } => did_status(name(*status)),
        Action::Converted { lead, deal, person, organization } | Action::ConvertedInRun { lead, deal, person, organization, .. } => {
            let made = deal.or(*person).or(*organization).map(name).filter(|made| !made.is_empty());
            // What an undo has removed has no name any more.
            made.map_or_else(|| did_convert_lead(name(*lead)), did_convert)
        }
        Action::DealMoved { deal, stage } => did_move(name(*deal), name(*stage)),
        Action::DealWon { deal } => did_win(name(*deal)),
        Action::DealLost { deal } => did_lose(name(*deal)),
        Action::DealReopened { deal } => did_reopen(name(*deal)),
        Action::KeptSeparate { one, other, count: 0 | 1 } => did_keep_separate(name(*one), name(*other)),
        Action::KeptSeparate { count, .. } => did_keep_many_separate(*count),
        Action::Merged { kept, count: 0 | 1, .. } => did_merge(name(*kept)),
        Action::Merged { kept, count, .. } => did_merge_several(format::count(*count), name(*kept)),
        Action::Undone { of, partly: true, .. } if of.converts().is_some() => {
            did_reopen_lead(of.converts().map(|conversion| name(conversion.lead)).unwrap_or_default())
        }
        Action::Undone { of, .. } => match &**of {
            // What was taken back twice is done again.
            Action::Undone { of, .. } => redone(of, name),
            of => did_undo(self::action(of, name)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_chosen_is_not_said_to_be_gone() {
        let stage = |id| why(Field::Stage, &Why::BadLink { id });
        assert_eq!(stage(Id::default()), "Stage: choose one");
        assert_eq!(stage(workspace::STAGE_INCOMING), "Stage: choose one that still exists");
    }
}
