//! Icons, drawn inside the page: one stroke on a 16 by 16 field, in the colour of the text around them.

use leptos::prelude::*;

macro_rules! icons {
    ($($name:ident $($drawing:literal)+,)*) => {
        /// Which drawing an [`Icon`] shows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum IconName {
            $($name,)*
        }

        impl IconName {
            const fn drawing(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($($drawing),+),)*
                }
            }
        }
    };
}

/// A picture beside words. Alone in a button, the button carries the name: an icon says nothing to a screen reader.
#[component]
pub fn Icon(name: IconName, #[prop(optional)] small: bool, #[prop(optional)] large: bool) -> impl IntoView {
    let class = if small {
        "i i--sm"
    } else if large {
        "i i--lg"
    } else {
        "i"
    };
    view! { <svg class=class aria-hidden="true" focusable="false" viewBox="0 0 16 16" inner_html=name.drawing()></svg> }
}

icons! {
    Alert r#"<path d="M8 2.5 14.3 13.3H1.7z"/><path d="M8 6.5v3M8 11.4v.1"/>"#,
    Approx r#"<path d="M3 6.2c1.7-1.7 3.3-1.7 5 0s3.3 1.7 5 0M3 10.2c1.7-1.7 3.3-1.7 5 0s3.3 1.7 5 0"/>"#,
    Archive r#"<rect x="2" y="3" width="12" height="3" rx="1"/><path d="M3 6v6a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V6M6.5 8.7h3"/>"#,
    Board
        r#"<rect x="2" y="2.5" width="3.4" height="11" rx="1"/>"#
        r#"<rect x="6.3" y="2.5" width="3.4" height="7.5" rx="1"/>"#
        r#"<rect x="10.6" y="2.5" width="3.4" height="9.2" rx="1"/>"#,
    Building
        r#"<path d="M3 13.5V3.5a1 1 0 0 1 1-1h5a1 1 0 0 1 1 1v10M10 6.5h2a1 1 0 0 1 1 1v6M1.8 13.5h12.4M5.5 5.5h2M5.5 8h2M5.5 10.5h2"/>"#,
    Calendar r#"<rect x="2.5" y="3.5" width="11" height="10" rx="1.5"/><path d="M2.5 6.8h11M5.5 2v2.5M10.5 2v2.5"/>"#,
    Chart r#"<path d="M2.5 2.5v11h11"/><path d="M5.5 10.8V8.5M8.3 10.8V5.5M11.1 10.8V7"/>"#,
    Check r#"<path d="m3 8.5 3.2 3.2L13 4.5"/>"#,
    CheckSquare r#"<rect x="2.5" y="2.5" width="11" height="11" rx="2"/><path d="m5.5 8.2 1.8 1.8 3.4-4"/>"#,
    Clock r#"<circle cx="8" cy="8" r="5.5"/><path d="M8 4.8V8l2.2 1.4"/>"#,
    CloudOff r#"<path d="M4.8 5.5a4 4 0 0 1 7.1 2.3 2.5 2.5 0 0 1 1.3 4M10.8 12.7H4.6a3 3 0 0 1-.4-5.9M2.5 2.5l11 11"/>"#,
    CloudOk r#"<path d="M4.6 12.7a3 3 0 0 1-.4-5.9 4 4 0 0 1 7.7 1 2.5 2.5 0 0 1-.3 4.9z"/><path d="m6.3 9.5 1.3 1.3 2.3-2.5"/>"#,
    Columns r#"<rect x="2.5" y="3" width="11" height="10" rx="1.5"/><path d="M6.2 3v10M9.8 3v10"/>"#,
    Convert r#"<path d="M2.5 8h8.5M7.7 4.5 11.2 8l-3.5 3.5M13.5 3v10"/>"#,
    Copy
        r#"<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/>"#
        r#"<path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5"/>"#,
    Down r#"<path d="m4 6 4 4 4-4"/>"#,
    Drag r#"<path d="M6 3.5v.1M10 3.5v.1M6 8v.1M10 8v.1M6 12.5v.1M10 12.5v.1" stroke-width="2"/>"#,
    Eye r#"<path d="M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8z"/><circle cx="8" cy="8" r="1.8"/>"#,
    File r#"<path d="M4 2.5h5l3.5 3.5v7.5H4z"/><path d="M9 2.5V6h3.5"/>"#,
    Filter r#"<path d="M2.5 4h11M4.5 8h7M6.5 12h3"/>"#,
    Flag r#"<path d="M3.5 14V2.5M3.5 3h8l-1.5 2.8L11.5 8.5h-8"/>"#,
    Flow r#"<path d="M2.5 8h9M8.5 5l3 3-3 3"/>"#,
    Gear r#"<path d="M2.5 5h4M10.5 5h3M2.5 11h2.5M9 11h4.5"/><circle cx="8.5" cy="5" r="1.7"/><circle cx="7" cy="11" r="1.7"/>"#,
    Globe r#"<circle cx="8" cy="8" r="5.7"/><path d="M2.3 8h11.4M8 2.3c3.6 3.7 3.6 7.7 0 11.4C4.4 10 4.4 6 8 2.3z"/>"#,
    Inbox
        r#"<path d="M2 9.5 3.6 3.9A1.5 1.5 0 0 1 5 2.8h6a1.5 1.5 0 0 1 1.4 1.1L14 9.5v2.2"#
        r#"a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.7z"/>"#
        r#"<path d="M2 9.5h3.2l.9 1.6h3.8l.9-1.6H14"/>"#,
    Info r#"<circle cx="8" cy="8" r="5.7"/><path d="M8 7.4v3.3M8 5.2v.1"/>"#,
    Keyboard r#"<rect x="1.5" y="4" width="13" height="8" rx="1.5"/><path d="M4 6.5v.1M6.7 6.5v.1M9.3 6.5v.1M12 6.5v.1M5 9.5h6"/>"#,
    Left r#"<path d="m10 4-4 4 4 4"/>"#,
    Link
        r#"<path d="M6.7 9.3a2.7 2.7 0 0 0 3.9 0l2-2a2.7 2.7 0 0 0-3.9-3.9l-.8.8M9.3 6.7"#
        r#"a2.7 2.7 0 0 0-3.9 0l-2 2a2.7 2.7 0 0 0 3.9 3.9l.8-.8"/>"#,
    List r#"<path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1"/>"#,
    Lock r#"<rect x="3" y="7" width="10" height="6.5" rx="1.5"/><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/>"#,
    Mail r#"<rect x="2" y="3.3" width="12" height="9.4" rx="1.5"/><path d="m2.5 4.5 5.5 4 5.5-4"/>"#,
    Menu r#"<path d="M2.5 4h11M2.5 8h11M2.5 12h11"/>"#,
    Moon r#"<path d="M13.3 9.4A5.6 5.6 0 0 1 6.6 2.7a5.6 5.6 0 1 0 6.7 6.7z"/>"#,
    More
        r#"<circle cx="3.5" cy="8" r=".6" fill="currentColor"/>"#
        r#"<circle cx="8" cy="8" r=".6" fill="currentColor"/>"#
        r#"<circle cx="12.5" cy="8" r=".6" fill="currentColor"/>"#,
    Note r#"<path d="M3.5 2.5h9v7.3l-3.7 3.7H3.5z"/><path d="M12.5 9.8H8.8v3.7M5.8 5.3h4.4M5.8 7.7h2.7"/>"#,
    Pencil r#"<path d="m3 13 .6-2.7 7.5-7.5 2.1 2.1-7.5 7.5z"/><path d="m9.7 4.2 2.1 2.1"/>"#,
    Person r#"<circle cx="8" cy="5.2" r="2.7"/><path d="M2.8 13.5c.5-2.6 2.5-4 5.2-4s4.7 1.4 5.2 4"/>"#,
    Phone
        r#"<path d="M5.9 2.7 4.3 2.5a1.4 1.4 0 0 0-1.6 1.6c.6 5 4.2 8.6 9.2 9.2a1.4 1.4 0 0 0 1.6-1.6"#
        r#"l-.2-1.6-2.6-1-1.3 1.3a9 9 0 0 1-3.8-3.8l1.3-1.3z"/>"#,
    Plus r#"<path d="M8 3v10M3 8h10"/>"#,
    Right r#"<path d="m6 4 4 4-4 4"/>"#,
    Search r#"<circle cx="7" cy="7" r="4.3"/><path d="m10.3 10.3 3.2 3.2"/>"#,
    Sort r#"<path d="M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5"/>"#,
    Star r#"<path d="m8 2.3 1.8 3.6 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4-2.9-2.8 4-.6z"/>"#,
    Sync r#"<path d="M13 7A5.2 5.2 0 0 0 3.7 4.8L2.5 6.2M3 9a5.2 5.2 0 0 0 9.3 2.2l1.2-1.4M2.5 3v3.2h3.2M13.5 13V9.8h-3.2"/>"#,
    Tag r#"<path d="M2.5 7.3V3.5a1 1 0 0 1 1-1h3.8L13.7 9l-4.7 4.7z"/><circle cx="5.5" cy="5.5" r=".7"/>"#,
    Trophy
        r#"<path d="M5 2.5h6v4a3 3 0 0 1-6 0zM5 3.8H2.8v1A2.3 2.3 0 0 0 5.1 7M11 3.8h2.2v1"#
        r#"A2.3 2.3 0 0 1 10.9 7M8 9.5v2.3M5.5 13.5h5M6.3 11.8h3.4v1.7H6.3z"/>"#,
    Undo r#"<path d="M3 6.3h6.5a3.5 3.5 0 0 1 0 7H6M5.8 3.5 3 6.3l2.8 2.8"/>"#,
    Up r#"<path d="m4 10 4-4 4 4"/>"#,
    Upload r#"<path d="M8 10.5v-8M5 5.3l3-2.8 3 2.8M2.8 10v2.2a1.3 1.3 0 0 0 1.3 1.3h7.8a1.3 1.3 0 0 0 1.3-1.3V10"/>"#,
    Users
        r#"<circle cx="6" cy="5.5" r="2.3"/>"#
        r#"<path d="M1.8 12.8c.4-2.3 2-3.5 4.2-3.5s3.8 1.2 4.2 3.5M10.5 3.4a2.3 2.3 0 0 1 0 4.2M11.8 9.7c1.3.5 2.1 1.5 2.4 3.1"/>"#,
    X r#"<path d="m4 4 8 8M12 4l-8 8"/>"#,
    XCircle r#"<circle cx="8" cy="8" r="5.7"/><path d="m6 6 4 4M10 6l-4 4"/>"#,
}
