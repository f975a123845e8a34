//! Import: rows of text in, lead drafts and problems out. No file formats, no I/O.
//!
//! [`guess_columns`] and [`guess_formats`] propose how to read a file, a [`RowReader`] reads it row by row.

mod cell_words;
mod context;
mod currencies;
mod custom_cells;
mod full_name;
mod guess_columns;
mod guess_formats;
mod header_words;
mod lead_fields;
mod looks_like;
mod mapping;
mod names;
mod parse_date;
mod parse_money;
mod points;
mod problem;
mod read_row;
mod row;
mod row_reader;
mod synonyms;
mod target;
#[cfg(test)]
mod tests;

pub use cell_words::StatusMeaning;
pub use context::Context;
pub use currencies::parse_currency;
pub use custom_cells::{is_importable, type_of_values};
pub use full_name::{FullName, split_family_name_first, split_full_name};
pub use guess_columns::{ERROR_COLUMN, Guess, How, guess_columns, known_headers};
pub use guess_formats::{Formats, GuessedFormats, guess_formats};
pub use looks_like::is_data;
pub use mapping::{Column, Mapping, MappingProblem, mapping_problems};
pub use names::Names;
pub use parse_date::{DateOrder, parse_date, parse_time};
pub use parse_money::{Decimal, parse_money, reads_either_way};
pub use problem::{Problem, Reason};
pub use read_row::{RowOutcome, read_row};
pub use row_reader::{RowReader, Tally};
pub use target::Target;
