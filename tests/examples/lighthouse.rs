//! `cargo xtask lighthouse`: what Lighthouse thinks of each kind of page, on a served copy.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "what fails here fails at a developer's desk"
)]

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    let input = std::env::args_os().nth(1);
    linux::judge(input.as_deref().map(AsRef::as_ref))
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("The browser is driven on Linux only.");
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::path::Path;
    use std::process::{Command, ExitCode};

    use pamphlet_tests::judge::sites::{self, Input, Made};
    use pamphlet_tests::judge::web_server::WebServer;
    use pamphlet_tests::judge::{Exceptions, Finding, Judged, data};
    use serde_json::Value;

    /// Each category with the score that a page must have.
    const WANTED: [(&str, u64); 4] = [
        ("performance", 99),
        ("accessibility", 100),
        ("best-practices", 100),
        ("seo", 100),
    ];

    pub fn judge(input: Option<&Path>) -> ExitCode {
        let input = input.map_or(Input::Sample, |folder| {
            Input::Folder(std::path::absolute(folder).unwrap())
        });
        let into = pamphlet_tests::target().join("lighthouse");
        let exceptions = Exceptions::read();
        let made = sites::of(&input, &into).into_iter();
        match made.map(|made| site(&made, &exceptions)).sum() {
            0 => ExitCode::SUCCESS,
            faults => {
                eprintln!("{faults} scores are too low");
                ExitCode::FAILURE
            }
        }
    }

    fn site(made: &Made, exceptions: &Exceptions) -> usize {
        let site = Judged::of(&made.folder);
        let server = WebServer::start(&made.folder);
        let opened = site.sample.opened.values();
        let judged = opened.map(|path| page(&made.name, &server.address, path, exceptions));
        judged.sum()
    }

    /// Prints a page's scores; how many are too low.
    fn page(site: &str, server: &str, path: &str, exceptions: &Exceptions) -> usize {
        let report = report(&format!("{server}{path}"));
        let mut line = String::new();
        let mut faults = Vec::new();
        for (category, wanted) in WANTED {
            let score = score(&report, category);
            line += &format!("  {category} {score:>3}");
            if score < wanted {
                let fault = format!("{category}: {score}: {}", failed(&report, category));
                let finding = Finding::new("lighthouse", path, fault);
                faults.extend((!exceptions.forgives(&finding)).then_some(finding));
            }
        }
        println!("{site}: {path}\n {line}");
        faults.iter().for_each(|fault| println!("    {fault}"));
        faults.len()
    }

    fn report(address: &str) -> Value {
        let module = data("lighthouse/node_modules/lighthouse/cli/index.js");
        let categories = WANTED.map(|(category, _)| category).join(",");
        let profile = tempfile::tempdir().unwrap();
        let file = profile.path().join("report.json");
        let chromium = format!(
            "--headless --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run \
             --disable-background-networking --disable-component-update --disable-sync --user-data-dir={}",
            profile.path().display()
        );
        let mut command = Command::new("node");
        command
            .arg(module)
            .arg(address)
            .args(["--output=json", "--quiet", "--no-enable-error-reporting"])
            // To a file: it ends before all of it went through a pipe.
            .arg(format!("--output-path={}", file.display()))
            .arg(format!("--only-categories={categories}"))
            .arg(format!("--chrome-flags={chromium}"))
            .env("CHROME_PATH", "/usr/bin/chromium");
        let output = command.output().unwrap();
        let report = fs::read(file).unwrap_or_default();
        serde_json::from_slice(&report)
            .unwrap_or_else(|_| panic!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)))
    }

    /// Of a hundred.
    fn score(report: &Value, category: &str) -> u64 {
        let score = report["categories"][category]["score"].as_f64();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 1"
        )]
        let score = (score.unwrap_or_default() * 100.0).round() as u64;
        score
    }

    /// The audits that cost points.
    fn failed(report: &Value, category: &str) -> String {
        let audits = report["categories"][category]["auditRefs"].as_array();
        let costly = audits.into_iter().flatten().filter_map(|audit| {
            let id = audit["id"].as_str()?;
            let found = &report["audits"][id];
            let counts = audit["weight"].as_f64()? > 0.0 && found["score"].as_f64()? < 0.99;
            counts.then(|| format!("{id} {}", found["displayValue"].as_str().unwrap_or("")))
        });
        costly.collect::<Vec<_>>().join(", ")
    }
}
