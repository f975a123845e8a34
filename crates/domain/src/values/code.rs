//! Fixed sets of meanings, stored as one byte. Codes are never reused.

/// A closed set of meanings with a stable number each.
pub trait Coded: Copy + PartialEq + 'static {
    /// All members in the order they are offered.
    const ALL: &'static [Self];

    fn code(self) -> u8;

    fn from_code(code: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.code() == code)
    }
}

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($member:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($member),+ }

        impl Coded for $name {
            const ALL: &'static [Self] = &[$(Self::$member),+];

            fn code(self) -> u8 {
                match self { $(Self::$member => $code),+ }
            }
        }
    };
}

coded!(
    /// Who may see a record.
    Visibility { Owner = 0, Team = 1, Everyone = 2 }
);
coded!(
    /// R64-R66: the two tag lists follow from it.
    ContactKind { Contact = 0, Prospect = 1, Customer = 2 }
);
coded!(ActivityKind { Task = 0, Call = 1, Meeting = 2, Email = 3 });
coded!(
    /// R12: a deal stays open until it is won or lost.
    DealStatus { Open = 0, Won = 1, Lost = 2 }
);
coded!(
    /// What a custom field holds (R67). Numbers are in millionths; a person is one of the contacts; a link is a web address.
    FieldType { Text = 0, Number = 1, Money = 2, Date = 3, Choice = 4, MultipleChoice = 5, YesNo = 6, Person = 7, Link = 8 }
);
coded!(
    /// R76, R77: what a note is about decides which contact it follows.
    NoteSubject { Person = 0, Company = 1 }
);
