//! Import: rows of text in, lead drafts and problems out. No file formats, no I/O.
