import { nearestName } from '#core/detect/sources/nearest-name'
import type { Io, Verb } from './verb.ts'

interface Entry {
  summary: string
  load: () => Promise<Verb>
}

const VERBS: Record<string, Entry> = {
  up: { summary: 'run everything on this machine', load: async () => (await import('./up/up.ts')).upVerb },
  server: {
    summary: 'run the doors and the GraphQL API',
    load: async () => (await import('./server.ts')).serverVerb,
  },
  worker: {
    summary: 'turn payloads into events and alerts',
    load: async () => (await import('./worker.ts')).workerVerb,
  },
  console: { summary: 'run the web console', load: async () => (await import('./console.ts')).consoleVerb },
  migrate: {
    summary: 'bring both databases up to date',
    load: async () => (await import('./migrate.ts')).migrateVerb,
  },
  backup: {
    summary: 'copy both databases to a folder',
    load: async () => (await import('./backup/backup.ts')).backupVerb,
  },
  restore: {
    summary: 'fill empty databases from a backup',
    load: async () => (await import('./backup/restore.ts')).restoreVerb,
  },
  reparse: {
    summary: 'read stored lines again by the parsers and rules of today',
    load: async () => (await import('./reparse.ts')).reparseVerb,
  },
  parse: {
    summary: 'raw lines in, ECS events out',
    load: async () => (await import('./parse.ts')).parseVerb,
  },
  detect: {
    summary: 'judge events by SIGMA rules',
    load: async () => (await import('./detect.ts')).detectVerb,
  },
  rules: {
    summary: 'lint, test and explain SIGMA rules',
    load: async () => (await import('./rules.ts')).rulesVerb,
  },
  ingest: {
    summary: 'send files to an ingest endpoint',
    load: async () => (await import('./ingest.ts')).ingestVerb,
  },
  search: {
    summary: 'search events through the API',
    load: async () => (await import('./search.ts')).searchVerb,
  },
  tenant: {
    summary: 'create tenants and their first admin, say how long events are kept',
    load: async () => (await import('./tenant.ts')).tenantVerb,
  },
  token: {
    summary: 'create, list and revoke tokens',
    load: async () => (await import('./token.ts')).tokenVerb,
  },
  queue: {
    summary: 'look at the queues, try dead letters again',
    load: async () => (await import('./queue.ts')).queueVerb,
  },
}

const USAGE = `Usage: nightjar VERB [OPTIONS]

${Object.entries(VERBS)
  .map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`)
  .join('\n')}

Each verb explains itself: nightjar VERB --help
`

/** @returns the exit code */
export async function main(args: string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(USAGE)
    return name === undefined ? 2 : 0
  }
  const entry = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (!entry) {
    const meant = nearestName(name, Object.keys(VERBS), 2)
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`
    io.stderr.write(`nightjar: there is no verb '${name}'${hint}\n\n${USAGE}`)
    return 2
  }
  try {
    const verb = await entry.load()
    return await verb(rest, io)
  } catch (error) {
    io.stderr.write(`nightjar ${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
