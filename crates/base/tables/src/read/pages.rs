//! Parquet: column after column of each row group, some rows at a time.

use super::chunk::Chunk;
use super::{BATCH, Read, locate};
use crate::batch::{Batch, Column, Kind, Rows};
use crate::error::{Spot, TableError, Wrong};
use crate::input::{Input, Reader};
use bytes::Bytes;
use parquet::basic::{ConvertedType, Type};
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, FileReader, Length, RowGroupReader, SerializedFileReader};
use parquet::schema::types::ColumnDescriptor;
use std::io::{BufReader, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Reads the wanted columns of a Parquet file.
pub(super) fn read<E: From<TableError>>(
    name: &str,
    input: &Arc<dyn Input>,
    wanted: &[Column],
    see: &mut impl FnMut(&Batch) -> Result<(), E>,
) -> Result<Read, E> {
    let reader = fenced(name, || SerializedFileReader::new(Pieces(Arc::clone(input))))?;
    let schema = reader.metadata().file_metadata().schema_descr();
    let names: Vec<String> =
        schema.columns().iter().map(|column| column.path().string().to_ascii_lowercase()).collect();
    let (places, unused) = locate(name, wanted, &names)?;
    for (column, place) in wanted.iter().zip(&places) {
        if let Some(place) = place {
            fits(name, column, &schema.column(*place))?;
        }
    }
    let mut read = Read { rows: 0, unused };
    for group in 0..reader.num_row_groups() {
        let group = fenced(name, || reader.get_row_group(group))?;
        read_group(name, group.as_ref(), wanted, &places, &mut read.rows, see)?;
    }
    Ok(read)
}

fn read_group<E: From<TableError>>(
    name: &str,
    group: &dyn RowGroupReader,
    wanted: &[Column],
    places: &[Option<usize>],
    seen: &mut u64,
    see: &mut impl FnMut(&Batch) -> Result<(), E>,
) -> Result<(), E> {
    let mut chunks = Vec::new();
    for (column, place) in wanted.iter().zip(places) {
        chunks.push(match place {
            Some(place) => fenced(name, || Chunk::open(group, *place, *column))?,
            None => Chunk::lacking(*column),
        });
    }
    let mut left = u64::try_from(group.metadata().num_rows()).unwrap_or(0);
    while left > 0 {
        let count = left.min(BATCH as u64) as usize;
        let rows = Rows::Numbers { first: *seen + 1, count };
        let mut columns = Vec::new();
        for chunk in &mut chunks {
            columns.push(chunk.next(name, count, *seen)?);
        }
        see(&Batch { columns, rows })?;
        *seen += count as u64;
        left -= count as u64;
    }
    Ok(())
}

/// Refuses a column whose type cannot hold what is wanted.
fn fits(name: &str, column: &Column, found: &ColumnDescriptor) -> Result<(), TableError> {
    let is_whole = !matches!(
        found.converted_type(),
        ConvertedType::DECIMAL
            | ConvertedType::DATE
            | ConvertedType::TIME_MILLIS
            | ConvertedType::TIME_MICROS
            | ConvertedType::TIMESTAMP_MILLIS
            | ConvertedType::TIMESTAMP_MICROS
    );
    let fits = match found.physical_type() {
        Type::INT32 | Type::INT64 => is_whole,
        // A whole number with gaps is often kept in a column of reals.
        Type::FLOAT | Type::DOUBLE => true,
        Type::BYTE_ARRAY => column.kind == Kind::Key,
        _ => false,
    };
    if fits && found.max_rep_level() == 0 && found.max_def_level() <= 1 {
        return Ok(());
    }
    let found = format!("{:?}", found.physical_type());
    let spot = Spot { column: Some(column.name.to_owned()), ..Spot::file(name) };
    Err(TableError { spot, wrong: Wrong::ColumnKind { expected: column.kind, found } })
}

/// Does a step of the Parquet library, which stops short on some bytes that break the rules of the format.
pub(super) fn fenced<T>(name: &str, step: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, TableError> {
    let why = match catch_unwind(AssertUnwindSafe(step)) {
        Ok(Ok(value)) => return Ok(value),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "its bytes contradict each other".to_owned(),
    };
    Err(TableError { spot: Spot::file(name), wrong: Wrong::Damaged(why) })
}

/// An input as the Parquet library reads it.
struct Pieces(Arc<dyn Input>);

impl Length for Pieces {
    fn len(&self) -> u64 {
        self.0.size()
    }
}

impl ChunkReader for Pieces {
    type T = BufReader<Reader>;

    fn get_read(&self, start: u64) -> Result<Self::T, ParquetError> {
        Ok(BufReader::new(Reader::new(Arc::clone(&self.0), start)))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes, ParquetError> {
        let end = start.checked_add(length as u64).filter(|end| *end <= self.0.size());
        if end.is_none() {
            return Err(ParquetError::EOF(format!("{length} bytes from {start} on are not there")));
        }
        let mut buffer = vec![0; length];
        Reader::new(Arc::clone(&self.0), start).read_exact(&mut buffer)?;
        Ok(buffer.into())
    }
}
