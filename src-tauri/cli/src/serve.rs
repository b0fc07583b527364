//! The loopback host: the window's UI and commands over HTTP on this computer, so that a browser can test them.
//!
//! Only in development builds. It listens on 127.0.0.1 alone and answers only requests that name it so.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use pamphlet_api::{App, AppEvent, Host, Request as ApiRequest, WireError};
use pamphlet_engine::SystemWorld;
use tiny_http::{Method, Request, Server, StatusCode};

use crate::output::{Answer, Refused};

/// As in the window, but that a browser asks this host for everything. `tauri.conf.json` has the window's.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; \
                      connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

#[derive(clap::Args)]
pub struct Arguments {
    /// The library to open; none: the start screen
    library: Option<PathBuf>,
    /// The folder of the built UI
    #[arg(long)]
    ui: PathBuf,
    /// Where settings and new libraries go
    #[arg(long)]
    home: PathBuf,
    /// 0: any free port, printed when it is open
    #[arg(long, default_value_t = 4173)]
    port: u16,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Refused> {
    let broken = |error: String| Refused::plain("serve", error);
    let server = Server::http(("127.0.0.1", arguments.port)).map_err(|e| broken(e.to_string()))?;
    let host = Browser {
        home: arguments.home.clone(),
        listeners: Arc::default(),
    };
    let listeners = host.listeners.clone();
    let library = arguments
        .library
        .as_ref()
        .and_then(|path| std::path::absolute(path).ok());
    let app = Arc::new(App::new(host, Arc::new(SystemWorld), library));
    println!("http://{}/", server.server_addr());
    for request in server.incoming_requests() {
        let (app, ui, listeners) = (app.clone(), arguments.ui.clone(), listeners.clone());
        thread::spawn(move || {
            // A browser that went away is no reason to end.
            let _ = answer(request, &app, &ui, &listeners);
        });
    }
    Ok(Answer::Nothing)
}

type Listeners = Arc<Mutex<Vec<Sender<String>>>>;

struct Browser {
    home: PathBuf,
    listeners: Listeners,
}

impl Host for Browser {
    fn emit(&self, event: AppEvent) {
        let text = serde_json::to_string(&event).unwrap_or_default();
        let mut listeners = self
            .listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        listeners.retain(|listener| listener.send(text.clone()).is_ok());
    }

    fn settings_folder(&self) -> PathBuf {
        self.home.join("settings")
    }

    fn documents_folder(&self) -> PathBuf {
        self.home.join("Documents")
    }

    fn choose_folder(&self, _title: &str, _start: Option<&Path>) -> Option<PathBuf> {
        None
    }

    fn open_page(&self, _page: &Path) -> io::Result<()> {
        Ok(())
    }

    fn open_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
}

fn answer(
    request: Request,
    app: &App<Browser>,
    ui: &Path,
    listeners: &Listeners,
) -> io::Result<()> {
    if !is_ours(&request) {
        return refuse(request, 403);
    }
    let url = request.url().split('?').next().unwrap_or("/").to_owned();
    if let Some(command) = url.strip_prefix("/api/") {
        return api(request, app, command);
    }
    if url == "/events" {
        let (sender, receiver) = channel();
        listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(sender);
        return events(request, &receiver);
    }
    if let Some(path) = url.strip_prefix("/preview/") {
        return match app.preview_asset(path) {
            Some(asset) => send(request, 200, asset.media_type, &asset.bytes),
            None => refuse(request, 404),
        };
    }
    file(request, ui, &url)
}

/// Whether the browser thinks that it talks to this computer, since another site's name could lead here too; and
/// whether the page that asks, if it says which, came from here.
fn is_ours(request: &Request) -> bool {
    let value = |name: &'static str| {
        let header = request.headers().iter().find(|h| h.field.equiv(name));
        header.map(|header| header.value.as_str())
    };
    let Some(host) = value("Host") else {
        return false;
    };
    let name = host.split(':').next();
    matches!(name, Some("127.0.0.1" | "localhost"))
        && value("Origin").is_none_or(|origin| origin.strip_prefix("http://") == Some(host))
}

fn api(mut request: Request, app: &App<Browser>, command: &str) -> io::Result<()> {
    if *request.method() != Method::Post {
        return refuse(request, 405);
    }
    let mut body = Vec::new();
    request.as_reader().read_to_end(&mut body)?;
    let name = request
        .headers()
        .iter()
        .find(|h| h.field.equiv("X-File-Name"));
    let asked = match name {
        Some(name) => ApiRequest::File {
            bytes: &body,
            name: name.value.as_str(),
        },
        None => ApiRequest::Text(&body),
    };
    let answer = app.call(command, asked);
    match answer {
        Ok(json) => send(request, 200, "application/json", json.as_bytes()),
        Err(error) => send(request, 422, "application/json", &refusal(&error)),
    }
}

fn refusal(error: &WireError) -> Vec<u8> {
    serde_json::to_vec(error).unwrap_or_default()
}

/// Server-sent events (HTML Living Standard, 9.2), until the browser leaves.
fn events(request: Request, receiver: &Receiver<String>) -> io::Result<()> {
    let mut writer = request.into_writer();
    writer.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
          Connection: close\r\n\r\n",
    )?;
    writer.flush()?;
    for event in receiver {
        write!(writer, "data: {event}\n\n")?;
        writer.flush()?;
    }
    Ok(())
}

fn file(request: Request, ui: &Path, url: &str) -> io::Result<()> {
    let path = url.trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let inside = Path::new(path)
        .components()
        .all(|c| matches!(c, std::path::Component::Normal(_)));
    let media_type = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    match fs::read(ui.join(path)) {
        Ok(bytes) if inside => send(request, 200, media_type, &bytes),
        _ => refuse(request, 404),
    }
}

/// Each answer ends its connection: `tiny_http` gives every open one a thread of a small pool, and a request that comes
/// while all of them wait for a browser's next one would wait with them.
fn send(request: Request, status: u16, media_type: &str, bytes: &[u8]) -> io::Result<()> {
    let reason = StatusCode(status).default_reason_phrase();
    let length = bytes.len();
    let mut writer = request.into_writer();
    write!(
        writer,
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
         Content-Security-Policy: {POLICY}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n"
    )?;
    writer.write_all(bytes)?;
    writer.flush()
}

fn refuse(request: Request, status: u16) -> io::Result<()> {
    send(request, status, "text/plain", b"")
}
