use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;
use std::time::Instant;

use super::process::{DEADLINE, Process};

/// A program that speaks WebDriver (<https://www.w3.org/TR/webdriver2/>) at an address of this computer.
pub struct Driver {
    pub process: Process,
    pub address: String,
}

impl Driver {
    /// WebKit's: it must be told where to listen.
    pub fn webkit(command: impl Fn() -> Command) -> Self {
        loop {
            let port = free_port();
            let mut process = Process::start(command().arg(format!("--port={port}")));
            if listens(&mut process, port) {
                return Self {
                    process,
                    address: format!("http://127.0.0.1:{port}"),
                };
            }
            // Somebody else was faster to take the port.
        }
    }

    /// Chromium's: it chooses where to listen, and says so.
    pub fn chromium(mut command: Command) -> Self {
        let (process, port) = Process::announced(command.arg("--port=0"), |line| {
            let port = line.split_once("started successfully on port ")?.1;
            Some(port.trim_end_matches('.').to_owned())
        });
        Self {
            process,
            address: format!("http://127.0.0.1:{port}"),
        }
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// Waits until the process listens; false if it has ended instead.
fn listens(process: &mut Process, port: u16) -> bool {
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(begun.elapsed() < DEADLINE, "the driver does not listen");
        if process.has_ended() {
            return false;
        }
        std::thread::yield_now();
    }
    true
}
