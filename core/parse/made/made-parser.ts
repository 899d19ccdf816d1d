import { z } from 'zod'

const MAX_TEXT = 10_000

const text = z.string().min(1).max(MAX_TEXT)
/** An event field: dotted names of ECS, or a tenant's own. */
const field = z
  .string()
  .regex(/^[A-Za-z_@][\w@-]*(\.[\w@-]+)*$/, 'write a field name like source.ip')
  .max(200)

export const VALUE_TYPES = ['string', 'int', 'float', 'boolean', 'lower', 'upper'] as const
export type ValueType = (typeof VALUE_TYPES)[number]

const target = z.union([
  field.transform((to) => ({ to, type: 'string' as ValueType })),
  z.strictObject({ to: field, type: z.enum(VALUE_TYPES).default('string') }),
])

/** How values are taken out of a text: exactly one of these. */
const patternSchema = z
  .strictObject({
    /** Grok, with the standard names; `%{IP:source.ip}`, `%{NUMBER:bytes:int}`. */
    grok: text.optional(),
    /** RE2 with named groups: `(?P<user>\w+)`. */
    regex: text.optional(),
    /** Of a JSON object: names of values, `a.b.0.c`, or all of them. */
    json: z.union([z.literal('all'), z.array(z.string().min(1).max(500)).min(1).max(500)]).optional(),
    /** `key=value` pairs. */
    keyValue: z.strictObject({ separator: z.string().length(1).default(' ') }).optional(),
    /** Separated values, named in their order; an empty name is passed over. */
    csv: z
      .strictObject({
        separator: z.string().length(1).default(','),
        columns: z.array(z.string().max(200)).min(1).max(500),
      })
      .optional(),
  })
  .refine((pattern) => Object.values(pattern).filter((one) => one !== undefined).length === 1, {
    message: 'needs exactly one of grok, regex, json, keyValue, csv',
  })

export type MadePattern = z.infer<typeof patternSchema>

/**
 * A parser that a person wrote as data: in the console, by the API or in a file.
 */
export const madeParserSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/, 'write lower case letters, digits and hyphens'),
  version: z.int().min(1).default(1),
  description: z.string().max(500).default(''),
  /** Which lines it wants to see; without it only those of sources that name it as their format. */
  when: z
    .strictObject({ program: text.optional(), prefix: text.optional(), contains: text.optional() })
    .refine(({ program, prefix }) => program !== undefined || prefix !== undefined, {
      message: 'needs a program or a prefix: lines are not searched to find their parser',
    })
    .optional(),
  pattern: patternSchema,
  /** Tried when the pattern does not match. */
  fallback: patternSchema.optional(),
  /** What the names of the pattern become; a name that is not here stays what it is. */
  fields: z.record(z.string().max(200), target).default({}),
  /** Fields that every event has. */
  set: z.record(field, z.union([z.string().max(1_000), z.number(), z.boolean()])).default({}),
  /** The name that holds the time, and how it is written. */
  time: z
    .strictObject({
      from: z.string().min(1).max(200),
      /** `ISO8601`, `UNIX`, `UNIX_MS`, or one like `dd/MMM/yyyy:HH:mm:ss Z`. */
      formats: z.array(z.string().min(1).max(100)).min(1).max(10).default(['ISO8601']),
    })
    .optional(),
  /** Patterns for a field, run after the pattern, and also when it did not match: `message` is the whole text then. */
  helpers: z
    .array(
      z.strictObject({
        field,
        pattern: patternSchema,
        fields: z.record(z.string().max(200), target).default({}),
      }),
    )
    .max(20)
    .default([]),
  samples: z.array(z.string().min(1).max(100_000)).min(1).max(20),
})

export type MadeParser = z.infer<typeof madeParserSchema>
