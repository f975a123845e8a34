//! Words of the dialog that merges two records, and of what keeps them apart.

use super::messages;

messages! {
    merge = "Merge" | "Zusammenführen" | "Unisci";
    merge_with(name) = "Merge with {name}" | "Mit {name} zusammenführen" | "Unisci con {name}";
    convert_together = "Convert both together" | "Beide zusammen konvertieren" | "Converti insieme entrambi";
    not_the_same = "Not the same" | "Nicht dasselbe" | "Non è lo stesso";
    keep_separate(name) = "{name} is not the same: keep separate" | "{name} ist nicht dasselbe: getrennt halten" | "{name} non è lo stesso: tieni separato";
    title_people(n) = "Merge {n} people" | "{n} Personen zusammenführen" | "Unisci {n} persone";
    title_organizations(n) = "Merge {n} organizations" | "{n} Organisationen zusammenführen" | "Unisci {n} aziende";
    hint = "One record stays, and everything that belongs to the other comes to it. Can be undone." | "Ein Datensatz bleibt, und alles, was zum anderen gehört, kommt zu ihm. Lässt sich zurücknehmen." | "Una scheda resta e riceve tutto ciò che appartiene all’altra. Si può ripristinare.";
    hint_many = "One record stays, and everything that belongs to the others comes to it. One change, and one undo." | "Ein Datensatz bleibt, und alles, was zu den anderen gehört, kommt zu ihm. Eine Änderung, die sich mit einem Schritt zurücknehmen lässt." | "Una scheda resta e riceve tutto ciò che appartiene alle altre. Una sola modifica, che si ripristina in un passo.";
    which_stays = "Which record stays" | "Welcher Datensatz bleibt" | "Quale scheda resta";
    why = "Why they may be the same" | "Warum sie dasselbe sein können" | "Perché possono essere lo stesso";
    values = "What the record will say" | "Was danach im Datensatz steht" | "Che cosa conterrà la scheda";
    stays = "stays" | "bleibt" | "resta";
    goes = "merged into it" | "geht darin auf" | "confluisce";
    value_of(field) = "Whose {field}" | "Wessen {field}" | "Di chi: {field}";
    moved_deals[n] = "{n} deal" / "{n} deals" | "{n} Deal" / "{n} Deals" | "{n} trattativa" / "{n} trattative";
    moved_people[n] = "{n} person" / "{n} people" | "{n} Person" / "{n} Personen" | "{n} persona" / "{n} persone";
    moved_leads[n] = "{n} lead" / "{n} leads" | "{n} Lead" / "{n} Leads" | "{n} lead" / "{n} lead";
    moved_stories[n] = "{n} note or activity" / "{n} notes and activities" | "{n} Notiz oder Aktivität" / "{n} Notizen und Aktivitäten" | "{n} nota o attività" / "{n} note e attività";
    come_along(what) = "Comes along: {what}" | "Kommt mit: {what}" | "Si aggiungono: {what}";
    lost_kept = "Values that are not taken are kept in a note." | "Nicht übernommene Werte bleiben in einer Notiz." | "I valori non ripresi restano in una nota.";
    said_separate(who, when) = "{who} said on {when} that these are not the same." | "{who} hat am {when} gesagt, dass dies nicht dasselbe ist." | "{who} ha detto il {when} che non sono lo stesso.";
}
