use std::path::{Path, PathBuf};

/// A folder for a new library: `Documents/Pamphlet/<practice>`, with a number if that exists.
pub fn library_folder(documents: &Path, practice: &str) -> PathBuf {
    free(&documents.join("Pamphlet").join(folder_name(practice)))
}

/// A folder for the finished site: `Documents/Pamphlet/<practice> - finished site`, with a number if that exists.
pub fn site_folder(documents: &Path, practice: &str) -> PathBuf {
    free(
        &documents
            .join("Pamphlet")
            .join(format!("{} - finished site", folder_name(practice))),
    )
}

/// The name without what Windows, macOS or Linux can't have in a folder's name.
fn folder_name(practice: &str) -> String {
    let options = sanitize_filename::Options {
        windows: true,
        truncate: true,
        replacement: " ",
    };
    let name: String = sanitize_filename::sanitize_with_options(practice, options);
    let name: Vec<&str> = name.split_whitespace().collect();
    let name: String = name.join(" ").chars().take(60).collect();
    let name = name.trim_end_matches(['.', ' ']);
    if name.is_empty() {
        "My practice".to_owned()
    } else {
        name.to_owned()
    }
}

fn free(wanted: &Path) -> PathBuf {
    let numbered = (2..).map(|n| {
        let mut name = wanted.as_os_str().to_owned();
        name.push(format!(" {n}"));
        PathBuf::from(name)
    });
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_else(|| wanted.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn practices_become_folder_names() {
        let cases = [
            ("Alder Street", "Alder Street"),
            ("A/B: \"C\" <D>|E?*.", "A B C D E"),
            ("con", "My practice"),
            ("", "My practice"),
            ("..", "My practice"),
            ("Praxis für Kinder", "Praxis für Kinder"),
        ];
        for (practice, folder) in cases {
            assert_eq!(folder_name(practice), folder, "{practice:?}");
        }
        assert!(folder_name(&"é".repeat(300)).len() <= 120);
    }

    #[test]
    fn a_folder_that_exists_is_not_suggested() {
        let documents = tempfile::tempdir().unwrap();
        let first = library_folder(documents.path(), "Alder");
        std::fs::create_dir_all(&first).unwrap();
        let second = library_folder(documents.path(), "Alder");
        assert_ne!(first, second);
        assert!(second.ends_with("Alder 2"));
    }
}
