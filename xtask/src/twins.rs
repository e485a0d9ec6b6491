//! Compressed twins: beside a file `x` the server finds `x.br` and `x.gz`.
//!
//! Brotli at its best quality takes seconds for a megabyte, so results are kept
//! in `target/twins`, named by the content they were made from.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

/// Bump when the settings below change: the kept results are of the old ones.
const SETTINGS: &str = "1";

/// A file to compress: where its bytes are, and the path whose twins are written.
pub(crate) struct Original {
    pub(crate) source: PathBuf,
    pub(crate) target: PathBuf,
}

/// Writes the twins of all files, two at a time. Formats that are compressed
/// already, and files that would not shrink by a twentieth, get none.
pub(crate) fn write(originals: Vec<Original>, kept: &Path) -> Result<()> {
    fs::create_dir_all(kept)?;
    let queue = Mutex::new(originals.into_iter());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| -> Result<()> {
                    while let Some(original) = next(&queue) {
                        write_one(&original, kept).with_context(|| {
                            format!("compressing {}", original.source.display())
                        })?;
                    }
                    Ok(())
                })
            })
            .collect();
        for worker in workers {
            worker
                .join()
                .map_err(|_| anyhow::anyhow!("a compression thread panicked"))??;
        }
        Ok(())
    })
}

fn next(queue: &Mutex<std::vec::IntoIter<Original>>) -> Option<Original> {
    queue.lock().ok()?.next()
}

fn write_one(original: &Original, kept: &Path) -> Result<()> {
    let extension = original
        .source
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or("");
    if ["png", "jpg", "jpeg", "webp", "woff2", "ico", "gz", "br"].contains(&extension) {
        return Ok(());
    }
    let bytes = fs::read(&original.source)?;
    let name = format!("{SETTINGS}-{}", hex(&Sha256::digest(&bytes)));
    for (ending, compress) in [("br", brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", gzip)] {
        let saved = kept.join(format!("{name}.{ending}"));
        if !saved.exists() {
            // Written under another name first: an interrupted run leaves no half file.
            let unfinished = kept.join(format!("{name}.{ending}.{}", std::process::id()));
            fs::write(&unfinished, compress(&bytes)?)?;
            fs::rename(&unfinished, &saved)?;
        }
        let small = fs::metadata(&saved)?.len() * 20 < bytes.len() as u64 * 19;
        if small {
            let mut twin = original.target.clone().into_os_string();
            twin.push(format!(".{ending}"));
            fs::copy(&saved, twin)?;
        }
    }
    Ok(())
}

/// Compresses with brotli at its best quality.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
