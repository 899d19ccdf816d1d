/**
 * How many rows ClickHouse should judge at a time: for each test that it may skip it holds a copy of what the test
 * looks at, which for all of 65,000 rows is more than a query may take.
 */
export const ROWS_AT_ONCE = 2_048
