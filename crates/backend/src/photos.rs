//! Photos: the files that documents name.
//!
//! A file is stored as this server encodes it, whatever a browser sent: what was
//! decoded and encoded again holds pixels and nothing else. It goes when no
//! document of its account names it any more.

use std::collections::BTreeSet;
use std::io::Cursor;

use cv::{Document, PhotoFile};
use image::ImageDecoder as _;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::{DynamicImage, ExtendedColorType};
use privacy::{Actor, Purpose};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QuerySelect,
};
use uuid::Uuid;
use vault::{Column, PersonKey};
use zeroize::Zeroizing;

use crate::accounts::{lock, person};
use crate::clock::DAY;
use crate::documents;
use crate::entity::{document, photo};
use crate::failure::Failure;
use crate::holds;
use crate::sealed::PHOTO_CONTENT;
use crate::standing;
use crate::store::Store;
use crate::versions;

pub(crate) const CONTENT: Column = PHOTO_CONTENT;

/// Photos that an account may have: one for each document, and those that versions of
/// them still show.
pub const PHOTOS: u64 = 120;
/// Pixels of a side at most: more than any template prints.
const SIDE: u16 = 1600;
/// Fine enough that nobody sees what is lost, on paper either.
const QUALITY: u8 = 90;
/// A photo that no document names is kept for so long: the document that names it
/// may be on its way.
const KEPT: i64 = DAY;

impl Store {
    /// Stores a photo under the name that its writer's browser has drawn, and
    /// returns the file as it is stored. One that is there already stays what it is.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is no JPEG that may be kept, [`Failure::Quota`]
    pub async fn photo_put(
        &self,
        actor: Actor,
        file: PhotoFile,
        jpeg: Vec<u8>,
    ) -> Result<Vec<u8>, Failure> {
        let account = person(actor)?;
        let id = Uuid::from_u128(file.0);
        let key = self.key(account).await?;
        if let Some(row) = find(account, id, self.data.read()).await? {
            return open(&key, &row);
        }
        let made = tokio::task::spawn_blocking(move || encoded_anew(&jpeg)).await;
        let made = made.map_err(|error| Failure::Refused(error.to_string()))??;
        self.photos_sweep(account, i64::MIN, false).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        if let Some(row) = find(account, id, &transaction).await? {
            return open(&key, &row);
        }
        let there = photo::Entity::find()
            .filter(photo::Column::AccountId.eq(account))
            .count(&transaction)
            .await?;
        if there >= PHOTOS {
            return Err(Failure::Quota);
        }
        let row = photo::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            content: Set(key.seal(CONTENT, id.into_bytes(), &made)),
            created_at: Set(self.clock.now()),
        };
        photo::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(made)
    }

    /// The file of a photo.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such photo.
    pub async fn photo_get(
        &self,
        actor: Actor,
        purpose: Purpose,
        file: PhotoFile,
    ) -> Result<Vec<u8>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("photo.content", actor, actor, purpose)?;
        let row = find(account, Uuid::from_u128(file.0), self.data.read()).await?;
        let key = self.key(account).await?;
        open(&key, &row.ok_or(Failure::Missing)?)
    }

    /// The photos of the actor that are here, by their files' names.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn photo_files(&self, actor: Actor) -> Result<Vec<PhotoFile>, Failure> {
        let ids: Vec<Uuid> = photo::Entity::find()
            .select_only()
            .column(photo::Column::Id)
            .filter(photo::Column::AccountId.eq(person(actor)?))
            .into_tuple()
            .all(self.data.read())
            .await?;
        Ok(ids.into_iter().map(|id| PhotoFile(id.as_u128())).collect())
    }

    /// The photo that a document shows, for who reads it by the same right.
    pub(crate) async fn photo_of(
        &self,
        account: Uuid,
        key: &PersonKey,
        document: &Document,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let Some(photo) = document.shown().photo() else {
            return Ok(None);
        };
        let row = find(account, Uuid::from_u128(photo.file.0), self.data.read()).await?;
        row.map(|row| open(key, &row)).transpose()
    }

    /// Deletes the photos of every account that no document and no version names. Returns how
    /// many; with `dry`, how many it would be. Documents that have been in the bin
    /// since before `binned` name nothing: they go first.
    pub(crate) async fn sweep_photos(&self, binned: i64, dry: bool) -> Result<u64, Failure> {
        let accounts: Vec<Uuid> = photo::Entity::find()
            .select_only()
            .column(photo::Column::AccountId)
            .filter(photo::Column::CreatedAt.lt(self.clock.now() - KEPT))
            .filter(photo::Column::AccountId.not_in_subquery(standing::held(self.clock.now())))
            .distinct()
            .into_tuple()
            .all(self.data.read())
            .await?;
        let mut deleted = 0;
        for account in accounts {
            deleted += match self.photos_sweep(account, binned, dry).await {
                // Erased meanwhile, and its photos with it.
                Err(Failure::Missing) => 0,
                // What is damaged of one stays, and others' goes on.
                Err(failure @ (Failure::Sealed(_) | Failure::Damaged(_))) => {
                    tracing::error!(%failure, "an account's photos are not swept");
                    0
                }
                swept => swept?,
            };
        }
        Ok(deleted)
    }

    /// Deletes the photos of an account that none of its documents names, the bin
    /// included, and none of their versions, but for those that just came.
    async fn photos_sweep(&self, account: Uuid, binned: i64, dry: bool) -> Result<u64, Failure> {
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let documents = document::Entity::find()
            .filter(document::Column::AccountId.eq(account))
            .all(&transaction)
            .await?;
        let mut named = BTreeSet::new();
        let stays = |row: &&document::Model| row.binned_at.is_none_or(|at| at >= binned);
        for row in documents.iter().filter(stays) {
            let photo = documents::open(&key, row)?.document.photo;
            named.extend(photo.map(|photo| Uuid::from_u128(photo.file.0)));
        }
        // What has had its time is gone by now, or would be.
        let past = if dry { self.clock.now() } else { i64::MIN };
        let versions = versions::photos(account, binned, past);
        let unnamed = Condition::all()
            .add(photo::Column::AccountId.eq(account))
            .add(photo::Column::CreatedAt.lt(self.clock.now() - KEPT))
            .add(photo::Column::Id.is_not_in(named))
            .add(photo::Column::Id.not_in_subquery(versions))
            .add(holds::not_held("photo"));
        if dry {
            return Ok(photo::Entity::find()
                .filter(unnamed)
                .count(&transaction)
                .await?);
        }
        let deleted = photo::Entity::delete_many()
            .filter(unnamed)
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(deleted.rows_affected)
    }
}

async fn find(
    account: Uuid,
    id: Uuid,
    connection: &impl ConnectionTrait,
) -> Result<Option<photo::Model>, Failure> {
    Ok(photo::Entity::find_by_id((account, id))
        .one(connection)
        .await?)
}

fn open(key: &PersonKey, row: &photo::Model) -> Result<Vec<u8>, Failure> {
    let plain: Zeroizing<Vec<u8>> = key.open(CONTENT, row.id.into_bytes(), &row.content)?;
    Ok(plain.to_vec())
}

/// The same picture, decoded and encoded by this program.
fn encoded_anew(jpeg: &[u8]) -> Result<Vec<u8>, Failure> {
    let refused = |error: &dyn std::fmt::Display| Failure::Refused(error.to_string());
    // What is no JPEG of a kind that is kept is not even decoded.
    let plain = cv::photo::stripped(jpeg).map_err(|error| refused(&error))?;
    let (width, height) = cv::photo::dimensions(&plain).map_err(|error| refused(&error))?;
    if width.max(height) > SIDE {
        return Err(Failure::Refused(format!("more than {SIDE} pixels a side")));
    }
    let decoder = JpegDecoder::new(Cursor::new(&plain)).map_err(|error| refused(&error))?;
    if decoder.dimensions() != (width.into(), height.into()) {
        return Err(Failure::Refused("two sizes in one picture".to_owned()));
    }
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| refused(&error))?;
    let picture = picture.into_rgb8();
    let mut made = Vec::new();
    JpegEncoder::new_with_quality(&mut made, QUALITY)
        .encode(
            &picture,
            width.into(),
            height.into(),
            ExtendedColorType::Rgb8,
        )
        .map_err(|error| refused(&error))?;
    cv::photo::stripped(&made).map_err(|error| refused(&error))
}
