//! Statements of the vault, run by SQLite.

use super::Sqlite;
use super::failure::failure;
use crate::StoreError;
use crate::vault::{Tables, Value};
use rusqlite::types::{ToSqlOutput, Type, ValueRef};
use rusqlite::{Result, Row, ToSql, params_from_iter};

impl ToSql for Value {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Number(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn value(row: &Row<'_>, column: usize) -> Result<Value> {
    Ok(match row.get_ref(column)? {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Number(number),
        ValueRef::Text(_) => Value::Text(row.get(column)?),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => {
            return Err(rusqlite::Error::InvalidColumnType(column, String::new(), Type::Real));
        }
    })
}

impl Tables for Sqlite {
    fn change(&mut self, operation: &'static str, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(sql).map_err(failure(operation))?;
        let changed = statement.execute(params_from_iter(values)).map_err(failure(operation))?;
        Ok(changed as u64)
    }

    fn read(
        &mut self,
        operation: &'static str,
        sql: &str,
        values: &[Value],
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql).map_err(failure(operation))?;
        let columns = statement.column_count();
        let read = |row: &Row<'_>| (0..columns).map(|column| value(row, column)).collect();
        let rows = statement.query_map(params_from_iter(values), read).map_err(failure(operation))?;
        rows.collect::<Result<_>>().map_err(failure(operation))
    }
}
