import { join } from 'node:path'
import { ClickHouseError } from '@clickhouse/client'
import { UserError } from '../errors.ts'

/** Where ClickHouse itself writes and reads a backup: a folder of its machine, or a disk that it was given for that. */
export interface BackupPlace {
  folder: string
  disk?: string | undefined
  /** Of the backup, on the disk. */
  name: string
}

/** The folder below a backup's own that ClickHouse fills. */
export const STORE_FOLDER = 'clickhouse'

/** What stands behind TO and FROM. */
export function placeInSql({ folder, disk, name }: BackupPlace): string {
  return disk === undefined
    ? `File(${literal(join(folder, STORE_FOLDER))})`
    : `Disk(${literal(disk)}, ${literal(name)})`
}

function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** Not configured, an argument that is not allowed, no such disk, no rights to the folder. */
const SETUP: ReadonlySet<string> = new Set(['318', '36', '479', '76', '75', '1001', '481', '344'])

/** Says what a server needs before it can back up. */
export function placeError(error: unknown, { folder, disk }: BackupPlace): unknown {
  if (!(error instanceof ClickHouseError) || !SETUP.has(error.code)) return error
  const needs =
    disk === undefined
      ? `<backups><allowed_path>${folder}</allowed_path></backups> in its configuration, and has to be able to write ` +
        'into that folder of its own machine; or name one of its disks with --disk'
      : `the disk '${disk}' in its storage_configuration and <backups><allowed_disk>${disk}</allowed_disk></backups>`
  return new UserError(
    'BAD_USER_INPUT',
    `ClickHouse cannot use this place. It needs ${needs}. It says: ${error.message}`,
  )
}
