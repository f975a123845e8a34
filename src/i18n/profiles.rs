//! Words of the conversion profiles: whose way leads are converted, and what that changes.

use domain::commands::convert_lead::Profile;

use super::messages;

messages! {
    label = "Convert as in" | "Konvertieren wie in" | "Converti come in";
    title = "How conversions begin" | "Womit eine Konvertierung beginnt" | "Come inizia una conversione";
    hint = "Each conversion can begin another way: its dialog lets you choose." | "Jede Konvertierung kann anders beginnen: Ihr Dialog lässt die Wahl." | "Ogni conversione può iniziare in un altro modo: si sceglie nella finestra.";
    of_workspace(name) = "{name} (workspace)" | "{name} (Arbeitsbereich)" | "{name} (spazio di lavoro)";

    kontor = "A deal unless you leave it out. Links only who is certain, and adds what the lead knows. The source goes to person and deal." | "Ein Deal, außer Sie lassen ihn weg. Verknüpft nur, wer sicher derselbe ist, und ergänzt, was der Lead weiß. Die Quelle geht an Person und Deal." | "Una trattativa, salvo che tu la escluda. Collega solo chi è certo e aggiunge ciò che il lead sa. L’origine va a persona e trattativa.";
    zendesk_sell = "A deal only if you ask for it. Merges with who is certain, or has the same name and e-mail or phone. The source goes to the deal only; a company alone keeps no phone or e-mail." | "Ein Deal nur auf Wunsch. Führt zusammen, wer sicher derselbe ist oder Namen und E-Mail oder Telefon gemeinsam hat. Die Quelle geht nur an den Deal; ein Unternehmen allein behält weder Telefon noch E-Mail." | "Una trattativa solo su richiesta. Unisce chi è certo, o ha lo stesso nome e la stessa e-mail o lo stesso telefono. L’origine va solo alla trattativa; un’azienda da sola non conserva telefono né e-mail.";
    salesforce = "Always an organization. A deal unless you leave it out. Links the likeliest match and fills only what is empty there. The source goes to person and deal." | "Immer eine Organisation. Ein Deal, außer Sie lassen ihn weg. Verknüpft den wahrscheinlichsten Treffer und füllt dort nur Leeres. Die Quelle geht an Person und Deal." | "Sempre un’azienda. Una trattativa, salvo che tu la escluda. Collega la corrispondenza più probabile e completa solo ciò che lì è vuoto. L’origine va a persona e trattativa.";
    bitrix24 = "You choose each time what is made: person, organization, deal. Links only who is certain. The source goes to the deal." | "Jedes Mal gewählt, was entsteht: Person, Organisation, Deal. Verknüpft nur, wer sicher derselbe ist. Die Quelle geht an den Deal." | "Scegli ogni volta che cosa creare: persona, azienda, trattativa. Collega solo chi è certo. L’origine va alla trattativa.";
    pipedrive = "Always a deal, in a stage you choose. Asks about everyone who may be there already. The source goes to the deal." | "Immer ein Deal, in einer gewählten Phase. Fragt bei allen nach, die es schon geben könnte. Die Quelle geht an den Deal." | "Sempre una trattativa, in una fase a tua scelta. Chiede per chiunque possa già esistere. L’origine va alla trattativa.";
}

/// The systems have the same name in every language.
pub fn name(profile: Profile) -> &'static str {
    match profile {
        Profile::Kontor => "Kontor",
        Profile::ZendeskSell => "Zendesk Sell",
        Profile::Salesforce => "Salesforce",
        Profile::Bitrix24 => "Bitrix24",
        Profile::Pipedrive => "Pipedrive",
    }
}

/// What it changes, in a line.
pub fn what(profile: Profile) -> &'static str {
    match profile {
        Profile::Kontor => kontor(),
        Profile::ZendeskSell => zendesk_sell(),
        Profile::Salesforce => salesforce(),
        Profile::Bitrix24 => bitrix24(),
        Profile::Pipedrive => pipedrive(),
    }
}
