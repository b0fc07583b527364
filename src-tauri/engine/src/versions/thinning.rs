//! Which versions need not be kept any longer: everything is kept for a day, then the newest of each hour for a week,
//! then the newest of each day for a year. What a person named is kept for ever.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use pamphlet_store::{Version, VersionId};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// `versions` are one article's, the newest first.
pub fn superfluous(versions: &[Version], now: Timestamp) -> Vec<VersionId> {
    let mut kept = BTreeSet::new();
    let is_superfluous = |version: &&Version| {
        let slot = match slot(version, now) {
            Slot::Own => return false,
            Slot::None => return true,
            Slot::Shared(length, number) => (length, number),
        };
        // The newest of a slot comes first.
        !kept.insert(slot)
    };
    versions
        .iter()
        .filter(is_superfluous)
        .map(|v| v.id)
        .collect()
}

enum Slot {
    Own,
    /// The slot's length in seconds, and its number since 1970.
    Shared(i64, i64),
    None,
}

fn slot(version: &Version, now: Timestamp) -> Slot {
    let age = now.duration_since(version.kept);
    let shared = |length| Slot::Shared(length, version.kept.as_second().div_euclid(length));
    if version.name.is_some() || age < SignedDuration::from_secs(DAY) {
        Slot::Own
    } else if age < SignedDuration::from_secs(7 * DAY) {
        shared(HOUR)
    } else if age < SignedDuration::from_secs(365 * DAY) {
        shared(DAY)
    } else {
        Slot::None
    }
}

#[cfg(test)]
mod tests {
    use pamphlet_store::Change;

    use super::*;

    const NOW: i64 = 1_800_000_000;

    /// Versions of these ages in seconds, the newest first; those in `named` have a name.
    fn versions(ages: &[i64], named: &[i64]) -> Vec<Version> {
        let version = |(number, age): (usize, &i64)| Version {
            id: VersionId(1_000_000 - i64::try_from(number).unwrap()),
            kept: Timestamp::from_second(NOW - age).unwrap(),
            reason: "pause".to_owned(),
            name: named.contains(age).then(|| "Approved".to_owned()),
            change: Change::default(),
        };
        ages.iter().enumerate().map(version).collect()
    }

    /// The ages that stay.
    fn stay(ages: &[i64], named: &[i64]) -> Vec<i64> {
        let all = versions(ages, named);
        let gone = superfluous(&all, Timestamp::from_second(NOW).unwrap());
        let staying = all.iter().zip(ages).filter(|(v, _)| !gone.contains(&v.id));
        staying.map(|(_, age)| *age).collect()
    }

    #[test]
    fn everything_for_a_day_hourly_for_a_week_daily_for_a_year() {
        // The last full hour was 1,800,000,000 % 3600 = 0 seconds ago: slots begin at multiples of an hour of age.
        assert_eq!(stay(&[0, 1, 2, DAY - 1], &[]), [0, 1, 2, DAY - 1]);
        let hourly = [DAY + 1, DAY + 2, DAY + HOUR, DAY + HOUR + 1, 7 * DAY - 1];
        assert_eq!(stay(&hourly, &[]), [DAY + 1, DAY + HOUR + 1, 7 * DAY - 1]);
        let daily = [8 * DAY, 8 * DAY + HOUR, 9 * DAY + HOUR, 364 * DAY];
        assert_eq!(stay(&daily, &[]), [8 * DAY, 9 * DAY + HOUR, 364 * DAY]);
        assert_eq!(stay(&[365 * DAY, 400 * DAY], &[]), [0; 0]);
    }

    #[test]
    fn what_has_a_name_stays_for_ever() {
        let ages = [DAY + 1, DAY + 2, 800 * DAY];
        assert_eq!(stay(&ages, &[DAY + 2, 800 * DAY]), ages);
    }

    #[test]
    fn thinning_twice_is_thinning_once() {
        let ages: Vec<i64> = (0..4000).map(|step| step * 9_000).collect();
        let once = stay(&ages, &[]);
        assert!(once.len() < 600, "{}", once.len());
        assert_eq!(stay(&once, &[]), once);
    }
}
