//! What to do at each status and stage of a new workspace. A workspace's own words take their place.

use domain::ids::Id;
use domain::records::Field;
use domain::workspace as w;

use super::messages;

messages! {
    new = "Find out who is asking and what for, and answer within a day." | "Herausfinden, wer was sucht, und binnen eines Tages antworten." | "Capire chi chiede e che cosa, e rispondere entro un giorno.";
    contacted = "Reach the person, agree on the next conversation and plan it as an activity." | "Die Person erreichen, das nächste Gespräch vereinbaren und als Aktivität planen." | "Raggiungere la persona, concordare il prossimo colloquio e pianificarlo come attività.";
    working = "Clarify need, budget and time, and name the person who decides." | "Bedarf, Budget und Zeitrahmen klären und die entscheidende Person benennen." | "Chiarire esigenza, budget e tempi e individuare chi decide.";
    qualified = "Check value and date, then convert the lead to a deal." | "Wert und Termin prüfen, dann den Lead in einen Deal konvertieren." | "Verificare valore e data, poi convertire il lead in trattativa.";
    converted = "Converting makes an organization, a person and a deal out of this lead. It can be undone." | "Beim Konvertieren entstehen Organisation, Person und Deal aus diesem Lead. Das lässt sich zurücknehmen." | "La conversione crea azienda, persona e trattativa da questo lead. Si può ripristinare.";
    incoming = "Confirm the interest and name the people involved." | "Interesse bestätigen und Beteiligte benennen." | "Confermare l’interesse e individuare le persone coinvolte.";
    needs = "Write down what is needed, by when, and who decides." | "Festhalten, was bis wann gebraucht wird und wer entscheidet." | "Annotare che cosa serve, entro quando e chi decide.";
    proposal = "Send the proposal and agree when to talk it over." | "Angebot senden und Besprechung vereinbaren." | "Inviare la proposta e concordare quando discuterla.";
    negotiation = "Settle the last open points and the date of the order." | "Letzte offene Punkte und den Auftragstermin klären." | "Definire gli ultimi punti aperti e la data dell’ordine.";
}

/// Built-in guidance of a status or stage.
pub fn of(step: Id) -> Option<&'static str> {
    Some(match step {
        w::STATUS_NEW => new(),
        w::STATUS_CONTACTED => contacted(),
        w::STATUS_WORKING => working(),
        w::STATUS_QUALIFIED => qualified(),
        w::STATUS_CONVERTED => converted(),
        w::STAGE_INCOMING | w::STAGE_QUALIFIED => incoming(),
        w::STAGE_NEEDS_ANALYSIS => needs(),
        w::STAGE_PROPOSAL => proposal(),
        w::STAGE_NEGOTIATION => negotiation(),
        _ => return None,
    })
}

/// Built-in key fields of a status or stage.
pub fn key_fields(step: Id) -> &'static [Field] {
    match step {
        w::STATUS_NEW => &[Field::Emails, Field::Phones, Field::Source],
        w::STATUS_CONTACTED => &[Field::OrganizationName, Field::JobTitle, Field::Phones],
        w::STATUS_WORKING => &[Field::Value, Field::CloseDate, Field::Description],
        w::STATUS_QUALIFIED | w::STATUS_CONVERTED => &[Field::OrganizationName, Field::Value, Field::CloseDate],
        w::STAGE_INCOMING | w::STAGE_QUALIFIED | w::STAGE_NEEDS_ANALYSIS | w::STAGE_PROPOSAL | w::STAGE_NEGOTIATION => {
            &[Field::Value, Field::CloseDate, Field::Probability]
        }
        _ => &[],
    }
}
