use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// How long anything may take that a person would call immediate. Generous: the machine may be busy.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// A program that ends with us, and everything that it started with it.
pub struct Process {
    child: Child,
    // Kept open: some programs end when nobody listens.
    _stdout: Option<BufReader<ChildStdout>>,
}

impl Process {
    pub fn start(command: &mut Command) -> Self {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let child = child.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        Self {
            child,
            _stdout: None,
        }
    }

    /// Starts a program that says where it can be reached, in the first line that `read` understands.
    pub fn announced(
        command: &mut Command,
        read: impl Fn(&str) -> Option<String>,
    ) -> (Self, String) {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut child = child.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        let announced = loop {
            line.clear();
            let length = stdout.read_line(&mut line).unwrap();
            assert!(length > 0, "{command:?} ended without a word");
            if let Some(announced) = read(line.trim()) {
                break announced;
            }
        };
        (
            Self {
                child,
                _stdout: Some(stdout),
            },
            announced,
        )
    }

    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

    /// The process that this one started from a program file.
    pub fn started(&self, program: &Path) -> Option<Pid> {
        let is_it =
            |pid: &i32| fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe == program);
        descendants(self.child.id().cast_signed())
            .into_iter()
            .find(is_it)
            .and_then(Pid::from_raw)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let started = descendants(self.child.id().cast_signed());
        // What has ended already can't be ended once more.
        let _ = self.child.kill();
        let _ = self.child.wait();
        for pid in started.into_iter().filter_map(Pid::from_raw) {
            let _ = kill_process(pid, Signal::KILL);
        }
    }
}

/// Ends a process as a power cut would, and waits until it is gone.
pub fn kill(pid: Pid) {
    kill_process(pid, Signal::KILL).unwrap();
    let begun = Instant::now();
    while parent(pid.as_raw_nonzero().get()).is_some() {
        assert!(begun.elapsed() < DEADLINE, "a killed process does not end");
        std::thread::yield_now();
    }
}

/// The processes that a process started, and those that these started.
fn descendants(ancestor: i32) -> Vec<i32> {
    let processes = fs::read_dir("/proc").unwrap();
    let processes = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let parents: Vec<(i32, i32)> = processes
        .filter_map(|pid| Some((pid, parent(pid)?)))
        .collect();
    let mut found = vec![ancestor];
    let mut next = 0;
    while let Some(&one) = found.get(next) {
        found.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == one)
                .map(|(pid, _)| *pid),
        );
        next += 1;
    }
    found.split_off(1)
}

/// proc_pid_stat(5): the name in brackets, the state, the parent. Nothing for a process that has ended.
fn parent(pid: i32) -> Option<i32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    let state = fields.next()?;
    if state == "Z" || state == "X" {
        None
    } else {
        fields.next()?.parse().ok()
    }
}
