import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { createApiToken } from '#core/records/api-tokens'
import { createRecords } from '#core/records/create-records'
import { joinEventLogs } from './drop/join-event-logs.ts'
import { percentile } from './percentile.ts'
import { type Stack, startStack } from './start-stack.ts'

/**
 * From the drop of an event log of 100 MB, made of real ones, to its first verdict and to the last of its events; and how
 * long others wait for an answer of the same server meanwhile.
 */
const BYTES = 100_000_000
const POLL_MS = 50
const DROP =
  'mutation($input: DropFileInput!) { dropFile(input: $input) { file { id } url userErrors { message } } }'
const FILE =
  'query($id: ID!) { droppedFile(id: $id) { state records problems { message } findings { events verdicts { events } } } }'

interface Told {
  state: string
  records: number
  problems: object[]
  findings: { events: number; verdicts: object[] }
}

async function main(): Promise<void> {
  const path = await joinEventLogs(BYTES)
  if (path === undefined) return say('skipped: ../shared/logs/evtx is not here')
  const stack = await startStack()
  try {
    const token = await createDropper(stack)
    const ask = createAsk(stack, token)
    const { size } = await stat(path)
    await measure(stack, token, ask, { path, size })
  } finally {
    await stack.stop()
  }
}

type Ask = <Data>(query: string, variables?: object) => Promise<Data>

async function measure(
  stack: Stack,
  token: string,
  ask: Ask,
  { path, size }: { path: string; size: number },
) {
  const started = performance.now()
  const since = (): number => performance.now() - started
  const input = { tenant: 'bench', name: 'joined.evtx', bytes: size }
  const { dropFile } = await ask<{ dropFile: { file: { id: string }; url: string } }>(DROP, { input })
  let sent = 0
  const sending = put(`${stack.serverUrl}${dropFile.url}`, token, path, size).then(() => {
    sent = since()
  })
  const waits: number[] = []
  let isOver = false
  const others = (async () => {
    while (!isOver) {
      const before = performance.now()
      await ask('{ tenants { id } }')
      waits.push(performance.now() - before)
      await sleep(POLL_MS)
    }
  })()
  let first = 0
  for (;;) {
    const { droppedFile } = await ask<{ droppedFile: Told }>(FILE, { id: dropFile.file.id })
    const { state, records, findings, problems } = droppedFile
    if (first === 0 && findings.verdicts.length > 0) first = since()
    if (state === 'read' && findings.events >= records) {
      await sending
      isOver = true
      await others
      const figures = {
        first_verdict_s: round(first / 1000),
        sent_s: round(sent / 1000),
        all_stored_s: round(since() / 1000),
        records,
        rules_that_match: findings.verdicts.length,
        problems: problems.length,
        other_answers_p95_ms: Math.round(percentile(waits, 0.95)),
      }
      say(`${size} bytes dropped, first verdict after ${figures.first_verdict_s} s`)
      return say(JSON.stringify({ bench: 'drop', figures }))
    }
    await sleep(POLL_MS)
  }
}

async function createDropper({ postgresUrl, scope }: Stack): Promise<string> {
  const records = createRecords({ url: postgresUrl, maxConnections: 1 })
  try {
    const [tenantId = ''] = scope.tenantIds
    return (await createApiToken(records, scope, { tenantId, name: 'bench', role: 'analyst' })).secret
  } finally {
    await records.close()
  }
}

function createAsk({ serverUrl }: Stack, token: string): Ask {
  return async <Data>(query: string, variables: object = {}) => {
    const answer = await fetch(`${serverUrl}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await answer.json()) as { data: Data; errors?: object[] }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
}

function put(url: string, token: string, path: string, size: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'content-length': size,
    }
    const sending = request(url, { method: 'PUT', headers }, (answer) => {
      answer.resume()
      if (answer.statusCode === 200) answer.on('end', resolve)
      else reject(new Error(`The door answered ${answer.statusCode}`))
    })
    sending.on('error', reject)
    createReadStream(path).pipe(sending)
  })
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
