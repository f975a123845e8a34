//! Colours: the palette is in one file.

use super::Finding;

const PALETTE: &str = "style/tokens.css";

const FUNCTIONS: &[&str] = &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

pub fn check(path: &str, text: &str) -> Vec<Finding> {
    if path == PALETTE {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (line, declaration) in declarations(text) {
        if let Some(colour) = raw_colour(&declaration) {
            findings.push(Finding {
                file: path.to_owned(),
                line,
                rule: "raw colour",
                mend: format!("`{colour}`: use a role of {PALETTE}, or add one there"),
            });
        }
    }
    findings
}

/// Everything between `{`, `}` and `;` that ends as a declaration does, with its line. Selectors end with `{`.
fn declarations(text: &str) -> Vec<(usize, String)> {
    let (mut found, mut piece, mut line) = (Vec::new(), String::new(), 1);
    let mut rest = text.chars().peekable();
    while let Some(next) = rest.next() {
        if next == '/' && rest.peek() == Some(&'*') {
            let mut before = ' ';
            for inner in rest.by_ref() {
                line += usize::from(inner == '\n');
                if before == '*' && inner == '/' {
                    break;
                }
                before = inner;
            }
            continue;
        }
        match next {
            ';' | '}' => found.push((line, std::mem::take(&mut piece))),
            '{' => piece.clear(),
            _ => piece.push(next),
        }
        line += usize::from(next == '\n');
    }
    found
}

/// The colours with a name that people reach for.
const NAMES: &[&str] = &["white", "black", "red", "green", "blue", "yellow", "orange", "gray", "grey", "silver", "navy", "teal", "purple"];

fn raw_colour(declaration: &str) -> Option<String> {
    let (_, value) = declaration.split_once(':')?;
    let value = value.to_ascii_lowercase();
    let function = FUNCTIONS.iter().find(|function| {
        value
            .match_indices(**function)
            .any(|(at, _)| !value[..at].ends_with(|before: char| before.is_alphanumeric() || before == '-' || before == '_'))
    });
    if let Some(function) = function {
        return Some((*function).to_owned());
    }
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if let Some(name) = value.split(|c| !is_part(c)).find(|word| NAMES.contains(word)) {
        return Some(name.to_owned());
    }
    value.match_indices('#').find_map(|(at, _)| {
        let word: String = value[at + 1..].chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_colour = matches!(word.len(), 3 | 4 | 6 | 8) && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        (is_colour && !value[..at].ends_with("url(")).then(|| format!("#{word}"))
    })
}

#[cfg(test)]
mod tests {
    use super::super::broken;

    #[test]
    fn raw_colours_are_found_outside_the_palette() {
        for value in ["#fff", "1px solid #0d5b80", "rgb(0 0 0 / 50%)", "light-dark(#fff, var(--a))", "oklch(50% 0 0)", "1px solid white"] {
            let sheet = format!(".a {{\n  color: {value};\n}}\n");
            assert_eq!(broken("style/views/a.css", &sheet), ["2 raw colour"], "{value}");
            assert_eq!(broken("style/tokens.css", &sheet), Vec::<String>::new(), "{value}");
        }
    }

    #[test]
    fn selectors_comments_and_roles_are_no_colours() {
        for sheet in [
            "#add { color: var(--text) }",
            "/* #fff */ a:hover #bad { color: color-mix(in oklab, var(--a), var(--b)) }",
            "a { mask: url(#fed) }",
        ] {
            assert_eq!(broken("style/views/a.css", sheet), Vec::<String>::new(), "{sheet}");
        }
    }
}
