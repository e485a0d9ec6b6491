//! A ZIP archive: the package of a DOCX.
//!
//! Written here because there is little to it, and because an archive that is to
//! be the same everywhere may have neither a clock nor a compressor that another
//! crate's features exchange. All files are of the first day that ZIP knows.

use miniz_oxide::deflate::compress_to_vec;

/// 1 January 1980, 00:00.
const DATE: u16 = 0x21;
/// Names are UTF-8; they are ASCII here.
const FLAGS: u16 = 1 << 11;
const DEFLATED: u16 = 8;
/// Version 2.0 can do all that is used.
const VERSION: u16 = 20;

#[derive(Default)]
pub(super) struct Archive {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Archive {
    /// Adds a file. A DOCX has a dozen, far smaller than the four gigabytes that
    /// this form can tell.
    pub(super) fn add(&mut self, name: &str, content: impl AsRef<[u8]>) {
        let content = content.as_ref();
        let data = compress_to_vec(content, 6);
        let offset = self.bytes.len() as u32;
        let mut entry = Vec::new();
        for field in [VERSION, FLAGS, DEFLATED, 0, DATE] {
            entry.extend(field.to_le_bytes());
        }
        for field in [crc(content), data.len() as u32, content.len() as u32] {
            entry.extend(field.to_le_bytes());
        }
        // The length of the name, and of nothing more.
        entry.extend((name.len() as u16).to_le_bytes());
        entry.extend([0; 2]);

        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&entry);
        self.bytes.extend(name.bytes());
        self.bytes.extend(data);

        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&entry);
        // No comment, the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(name.bytes());
        self.count += 1;
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        let start = self.bytes.len() as u32;
        let length = self.directory.len() as u32;
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06");
        self.bytes.extend([0; 4]);
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(length.to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

/// CRC-32 as ZIP has it.
fn crc(data: &[u8]) -> u32 {
    let mut crc = !0_u32;
    for byte in data {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            let out = crc & 1;
            crc = (crc >> 1) ^ (0xedb8_8320 * out);
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_check_value_of_the_standard() {
        assert_eq!(super::crc(b"123456789"), 0xcbf4_3926);
    }
}
