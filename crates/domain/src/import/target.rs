//! What a column of a file can become.

use crate::ids::Id;
use crate::records::Field;
use crate::values::PointKind;

/// How the word of a custom field begins.
const CUSTOM: &str = "custom:";

macro_rules! targets {
    ($($(#[$doc:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// The destination of one column. Where files split a field into columns, so does this list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Target {
            $($(#[$doc])* $name,)+
            /// A field of the workspace's own, by its definition.
            Custom(Id),
        }

        impl Target {
            /// Every standard target in the order it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// A stable name for translations and for remembered matchings.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ Self::Custom(_) => "custom" }
            }
        }
    };
}

targets! {
    Title = "title",
    /// Given and family name in one cell, perhaps with a salutation: "Herr Dr. Max Moser".
    FullName = "full_name",
    /// The same, family name first: "Moser Max".
    FamilyNameFirst = "family_name_first",
    Salutation = "salutation",
    /// "Dr.", "Ing.": joins the salutation.
    NameTitle = "name_title",
    FirstName = "first_name",
    /// Joins the first name.
    MiddleName = "middle_name",
    LastName = "last_name",
    JobTitle = "job_title",
    OrganizationName = "organization_name",
    EmailWork = "email_work",
    EmailHome = "email_home",
    EmailOther = "email_other",
    PhoneWork = "phone_work",
    PhoneMobile = "phone_mobile",
    PhoneHome = "phone_home",
    PhoneFax = "phone_fax",
    PhoneOther = "phone_other",
    Website = "website",
    LinkedIn = "linkedin",
    Facebook = "facebook",
    X = "x",
    Skype = "skype",
    Street = "street",
    /// Joins the street: "Via Roma" and "12".
    HouseNumber = "house_number",
    /// The second line of an address; joins the street.
    StreetMore = "street_more",
    PostalCode = "postal_code",
    City = "city",
    Region = "region",
    Country = "country",
    Industry = "industry",
    ValueAmount = "value_amount",
    ValueCurrency = "value_currency",
    CloseDate = "close_date",
    Source = "source",
    SourceDetail = "source_detail",
    Status = "status",
    /// Yes or no: the other system converted this lead.
    WasConverted = "was_converted",
    Owner = "owner",
    Visibility = "visibility",
    /// Separated by comma, semicolon or line break.
    Tags = "tags",
    BirthDate = "birth_date",
    TaxId = "tax_id",
    Description = "description",
    /// Kept as the text of a note.
    Note = "note",
    /// When the lead came to the other system, or was met at a fair.
    CreatedAt = "created_at",
    ExternalId = "external_id",
    /// Kept in a note as "column: value".
    KeepAsNote = "keep_as_note",
    LeaveOut = "leave_out",
}

impl Target {
    /// The key, and of a custom field which one.
    pub fn word(self) -> String {
        if let Self::Custom(id) = self { format!("{CUSTOM}{id}") } else { self.key().to_owned() }
    }

    /// Reads the key, or the whole word.
    pub fn from_key(key: &str) -> Option<Self> {
        let custom = || key.strip_prefix(CUSTOM)?.parse().ok().map(Self::Custom);
        Self::ALL.iter().copied().find(|target| target.key() == key).or_else(custom)
    }

    /// Whether several columns may go here.
    pub fn takes_many(self) -> bool {
        use Target as T;
        self.point().is_some() || matches!(self, T::Tags | T::Note | T::KeepAsNote | T::LeaveOut | T::StreetMore | T::NameTitle)
    }

    /// The field of the lead a column ends up in; none for notes and for what decides other fields.
    pub fn field(self) -> Option<Field> {
        use Field as F;
        use Target as T;
        Some(match self {
            T::Title => F::Title,
            T::FullName | T::FamilyNameFirst | T::LastName => F::LastName,
            T::Salutation | T::NameTitle => F::Salutation,
            T::FirstName | T::MiddleName => F::FirstName,
            T::JobTitle => F::JobTitle,
            T::OrganizationName => F::OrganizationName,
            T::EmailWork | T::EmailHome | T::EmailOther => F::Emails,
            T::PhoneWork | T::PhoneMobile | T::PhoneHome | T::PhoneFax | T::PhoneOther => F::Phones,
            T::Website => F::Website,
            T::LinkedIn | T::Facebook | T::X | T::Skype => F::Social,
            T::Street | T::HouseNumber | T::StreetMore => F::Address,
            T::PostalCode | T::City | T::Region | T::Country => F::Address,
            T::Industry => F::Industry,
            T::ValueAmount | T::ValueCurrency => F::Value,
            T::CloseDate => F::CloseDate,
            T::Source => F::Source,
            T::SourceDetail => F::SourceDetail,
            T::Status => F::Status,
            T::Owner => F::Owner,
            T::Visibility => F::Visibility,
            T::Tags => F::Tags,
            T::BirthDate => F::BirthDate,
            T::TaxId => F::TaxId,
            T::Description => F::Description,
            T::CreatedAt => F::HappenedAt,
            T::ExternalId => F::ExternalId,
            T::Custom(id) => F::Custom(id),
            T::WasConverted | T::Note | T::KeepAsNote | T::LeaveOut => return None,
        })
    }

    /// The field and kind of an e-mail address, phone number or social media handle.
    pub fn point(self) -> Option<(Field, PointKind)> {
        use Field as F;
        use PointKind as K;
        use Target as T;
        Some(match self {
            T::EmailWork => (F::Emails, K::Work),
            T::EmailHome => (F::Emails, K::Home),
            T::EmailOther => (F::Emails, K::Other),
            T::PhoneWork => (F::Phones, K::Work),
            T::PhoneMobile => (F::Phones, K::Mobile),
            T::PhoneHome => (F::Phones, K::Home),
            T::PhoneFax => (F::Phones, K::Fax),
            T::PhoneOther => (F::Phones, K::Other),
            T::LinkedIn => (F::Social, K::LinkedIn),
            T::Facebook => (F::Social, K::Facebook),
            T::X => (F::Social, K::X),
            T::Skype => (F::Social, K::Skype),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Target;
    use crate::ids::Id;
    use crate::records::{Field, Kind};

    #[test]
    fn keys_are_names_for_good() {
        let keys: HashSet<_> = Target::ALL.iter().map(|target| target.key()).collect();
        assert_eq!(keys.len(), Target::ALL.len());
        for target in Target::ALL {
            assert_eq!(Target::from_key(target.key()), Some(*target));
        }
        let custom = Target::Custom(Id::from_u128(7));
        assert_eq!(Target::from_key(&custom.word()), Some(custom));
    }

    #[test]
    fn every_field_of_a_lead_can_be_imported() {
        let reached: HashSet<Field> = Target::ALL.iter().filter_map(|t| t.field()).collect();
        for field in Kind::Lead.editable() {
            assert!(reached.contains(field), "{field:?}");
        }
        assert!(reached.contains(&Field::Status) && reached.contains(&Field::ExternalId));
    }
}
