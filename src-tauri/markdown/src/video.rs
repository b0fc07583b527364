use crate::tree::Inline;

/// A link to a video that is all of its paragraph.
pub(crate) struct Video<'a> {
    pub(crate) address: &'a str,
    /// The words of the link.
    pub(crate) words: &'a [Inline],
    /// The name of the site that it is on.
    pub(crate) host: &'static str,
}

/// Sites whose addresses lead to videos and hardly anywhere else, and how their addresses begin.
const HOSTS: [(&str, &str, &str); 6] = [
    ("youtube.com", "watch?", "YouTube"),
    ("youtube.com", "shorts/", "YouTube"),
    ("youtube.com", "live/", "YouTube"),
    ("youtube-nocookie.com", "embed/", "YouTube"),
    ("youtu.be", "", "YouTube"),
    ("vimeo.com", "", "Vimeo"),
];

/// The video that is a paragraph's whole content.
pub(crate) fn lone_video(content: &[Inline]) -> Option<Video<'_>> {
    let [
        Inline::Link {
            destination,
            content: words,
            ..
        },
    ] = content
    else {
        return None;
    };
    Some(Video {
        address: destination,
        words,
        host: host(destination)?,
    })
}

/// The name of the site of a video's address.
fn host(address: &str) -> Option<&'static str> {
    let rest = address.strip_prefix("https://")?;
    let (host, path) = rest.split_once('/')?;
    let host = host.to_ascii_lowercase();
    let host = ["www.", "m."]
        .iter()
        .find_map(|prefix| host.strip_prefix(prefix))
        .unwrap_or(&host);
    let (.., name) = HOSTS
        .iter()
        .find(|(known, begins, _)| *known == host && path.starts_with(begins))?;
    (!path.is_empty()).then_some(*name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_videos_of_known_sites_are_videos() {
        for (address, name) in [
            (
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                Some("YouTube"),
            ),
            ("https://m.youtube.com/shorts/abc", Some("YouTube")),
            ("https://YOUTU.BE/abc?t=3", Some("YouTube")),
            ("https://vimeo.com/1234", Some("Vimeo")),
            ("https://vimeo.com/", None),
            ("https://www.youtube.com/", None),
            ("https://www.youtube.com/@riverbend", None),
            ("http://youtu.be/abc", None),
            ("https://youtu.be@evil.example/abc", None),
            ("https://youtu.be.evil.example/abc", None),
            ("https://evil.example/youtu.be/abc", None),
            ("https://evilyoutu.be/abc", None),
            ("javascript:https://youtu.be/abc", None),
            ("", None),
        ] {
            assert_eq!(host(address), name, "{address}");
        }
    }
}
