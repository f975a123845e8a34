//! CPU time of this thread, and what many measurements come to.

use rustix::time::{ClockId, clock_gettime};

/// Seconds this thread has computed.
pub fn cpu() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// What each of `work` took, in milliseconds.
#[derive(Debug, Default)]
pub struct Timings(Vec<f64>);

impl Timings {
    pub fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = cpu();
        let made = work();
        self.0.push((cpu() - start) * 1e3);
        made
    }

    /// `mean 0.120 ms, p50 0.100 ms, p99 0.900 ms (4000)`.
    pub fn summary(&mut self) -> String {
        if self.0.is_empty() {
            return "none".to_owned();
        }
        self.0.sort_by(f64::total_cmp);
        let at = |share: f64| self.0[((self.0.len() - 1) as f64 * share) as usize];
        let mean = self.0.iter().sum::<f64>() / self.0.len() as f64;
        format!("mean {mean:.3} ms, p50 {:.3} ms, p99 {:.3} ms, max {:.3} ms ({})", at(0.5), at(0.99), at(1.0), self.0.len())
    }
}
