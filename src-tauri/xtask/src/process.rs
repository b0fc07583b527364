//! Other programs, and what to say when they fail.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};

use crate::repository;

/// Why a chore could not be done, in words for the developer.
#[derive(Debug)]
pub struct Failure(pub String);

pub type Result<T> = std::result::Result<T, Failure>;

/// Says what was attempted, and on what, when the disk says no.
pub trait Attempt<T> {
    fn attempt(self, what: &str, path: &Path) -> Result<T>;
}

impl<T> Attempt<T> for io::Result<T> {
    fn attempt(self, what: &str, path: &Path) -> Result<T> {
        self.map_err(|error| Failure(format!("failed to {what} '{}': {error}", path.display())))
    }
}

/// The program, to be run at the root of the repository.
pub fn command<S: AsRef<OsStr>>(
    program: impl AsRef<OsStr>,
    arguments: impl IntoIterator<Item = S>,
) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(repository::root());
    command
}

/// The cargo that started us.
pub fn cargo<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    command(cargo, arguments)
}

/// Runs a command on our own terminal.
///
/// # Errors
/// If it can't be started or fails; the words name it so that it can be tried by hand.
pub fn run(command: &mut Command) -> Result<()> {
    let ended = command.status();
    judge(command, ended)
}

/// What a command makes of `input`: its standard output. Its complaints go to our own terminal.
///
/// # Errors
/// As [`run`], and if the answer is no text.
pub fn answer(command: &mut Command, input: &str) -> Result<String> {
    match feed(command, input) {
        Ok(output) => {
            judge(command, Ok(output.status))?;
            String::from_utf8(output.stdout).map_err(|error| Failure(error.to_string()))
        }
        Err(error) => judge(command, Err(error)).map(|()| String::new()),
    }
}

/// For programs that read everything before they answer.
fn feed(command: &mut Command, input: &str) -> io::Result<Output> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes())?;
    }
    child.wait_with_output()
}

fn judge(command: &Command, ended: io::Result<ExitStatus>) -> Result<()> {
    let why = match ended {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    };
    Err(Failure(format!(
        "failed: {}\n  ({why})",
        described(command)
    )))
}

/// What a command prints to standard output; nothing if it can't be started or fails. Its complaints are not shown.
pub fn read(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Where the system would find a program.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
}

fn described(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
