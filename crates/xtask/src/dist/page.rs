//! index.html of the release: no inline script, and a policy that allows none.

use anyhow::{Context, Result, bail};

use super::code::Code;

/// In the page for any web server, and in our own server's header.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// The page of the release: what stands there for Trunk gives way to the files of this build.
pub fn finished(page: &str, sheet: &str, code: &Code) -> Result<String> {
    let links = [
        format!("<link rel=\"stylesheet\" href=\"{sheet}\">"),
        format!("<link rel=\"modulepreload\" href=\"{}\">", code.glue),
        format!("<link rel=\"preload\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>", code.wasm),
        format!("<script type=\"module\" src=\"{}\"></script>", code.start),
    ];
    let kept: Vec<&str> = page.lines().filter(|line| !line.contains("data-trunk")).collect();
    let page = kept.join("\n").replace("</head>", &format!("{}\n</head>", links.join("\n"))) + "\n";
    let page = with_policy(&page)?;
    refuse_inline(&page)?;
    Ok(page)
}

/// The policy comes first: what stands before it is not bound by it.
fn with_policy(page: &str) -> Result<String> {
    let (before, after) = page.split_once("<meta charset=\"utf-8\">").context("index.html states no charset")?;
    Ok(format!("{before}<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{after}"))
}

fn refuse_inline(page: &str) -> Result<()> {
    for forbidden in ["<script>", "<style", " style=", " onclick=", " onload=", "javascript:"] {
        if page.contains(forbidden) {
            bail!("index.html has `{forbidden}`, which its own policy forbids");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\">\n<link data-trunk rel=\"css\" href=\"a.css\">\n</head>";

    fn made() -> String {
        let code = Code { start: "/app/start.js".into(), glue: "/app/kontor.js".into(), wasm: "/app/kontor_bg.wasm".into() };
        finished(PAGE, "/kontor.css", &code).unwrap()
    }

    #[test]
    fn the_files_of_the_build_take_the_place_of_what_trunk_reads() {
        let page = made();
        assert!(!page.contains("data-trunk"), "{page}");
        for name in ["/kontor.css", "/app/start.js", "/app/kontor.js", "/app/kontor_bg.wasm"] {
            assert_eq!(page.matches(name).count(), 1, "{name} in {page}");
        }
    }

    #[test]
    fn the_policy_stands_before_any_script() {
        let page = made();
        assert!(page.find("Content-Security-Policy") < page.find("<script"));
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains('"'));
    }

    #[test]
    fn a_page_that_its_policy_would_break_is_refused() {
        assert!(refuse_inline("<p style=\"color: red\">").is_err());
        assert!(refuse_inline(PAGE).is_ok());
    }
}
