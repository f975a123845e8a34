//! Words of what statuses and stages need (B12).

use super::messages;

messages! {
    title = "Statuses and stages" | "Status und Phasen" | "Stati e fasi";
    hint = "What a lead or a deal must have before it gets there. Conversions name what is missing." | "Was ein Lead oder Deal haben muss, bevor er dorthin kommt. Beim Konvertieren wird gesagt, was fehlt." | "Che cosa deve avere un lead o una trattativa prima di arrivarci. La conversione dice che cosa manca.";
    read_only = "Your role may look at this, not change it." | "Ihre Rolle darf das ansehen, aber nicht ändern." | "Il tuo ruolo può vedere, non modificare.";
    statuses = "Statuses of leads" | "Status der Leads" | "Stati dei lead";
    stages_of(pipeline) = "Stages of the pipeline “{pipeline}”" | "Phasen der Pipeline „{pipeline}“" | "Fasi della pipeline «{pipeline}»";
    needs_nothing = "Needs no field" | "Braucht kein Feld" | "Nessun campo richiesto";
    needs(fields) = "Needs: {fields}" | "Braucht: {fields}" | "Richiede: {fields}";
    lead_needs = "A lead gets there only with" | "Ein Lead kommt nur dorthin mit" | "Un lead ci arriva solo con";
    deal_needs = "A deal gets there only with" | "Ein Deal kommt nur dorthin mit" | "Una trattativa ci arriva solo con";
    add_status = "Add converted status" | "Konvertierten Status hinzufügen" | "Aggiungi stato di conversione";
    did_add_status(name) = "Converted status “{name}” added" | "Konvertierter Status „{name}“ hinzugefügt" | "Stato di conversione «{name}» aggiunto";
    did_remove_status(name) = "Converted status “{name}” removed" | "Konvertierter Status „{name}“ entfernt" | "Stato di conversione «{name}» rimosso";
    did_need(step, field) = "“{step}” now needs {field}" | "„{step}“ braucht jetzt {field}" | "«{step}» ora richiede {field}";
    did_free(step, field) = "“{step}” no longer needs {field}" | "„{step}“ braucht {field} nicht mehr" | "«{step}» non richiede più {field}";
}
