//! Which copies need not be kept any longer: the last three are kept, of those before, the newest of each of the last six
//! hours that have one, of those before, the newest of each of the last seven days that have one, and of those before, the
//! newest of each of the last four weeks that have one. Hours, days and weeks without a copy don't count: who comes back
//! after a year finds what there was. They are those of UTC. Copies of the future were made while the clock was wrong: the
//! newest three of them are kept, and they take nobody's place.

use jiff::Timestamp;

/// No two copies are of one second.
const SECOND: i64 = 1;
const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;

/// 1970 began on a Thursday; weeks begin on Mondays.
const MONDAY: i64 = 3 * DAY;

/// Spans of time, of how many of which one copy is kept each.
struct Tier {
    seconds: i64,
    /// Of the first of them after 1970 began.
    offset: i64,
    kept: usize,
}

const TIERS: [Tier; 4] = [
    Tier {
        seconds: SECOND,
        offset: 0,
        kept: 3,
    },
    Tier {
        seconds: HOUR,
        offset: 0,
        kept: 6,
    },
    Tier {
        seconds: DAY,
        offset: 0,
        kept: 7,
    },
    Tier {
        seconds: WEEK,
        offset: MONDAY,
        kept: 4,
    },
];

/// How many copies of the future are kept.
const OF_THE_FUTURE: usize = 3;

/// `made` are the moments of all copies, the newest first. The newest that is not of the future stays.
pub fn superfluous(made: &[Timestamp], now: Timestamp) -> Vec<Timestamp> {
    let (future, past) = split(made, now);
    let mut gone: Vec<_> = future.iter().skip(OF_THE_FUTURE).copied().collect();
    let mut left = past.iter().copied().peekable();
    for tier in TIERS {
        let span = |moment: Timestamp| (moment.as_second() + tier.offset).div_euclid(tier.seconds);
        let mut kept = 0;
        let mut last = None;
        while let Some(moment) =
            left.next_if(|moment| kept < tier.kept || last == Some(span(*moment)))
        {
            // The newest of a span comes first.
            if last == Some(span(moment)) {
                gone.push(moment);
            } else {
                last = Some(span(moment));
                kept += 1;
            }
        }
    }
    gone.extend(left);
    gone
}

/// As [`superfluous`], where so many are kept, however old they are.
pub fn all_but(kept: usize, made: &[Timestamp], now: Timestamp) -> Vec<Timestamp> {
    let (future, past) = split(made, now);
    let future = future.iter().skip(OF_THE_FUTURE);
    future.chain(past.iter().skip(kept)).copied().collect()
}

/// Those of the future, and the others.
fn split(made: &[Timestamp], now: Timestamp) -> (&[Timestamp], &[Timestamp]) {
    made.split_at(made.partition_point(|moment| *moment > now))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(all: &[&str]) -> Vec<Timestamp> {
        all.iter()
            .map(|moment| format!("{moment}Z").parse().unwrap())
            .collect()
    }

    fn stay(made: &[Timestamp]) -> Vec<Timestamp> {
        stay_at(made, Timestamp::MAX)
    }

    fn stay_at(made: &[Timestamp], now: Timestamp) -> Vec<Timestamp> {
        let gone = superfluous(made, now);
        let staying = made.iter().filter(|moment| !gone.contains(moment));
        staying.copied().collect()
    }

    /// What there is, the newest first; what stays of it has a mark.
    const CASES: &[(&str, &[(&str, bool)])] = &[
        ("nothing", &[]),
        (
            "one afternoon of writing",
            &[
                ("2026-11-23T17:10:00", true),
                ("2026-11-23T17:05:00", true),
                ("2026-11-23T17:02:00", true),
                // From here on, the newest of each hour.
                ("2026-11-23T16:40:00", true),
                ("2026-11-23T16:02:00", false),
                ("2026-11-23T15:01:00", true),
                ("2026-11-23T14:01:00", true),
                ("2026-11-23T13:01:00", true),
                ("2026-11-23T12:01:00", true),
                ("2026-11-23T11:01:00", true),
                // The newest of the day before these hours.
                ("2026-11-23T10:01:00", true),
                ("2026-11-23T09:01:00", false),
                ("2026-11-23T08:01:00", false),
            ],
        ),
        (
            "who comes back after years",
            &[
                ("2026-11-23T17:00:00", true),
                ("2026-11-23T08:00:00", true),
                ("2025-03-01T08:00:00", true),
                ("2019-01-01T08:00:00", true),
            ],
        ),
        (
            "hours, then days, then weeks: 2026-11-23 is a Monday",
            &[
                ("2026-11-24T15:00:00", true),
                ("2026-11-24T14:00:00", true),
                ("2026-11-24T13:00:00", true),
                ("2026-11-24T12:00:00", true),
                ("2026-11-24T11:00:00", true),
                ("2026-11-24T10:00:00", true),
                ("2026-11-23T17:00:00", true),
                ("2026-11-23T16:00:00", true),
                ("2026-11-23T09:00:00", true),
                ("2026-11-23T08:00:00", true),
                ("2026-11-23T07:00:00", false),
                ("2026-11-20T12:00:00", true),
                ("2026-11-19T12:00:00", true),
                ("2026-11-18T12:00:00", true),
                ("2026-11-17T12:00:00", true),
                ("2026-11-16T12:00:00", true),
                ("2026-11-13T12:00:00", true),
                ("2026-11-12T12:00:00", true),
                ("2026-11-11T12:00:00", false),
                ("2026-11-06T12:00:00", true),
                ("2026-10-30T12:00:00", true),
                ("2026-10-26T12:00:00", false),
                ("2026-10-23T12:00:00", true),
                ("2026-10-16T12:00:00", false),
            ],
        ),
    ];

    #[test]
    fn hours_days_and_weeks_stay() {
        for (name, copies) in CASES {
            let made = moments(&copies.iter().map(|(moment, _)| *moment).collect::<Vec<_>>());
            let expected: Vec<_> = made
                .iter()
                .zip(*copies)
                .filter(|(_, (_, stays))| *stays)
                .map(|(moment, _)| *moment)
                .collect();
            assert_eq!(stay(&made), expected, "{name}");
        }
    }

    #[test]
    fn copies_of_the_future_take_nobodys_place() {
        let now: Timestamp = "2026-11-24T15:00:00Z".parse().unwrap();
        let hours = |first: i64, last: i64| {
            let moment = |hour| now + jiff::SignedDuration::from_hours(hour);
            (first..=last).rev().map(moment).collect::<Vec<_>>()
        };
        let (future, past) = (hours(10_000, 10_200), hours(-2, 0));
        let made = [future.clone(), past.clone()].concat();
        let expected = [&future[..3], &past].concat();
        assert_eq!(stay_at(&made, now), expected);
        let gone = all_but(1, &made, now);
        assert_eq!(gone, [&future[3..], &past[1..]].concat());
    }

    #[test]
    fn whoever_writes_each_day_has_copies_of_the_day_and_of_a_month() {
        let mut kept: Vec<Timestamp> = Vec::new();
        for hour in (0..200 * 24).filter(|hour| (9..17).contains(&(hour % 24))) {
            let now = Timestamp::from_second(1_790_000_000 + hour * HOUR).unwrap();
            kept.insert(0, now);
            kept = stay(&kept);
            assert_eq!(stay(&kept), kept);
        }
        let ago = |copy: &Timestamp| kept[0].duration_since(*copy).as_hours();
        assert_eq!(kept.len(), 3 + 6 + 7 + 4);
        assert_eq!(ago(&kept[7]), 7);
        assert!((24..=38).contains(&(ago(&kept[19]) / 24)), "{kept:?}");
    }
}
