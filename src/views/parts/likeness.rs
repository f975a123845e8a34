//! What speaks for and against two records being the same, in words (B4).

use domain::duplicates::{Candidate, Comparison, Evidence, Group, Label, Limit, LimitFound};
use leptos::prelude::*;

use crate::components::{Icon, IconName};
use crate::i18n::{convert, likeness as words, record};

/// Reasons named where there is little room.
const NAMED: usize = 3;

/// The strongest reasons on one line, then what holds the probability down: "same e-mail, same last name; other place: at most
/// 85%". Comes with the finder, without which there is no candidate:
/// screens ask [`WorkingSet::because`](crate::store::working_set::WorkingSet::because).
pub fn reasons(candidate: &Candidate) -> String {
    let because = candidate.because.iter().take(NAMED).map(|(_, label)| label_word(*label)).collect::<Vec<_>>().join(", ");
    let limit = candidate
        .limit
        .filter(|_| !candidate.is_certain())
        .map(|(limit, most)| words::limited(limit_word(limit), record::percent(most.percent())));
    [Some(because), limit].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// Line by line; the points of the lines add up to the sum below them, which is the percentage shown.
pub fn evidence(comparison: Comparison) -> impl IntoView {
    let percent = comparison.percent();
    let sum = words::sum_means(signed(comparison.points), record::percent(percent));
    view! {
        <ul class="why" aria-label=convert::why>
            {comparison.limits.iter().map(limit_line).collect_view()}
            {comparison.evidence.iter().map(line).collect_view()}
            <li>
                <span class="why__rest strong">{sum}</span>
            </li>
        </ul>
    }
}

fn line(evidence: &Evidence) -> impl IntoView + use<> {
    let Evidence { line, values: (ours, theirs) } = evidence;
    let (class, icon) = match line.points {
        _ if line.group == Group::Prior => ("quiet", IconName::Users),
        _ if line.group == Group::Employee => ("yes", IconName::Check),
        ..=0 => ("no", IconName::X),
        _ if is_equal(line.label) => ("yes", IconName::Check),
        _ => ("near", IconName::Approx),
    };
    let word = label_word(line.label);
    let text = match line.label {
        Label::WorksThere => words::for_certain(theirs),
        label if is_equal(label) || ours == theirs => theirs.clone(),
        _ => words::theirs_ours(theirs, ours),
    };
    view! {
        <li>
            <span class=class><Icon name=icon/></span>
            <span class="why__what"><span class="quiet">{word}</span> <span>{text}</span></span>
            <span class="pts">{signed(line.points)}</span>
        </li>
    }
}

fn limit_line(found: &LimitFound) -> impl IntoView + use<> {
    let most = record::percent(found.most.percent());
    let (ours, theirs) = &found.values;
    let why = limit_word(found.limit);
    let text = if ours == theirs { words::limited(why, most) } else { words::limited_by(why, theirs, ours, most) };
    view! {
        <li>
            <span class="no"><Icon name=IconName::Alert/></span>
            <span class="why__rest">{text}</span>
        </li>
    }
}

fn signed(points: i32) -> String {
    if points > 0 { format!("+{points}") } else { points.to_string().replace('-', "\u{2212}") }
}

/// Both say the same, however they write it.
fn is_equal(label: Label) -> bool {
    use Label::*;
    matches!(
        label,
        FirstNameEqual
            | LastNameEqual
            | EmailEqual
            | PhoneEqual
            | TaxIdEqual
            | BirthDateEqual
            | CompanyEqual
            | DomainEqual
            | AddressEqual
            | StreetEqual
            | LocalityEqual
            | MailboxShared
            | ExchangeShared
            | WorksThere
    )
}

pub fn label_word(label: Label) -> &'static str {
    match label {
        Label::RecordsCompared => words::mostly_others(),
        Label::FirstNameEqual => words::first_name_equal(),
        Label::FirstNameSpelling => words::first_name_spelling(),
        Label::FirstNameNickname => words::first_name_nickname(),
        Label::FirstNamePart => words::first_name_part(),
        Label::FirstNameInitial => words::first_name_initial(),
        Label::FirstNameNear => words::first_name_near(),
        Label::FirstNameDifferent => words::first_name_different(),
        Label::LastNameEqual => words::last_name_equal(),
        Label::LastNameSpelling => words::last_name_spelling(),
        Label::LastNameNear => words::last_name_near(),
        Label::LastNamePart => words::last_name_part(),
        Label::LastNameDifferent => words::last_name_different(),
        Label::EmailEqual => words::email_equal(),
        Label::EmailNear => words::email_near(),
        Label::EmailOtherDomain => words::email_other_domain(),
        Label::EmailDifferent => words::email_different(),
        Label::EmailOfAnother => words::email_of_another(),
        Label::PhoneEqual => words::phone_equal(),
        Label::PhoneNear => words::phone_near(),
        Label::PhoneDifferent => words::phone_different(),
        Label::TaxIdEqual => words::tax_id_equal(),
        Label::TaxIdNear => words::tax_id_near(),
        Label::TaxIdDifferent => words::tax_id_different(),
        Label::BirthDateEqual => words::birth_date_equal(),
        Label::BirthDateNear => words::birth_date_near(),
        Label::BirthDateDifferent => words::birth_date_different(),
        Label::CompanyEqual => words::company_equal(),
        Label::CompanySpelling => words::company_spelling(),
        Label::CompanySimilar => words::company_similar(),
        Label::CompanyDifferent => words::company_different(),
        Label::DomainEqual => words::domain_equal(),
        Label::DomainSimilar => words::domain_similar(),
        Label::DomainDifferent => words::domain_different(),
        Label::MailboxShared => words::mailbox_shared(),
        Label::ExchangeShared => words::exchange_shared(),
        Label::WorksThere => words::works_there(),
        Label::LegalFormDifferent => words::legal_form_different(),
        Label::AddressEqual => words::address_equal(),
        Label::StreetEqual => words::street_equal(),
        Label::LocalityEqual => words::locality_equal(),
        Label::PlaceDifferent => words::place_different(),
    }
}

fn limit_word(limit: Limit) -> &'static str {
    match limit {
        Limit::FirstNameDifferent => words::first_name_different(),
        Limit::GenerationDifferent => words::generation_different(),
        Limit::LastNameDifferent => words::last_name_different(),
        Limit::LastNameUnsure => words::last_name_unsure(),
        Limit::EmailOfAnother => words::email_of_another(),
        Limit::LastNameChanged => words::last_name_changed(),
        Limit::NameAlone => words::name_alone(),
        Limit::NameAtOtherCompany => words::name_at_other_company(),
        Limit::FirstNameUnsure => words::first_name_unsure(),
        Limit::NameIncomplete => words::name_incomplete(),
        Limit::NoName => words::no_name(),
        Limit::TaxIdDifferent => words::tax_id_different(),
        Limit::BirthDateDifferent => words::birth_date_different(),
        Limit::CompanyNameDifferent => words::company_name_different(),
        Limit::CompanyNameAlone => words::company_name_alone(),
        Limit::SisterCompany => words::sister_company(),
        Limit::CompanyElsewhere => words::company_elsewhere(),
        Limit::LegalFormDifferent => words::legal_form_different(),
        Limit::Rivals => words::rivals(),
        Limit::AnotherCertain => words::another_certain(),
    }
}
