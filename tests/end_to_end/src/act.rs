//! What a person does: clicks, typing, choosing, dragging.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::components::SelectElement;
use thirtyfour::{Key, TypingData, WebElement};

use crate::place::Place;
use crate::wait::until;

impl Place {
    /// Clicks the one element of this role and name.
    pub async fn click(&self, role: &str, name: &str) -> Result<()> {
        // It may still move, or be replaced by the next rendering.
        until(&format!("a click on {role} \"{name}\""), async || {
            self.role(role, name).await?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Two clicks with nothing between them, as of an impatient person.
    pub async fn double_click(&self, role: &str, name: &str) -> Result<()> {
        let element = self.role(role, name).await?;
        element.scroll_into_view().await?;
        Ok(self.session.action_chain().double_click_element(&element).perform().await?)
    }

    /// Two clicks on one spot, as far apart as a person's: the page may have put something else there by then.
    pub async fn slow_double_click(&self, role: &str, name: &str) -> Result<()> {
        let element = self.role(role, name).await?;
        element.scroll_into_view().await?;
        // A movement takes a quarter of a second.
        Ok(self.session.action_chain().click_element(&element).move_by_offset(0, 0).click().perform().await?)
    }

    /// Puts a text in place of what the field has, key by key.
    pub async fn fill(&self, role: &str, name: &str, text: &str) -> Result<()> {
        let field = self.role(role, name).await?;
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(if text.is_empty() { Key::Delete + "" } else { text.into() }).await?;
        Ok(())
    }

    /// Chooses the option of this text in a `select` of this name.
    pub async fn choose(&self, name: &str, option: &str) -> Result<()> {
        let field = self.role("combobox", name).await?;
        SelectElement::new(&field).await?.select_by_exact_text(option).await?;
        Ok(())
    }

    /// Puts a day (`2031-03-14`) into the date field whose label begins so. Each browser wants it typed another way.
    pub async fn fill_date(&self, label: &str, day: &str) -> Result<()> {
        let script = "const [label, day, ...fields] = arguments;
            const field = fields.find((field) => field.labels[0]?.textContent.trim().startsWith(label));
            if (!field) return false;
            field.value = day;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return true;";
        until(&format!("a date field labelled \"{label}\""), async || {
            let fields = self.css("input[type=date]").await?;
            let fields = fields.iter().map(WebElement::to_json).collect::<Result<Vec<_>, _>>()?;
            let answer = self.script(script, [vec![json!(label), json!(day)], fields].concat()).await?;
            Ok((answer == true).then_some(()))
        })
        .await
    }

    /// Gives a file to the only file field here; such fields are often hidden behind a button.
    pub async fn choose_file(&self, file: &Path) -> Result<()> {
        let file = file.canonicalize().with_context(|| format!("{} is missing", file.display()))?;
        let field = until("a field for a file", async || Ok(self.css("input[type=file]").await?.pop())).await?;
        field.send_keys(file.to_string_lossy().as_ref()).await?;
        Ok(())
    }

    /// Types into whatever has the focus: `"n"`, `Key::Escape + ""`, `Key::Control + "k"`.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        let focused = self.session.active_element().await?;
        focused.send_keys(keys).await?;
        Ok(())
    }

    /// Presses a key as a person does: what is sent to a date field would be its value.
    pub async fn tap(&self, key: Key) -> Result<()> {
        Ok(self.session.action_chain().key_down(key.clone()).key_up(key).perform().await?)
    }

    /// Holds a key down on whatever has the focus, so that it repeats itself.
    pub async fn hold_down(&self, key: Key) -> Result<()> {
        let keys = (0..12).fold(self.session.action_chain(), |keys, _| keys.key_down(key.clone()));
        Ok(keys.key_up(key).perform().await?)
    }

    /// Waits until an element has stopped moving: what is pressed is what was meant.
    async fn stands_still(&self, element: &WebElement) -> Result<()> {
        let script = "const area = () => JSON.stringify(arguments[0].getBoundingClientRect());
            const before = area();
            return new Promise((done) => setTimeout(() => done(area() === before), 100));";
        until("an element that stands still", async || {
            let still = self.script(script, vec![element.to_json()?]).await?;
            Ok((still == true).then_some(()))
        })
        .await
    }

    /// Drags one element onto another with the pointer, in steps as a hand does.
    pub async fn drag(&self, from: &WebElement, onto: &WebElement) -> Result<()> {
        self.stands_still(from).await?;
        let grab = self.session.action_chain().move_to_element_center(from).click_and_hold();
        grab.move_by_offset(4, 4).move_by_offset(8, 8).move_to_element_center(onto).perform().await?;
        // A second movement over the goal, because the first may have made it change its place.
        self.session.action_chain().move_to_element_center(onto).release().perform().await?;
        Ok(())
    }
}
