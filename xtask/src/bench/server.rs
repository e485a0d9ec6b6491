//! The server process: how soon it answers and how much memory it holds.

use super::{Bed, Measurement};
use crate::exec::root;
use anyhow::{Result, ensure};
use std::thread;
use std::time::Duration;

/// Requests under load: more than a person's visit, spread over this many threads.
const REQUESTS: usize = 400;
/// A document in our own form, for the PDFs among them.
const DOCUMENT: &str = "crates/cv/tests/golden/format-1.json";
const THREADS: usize = 8;

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    // The first start reads the program from the disk; a restart does not.
    drop(bed.server()?);
    let mut starts = Vec::new();
    for _ in 0..5 {
        starts.push(bed.server()?.first_answer.as_secs_f64() * 1000.0);
    }
    starts.sort_by(f64::total_cmp);
    let start = starts[starts.len() / 2];

    let server = bed.server()?;
    thread::sleep(Duration::from_secs(1));
    let idle = server.resident()?;
    let document = std::fs::read_to_string(root().join(DOCUMENT))?;
    let body = serde_json::json!({ "document": document }).to_string();
    let mut highest = idle;
    thread::scope(|scope| -> Result<()> {
        let clients: Vec<_> = (0..THREADS)
            .map(|_| {
                scope.spawn(|| -> Result<()> {
                    for request in 0..REQUESTS / THREADS {
                        let answer = match request % 3 {
                            0 => server.get("/", "br")?,
                            1 => server.get("/edit", "br")?,
                            _ => server.post("/api/pdf_render", &body)?,
                        };
                        ensure!(
                            answer.status == 200,
                            "the server answered {}",
                            answer.status
                        );
                    }
                    Ok(())
                })
            })
            .collect();
        while clients.iter().any(|client| !client.is_finished()) {
            highest = highest.max(server.resident()?);
            thread::sleep(Duration::from_millis(5));
        }
        for client in clients {
            client
                .join()
                .map_err(|_| anyhow::anyhow!("a client thread panicked"))??;
        }
        Ok(())
    })?;
    Ok(vec![
        Measurement::budgeted("server: start to first answer", start, "ms", 300.0),
        Measurement::budgeted("server: resident, idle", idle as f64 / 1e6, "MB", 40.0),
        Measurement::budgeted(
            "server: resident, under load",
            highest as f64 / 1e6,
            "MB",
            150.0,
        ),
    ])
}
