import { z } from 'zod'
import { ENRICHERS } from './enrich/enricher.ts'
import { DEFAULT_RETENTION_DAYS, MOST_CLASSES, MOST_DAYS } from './store/retention.ts'

const listed = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
)
const port = z.coerce.number().int().min(0).max(65535)

const day = z.coerce.number<string>().int().min(1).max(MOST_DAYS)

const ROLES = ['collect', 'graphql'] as const

const configSchema = z.object({
  /** Folder of data, secrets and logs of an embedded installation. */
  HOME: z.string().optional(),
  /** What a server process does. */
  ROLES: listed.pipe(z.array(z.enum(ROLES)).nonempty()).default([...ROLES]),
  CLICKHOUSE_URL: z.string().default('http://127.0.0.1:8123'),
  CLICKHOUSE_USER: z.string().default('default'),
  CLICKHOUSE_PASSWORD: z.string().default(''),
  CLICKHOUSE_DATABASE: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .default('nightjar'),
  /** As `remote_servers` of ClickHouse names it: tables are replicated and spread over its shards. */
  CLICKHOUSE_CLUSTER: z
    .string()
    .regex(/^[A-Za-z_][\w-]*$/)
    .optional(),
  /** How long rows are kept of tenants and sources that say nothing; one of the classes. */
  RETENTION_DAYS: day.default(DEFAULT_RETENTION_DAYS),
  /** Days after which rows are dropped: what tenants and sources ask for is rounded up to one of these. */
  RETENTION_CLASSES: listed
    .pipe(z.array(day).nonempty().max(MOST_CLASSES))
    .default([30, 90, 365, DEFAULT_RETENTION_DAYS]),
  /** The program's role: neither owner nor BYPASSRLS. */
  POSTGRES_URL: z.string().default('postgres://nightjar_app@127.0.0.1:5432/nightjar'),
  /** The owner, used by migrations only. */
  POSTGRES_OWNER_URL: z.string().optional(),
  /** Queue, payloads and signals live in Redis when set, else in Postgres. */
  REDIS_URL: z.string().optional(),
  /** Signs sessions; at least 32 characters. */
  SECRET: z.string().min(32, 'must have at least 32 characters: try `openssl rand -hex 32`').optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4000),
  /** Where a browser finds the console; sign-in accepts requests from here only. */
  CONSOLE_URL: z.string().default('http://127.0.0.1:3000'),
  CONSOLE_PORT: port.default(3000),
  /** Where the console finds the server. */
  SERVER_URL: z.string().default('http://127.0.0.1:4000'),
  /** Port of /healthz, /readyz and /metrics of a worker; 0 picks a free one. */
  WORKER_PORT: port.default(4010),
  /** Folders of SIGMA rules. */
  RULES: listed.default(['rules/sigma']),
  /** YAML file with further folders, their policies, and what tenants change. */
  RULES_FILE: z.string().optional(),
  /** Enrichers that are not wanted. */
  ENRICH_OFF: listed.pipe(z.array(z.enum(ENRICHERS))).default([]),
  /** Databases of places and networks in MaxMind's format, the one that knows best first. */
  GEOIP: listed.default([]),
  /** Largest request body, in bytes, before and after decompression. */
  MAX_BODY_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(16 * 1024 * 1024),
  /** How long small requests wait for company before their payload is sealed. */
  GATHER_MS: z.coerce.number().int().min(0).max(250).default(100),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Addresses, networks or `loopback`, `uniquelocal`: whose `X-Forwarded-*` is believed. The console is such a proxy. */
  TRUST_PROXY: listed.default(['loopback']),
})

const checkedSchema = configSchema.refine(
  ({ RETENTION_DAYS, RETENTION_CLASSES }) => RETENTION_CLASSES.includes(RETENTION_DAYS),
  { path: ['RETENTION_DAYS'], message: 'must be one of NIGHTJAR_RETENTION_CLASSES' },
)

export type Config = z.infer<typeof configSchema>

const PREFIX = 'NIGHTJAR_'

/**
 * Reads `NIGHTJAR_*` from the environment. All mistakes are reported together.
 * @throws Error listing every variable that is wrong
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment)
      .filter(([name, value]) => name.startsWith(PREFIX) && value !== '')
      .map(([name, value]) => [name.slice(PREFIX.length), value]),
  )
  const parsed = checkedSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${PREFIX}${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The configuration is wrong:\n${lines.join('\n')}`)
}

/** Whether the environment names this setting: what a person chose is never changed for them. */
export function isChosen(name: keyof Config): boolean {
  return Boolean(process.env[PREFIX + name])
}

/** Environment of a process that we start: ours, with these settings. */
export function environmentWith(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings }
}
