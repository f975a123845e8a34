//! A small static file server for the built app: what `run`, the end-to-end tests and the measurements use.

mod file;
mod request;

use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::dist::page::POLICY;
use file::Answer;
use request::Request;

/// Serves one folder on 127.0.0.1 until it is stopped or dropped.
pub struct Server {
    folder: PathBuf,
    port: u16,
    running: Option<Running>,
}

struct Running {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Server {
    /// Port 0 takes any free one.
    pub fn start(folder: PathBuf, port: u16) -> Result<Self> {
        if !folder.join("index.html").is_file() {
            bail!("{} has no index.html: `cargo xtask dist` makes it", folder.display());
        }
        let mut server = Self { folder, port, running: None };
        server.resume()?;
        Ok(server)
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Closes the port, as a network that is gone would.
    pub fn stop(&mut self) {
        let Some(running) = self.running.take() else {
            return;
        };
        running.stop.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)));
        let _ = running.thread.join();
    }

    /// What the next `resume` serves.
    pub fn serve_from(&mut self, folder: PathBuf) {
        self.folder = folder;
    }

    /// Opens the same port again.
    pub fn resume(&mut self) -> Result<()> {
        if self.running.is_some() {
            return Ok(());
        }
        let listener = listen(self.port)?;
        self.port = listener.local_addr()?.port();
        let stop = Arc::new(AtomicBool::new(false));
        let folder = self.folder.clone();
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || accept(&listener, &folder, &stopped));
        self.running = Some(Running { stop, thread });
        Ok(())
    }

    /// Serves until the program is ended.
    pub fn wait(mut self) {
        if let Some(running) = self.running.take() {
            let _ = running.thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// An error that says the way out if a port is taken: better before a long build than after it.
pub fn check_port(port: u16) -> Result<()> {
    listen(port).map(drop)
}

fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} is taken by another program; choose another one: --port {}", port.wrapping_add(1))
        }
        bound => bound.with_context(|| format!("port {port} can't be opened")),
    }
}

fn accept(listener: &TcpListener, folder: &Path, stop: &Arc<AtomicBool>) {
    for connection in listener.incoming() {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        let Ok(connection) = connection else { continue };
        let (folder, stop) = (folder.to_path_buf(), Arc::clone(stop));
        // Browsers open connections ahead of need: none may keep another waiting.
        thread::spawn(move || {
            // A browser that goes away in the middle of an answer is everyday life.
            let _ = answer(connection, &folder, &stop);
        });
    }
}

fn answer(mut connection: TcpStream, folder: &Path, stop: &AtomicBool) -> Result<()> {
    connection.set_read_timeout(Some(Duration::from_secs(20)))?;
    let Some(request) = Request::read(&mut connection)? else {
        return Ok(());
    };
    // A connection that was opened ahead outlives the port: it must not answer either.
    if stop.load(Ordering::SeqCst) {
        return Ok(());
    }
    let answer = file::answer(folder, &request);
    connection.write_all(head(&answer).as_bytes())?;
    if request.wants_body {
        connection.write_all(&answer.body)?;
    }
    Ok(())
}

/// One request per connection: stopping the server then cuts everybody off at once.
fn head(answer: &Answer) -> String {
    format!(
        "HTTP/1.1 {}\r\n\
         Content-Type: {}\r\n\
         Content-Length: {}\r\n\
         Cache-Control: {}\r\n\
         Content-Security-Policy: {POLICY}; frame-ancestors 'none'\r\n\
         X-Content-Type-Options: nosniff\r\n\
         Referrer-Policy: no-referrer\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\n\
         Connection: close\r\n\r\n",
        answer.status,
        answer.mime,
        answer.body.len(),
        answer.cache,
    )
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;

    use super::*;

    fn site(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("kontor-serve-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<title>Kontor</title>").unwrap();
        fs::create_dir_all(folder.join("app-0123456789abcdef")).unwrap();
        fs::write(folder.join("app-0123456789abcdef/kontor_bg.wasm"), "wasm").unwrap();
        fs::write(folder.join("sw.js"), "worker").unwrap();
        folder
    }

    fn get(server: &Server, line: &str) -> String {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
        write!(connection, "{line} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut text = String::new();
        connection.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn files_come_with_type_cache_rule_and_policy() {
        let folder = site("files");
        let server = Server::start(folder.clone(), 0).unwrap();
        let wasm = get(&server, "GET /app-0123456789abcdef/kontor_bg.wasm");
        assert!(wasm.contains("Content-Type: application/wasm\r\n"), "{wasm}");
        assert!(wasm.contains("immutable"), "{wasm}");
        let worker = get(&server, "GET /sw.js");
        assert!(worker.contains("Cache-Control: no-cache\r\n"), "{worker}");
        assert!(worker.contains("script-src 'self' 'wasm-unsafe-eval'"), "{worker}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_place_in_the_app_is_the_app_and_a_missing_file_is_missing() {
        let folder = site("places");
        let server = Server::start(folder.clone(), 0).unwrap();
        assert!(get(&server, "GET /leads/7?q=a.b").ends_with("<title>Kontor</title>"));
        assert!(get(&server, "GET /gone.js").starts_with("HTTP/1.1 404"));
        assert!(get(&server, "GET /../Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(get(&server, "GET /%2e%2e/Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(get(&server, "POST /leads").starts_with("HTTP/1.1 405"));
        assert!(get(&server, "HEAD /leads").ends_with("\r\n\r\n"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_stopped_server_answers_again_on_the_same_port() {
        let folder = site("stop");
        let mut server = Server::start(folder.clone(), 0).unwrap();
        let port = server.port();
        server.stop();
        assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err());
        server.resume().unwrap();
        assert_eq!(server.port(), port);
        assert!(get(&server, "GET /").contains("200 OK"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_connection_opened_before_the_stop_is_not_answered() {
        let folder = site("ahead");
        let mut server = Server::start(folder.clone(), 0).unwrap();
        let mut ahead = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
        server.stop();
        let mut text = String::new();
        // Cut off or closed without a word: both are no answer.
        let _ = ahead.write_all(b"GET / HTTP/1.1\r\n\r\n");
        let _ = ahead.read_to_string(&mut text);
        assert_eq!(text, "");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_taken_port_is_said_with_the_way_out() {
        let folder = site("taken");
        let server = Server::start(folder.clone(), 0).unwrap();
        let message = Server::start(folder.clone(), server.port()).err().unwrap().to_string();
        assert!(message.contains("is taken") && message.contains("--port"), "{message}");
        fs::remove_dir_all(folder).unwrap();
    }
}
