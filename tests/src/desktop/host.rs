use std::path::Path;

use super::Desktop;
use super::process::Process;
use crate::programs::{program, repository};

/// The window's UI and commands over HTTP, for a browser.
pub struct LoopbackHost {
    pub address: String,
    _process: Process,
}

impl Desktop {
    /// Starts the loopback host, with no library or with one. Only programs of a development build have it.
    pub fn start_host(&self, library: Option<&Path>) -> LoopbackHost {
        let mut command = self.command(&program("pamphlet-cli").display().to_string());
        command.arg("serve").args(library);
        command
            .arg("--ui")
            .arg(repository().join("ui").join("dist"));
        command.arg("--home").arg(self.home());
        let (process, address) = Process::announced(command.args(["--port", "0"]), |line| {
            line.starts_with("http://").then(|| line.to_owned())
        });
        LoopbackHost {
            address,
            _process: process,
        }
    }
}
