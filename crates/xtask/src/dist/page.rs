//! index.html of the release: no inline script, and a policy that allows none.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::digest;

/// In the page for any web server, and in our own server's header.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// Moves Trunk's inline scripts into files and writes the policy into the page.
pub fn make_strict(dist: &Path) -> Result<()> {
    let file = dist.join("index.html");
    let page = fs::read_to_string(&file).context("Trunk wrote no index.html")?;
    let (page, scripts) = extract_scripts(&page)?;
    for (name, script) in scripts {
        fs::write(dist.join(name), script)?;
    }
    let page = with_policy(&page)?;
    refuse_inline(&page)?;
    fs::write(&file, page)?;
    Ok(())
}

/// The page with a reference in place of each inline script, and the files they go to.
fn extract_scripts(page: &str) -> Result<(String, Vec<(String, String)>)> {
    let mut result = String::with_capacity(page.len());
    let mut scripts = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find("<script") {
        let (before, tag) = rest.split_at(start);
        let (open, after) = tag.split_once('>').context("a script tag is not closed")?;
        let (content, after) = after.split_once("</script>").context("a script has no end")?;
        result.push_str(before);
        if open.contains("src=") {
            result.push_str(&format!("{open}></script>"));
        } else {
            let content = content.trim();
            let name = format!("start-{}.js", digest::of(content.as_bytes()));
            result.push_str(&format!("{open} src=\"/{name}\"></script>"));
            scripts.push((name, format!("{content}\n")));
        }
        rest = after;
    }
    result.push_str(rest);
    Ok((result, scripts))
}

/// The policy comes first: what stands before it is not bound by it.
fn with_policy(page: &str) -> Result<String> {
    let (before, after) = page.split_once("<meta charset=\"utf-8\">").context("index.html states no charset")?;
    Ok(format!("{before}<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{after}"))
}

fn refuse_inline(page: &str) -> Result<()> {
    for forbidden in ["<style", " style=", " onclick=", " onload=", "javascript:"] {
        if page.contains(forbidden) {
            bail!("index.html has `{forbidden}`, which its own policy forbids");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\"><script type=\"module\">\nimport a from '/a.js';\n</script></head>";

    #[test]
    fn an_inline_script_becomes_a_file_named_by_its_content() {
        let (page, scripts) = extract_scripts(PAGE).unwrap();
        let (name, script) = &scripts[0];
        assert_eq!(script, "import a from '/a.js';\n");
        assert!(page.contains(&format!("<script type=\"module\" src=\"/{name}\"></script>")), "{page}");
        assert!(digest::is_in_name(name));
    }

    #[test]
    fn the_policy_stands_before_any_script() {
        let page = with_policy(PAGE).unwrap();
        assert!(page.find("Content-Security-Policy") < page.find("<script"));
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains('"'));
    }

    #[test]
    fn a_page_that_its_policy_would_break_is_refused() {
        assert!(refuse_inline("<p style=\"color: red\">").is_err());
        assert!(refuse_inline(PAGE).is_ok());
    }
}
