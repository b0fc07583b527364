//! A finished site on a web server of this computer, as a plain host would serve it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;

use crate::{Tree, crawl};

/// Serves a folder, where the site says that it will lie, for as long as this program runs.
pub struct WebServer {
    /// With a slash at its end.
    pub address: String,
}

impl WebServer {
    pub fn start(folder: &Path) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let at = crawl::folder(&Tree::published(folder));
        let address = format!("http://{}{at}", listener.local_addr().unwrap());
        let site = Site {
            folder: folder.to_owned(),
            headers: for_all_pages(folder, &at),
            at,
        };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = site.clone();
                // A browser that went away is no reason to end.
                thread::spawn(move || site.answer(&stream));
            }
        });
        Self { address }
    }
}

#[derive(Clone)]
struct Site {
    folder: PathBuf,
    /// Where it lies on its server, with slashes around it.
    at: String,
    headers: Vec<String>,
}

/// What `_headers` says of every page.
fn for_all_pages(folder: &Path, at: &str) -> Vec<String> {
    let all = format!("{at}*");
    let text = fs::read_to_string(folder.join("_headers")).unwrap_or_default();
    let lines = text.lines().skip_while(|line| line.trim() != all).skip(1);
    lines
        .take_while(|line| line.starts_with([' ', '\t']))
        .map(|line| line.trim().to_owned())
        .collect()
}

impl Site {
    fn answer(&self, mut stream: &TcpStream) -> Option<()> {
        let mut lines = BufReader::new(stream).lines();
        let request = lines.next()?.ok()?;
        // The rest of the request says nothing that we act on; it must be read, though.
        lines
            .find(|line| line.as_ref().is_ok_and(String::is_empty))?
            .ok()?;
        let address = request.split(' ').nth(1)?;
        let path = address.split(['?', '#']).next()?;
        let (status, file) = self.find(path.strip_prefix(&self.at));
        let body = file.as_ref().and_then(|file| fs::read(file).ok());
        let body = body.unwrap_or_default();
        let kind = media_type(&file.unwrap_or_default());
        let headers: String = self.headers.iter().map(|it| format!("{it}\r\n")).collect();
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{headers}\
             Cache-Control: max-age=31536000\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(&body).ok()
    }

    fn find(&self, path: Option<&str>) -> (&'static str, Option<PathBuf>) {
        let inside = path.filter(|path| !path.split('/').any(|part| part == ".."));
        let found = inside.and_then(|path| {
            let file = self.folder.join(path);
            let candidates = [file.clone(), file.join("index.html")];
            candidates.into_iter().find(|file| file.is_file())
        });
        match found {
            Some(file) => ("200 OK", Some(file)),
            None => ("404 Not Found", Some(self.folder.join("404.html"))),
        }
    }
}

fn media_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|it| it.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "wasm" => "application/wasm",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
