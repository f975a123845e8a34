//! Where a person looks: the whole page or a part of it, and what can be found and done there.

use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::{By, WebElement};

use crate::wait::until;

const FIND: &str = include_str!("find.js");

/// The page, or one element of it that everything is looked up in.
#[derive(Clone)]
pub struct Place {
    pub(crate) session: Arc<SessionHandle>,
    root: Option<WebElement>,
}

impl Place {
    pub(crate) fn whole(session: Arc<SessionHandle>) -> Self {
        Self { session, root: None }
    }

    /// The inside of an element.
    pub fn within(&self, element: &WebElement) -> Self {
        Self { session: Arc::clone(&self.session), root: Some(element.clone()) }
    }

    /// The inside of the one element of this role and name.
    pub async fn part(&self, role: &str, name: &str) -> Result<Self> {
        Ok(self.within(&self.role(role, name).await?))
    }

    /// The inside of the open dialog of this name.
    pub async fn dialog(&self, name: &str) -> Result<Self> {
        self.part("dialog", name).await
    }

    /// The one element of this role and exactly this accessible name, waited for.
    pub async fn role(&self, role: &str, name: &str) -> Result<WebElement> {
        let mut others = Vec::new();
        let what = format!("one {role} named \"{name}\"");
        let found = until(&what, async || {
            let (mut elements, names) = self.search(role, Some(name)).await?;
            others = names;
            Ok(if elements.len() == 1 { elements.pop() } else { None })
        })
        .await;
        found.with_context(|| format!("there are these of role {role}: {others:?}"))
    }

    /// All elements of this role that are there now, with any name.
    pub async fn roles(&self, role: &str) -> Result<Vec<WebElement>> {
        Ok(self.search(role, None).await?.0)
    }

    /// The accessible names of all elements of this role that are there now.
    pub async fn names(&self, role: &str) -> Result<Vec<String>> {
        Ok(self.search(role, None).await?.1)
    }

    /// Both, as they were at one moment: a page changes between two questions.
    pub async fn named(&self, role: &str) -> Result<Vec<(WebElement, String)>> {
        let (all, names) = self.search(role, None).await?;
        Ok(all.into_iter().zip(names).collect())
    }

    /// Waits until there is no element of this role and name.
    pub async fn no_role(&self, role: &str, name: &str) -> Result<()> {
        let what = format!("no {role} named \"{name}\" any more");
        until(&what, async || Ok(self.search(role, Some(name)).await?.0.is_empty().then_some(()))).await
    }

    /// Waits until there are so many elements of this role, and gives them.
    pub async fn count(&self, role: &str, count: usize) -> Result<Vec<WebElement>> {
        let what = format!("{count} of role {role}");
        until(&what, async || Ok(Some(self.roles(role).await?).filter(|found| found.len() == count))).await
    }

    async fn search(&self, role: &str, name: Option<&str>) -> Result<(Vec<WebElement>, Vec<String>)> {
        let answer = self.script(FIND, vec![self.root()?, json!(role), json!(name)]).await?;
        let (elements, names): (Vec<Value>, Vec<String>) = serde_json::from_value(answer)?;
        let element = |value| Ok(WebElement::from_json(value, Arc::clone(&self.session))?);
        Ok((elements.into_iter().map(element).collect::<Result<_>>()?, names))
    }

    /// What has the focus: its role attribute or tag, and its text or label.
    pub async fn focused(&self) -> Result<String> {
        let script = "const e = document.activeElement; return (e.getAttribute('role') ?? e.tagName.toLowerCase()) \
                      + ' ' + (e.getAttribute('aria-label') ?? e.innerText ?? '').trim();";
        Ok(serde_json::from_value(self.script(script, Vec::new()).await?)?)
    }

    /// Elements by CSS selector, for what has neither role nor name.
    pub async fn css(&self, selector: &str) -> Result<Vec<WebElement>> {
        Ok(match &self.root {
            Some(root) => root.find_all(By::Css(selector)).await?,
            None => self.session.find_all(By::Css(selector)).await?,
        })
    }

    /// All text that is shown here.
    pub async fn text(&self) -> Result<String> {
        let text = self.script("return (arguments[0] ?? document.body).innerText;", vec![self.root()?]).await?;
        Ok(serde_json::from_value(text)?)
    }

    /// Waits until this text is shown.
    pub async fn see(&self, text: &str) -> Result<()> {
        let mut shown = String::new();
        let what = format!("the text \"{text}\"");
        let seen = until(&what, async || {
            shown = self.text().await?;
            Ok(shown.contains(text).then_some(()))
        })
        .await;
        seen.with_context(|| format!("shown is: {shown}"))
    }

    /// Waits until this text is gone.
    pub async fn see_no(&self, text: &str) -> Result<()> {
        let what = format!("no text \"{text}\" any more");
        until(&what, async || Ok((!self.text().await?.contains(text)).then_some(()))).await
    }

    /// Runs a script in the page; a promise that it returns is waited for.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let answer = self.session.execute(script, arguments).await?;
        Ok(answer.json().clone())
    }

    fn root(&self) -> Result<Value> {
        match &self.root {
            Some(element) => Ok(element.to_json()?),
            None => Ok(Value::Null),
        }
    }

    /// An error unless a condition on the page holds, soon: `holds("the list is sorted", "return ...")`.
    pub async fn holds(&self, what: &str, script: &str) -> Result<()> {
        until(what, async || match self.script(script, vec![self.root()?]).await? {
            Value::Bool(holds) => Ok(holds.then_some(())),
            other => bail!("the script answered {other}"),
        })
        .await
    }
}
