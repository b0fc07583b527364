//! What the markers of a JPEG file say (ITU-T T.81, annex B).

const START_OF_SCAN: u8 = 0xDA;
const END_OF_IMAGE: u8 = 0xD9;
/// Start of frame: the progressive ones of table B.1.
const PROGRESSIVE: [u8; 4] = [0xC2, 0xC6, 0xCA, 0xCE];

/// True if a JPEG file goes on to its end-of-image marker.
///
/// The decoder fills what is missing of a file that was cut short with grey and says nothing. What lies behind the end
/// is not looked at: telephones hang films and maps there.
pub(super) fn is_complete(bytes: &[u8]) -> bool {
    find(bytes, |marker| marker == END_OF_IMAGE) == Some(END_OF_IMAGE)
}

/// True if the picture comes in several scans, each adding to the one before.
pub(super) fn is_progressive(bytes: &[u8]) -> bool {
    let wanted = |marker| marker == START_OF_SCAN || PROGRESSIVE.contains(&marker);
    find(bytes, wanted).is_some_and(|marker| PROGRESSIVE.contains(&marker))
}

/// The first marker that is `wanted`, with everything before it in order.
fn find(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> Option<u8> {
    let mut at = 2;
    while let Some(marker) = next_marker(bytes, &mut at) {
        if wanted(marker) {
            return Some(marker);
        }
        // Temporary and restart markers, and a second start of image, have no length.
        if marker == 0x01 || (0xD0..=0xD8).contains(&marker) {
            continue;
        }
        let [high, low] = bytes.get(at..at + 2)? else {
            return None;
        };
        at += usize::from(u16::from_be_bytes([*high, *low])).max(2);
        if marker == START_OF_SCAN {
            skip_scan(bytes, &mut at);
        }
    }
    None
}

/// The next marker's code; `at` is left behind it.
fn next_marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    while *bytes.get(*at)? != 0xFF {
        *at += 1;
    }
    while *bytes.get(*at)? == 0xFF {
        *at += 1;
    }
    *at += 1;
    Some(bytes[*at - 1])
}

/// Leaves `at` on the first marker behind the compressed data, in which 0xFF is followed by 0 or a restart marker.
fn skip_scan(bytes: &[u8], at: &mut usize) {
    while let Some(pair) = bytes.get(*at..*at + 2) {
        if pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7 | 0xFF) {
            return;
        }
        *at += 1;
    }
    *at = bytes.len();
}
