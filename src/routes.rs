//! Every address of the app.
