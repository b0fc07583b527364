use std::cmp::Ordering;

/// How titles and names are put in order, as a person looks for them: accents and capitals make no difference, so that
/// "Édith" stands between "Edge" and "Editing".
pub fn in_order(one: &str, other: &str) -> Ordering {
    if one.is_ascii() && other.is_ascii() {
        return lower(one).cmp(lower(other));
    }
    let (one, other) = (deunicode::deunicode(one), deunicode::deunicode(other));
    lower(&one).cmp(lower(&other))
}

fn lower(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| byte.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_make_no_difference() {
        let ordered = [
            "", "1 step", "apple", "Ärzte", "Edge", "Édith", "editing", "œdema", "Zoster",
        ];
        let mut sorted = ordered.to_vec();
        sorted.reverse();
        sorted.sort_by(|one, other| in_order(one, other));
        assert_eq!(sorted, ordered);
        assert_eq!(in_order("ÉDITH", "edith"), Ordering::Equal);
    }
}
