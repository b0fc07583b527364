use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;

use serde::Deserialize;

use super::{Finding, data};

/// What is forgiven: `tests/judge/exceptions.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exceptions {
    #[serde(default)]
    exception: Vec<Exception>,
    #[serde(skip)]
    used: RefCell<BTreeSet<usize>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    judge: String,
    /// The path begins so; empty for any.
    #[serde(default)]
    path: String,
    /// These words are part of the fault.
    fault: String,
    /// Why it is right as it is. For people.
    reason: String,
}

impl Exceptions {
    pub fn read() -> Self {
        Self::parse(&fs::read_to_string(data("exceptions.toml")).unwrap())
    }

    pub fn parse(text: &str) -> Self {
        let it: Self = toml::from_str(text).unwrap();
        for exception in &it.exception {
            assert!(exception.reason.len() > 20, "a reason: {exception:?}");
            assert!(exception.fault.len() > 5, "too wide: {exception:?}");
        }
        it
    }

    pub fn forgives(&self, finding: &Finding) -> bool {
        let found = self.exception.iter().position(|it| {
            it.judge == finding.judge
                && finding.path.starts_with(&it.path)
                && finding.fault.contains(&it.fault)
        });
        self.used.borrow_mut().extend(found);
        found.is_some()
    }

    /// Those for which there was nothing to forgive.
    pub fn idle(&self) -> Vec<String> {
        let used = self.used.borrow();
        let idle = self.exception.iter().enumerate();
        idle.filter(|(number, _)| !used.contains(number))
            .map(|(_, it)| format!("{}: {}: {}", it.judge, it.path, it.fault))
            .collect()
    }
}
