//! One column of one row group of a Parquet file.

use super::pages::fenced;
use crate::batch::{Cells, Column, Keys, Kind, Values};
use crate::error::{Row, Spot, TableError, Wrong};
use parquet::basic::ConvertedType;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::ParquetError;
use parquet::file::reader::RowGroupReader;

/// A column that is read from its start to its end.
pub(super) struct Chunk {
    column: Column,
    /// None when the file lacks the column.
    reader: Option<ColumnReader>,
    has_gaps: bool,
    unsigned: bool,
}

impl Chunk {
    pub(super) fn open(group: &dyn RowGroupReader, at: usize, column: Column) -> Result<Self, ParquetError> {
        let description = group.metadata().column(at).column_descr();
        let kind = description.converted_type();
        Ok(Chunk {
            column,
            reader: Some(group.get_column_reader(at)?),
            has_gaps: description.max_def_level() > 0,
            unsigned: matches!(kind, ConvertedType::UINT_32 | ConvertedType::UINT_64),
        })
    }

    pub(super) fn lacking(column: Column) -> Self {
        Chunk { column, reader: None, has_gaps: true, unsigned: false }
    }

    /// Returns so many rows; `seen` rows of the file come before them.
    pub(super) fn next(&mut self, file: &str, count: usize, seen: u64) -> Result<Cells, TableError> {
        let Chunk { column, reader, has_gaps, unsigned } = self;
        let (has_gaps, unsigned) = (*has_gaps, *unsigned);
        let at = At { file, column, seen };
        let Some(reader) = reader else {
            return Ok(Cells { values: at.nothing(count), missing: vec![true; count] });
        };
        match reader {
            ColumnReader::Int32ColumnReader(reader) => {
                let (numbers, missing) = at.take(reader, count, has_gaps)?;
                let wide = |number: i32| {
                    if unsigned { i64::from(number.cast_unsigned()) } else { i64::from(number) }
                };
                Ok(at.of_integers(numbers.into_iter().map(wide).collect(), missing))
            }
            ColumnReader::Int64ColumnReader(reader) => {
                let (numbers, missing) = at.take(reader, count, has_gaps)?;
                if let (true, Some(row)) = (unsigned, numbers.iter().position(|number| *number < 0)) {
                    return Err(at.wrong(row, &numbers[row].cast_unsigned(), Wrong::NotA(column.kind)));
                }
                Ok(at.of_integers(numbers, missing))
            }
            ColumnReader::FloatColumnReader(reader) => {
                let (numbers, missing) = at.take(reader, count, has_gaps)?;
                at.of_reals(numbers.into_iter().map(f64::from).collect(), missing)
            }
            ColumnReader::DoubleColumnReader(reader) => {
                let (numbers, missing) = at.take(reader, count, has_gaps)?;
                at.of_reals(numbers, missing)
            }
            ColumnReader::ByteArrayColumnReader(reader) => {
                let (texts, missing) = at.take(reader, count, has_gaps)?;
                at.of_texts(&texts, missing)
            }
            _ => Err(at.error(None, None, Wrong::NotA(column.kind))),
        }
    }
}

/// Where values come from.
struct At<'a> {
    file: &'a str,
    column: &'a Column,
    seen: u64,
}

impl At<'_> {
    /// Reads values, with a default one where there is none.
    fn take<T: DataType>(
        &self,
        reader: &mut ColumnReaderImpl<T>,
        count: usize,
        has_gaps: bool,
    ) -> Result<(Vec<T::T>, Vec<bool>), TableError>
    where
        T::T: Default + Clone,
    {
        let mut values = Vec::with_capacity(count);
        let mut levels = Vec::with_capacity(if has_gaps { count } else { 0 });
        fenced(self.file, || {
            match reader.read_records(count, has_gaps.then_some(&mut levels), None, &mut values)? {
                (records, _, _) if records == count => Ok(()),
                _ => Err(ParquetError::EOF(format!("column {} has too few values", self.column.name))),
            }
        })?;
        if values.len() == count {
            return Ok((values, Vec::new()));
        }
        let missing: Vec<bool> = levels.iter().map(|level| *level == 0).collect();
        if let (false, Some(row)) = (self.column.may_be_empty, missing.iter().position(|missing| *missing)) {
            return Err(self.error(Some(row), None, Wrong::Missing));
        }
        let mut values = values.into_iter();
        let spread = missing
            .iter()
            .map(|missing| if *missing { T::T::default() } else { values.next().unwrap_or_default() });
        Ok((spread.collect(), missing.clone()))
    }

    fn nothing(&self, count: usize) -> Values {
        match self.column.kind {
            Kind::Integer => Values::Integers(vec![0; count]),
            Kind::Real => Values::Reals(vec![0.0; count]),
            Kind::Key => Values::Keys(Keys::Integers(vec![0; count])),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a real is what was asked for")]
    fn of_integers(&self, numbers: Vec<i64>, missing: Vec<bool>) -> Cells {
        let values = match self.column.kind {
            Kind::Integer => Values::Integers(numbers),
            Kind::Key => Values::Keys(Keys::Integers(numbers)),
            Kind::Real => Values::Reals(numbers.into_iter().map(|number| number as f64).collect()),
        };
        Cells { values, missing }
    }

    fn of_reals(&self, mut numbers: Vec<f64>, mut missing: Vec<bool>) -> Result<Cells, TableError> {
        for (row, number) in numbers.iter_mut().enumerate() {
            if number.is_finite() {
                continue;
            }
            // Some programs write a gap as "not a number".
            if !number.is_nan() || !self.column.may_be_empty {
                return Err(self.wrong(row, number, Wrong::NotFinite));
            }
            missing.resize(missing.len().max(row + 1), false);
            missing[row] = true;
            *number = 0.0;
        }
        if self.column.kind == Kind::Real {
            return Ok(Cells { values: Values::Reals(numbers), missing });
        }
        let whole = |number: &f64| number.fract() == 0.0 && number.abs() < 9e15;
        if let Some(row) = numbers.iter().position(|number| !whole(number)) {
            return Err(self.wrong(row, &numbers[row], Wrong::NotA(self.column.kind)));
        }
        Ok(self.of_integers(numbers.into_iter().map(|number| number as i64).collect(), missing))
    }

    fn of_texts(&self, texts: &[ByteArray], missing: Vec<bool>) -> Result<Cells, TableError> {
        let mut keys = Keys::texts();
        for (row, bytes) in texts.iter().enumerate() {
            if missing.get(row).copied().unwrap_or(false) {
                keys.push("");
                continue;
            }
            let text = std::str::from_utf8(bytes.data())
                .map_err(|_| self.wrong(row, &String::from_utf8_lossy(bytes.data()), Wrong::NotUtf8))?;
            if text.is_empty() && !self.column.may_be_empty {
                return Err(self.error(Some(row), None, Wrong::Missing));
            }
            keys.push(text);
        }
        let missing = match &keys {
            Keys::Texts { ends, .. } if self.column.may_be_empty => {
                (0..ends.len()).map(|row| keys.get(row) == crate::Key::Text("")).collect()
            }
            _ => missing,
        };
        Ok(Cells { values: Values::Keys(keys), missing })
    }

    fn wrong(&self, row: usize, value: &impl ToString, wrong: Wrong) -> TableError {
        self.error(Some(row), Some(value.to_string()), wrong)
    }

    fn error(&self, row: Option<usize>, value: Option<String>, wrong: Wrong) -> TableError {
        let row = row.map(|row| Row::Number(self.seen + row as u64 + 1));
        let column = Some(self.column.name.to_owned());
        TableError { spot: Spot { file: self.file.to_owned(), row, column, value }, wrong }
    }
}
