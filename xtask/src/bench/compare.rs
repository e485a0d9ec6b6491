//! Merit beside what others set CVs with: @react-pdf/renderer and Chromium's own
//! printing, with the same content in the same browser and in one run.

use super::browser::playwright;
use super::{Bed, Measurement};
use crate::exec::{root, run};
use crate::tools::{npm, tool};
use anyhow::Result;

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let end2end = root().join("end2end");
    npm(&end2end)?;
    let bundle = root().join("target/bench-react-pdf.js");
    run(tool("esbuild")?
        .arg(end2end.join("bench/react-pdf.jsx"))
        .args(["--bundle", "--minify", "--format=esm", "--jsx=automatic"])
        // React without its warnings, as a site would ship it.
        .args(["--define:process.env.NODE_ENV=\"production\""])
        .args(["--log-level=error"])
        .arg(format!("--outfile={}", bundle.display())))?;
    playwright(bed, "compare.bench.ts", &[("REACT_PDF", &bundle)])
}
