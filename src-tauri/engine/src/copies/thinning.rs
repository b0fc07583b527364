//! Which copies need not be kept any longer: the newest of each of the last seven days that have one are kept, and of
//! those before, the newest of each of the last four weeks that have one. Days without a copy don't count: who comes back
//! after a year finds what there was. Days and weeks are those of UTC.

use std::collections::BTreeSet;

use jiff::Timestamp;

const DAYS: usize = 7;
const WEEKS: usize = 4;

const DAY: i64 = 24 * 60 * 60;
const WEEK: i64 = 7 * DAY;

/// 1970 began on a Thursday; weeks begin on Mondays.
const MONDAY: i64 = 3 * DAY;

/// `made` are the moments of all copies, the newest first.
pub fn superfluous(made: &[Timestamp]) -> Vec<Timestamp> {
    let (mut days, mut weeks) = (BTreeSet::new(), BTreeSet::new());
    let is_superfluous = |made: &&Timestamp| {
        let second = made.as_second();
        let day = second.div_euclid(DAY);
        if days.contains(&day) {
            return true;
        }
        if days.len() < DAYS {
            days.insert(day);
            return false;
        }
        // The newest of a week comes first.
        let week = (second + MONDAY).div_euclid(WEEK);
        weeks.len() == WEEKS || !weeks.insert(week)
    };
    made.iter().filter(is_superfluous).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(all: &[&str]) -> Vec<Timestamp> {
        all.iter().map(|moment| moment.parse().unwrap()).collect()
    }

    fn stay(made: &[Timestamp]) -> Vec<Timestamp> {
        let gone = superfluous(made);
        let staying = made.iter().filter(|moment| !gone.contains(moment));
        staying.copied().collect()
    }

    #[test]
    fn seven_days_and_four_weeks_before_them_stay() {
        // A copy each morning; 2026-11-23 is a Monday.
        let noon: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let daily: Vec<_> = (0..60)
            .map(|days| Timestamp::from_second(noon.as_second() - days * DAY).unwrap())
            .collect();
        let days: Vec<_> = stay(&daily)
            .iter()
            .map(|moment| moment.to_string()[5..10].to_owned())
            .collect();
        let expected = [
            "11-23", "11-22", "11-21", "11-20", "11-19", "11-18", "11-17", // the days
            "11-16", "11-15", "11-08", "11-01", // the last ones of their weeks
        ];
        assert_eq!(days, expected);
    }

    #[test]
    fn of_a_day_the_last_stays_and_days_without_copies_do_not_count() {
        let made = moments(&[
            "2026-11-23T17:00:00Z",
            "2026-11-23T08:00:00Z",
            "2025-03-01T08:00:00Z",
            "2019-01-01T08:00:00Z",
        ]);
        assert_eq!(superfluous(&made), made[1..2]);
        assert_eq!(superfluous(&[]), []);
    }

    #[test]
    fn whoever_thins_each_day_has_copies_of_a_month() {
        let mut kept: Vec<Timestamp> = Vec::new();
        for day in 0..200 {
            kept.insert(
                0,
                Timestamp::from_second(1_790_000_000 + day * DAY).unwrap(),
            );
            kept = stay(&kept);
            assert_eq!(stay(&kept), kept);
        }
        let oldest = kept[0].duration_since(*kept.last().unwrap()).as_hours() / 24;
        assert_eq!(
            (kept.len(), (24..=34).contains(&oldest)),
            (11, true),
            "{oldest}"
        );
    }
}
