//! What a caller decides of a file, and which standards it then keeps.
//!
//! Every file is accessible (PDF/UA-1). One for an archive is PDF/A-2a besides,
//! which may hold no other files but PDFs; with the CV's data in it, it is
//! PDF/A-3a. That is also the only standard on which PDF 1.7 has *associated*
//! files, so a dated file with data tries for it even where no archive is asked
//! for.

use krilla::Data;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::metadata::DateTime;

use super::PdfError;

/// The name of the data within the file.
pub const SOURCE_NAME: &str = "cv.json";
/// The same of a letter that stands before its CV.
pub const LETTER_NAME: &str = "letter.json";

/// A moment in Coordinated Universal Time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub year: u16,
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
}

/// What is not in the pages. The default is a file without a date and without
/// data.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// When the file was made. Nothing here reads a clock.
    pub created: Option<Moment>,
    /// The file is to be read in decades: PDF/A-2a, or PDF/A-3a with a `source`.
    /// It needs `created`, and there is no file rather than one that is not so.
    pub archival: bool,
    /// The CV as JSON Resume, attached as [`SOURCE_NAME`], so that `cv::import` can
    /// open the file again. It is what `cv::export_shown` writes; the caller
    /// sees to it that nothing hidden is in it.
    pub source: Option<&'a str>,
    /// The photo that the pages have a place for: a JPEG as `cv::photo::dimensions`
    /// accepts it, which stands in the file as it is. Without it, nothing stands there.
    pub photo: Option<&'a [u8]>,
}

impl Options<'_> {
    /// The claims to try, the best first. What an archive was promised has no
    /// second best; else a person is better served by a file that misses a rule
    /// than by none.
    pub(super) fn claims(&self, sources: bool) -> Result<&'static [Claim], PdfError> {
        use Claim::{Accessible, Archive, ArchiveWithFiles, Plain};
        let dated = self.created.is_some();
        match (self.archival, sources) {
            (true, _) if !dated => Err(PdfError::NoDate),
            (true, false) => Ok(&[Archive]),
            (true, true) => Ok(&[ArchiveWithFiles]),
            (false, true) if dated => Ok(&[ArchiveWithFiles, Accessible, Plain]),
            (false, _) => Ok(&[Accessible, Plain]),
        }
    }

    pub(super) fn date(&self) -> Option<DateTime> {
        self.created.map(|at| {
            DateTime::new(at.year)
                .month(at.month)
                .day(at.day)
                .hour(at.hour)
                .minute(at.minute)
                .second(at.second)
                .utc_offset_hour(0)
                .utc_offset_minute(0)
        })
    }

    /// Data as a file within the file.
    pub(super) fn attachment(&self, name: &str, source: &str) -> EmbeddedFile {
        EmbeddedFile {
            path: name.to_owned(),
            mime_type: MimeType::new("application/json"),
            // A proper name, the same in every language.
            description: Some("JSON Resume".to_owned()),
            association_kind: AssociationKind::Source,
            data: Data::from(source.as_bytes().to_vec()),
            modification_date: self.date(),
            compress: Some(true),
            location: None,
        }
    }
}

/// What a file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// PDF/UA-1 and PDF/A-2a.
    Archive,
    /// PDF/UA-1 and PDF/A-3a.
    ArchiveWithFiles,
    /// PDF/UA-1.
    Accessible,
    Plain,
}

impl Claim {
    pub(super) fn configuration(self) -> Result<Configuration, PdfError> {
        let builder = ConfigurationBuilder::new();
        let accessible = builder.with_accessibility_validator(Accessibility::UA1);
        let builder = match self {
            Claim::Archive => accessible.with_archival_validator(Archival::A2_A),
            Claim::ArchiveWithFiles => accessible.with_archival_validator(Archival::A3_A),
            Claim::Accessible => accessible,
            Claim::Plain => builder,
        };
        let finished = builder.finish();
        finished.map_err(|error| PdfError::Writer(format!("{error:?}")))
    }
}
