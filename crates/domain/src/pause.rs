//! Long work that lets a page draw and hear in between. The rules know no clock: whoever asks for the work decides when it pauses,
//! and may give it up.

/// Told after every few rows of work.
pub trait Pause {
    /// Returns at once, or when the page has had its turn. An error ends the work.
    fn after(&self, rows: usize) -> impl Future<Output = Result<(), Cancelled>>;

    /// Told now and then how much of the work is done, in thousandths.
    fn reached(&self, _thousandths: usize) {}

    /// Does something with each of them.
    fn each<T>(&self, rows: impl IntoIterator<Item = T>, mut act: impl FnMut(T)) -> impl Future<Output = Result<(), Cancelled>> {
        async move {
            for row in rows {
                act(row);
                self.after(1).await?;
            }
            Ok(())
        }
    }

    /// All of them together.
    fn gather<T, C: Default + Extend<T>>(&self, rows: impl IntoIterator<Item = T>) -> impl Future<Output = Result<C, Cancelled>> {
        async move {
            let mut all = C::default();
            self.each(rows, |row| all.extend(Some(row))).await?;
            Ok(all)
        }
    }
}

/// A stretch of the work, in thousandths of all of it.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    pub from: usize,
    pub to: usize,
}

impl Stretch {
    /// How much of the work is done with so many of the stretch's rows.
    pub fn at(self, done: usize, rows: usize) -> usize {
        self.from + (self.to - self.from) * done.min(rows) / rows.max(1)
    }
}

/// Nobody wants the work's result any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// No pause: the work is done in one go.
pub struct NoPause;

impl Pause for NoPause {
    async fn after(&self, _: usize) -> Result<(), Cancelled> {
        Ok(())
    }
}
