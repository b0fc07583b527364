//! What a picture file carries beside its pixels.

/// The parts of a picture file that are neither pixels nor needed to show them, by name. Empty, in a published picture.
pub fn extras(bytes: &[u8]) -> Vec<String> {
    if bytes.starts_with(&[0xFF, 0xD8]) {
        jpeg(bytes)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        webp(bytes)
    } else if bytes.starts_with(b"\x89PNG") {
        png(bytes)
    } else if bytes.starts_with(b"GIF8") {
        gif(bytes)
    } else {
        vec!["an unknown kind of picture".to_owned()]
    }
}

/// ITU-T T.81, annex B: markers, each with the length of what follows, until the scan begins.
fn jpeg(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 2;
    while let Some(&[0xFF, marker, high, low]) = bytes.get(at..at + 4) {
        match marker {
            // The scan begins.
            0xDA => return found,
            // JFIF, and the colour profile.
            0xE0 | 0xE2 => {}
            0xE1..=0xEF => found.push(format!("APP{}", marker - 0xE0)),
            0xFE => found.push("comment".to_owned()),
            _ => {}
        }
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
    }
    found.push("no scan".to_owned());
    found
}

/// RFC 9649, section 2.3: chunks, each with its length, padded to an even one.
fn webp(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some((head, tail)) = rest.split_at_checked(8) {
        let name = String::from_utf8_lossy(&head[..4]).into_owned();
        if !["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "ANIM", "ANMF"].contains(&name.as_str()) {
            found.push(name);
        }
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        rest = tail.get(length + length % 2..).unwrap_or_default();
    }
    found
}

/// PNG, third edition, 5.3: chunks, each with its length before and a checksum after. Those for words, times and cameras
/// are not needed.
fn png(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((head, tail)) = rest.split_at_checked(8) {
        let name = String::from_utf8_lossy(&head[4..]).into_owned();
        if ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"].contains(&name.as_str()) {
            found.push(name);
        }
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        rest = tail.get(length + 4..).unwrap_or_default();
    }
    found
}

/// GIF89a, 24 and 26: a comment, and the block that Adobe's programs keep their metadata in.
fn gif(bytes: &[u8]) -> Vec<String> {
    let holds = |mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    let marks: [(&[u8], &str); 1] = [(b"XMP DataXMP", "XMP")];
    let found = marks.into_iter().filter(|(mark, _)| holds(mark));
    found.map(|(_, name)| name.to_owned()).collect()
}
