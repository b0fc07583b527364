use pamphlet_engine::{
    ArticleId, EngineError, ExportError, PictureError, PictureId, Refusal, StoreError,
};
use serde::Serialize;
use ts_rs::TS;

/// What a window acts on. A code exists only where something is done about it; for the rest there are words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Code {
    LibraryOpenElsewhere,
    LibraryNewer,
    LibraryNotALibrary,
    LibraryDamaged,
    LibraryMissing,
    FolderNotEmpty,
    NoLibrary,
    ExportFolderNeeded,
    ExportFolderRefused,
    /// The site of another practice is in the folder; it may be replaced on purpose.
    ExportFolderOfOther,
    ExportStopped,
    Invalid,
    Stale,
    NotFound,
    PictureRefused,
    /// Of a kind that the library can't read; the window may.
    PictureForeign,
    DiskFull,
    Disk,
    Internal,
}

/// What happened, what is safe and what to do next, in words for the person at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename_all = "camelCase")]
pub struct WireError {
    pub code: Code,
    /// What happened.
    pub message: String,
    /// What is safe, and what to do next.
    pub hint: String,
    /// Which field of the request is meant, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
}

impl WireError {
    pub fn new(code: Code, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            hint: hint.into(),
            field: None,
        }
    }

    /// A field of a form that can't be kept as it is.
    pub fn invalid(field: &str, message: &str, hint: &str) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::new(Code::Invalid, message, hint)
        }
    }

    /// A command or request that no window of ours sends.
    pub fn internal(reason: impl std::fmt::Display) -> Self {
        Self::new(
            Code::Internal,
            "Something in Pamphlet went wrong.",
            format!("What you saved is safe. Please close Pamphlet and open it again. ({reason})"),
        )
    }

    pub fn no_library() -> Self {
        Self::new(
            Code::NoLibrary,
            "No website is open.",
            "Open one, or start a new one.",
        )
    }
}

const UNTOUCHED: &str = "Pamphlet has not changed anything in it.";

impl From<EngineError> for WireError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::OpenElsewhere { folder } => Self::new(
                Code::LibraryOpenElsewhere,
                "This website is already open.",
                format!(
                    "Another Pamphlet window or program has '{}' open. Go on there, or close it first.",
                    folder.display()
                ),
            ),
            EngineError::FolderNotEmpty { folder } => Self::new(
                Code::FolderNotEmpty,
                "There is something in this folder already.",
                format!(
                    "'{}' was left as it is. Choose a new or an empty folder.",
                    folder.display()
                ),
            ),
            EngineError::NotFound { what, which } => Self::new(
                Code::NotFound,
                missing(what, &which),
                "It may have been removed. Everything else is as it was.",
            ),
            EngineError::Stale { .. } => Self::new(
                Code::Stale,
                "This article was changed somewhere else meanwhile.",
                "Nothing is lost: choose which of the two goes on, and the other one is kept among the versions.",
            ),
            EngineError::PictureNeeded => Self::new(
                Code::Invalid,
                "An article, or an earlier version of one, still shows this picture.",
                "It stays in the bin for as long as it is needed.",
            ),
            EngineError::DescriptionNeeded => Self::invalid(
                "alt",
                "Say in a few words what the picture shows.",
                "Without them, articles would lose the words that they have for it now. Nothing was changed.",
            ),
            EngineError::NoWords => Self::invalid(
                "status",
                "An article needs a title and some text before it can go on the site.",
                "It is still a draft, and everything you wrote is saved.",
            ),
            EngineError::NameNeeded { what } => Self::invalid(
                "name",
                &format!("A {what} needs a name."),
                "Please write one; nothing else was changed.",
            ),
            EngineError::NameTaken { what, name } => Self::invalid(
                "name",
                &format!("There is another {what} with the name \u{201c}{name}\u{201d}."),
                "Choose a name that tells them apart.",
            ),
            EngineError::BadAddress { address } => Self::invalid(
                "address",
                &format!("\u{201c}{address}\u{201d} can't be a web address."),
                "Use small letters, digits and hyphens, such as \u{201c}better-sleep\u{201d}.",
            ),
            EngineError::AddressTaken { what, address } => Self::invalid(
                "address",
                &format!(
                    "The web address \u{201c}{address}\u{201d} belongs to another {what}, or did before."
                ),
                "Choose another one; nothing was changed.",
            ),
            EngineError::NotText { file_name } => Self::new(
                Code::Invalid,
                format!("'{file_name}' is not a text file, so no article was made of it."),
                "Nothing was changed. Open it in the program that it was made with, copy its text, and paste it into a \
                 new article.",
            ),
            EngineError::NoExportFolder => Self::new(
                Code::ExportFolderNeeded,
                "Where should the finished site go?",
                "Choose a folder for it once; Pamphlet remembers it.",
            ),
            EngineError::ExportWithinLibrary { folder } => Self::new(
                Code::ExportFolderRefused,
                "The finished site can't go into the folder where your articles are kept.",
                format!(
                    "'{}' was left as it is. Choose another folder.",
                    folder.display()
                ),
            ),
            EngineError::OtherSite { folder, practice } => Self::new(
                Code::ExportFolderOfOther,
                format!("The finished site of '{practice}' is in this folder."),
                format!(
                    "'{}' was left as it is. Choose another folder, unless this site is to replace that one.",
                    folder.display()
                ),
            ),
            EngineError::CopyDamaged { .. } => Self::new(
                Code::LibraryDamaged,
                "This copy of the website is damaged, too.",
                format!("{UNTOUCHED} Try an earlier copy, if there is one."),
            ),
            EngineError::Whole { .. } => Self::new(
                Code::Invalid,
                "This website is not damaged.",
                format!("{UNTOUCHED} Open it as it is."),
            ),
            EngineError::Picture(error) => picture(&error),
            EngineError::Store(error) => store(&error),
            EngineError::Export(error) => export(error),
            EngineError::Io {
                operation,
                path,
                source,
            } => disk(&format!("{operation} '{}'", path.display()), &source),
        }
    }
}

/// How texts begin to refer to a picture.
const PICTURE: &str = "picture:";

/// Names what is missing as somebody typed it. What no person ever typed, such as an id, tells nobody anything.
fn missing(what: &str, which: &str) -> String {
    let is_id = which.parse::<ArticleId>().is_ok()
        || which.parse::<PictureId>().is_ok()
        || which.starts_with(PICTURE)
        || (!which.is_empty() && which.chars().all(|c| c.is_ascii_digit()));
    if is_id {
        format!("This {what} is no longer here.")
    } else {
        format!("There is no {what} '{which}'.")
    }
}

fn store(error: &StoreError) -> WireError {
    match error {
        StoreError::Refused { path, refusal } => {
            let folder = path.parent().unwrap_or(path).display();
            match refusal {
                Refusal::Missing => WireError::new(
                    Code::LibraryMissing,
                    "There is no Pamphlet website in this folder.",
                    format!(
                        "'{folder}' has nothing that Pamphlet made. If the website was moved or is on a drive that is \
                         not connected, open it from where it is now."
                    ),
                ),
                Refusal::NotALibrary => WireError::new(
                    Code::LibraryNotALibrary,
                    "What is in this folder was not made by Pamphlet.",
                    format!("{UNTOUCHED} Open another folder."),
                ),
                Refusal::Newer { .. } => WireError::new(
                    Code::LibraryNewer,
                    "A newer Pamphlet made this website.",
                    format!(
                        "{UNTOUCHED} Install the newest Pamphlet on this computer to open '{folder}'."
                    ),
                ),
                Refusal::Damaged(_) => WireError::new(
                    Code::LibraryDamaged,
                    "This website is damaged.",
                    format!(
                        "{UNTOUCHED} Keep a copy of the folder '{folder}', and bring back an earlier copy of it from \
                         your backup, OneDrive or Time Machine."
                    ),
                ),
                Refusal::Unchecked(_) => WireError::new(
                    Code::Disk,
                    "This website could not be read.",
                    format!("{UNTOUCHED} Is the folder '{folder}' still there?"),
                ),
            }
        }
        _ if error.is_disk_full() => disk_full(),
        _ if error.is_damage() => WireError::new(
            Code::LibraryDamaged,
            "This website is damaged.",
            "Keep a copy of its folder, and bring back an earlier copy of it from your backup.",
        ),
        StoreError::Unreadable { path, source } => {
            disk(&format!("read '{}'", path.display()), source)
        }
        StoreError::Sqlite { .. } | StoreError::BadRow { .. } => WireError::new(
            Code::Disk,
            "This website could not be read or written.",
            "What was saved before is safe. Is its folder still there, and are you allowed to write in it?",
        ),
    }
}

fn disk(what: &str, source: &std::io::Error) -> WireError {
    if source.kind() == std::io::ErrorKind::StorageFull {
        return disk_full();
    }
    let hint = match source.kind() {
        std::io::ErrorKind::NotADirectory => {
            "There is a file where a folder was expected. Choose a folder.".to_owned()
        }
        std::io::ErrorKind::PermissionDenied => {
            "Are you allowed to read and to write there?".to_owned()
        }
        std::io::ErrorKind::NotFound => "Is it still there?".to_owned(),
        std::io::ErrorKind::AlreadyExists => {
            "Another program, such as OneDrive, keeps putting a file there. Pause it, \
             and try again."
                .to_owned()
        }
        // For whoever is asked for help.
        _ => format!("Is the folder still there? ({source})"),
    };
    WireError::new(
        Code::Disk,
        format!("Pamphlet could not {what}."),
        format!("What was saved before is safe. {hint}"),
    )
}

fn disk_full() -> WireError {
    WireError::new(
        Code::DiskFull,
        "The disk is full.",
        "What was saved before is safe. Make some room, for example by emptying the bin, and try again.",
    )
}

fn picture(error: &PictureError) -> WireError {
    let (message, hint): (String, &str) = match error {
        PictureError::Heic => (
            "This is a photo of the kind HEIC, which Pamphlet can't read on this computer."
                .to_owned(),
            "Nothing was changed. On the iPhone, choose Settings > Camera > Formats > Most Compatible for new photos. \
             For this one: open it on the computer, save it as JPEG, and use that.",
        ),
        PictureError::Avif => (
            "This picture is of the kind AVIF, which Pamphlet can't read on this computer."
                .to_owned(),
            "Nothing was changed. Save it as JPEG or PNG and use that.",
        ),
        PictureError::Svg => (
            "This is a drawing of the kind SVG, which can carry hidden programs.".to_owned(),
            "Nothing was changed. Save it as PNG and use that.",
        ),
        PictureError::TooLarge { width, height } => (
            format!("This picture is too large: {width} by {height} pixels."),
            "Nothing was changed. Save it smaller, for example 4000 pixels wide, and use that.",
        ),
        PictureError::Unreadable(_) => (
            "This picture could not be read.".to_owned(),
            "Nothing was changed. Is it still where it was? Try again, or get it again.",
        ),
        PictureError::Conversion { .. } => (
            "Pamphlet could not get this picture ready to be shown.".to_owned(),
            "Nothing was changed, and there is nothing wrong with the picture itself. Close other programs and try \
             again, or save it smaller and use that.",
        ),
        PictureError::Broken { .. } => (
            "This picture is damaged or incomplete.".to_owned(),
            "Nothing was changed. Open it on your computer to see whether it is whole, or get it again.",
        ),
        _ => (
            "This file is not a picture that Pamphlet knows.".to_owned(),
            "Nothing was changed. Use a JPEG, PNG, WebP or GIF picture.",
        ),
    };
    let code = match error {
        PictureError::Heic | PictureError::Avif => Code::PictureForeign,
        _ => Code::PictureRefused,
    };
    WireError::new(code, message, hint)
}

fn export(error: ExportError) -> WireError {
    const OLD_SITE: &str = "The finished site is as it was before.";
    let refused =
        |message: &str, hint: String| WireError::new(Code::ExportFolderRefused, message, hint);
    match error {
        ExportError::Stopped => {
            WireError::new(Code::ExportStopped, "The export was stopped.", OLD_SITE)
        }
        ExportError::NotEmpty { folder } => refused(
            "There is something else in this folder.",
            format!(
                "'{}' was left as it is. Choose a new or an empty folder.",
                folder.display()
            ),
        ),
        ExportError::Foreign { paths } => {
            let names: Vec<_> = paths
                .iter()
                .take(3)
                .map(|p| format!("'{}'", p.display()))
                .collect();
            refused(
                "Files that Pamphlet did not make are in the way.",
                format!(
                    "Nothing was changed. Move {} somewhere else, or choose another folder.",
                    names.join(", ")
                ),
            )
        }
        ExportError::Busy { .. } => refused(
            "An export into this folder is going on already.",
            "Wait until it is finished, then export again.".to_owned(),
        ),
        ExportError::Newer { .. } => refused(
            "A newer Pamphlet made the site in this folder.",
            "Nothing was changed. Install the newest Pamphlet, or choose another folder."
                .to_owned(),
        ),
        ExportError::HalfInPlace { reason } => WireError::new(
            Code::Disk,
            "Not all of the new site is in its folder yet.",
            format!(
                "Your articles are safe. Export again, and Pamphlet goes on from here. Until then some pages may be \
                 old and some new. ({reason})"
            ),
        ),
        ExportError::SameAddress { address } => WireError::new(
            Code::Invalid,
            format!("Two pages have the web address '{address}'."),
            format!("{OLD_SITE} Change the title of one of them."),
        ),
        ExportError::Picture { file_name, source } => WireError::new(
            Code::PictureRefused,
            format!("The picture '{file_name}' could not be prepared."),
            format!(
                "{OLD_SITE} Take the picture out of its article, or insert it again. ({source})"
            ),
        ),
        ExportError::Io {
            operation,
            path,
            source,
        } => disk(&format!("{operation} '{}'", path.display()), &source),
        other => WireError::internal(other),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// What only those say who made Pamphlet.
    const OURS: [&str; 5] = ["library", "sqlite", "database", "schema", "article_topics"];

    #[test]
    fn what_is_wrong_with_a_website_is_said_without_our_words() {
        let refused = |refusal| StoreError::Refused {
            path: PathBuf::from("/home/desk/Riverbend/website.db"),
            refusal,
        };
        let bad_row = StoreError::BadRow {
            table: "article_topics",
            reason: "no such column".to_owned(),
        };
        let newer = Refusal::Newer { found: 9, known: 1 };
        for error in [
            refused(Refusal::Missing),
            refused(Refusal::NotALibrary),
            refused(newer),
            refused(Refusal::Damaged("SQLite: page 3".to_owned())),
            refused(Refusal::Unchecked("SQLite: disk I/O error".to_owned())),
            bad_row,
        ] {
            let said = WireError::from(EngineError::Store(error));
            let words = format!("{} {}", said.message, said.hint).to_lowercase();
            for ours in OURS {
                assert!(!words.contains(ours), "{words}");
            }
        }
    }

    #[test]
    fn nobody_reads_an_id() {
        let digits = "0123456789abcdef".repeat(4);
        for (what, which, is_named) in [
            ("article", "better-sleep", true),
            ("article", "00000000-0000-4000-8000-000000000007", false),
            ("picture", digits.as_str(), false),
            ("picture", "picture:0123456789abcdef", false),
            ("version", "12", false),
            ("article", "", true),
        ] {
            let which = which.to_owned();
            let error = WireError::from(EngineError::NotFound {
                what,
                which: which.clone(),
            });
            let named = format!("'{which}'");
            assert_eq!(error.message.contains(&named), is_named, "{which}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_picture_is_told_apart() {
        let gone = || std::io::Error::other("gone");
        let reason = || "out of memory".to_owned();
        let all = [
            PictureError::Unknown,
            PictureError::Heic,
            PictureError::Avif,
            PictureError::Svg,
            PictureError::TooLarge {
                width: 1,
                height: 1,
            },
            PictureError::Broken { reason: reason() },
            PictureError::Unreadable(gone()),
            PictureError::Conversion { reason: reason() },
        ];
        let messages: std::collections::BTreeSet<String> =
            all.iter().map(|error| picture(error).message).collect();
        assert_eq!(messages.len(), all.len());
    }
}
