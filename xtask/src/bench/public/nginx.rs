//! An nginx with the same bytes in files.

use super::load::Load;
use crate::exec::{command, exists};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// An nginx of our own; ends when dropped.
pub(super) struct Nginx {
    process: Child,
    folder: PathBuf,
    port: u16,
    /// Its address, without a path.
    pub(super) url: String,
}

impl Nginx {
    /// Starts it on a core, with a page, its PDF, and the page again under each of many
    /// names.
    pub(super) fn start(core: &str, page: &[u8], pdf: &[u8], slugs: &[String]) -> Result<Nginx> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let folder = std::env::temp_dir().join(format!("merit-nginx-{port}"));
        let www = folder.join("www/cv");
        fs::create_dir_all(&www)?;
        for (number, slug) in slugs.iter().enumerate() {
            fs::write(www.join(slug), page)?;
            if number == 0 {
                fs::write(www.join(format!("{slug}.pdf")), pdf)?;
            }
        }
        let at = folder.display();
        let config = format!(
            "daemon off; worker_processes 1; pid {at}/pid; error_log {at}/error;\n\
             events {{ worker_connections 256; }}\n\
             http {{ access_log off; default_type text/html; types {{ application/pdf pdf; }} root {at}/www;\n\
             client_body_temp_path {at}/1; proxy_temp_path {at}/2; fastcgi_temp_path {at}/3;\n\
             uwsgi_temp_path {at}/4; scgi_temp_path {at}/5; keepalive_requests 1000000;\n\
             server {{ listen 127.0.0.1:{port}; }} }}\n"
        );
        fs::write(folder.join("nginx.conf"), config)?;
        // nginx gives its work to another user when root starts it.
        let _ = command("chmod").args(["-R", "a+rX"]).arg(&folder).status();
        let process = command("taskset")
            .args(["-c", core])
            .arg(if exists("nginx") {
                "nginx"
            } else {
                "/usr/sbin/nginx"
            })
            .arg("-p")
            .arg(&folder)
            .arg("-c")
            .arg(folder.join("nginx.conf"))
            .stderr(Stdio::null())
            .spawn()
            .context("nginx could not be started")?;
        let nginx = Nginx {
            process,
            url: format!("http://127.0.0.1:{port}"),
            folder,
            port,
        };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            ensure!(
                start.elapsed() < Duration::from_secs(10),
                "nginx did not start"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(nginx)
    }

    /// The same load. What has not changed nginx names by a tag of its own.
    pub(super) fn same(&self, asked: &Load) -> Result<Load> {
        let mut same = asked.clone();
        if same.etag.is_some() {
            let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
            write!(stream, "HEAD {} HTTP/1.0\r\n\r\n", same.path)?;
            let mut head = String::new();
            stream.read_to_string(&mut head)?;
            same.etag = Some(super::header(&head, "etag")?);
        }
        Ok(same)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = command("sh")
            .arg("-c")
            .arg(format!("kill $(cat {}/pid)", self.folder.display()))
            .status();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
