use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::{fixtures, program};

/// `pamphlet-cli`, and a folder for what it makes.
pub struct CommandLine {
    folder: TempDir,
}

/// What a run of `pamphlet-cli` left behind.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl CommandLine {
    #[expect(clippy::new_without_default, reason = "it makes a folder")]
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// One with a library at `library`, made of a fixture that was copied to `input`.
    pub fn with_library_of(fixture: &str) -> Self {
        let it = Self::new();
        fixtures::copy(&fixtures::folder(fixture), &it.path("input"));
        it.run(["new", "library", "--practice", "input/practice.toml"])
            .done();
        it.run(["import", "library", "input"]).done();
        it
    }

    /// A path in the folder where the commands run.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The command, ready to start.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(program("pamphlet-cli"));
        command.args(arguments).current_dir(self.folder.path());
        command
    }

    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Ran {
        let output = self.command(arguments).output().unwrap();
        Ran {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The JSON that a command prints when it does what it is asked.
    pub fn json<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Value {
        let mut command = self.command(arguments);
        let output = command.arg("--json").output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            (output.status.code(), &*stderr),
            (Some(0), ""),
            "{command:?}"
        );
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The reason for which a command is refused: its code. The words must be there, too.
    pub fn refusal<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> String {
        let error = self.refused(arguments);
        error["code"].as_str().unwrap().to_owned()
    }

    /// What a command that is refused says.
    pub fn refused<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Value {
        let mut command = self.command(arguments);
        let output = command.arg("--json").output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{command:?}: {output:?}");
        assert!(
            !output.stderr.is_empty(),
            "{command:?} says nothing to a person"
        );
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        let error = &answer["error"];
        for field in ["message", "hint"] {
            assert!(
                error[field].as_str().is_some_and(|words| !words.is_empty()),
                "{field} in {answer}"
            );
        }
        error.clone()
    }
}

impl Ran {
    /// Fails the test if the command did not do what it was asked.
    pub fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "{self:?}");
        self
    }
}

impl AsRef<Path> for CommandLine {
    fn as_ref(&self) -> &Path {
        self.folder.path()
    }
}
