//! One style sheet out of style/**, in the order that style/main.css states with `@import`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// Writes target/style/kontor.css, where index.html and Trunk find it.
pub fn bundle() -> Result<()> {
    let style = workspace::root().join("style");
    let mut seen = Vec::new();
    let sheet = read(&style.join("main.css"), &mut seen)?;
    for file in workspace::files_below(&style)? {
        if file.extension().is_some_and(|kind| kind == "css") && !seen.contains(&file.canonicalize()?) {
            bail!("{} is in no @import: add it to style/main.css", file.display());
        }
    }
    let place = self::sheet();
    fs::create_dir_all(place.parent().expect("a file is in a folder"))?;
    // Unchanged content keeps its time, so that nothing is rebuilt for it.
    if fs::read_to_string(&place).ok().as_deref() != Some(sheet.as_str()) {
        fs::write(&place, sheet)?;
    }
    Ok(())
}

/// Where the bundled sheet is.
pub fn sheet() -> PathBuf {
    workspace::scratch().join("style/kontor.css")
}

fn read(file: &Path, seen: &mut Vec<PathBuf>) -> Result<String> {
    let whole = file.canonicalize().with_context(|| format!("{} is missing", file.display()))?;
    if seen.contains(&whole) {
        bail!("{} is imported twice", file.display());
    }
    seen.push(whole);
    let text = without_comments(&fs::read_to_string(file)?);
    let folder = file.parent().expect("a file is in a folder");
    let mut sheet = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("@import") {
            None => sheet.push_str(line),
            Some(rest) => {
                let import = Import::parse(rest).with_context(|| format!("{}: `{line}`", file.display()))?;
                let inner = read(&folder.join(import.file), seen)?;
                sheet.push_str(&import.wrapped(&inner));
            }
        }
        sheet.push('\n');
    }
    Ok(sheet)
}

struct Import<'a> {
    file: &'a str,
    layer: Option<&'a str>,
}

impl<'a> Import<'a> {
    /// `"file.css";`, `url(file.css);`, each with or without `layer(name)`.
    fn parse(rest: &'a str) -> Result<Self> {
        let rest = rest.trim().strip_suffix(';').context("an @import is one line that ends with a semicolon")?;
        let (file, after) = match rest.strip_prefix("url(") {
            Some(inner) => inner.split_once(')').context("url( is not closed")?,
            None => {
                let inner = rest.strip_prefix('"').context("the file stands between double quotes")?;
                inner.split_once('"').context("the quote is not closed")?
            }
        };
        let layer = match after.trim() {
            "" => None,
            words => Some(
                words.strip_prefix("layer(").and_then(|inner| inner.strip_suffix(')')).context("only layer(name) may follow the file")?,
            ),
        };
        Ok(Self { file: file.trim_matches('"'), layer })
    }

    fn wrapped(&self, sheet: &str) -> String {
        match self.layer {
            Some(layer) => format!("@layer {layer} {{\n{sheet}}}"),
            None => sheet.to_owned(),
        }
    }
}

/// Comments go; text within quotes stays as it is.
fn without_comments(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    let mut quote = None;
    while let Some(next) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest[2..].split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        match quote {
            Some(open) if next == open => quote = None,
            None if next == '"' || next == '\'' => quote = Some(next),
            _ => {}
        }
        result.push(next);
        rest = &rest[next.len_utf8()..];
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_names_a_file_and_perhaps_a_layer() {
        let plain = Import::parse(r#" "components/button.css";"#).unwrap();
        assert_eq!((plain.file, plain.layer), ("components/button.css", None));
        let layered = Import::parse(" url(base.css) layer(base);").unwrap();
        assert_eq!((layered.file, layered.layer), ("base.css", Some("base")));
        assert!(Import::parse(r#" "print.css" print;"#).is_err());
    }

    #[test]
    fn comments_go_and_quoted_text_stays() {
        let text = "a { content: \"/* no */\" } /* yes */ b { color: red }";
        assert_eq!(without_comments(text), "a { content: \"/* no */\" }  b { color: red }");
    }

    #[test]
    fn sheets_come_in_the_stated_order() {
        let folder = std::env::temp_dir().join(format!("kontor-style-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("main.css"), "@layer a, b;\n@import \"b.css\" layer(b);\n@import \"a.css\";\n").unwrap();
        fs::write(folder.join("a.css"), "/* a */\n  i { margin: 0 }\n").unwrap();
        fs::write(folder.join("b.css"), "b { margin: 0 }\n").unwrap();
        let sheet = read(&folder.join("main.css"), &mut Vec::new()).unwrap();
        fs::remove_dir_all(folder).unwrap();
        assert_eq!(sheet, "@layer a, b;\n@layer b {\nb { margin: 0 }\n}\ni { margin: 0 }\n\n");
    }
}
