//! Changing a draft that is not open: a fact that goes home from one document into
//! another.

use cv::{Document, Edit, Id, Rejected};

use super::{DOCUMENTS, Drafts, JOURNAL, StoreError, Written, read};

/// What became of the edits.
pub(crate) enum Elsewhere {
    /// They are in the draft's journal; the edit takes them back.
    Made(Written, Edit),
    /// No edit was wanted, and the draft is as it was.
    Same,
    /// The draft takes no such edit, and is as it was.
    Rejected(Rejected),
}

impl Drafts {
    /// Makes the edits that `change` wants once it has seen the draft, all of them or
    /// none, in one transaction and from what is stored alone.
    pub(crate) async fn change(
        &self,
        draft: Id,
        change: &mut dyn FnMut(&Document) -> Vec<Edit>,
    ) -> Result<Elsewhere, StoreError> {
        let work = self.write(&[DOCUMENTS, JOURNAL])?;
        let (mut document, _) = read(&work, draft).await?;
        let edits = change(&document);
        if edits.is_empty() {
            return Ok(Elsewhere::Same);
        }
        let edit = Edit::All(edits);
        let inverse = match cv::apply(&mut document, &edit) {
            Ok(inverse) => inverse,
            Err(rejected) => return Ok(Elsewhere::Rejected(rejected)),
        };
        let edits = vec![cv::format::save_edit(&edit)];
        let key = work.append(draft, &edits).await?;
        work.finish().await?;
        Ok(Elsewhere::Made(Written { key, edits }, inverse))
    }
}
