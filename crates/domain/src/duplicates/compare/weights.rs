//! What an agreement or a conflict is worth, in tenths of a bit (10 points double the odds).

use super::super::bits::Points;

/// Between these lies an equal first name, by its rarity; a misspelled or untrue one keeps it from more.
pub const FIRST_LEAST: Points = 20;
pub const FIRST_MOST: Points = 90;
pub const LAST_LEAST: Points = 25;
pub const LAST_MOST: Points = 125;
/// Less than equal.
pub const SPELLING: Points = 3;
pub const NICKNAME: Points = 15;
pub const PART: Points = 10;
pub const NEAR: Points = 22;
pub const SWAPPED: Points = 15;
pub const INITIAL: Points = 20;
pub const FIRST_NEIGHBOUR: Points = -50;
pub const FIRST_DIFFERENT: Points = -60;
pub const LAST_DIFFERENT: Points = -60;

pub const EMAIL_EQUAL: Points = 120;
/// Less for each doubling of those who have it.
pub const EMAIL_PER_DOUBLING: Points = 30;
pub const EMAIL_NEAR: Points = 60;
/// Same local part elsewhere: a made-up one, and one made from the name.
pub const LOCAL_EQUAL: Points = 55;
pub const LOCAL_OF_NAME: Points = 15;
pub const EMAIL_DIFFERENT: Points = -8;
pub const EMAIL_OF_ANOTHER: Points = -50;
pub const PHONE_EQUAL: Points = 100;
/// A number is passed on and shared at home more than an address.
pub const PHONE_LESS_THAN_RARE: Points = 30;
pub const PHONE_PER_DOUBLING: Points = 32;
pub const PHONE_NEAR: Points = 45;
pub const PHONE_DIFFERENT: Points = -8;
/// A second identifier of another kind that agrees: those who share one often share both.
pub const SECOND_IDENTIFIER: Points = 30;

pub const TAX_EQUAL: Points = 170;
pub const TAX_NEAR: Points = 90;
pub const TAX_DIFFERENT: Points = -60;
pub const BIRTH_EQUAL: Points = 142;
pub const BIRTH_NEAR: Points = 60;
pub const BIRTH_DIFFERENT: Points = -30;

pub const COMPANY_MOST: Points = 90;
pub const COMPANY_DIFFERENT: Points = -30;
/// Of organizations: names and domains that have nothing in common.
pub const NAMES_DIFFERENT: Points = -60;
pub const DOMAINS_DIFFERENT: Points = -35;
/// A name or a domain that only one organization has says more than its words do.
pub const ORGANIZATION_MOST: Points = 150;
/// A domain that only an organization's people have mail at.
pub const DOMAIN_OF_PEOPLE: Points = 90;
/// Less for a firm's name with its words in another order.
pub const TURNED: Points = 5;
/// Organizations of one town that are at two addresses in it.
pub const TOWN_ONLY: Points = 10;
/// Between persons of one firm an address says little more.
pub const PLACE_BESIDE_COMPANY: Points = 7;
pub const PLACE_DIFFERENT: Points = -15;
pub const PLACE_MOST: Points = 170;

/// Differently named records from which on an address or a number is nobody's own.
pub const SHARED_BY: u32 = 3;
/// And so many, even if the address is made from a name.
pub const MANY_CARRIERS: u32 = 8;
