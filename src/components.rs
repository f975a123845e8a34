//! Widgets that know nothing of CRM.
