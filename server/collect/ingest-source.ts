import type { SourceSettings } from '#core/parse/source-settings'

/** Where records come from, as a door knows it: by the token, or by the port. */
export interface IngestSource {
  tenantId: string
  sourceId: string
  site: string
  /** Parser name, or `auto`. */
  format: string
  /** Minutes east of UTC for times without a zone. */
  zoneMinutes: number
  settings: SourceSettings
  /** Days: the class in which its rows are stored. */
  retentionClass: number
}

/** A source as people describe it: the class is made of the days that they ask for. */
export type Described<Source extends IngestSource> = Omit<Source, 'retentionClass'> & {
  retentionDays: number | undefined
}

/** A source as an ingest token names it. */
export interface IngestGrant extends IngestSource {
  tokenId: string
}

/** A source with a syslog door of its own. */
export interface SyslogSource extends IngestSource {
  port: number
}
