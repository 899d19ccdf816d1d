/**
 * Days that rows are kept when nothing else is said. A row received longer ago than this is dropped the moment it
 * is inserted.
 */
export const DEFAULT_RETENTION_DAYS = 1095
