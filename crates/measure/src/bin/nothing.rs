//! What the app has anyway: subtracted by `cargo xtask duplicates --size` from the weight of the engine.

use std::hint::black_box;

use domain::duplicates::Subject;
use domain::order::sort_by;

fn main() {
    let mut subjects: Vec<Subject> = black_box(vec![Subject::default()]);
    subjects.push(black_box(Subject::default()));
    let text = &mut subjects[black_box(0)].first_name;
    text.push_str(black_box("a"));
    let found: Vec<String> = text.to_lowercase().split(black_box("b")).map(str::to_owned).collect();
    let words =
        found.concat().chars().filter(|c| c.is_alphanumeric() && !c.is_whitespace()).flat_map(char::to_lowercase).collect::<String>();
    black_box(format!("{words} {found:?} {}", words.len()));
    sort_by(&mut subjects, |a, b| a.last_name.cmp(&b.last_name));
    black_box(subjects.clone());
}
