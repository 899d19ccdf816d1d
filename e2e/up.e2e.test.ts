import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium, openChromium } from './testkit/open-chromium.ts'
import { settleKeys } from './testkit/settle-keys.ts'

const ROOT = resolve(import.meta.dirname, '..')
const MINUTES = 60_000

interface Start {
  output: string
  console: string
  graphql: string
  child: ChildProcess
}

interface Person {
  email: string
  password: string
}

interface Counts {
  tenants: { slug: string }[]
  events: { totalCount: number }
  alerts: { totalCount: number }
}

let home: string
let running: ChildProcess | undefined

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'nightjar-up-'))
})

afterAll(async () => {
  running?.kill('SIGINT')
  if (running && running.exitCode === null) await once(running, 'exit')
  await rm(home, { recursive: true, force: true })
}, MINUTES)

/** Runs `nightjar up` until it prints its summary. */
async function start(): Promise<Start> {
  const env: NodeJS.ProcessEnv = { ...process.env, NIGHTJAR_HOME: home, NODE_ENV: 'production' }
  const launcher = join(ROOT, 'cli/nightjar.mjs')
  const child = spawn(process.execPath, [launcher, 'up'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running = child
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  while (!/^ {2}stop {2,}/m.test(output)) {
    if (child.exitCode !== null) throw new Error(`nightjar up ended with ${child.exitCode}:\n${output}`)
    await sleep(100)
  }
  const address = (name: string): string => new RegExp(`^  ${name} +(\\S+)`, 'm').exec(output)?.[1] ?? ''
  return { output, console: address('console'), graphql: address('GraphQL'), child }
}

async function signIn(address: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function ask(address: string, cookie: string, query: string): Promise<Counts> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: address },
    body: JSON.stringify({ query }),
  })
  const { data, errors } = (await answer.json()) as { data: Counts; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

/** From the printed address to the first hit, by keyboard alone. */
async function findSomething(address: string, { email, password }: Person): Promise<void> {
  const chromium = findChromium()
  if (!chromium) return void process.stderr.write('Not looked at in a browser: Chromium not found\n')
  const browser = await openChromium(chromium)
  try {
    const page = await browser.newPage()
    settleKeys(page)
    await page.goto(address)
    await page.getByLabel('Email').focus()
    await page.keyboard.type(email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/all')
    await page.getByRole('link', { name: 'Kestrel', exact: false }).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/kestrel')
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.waitForURL('**/t/kestrel/search')
    await page.keyboard.press('/')
    await page.keyboard.type('failed')
    await page.keyboard.press('Enter')
    await page.getByRole('grid').locator('[role=row][aria-selected]').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('grid').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const details = page.getByRole('complementary', { name: 'Details of the event' })
    await details.getByRole('rowheader', { name: 'event.category', exact: true }).waitFor()
  } finally {
    await browser.close()
  }
}

/** Processes whose command line or environment names the home: all that a start can leave behind. */
function processesOfHome(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false
    try {
      return ['cmdline', 'environ'].some((file) =>
        readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(home),
      )
    } catch {
      return false
    }
  })
}

const COUNTS = `{
  tenants { slug }
  events(tenants: ["kestrel"], filter: { range: { from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" } }, first: 1) { totalCount }
  alerts(tenants: ["kestrel"], first: 1) { totalCount }
}`

test(
  'a first start feeds the demo; killed, it is mended by the next; Ctrl-C leaves nothing behind',
  async (context) => {
    if (!existsSync('/proc/self/cmdline')) context.skip('Needs /proc to see what is left behind')
    const first = await start()
    const file = join(home, 'credentials.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { people } = JSON.parse(readFileSync(file, 'utf8'))
    for (const { email, password } of people) {
      expect(first.output).toContain(email)
      expect(first.output).toContain(password)
    }
    const [admin, , customer] = people
    const cookie = await signIn(first.console, admin.email, admin.password)
    const before = await ask(first.console, cookie, COUNTS)
    expect(before.tenants).toHaveLength(3)
    expect(before.events.totalCount).toBeGreaterThan(500)
    expect(before.alerts.totalCount).toBeGreaterThanOrEqual(10)
    await findSomething(first.console, admin)

    const customerCookie = await signIn(first.console, customer.email, customer.password)
    expect((await ask(first.console, customerCookie, '{ tenants { slug } }')).tenants).toEqual([
      { slug: 'kestrel' },
    ])

    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    const second = await start()
    expect(second.output).not.toContain(admin.password)
    expect(await ask(second.console, cookie, COUNTS)).toEqual(before)

    second.child.kill('SIGINT')
    const [code] = await once(second.child, 'exit')
    expect(code).toBe(0)
    expect(processesOfHome()).toEqual([])
  },
  6 * MINUTES,
)
