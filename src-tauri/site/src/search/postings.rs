//! The pages of one word as text. `script/postings.ts` reads it.
//!
//! Which pages: for common words a bit for each page; for others the steps from number to number, in groups of seven bits
//! of which all but the last have the eighth set (LEB128). Then the weights, two to a byte. All of it in Base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::index::Posting;

/// What the first byte says of the pages.
const STEPS: u8 = 0;
const BITS: u8 = 1;

pub fn encoded(postings: &[Posting]) -> String {
    let (steps, bits) = (steps(postings), bits(postings));
    let (kind, pages) = if steps.len() <= bits.len() {
        (STEPS, steps)
    } else {
        (BITS, bits)
    };
    let mut bytes = vec![kind];
    number(
        if kind == STEPS {
            postings.len()
        } else {
            pages.len()
        },
        &mut bytes,
    );
    bytes.extend(pages);
    bytes.extend(weights(postings));
    STANDARD_NO_PAD.encode(bytes)
}

fn steps(postings: &[Posting]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut next = 0;
    for posting in postings {
        number((posting.page - next) as usize, &mut out);
        next = posting.page + 1;
    }
    out
}

fn bits(postings: &[Posting]) -> Vec<u8> {
    let last = postings.last().map_or(0, |it| it.page as usize);
    let mut out = vec![0_u8; last / 8 + 1];
    for posting in postings {
        out[posting.page as usize / 8] |= 1 << (posting.page % 8);
    }
    out
}

fn weights(postings: &[Posting]) -> Vec<u8> {
    let two = |pair: &[Posting]| {
        let second = pair.get(1).map_or(0, |it| it.weight);
        pair[0].weight | second << 4
    };
    postings.chunks(2).map(two).collect()
}

fn number(mut number: usize, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    to.push(u8::try_from(number).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pages: &[(u32, u8)]) -> Vec<u8> {
        let posting = |(page, weight): &(u32, u8)| Posting {
            page: *page,
            weight: *weight,
        };
        let postings: Vec<_> = pages.iter().map(posting).collect();
        STANDARD_NO_PAD.decode(encoded(&postings)).unwrap()
    }

    #[test]
    fn the_shorter_way_is_taken() {
        assert_eq!(of(&[(0, 1)]), [STEPS, 1, 0, 1]);
        assert_eq!(of(&[(300, 15)]), [STEPS, 1, 0xac, 0x02, 15]);
        assert_eq!(
            of(&[(3, 1), (5, 2), (9, 3)]),
            [BITS, 2, 0x28, 0x02, 0x21, 0x03]
        );
        assert_eq!(of(&[(3, 1), (25, 2)]), [STEPS, 2, 3, 21, 0x21]);
    }
}
