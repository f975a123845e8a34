//! Parts of records that several screens share.
