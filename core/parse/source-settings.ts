import { z } from 'zod'
import { zoneOffset } from './time/zone-offset.ts'

const MOST_DEFAULTS = 50

const value = z.union(
  [z.string().max(1_000), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)],
  'must be a text of at most 1000 characters, a number, true or false, or a list of at most 50 texts of 200 characters',
)

/** What a person says of a source's lines beside their format: all that a line may leave out. */
export const sourceSettingsSchema = z.strictObject({
  /** IANA name of the zone of times without one, with its summer time; goes before minutes east of UTC. */
  zone: z
    .string()
    .max(60)
    .refine(
      (zone) => !Number.isNaN(zoneOffset(zone, 0)),
      'is no IANA time zone: write one like Europe/Berlin',
    )
    .optional(),
  /** Of times without a year; without it the newest that is not in the future. For old logs. */
  year: z.int().min(1970).max(2261).optional(),
  /** Fields of events that do not have them. */
  defaults: z
    .record(
      z
        .string()
        .regex(/^[A-Za-z_@][\w@-]*(\.[\w@-]+)*$/, 'is no field name: write one like host.name')
        .max(200),
      value,
    )
    .refine(
      (defaults) => Object.keys(defaults).length <= MOST_DEFAULTS,
      `has more than ${MOST_DEFAULTS} fields`,
    )
    .optional(),
})

export type SourceSettings = z.infer<typeof sourceSettingsSchema>
