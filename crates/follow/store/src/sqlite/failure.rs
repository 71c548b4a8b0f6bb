//! What SQLite says, as an error with a remedy.

use crate::StoreError;
use rusqlite::{Error, ErrorCode};

/// Returns what turns an error of SQLite during an operation into one of the store.
pub(super) fn failure(operation: &'static str) -> impl Fn(Error) -> StoreError {
    move |error| {
        let why = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full,
            // The files beside a database in use cannot be opened in a folder that cannot be written to.
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                StoreError::ReadOnly
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Corrupt { why },
            _ => StoreError::Failed { operation, why },
        }
    }
}
