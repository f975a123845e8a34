//! Why two records may be the same, or not.

use super::messages;

messages! {
    mostly_others = "most are somebody else" | "die meisten sind jemand anderes" | "di solito è qualcun altro";
    sum_means(points, percent) = "Sum {points}: {percent}" | "Summe {points}: {percent}" | "Somma {points}: {percent}";
    theirs_ours(theirs, ours) = "{theirs} / {ours}" | "{theirs} / {ours}" | "{theirs} / {ours}";
    limited(why, percent) = "{why}: at most {percent}" | "{why}: höchstens {percent}" | "{why}: al massimo {percent}";
    limited_by(why, theirs, ours, percent) = "{why}: {theirs} / {ours}, so at most {percent}" | "{why}: {theirs} / {ours}, daher höchstens {percent}" | "{why}: {theirs} / {ours}, quindi al massimo {percent}";
    looking = "Looking for duplicates …" | "Dubletten werden gesucht …" | "Ricerca di duplicati …";

    first_name_equal = "same first name" | "gleicher Vorname" | "stesso nome";
    first_name_spelling = "first name in another spelling" | "Vorname anders geschrieben" | "nome scritto diversamente";
    first_name_nickname = "short form of the first name" | "Kurzform des Vornamens" | "diminutivo del nome";
    first_name_part = "part of the first name" | "Teil des Vornamens" | "parte del nome";
    first_name_initial = "initial of the first name" | "Anfangsbuchstabe des Vornamens" | "iniziale del nome";
    first_name_near = "first name almost the same" | "Vorname fast gleich" | "nome quasi uguale";
    first_name_different = "different first name" | "anderer Vorname" | "nome diverso";
    last_name_equal = "same last name" | "gleicher Nachname" | "stesso cognome";
    last_name_spelling = "last name in another spelling" | "Nachname anders geschrieben" | "cognome scritto diversamente";
    last_name_near = "last name almost the same" | "Nachname fast gleich" | "cognome quasi uguale";
    last_name_part = "part of the last name" | "Teil des Nachnamens" | "parte del cognome";
    last_name_different = "different last name" | "anderer Nachname" | "cognome diverso";
    email_equal = "same e-mail" | "gleiche E-Mail" | "stessa e-mail";
    email_near = "e-mail almost the same" | "E-Mail fast gleich" | "e-mail quasi uguale";
    email_other_domain = "same e-mail name, other domain" | "gleicher E-Mail-Name, andere Domain" | "stesso nome e-mail, altro dominio";
    email_different = "different e-mail" | "andere E-Mail" | "e-mail diversa";
    email_of_another = "e-mail of somebody else there" | "E-Mail von jemand anderem dort" | "e-mail di un’altra persona";
    phone_equal = "same phone" | "gleiches Telefon" | "stesso telefono";
    phone_near = "phone almost the same" | "Telefon fast gleich" | "telefono quasi uguale";
    phone_different = "different phone" | "anderes Telefon" | "telefono diverso";
    tax_id_equal = "same tax ID" | "gleiche Steuernummer" | "stesso codice fiscale";
    tax_id_near = "tax ID almost the same" | "Steuernummer fast gleich" | "codice fiscale quasi uguale";
    tax_id_different = "different tax ID" | "andere Steuernummer" | "codice fiscale diverso";
    birth_date_equal = "same birth date" | "gleiches Geburtsdatum" | "stessa data di nascita";
    birth_date_near = "birth date almost the same" | "Geburtsdatum fast gleich" | "data di nascita quasi uguale";
    birth_date_different = "different birth date" | "anderes Geburtsdatum" | "data di nascita diversa";
    company_equal = "same organization" | "gleiche Organisation" | "stessa azienda";
    company_spelling = "organization name almost the same" | "Organisationsname fast gleich" | "nome azienda quasi uguale";
    company_similar = "similar organization name" | "ähnlicher Organisationsname" | "nome azienda simile";
    company_different = "different organization" | "andere Organisation" | "azienda diversa";
    domain_equal = "same web domain" | "gleiche Webdomain" | "stesso dominio web";
    domain_similar = "similar web domain" | "ähnliche Webdomain" | "dominio web simile";
    domain_different = "different web domain" | "andere Webdomain" | "dominio web diverso";
    mailbox_shared = "shared mailbox" | "gemeinsames Postfach" | "casella condivisa";
    exchange_shared = "same switchboard" | "gleiche Telefonzentrale" | "stesso centralino";
    works_there = "works there" | "arbeitet dort" | "lavora lì";
    for_certain(name) = "{name}, certain" | "{name}, sicher" | "{name}, certo";
    legal_form_different = "different legal form" | "andere Rechtsform" | "forma giuridica diversa";
    address_equal = "same address" | "gleiche Adresse" | "stesso indirizzo";
    street_equal = "same street" | "gleiche Straße" | "stessa via";
    locality_equal = "same place" | "gleicher Ort" | "stessa località";
    place_different = "different place" | "anderer Ort" | "località diversa";
    generation_different = "junior and senior" | "Junior und Senior" | "junior e senior";
    last_name_changed = "another last name, perhaps by marriage" | "anderer Nachname, vielleicht durch Heirat" | "altro cognome, forse per matrimonio";
    name_alone = "a name alone is no proof" | "ein Name allein ist kein Beweis" | "il solo nome non è una prova";
    name_at_other_company = "same name at another organization" | "gleicher Name bei anderer Organisation" | "stesso nome in un’altra azienda";
    first_name_unsure = "first name not the same for sure" | "Vorname nicht sicher gleich" | "nome non uguale con certezza";
    last_name_unsure = "last name not the same for sure" | "Nachname nicht sicher gleich" | "cognome non uguale con certezza";
    name_incomplete = "name incomplete" | "Name unvollständig" | "nome incompleto";
    no_name = "no name to compare" | "kein Name zum Vergleichen" | "nessun nome da confrontare";
    company_name_different = "different organization name" | "anderer Organisationsname" | "nome azienda diverso";
    company_name_alone = "only the organization’s name agrees" | "nur der Organisationsname stimmt überein" | "coincide solo il nome dell’azienda";
    sister_company = "perhaps a sister company" | "vielleicht eine Schwesterfirma" | "forse un’azienda consorella";
    rivals = "others fit as well" | "andere passen ebenso" | "altri corrispondono altrettanto";
    another_certain = "somebody else fits as surely" | "jemand anderes passt ebenso sicher" | "qualcun altro corrisponde con la stessa certezza";
    company_elsewhere = "organization in another place" | "Organisation an anderem Ort" | "azienda in un altro luogo";
}
