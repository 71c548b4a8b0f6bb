//! Parquet, written: a row group for each batch.

use crate::batch::{Batch, Cells, Column, Keys, Kind, Values};
use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use std::io::{self, Write};
use std::sync::Arc;

/// A Parquet file that is being written.
pub(super) struct Pages<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: Vec<Column>,
    texts: Vec<bool>,
}

impl<W: Write + Send> Pages<W> {
    pub(super) fn new(columns: &[Column], texts: &[&str], out: W) -> io::Result<Self> {
        let texts: Vec<bool> = columns.iter().map(|column| texts.contains(&column.name)).collect();
        let fields: Result<Vec<TypePtr>, ParquetError> =
            columns.iter().zip(&texts).map(|(column, text)| field(column, *text).map(Arc::new)).collect();
        let schema = fields.and_then(|fields| Type::group_type_builder("table").with_fields(fields).build());
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by("styrbord".to_owned())
            .build();
        let writer = schema
            .and_then(|schema| SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)))
            .map_err(io::Error::other)?;
        Ok(Pages { writer, columns: columns.to_vec(), texts })
    }

    pub(super) fn write(&mut self, batch: &Batch) -> io::Result<()> {
        let mut group = self.writer.next_row_group().map_err(io::Error::other)?;
        for (index, column) in self.columns.iter().enumerate() {
            let cells = batch.columns.get(index).ok_or_else(|| io::Error::other("a column is missing"))?;
            let Some(mut writer) = group.next_column().map_err(io::Error::other)? else { break };
            write_cells(&mut writer, column, self.texts[index], cells).map_err(io::Error::other)?;
            writer.close().map_err(io::Error::other)?;
        }
        group.close().map_err(io::Error::other)?;
        Ok(())
    }

    pub(super) fn finish(self) -> io::Result<()> {
        self.writer.close().map(|_| ()).map_err(io::Error::other)
    }
}

fn field(column: &Column, text: bool) -> Result<Type, ParquetError> {
    let physical = match column.kind {
        Kind::Real => Physical::DOUBLE,
        Kind::Key if text => Physical::BYTE_ARRAY,
        Kind::Integer | Kind::Key => Physical::INT64,
    };
    let repetition = if column.may_be_empty { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    let field = Type::primitive_type_builder(column.name, physical).with_repetition(repetition);
    if physical == Physical::BYTE_ARRAY {
        field.with_logical_type(Some(LogicalType::String)).with_converted_type(ConvertedType::UTF8).build()
    } else {
        field.build()
    }
}

fn write_cells(
    writer: &mut SerializedColumnWriter<'_>,
    column: &Column,
    text: bool,
    cells: &Cells,
) -> Result<(), ParquetError> {
    match &cells.values {
        Values::Reals(numbers) => put::<DoubleType>(writer, column, cells, numbers.clone()),
        Values::Keys(keys) if text => {
            let texts =
                (0..cells.values.len()).map(|row| ByteArray::from(keys.get(row).to_string().into_bytes()));
            put::<ByteArrayType>(writer, column, cells, texts.collect())
        }
        Values::Integers(numbers) | Values::Keys(Keys::Integers(numbers)) => {
            put::<Int64Type>(writer, column, cells, numbers.clone())
        }
        Values::Keys(Keys::Texts { .. }) => {
            Err(ParquetError::General(format!("column {} holds texts", column.name)))
        }
    }
}

fn put<T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    column: &Column,
    cells: &Cells,
    values: Vec<T::T>,
) -> Result<(), ParquetError> {
    if !column.may_be_empty {
        writer.typed::<T>().write_batch(&values, None, None)?;
        return Ok(());
    }
    let levels: Vec<i16> = (0..values.len()).map(|row| i16::from(!cells.is_missing(row))).collect();
    let there: Vec<T::T> = values
        .into_iter()
        .enumerate()
        .filter(|(row, _)| !cells.is_missing(*row))
        .map(|(_, value)| value)
        .collect();
    writer.typed::<T>().write_batch(&there, Some(&levels), None)?;
    Ok(())
}
