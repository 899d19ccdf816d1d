import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { withConsole } from './testkit/with-console.ts'

const SCRIPT = Buffer.from('Write-Output "nothing to see here, at all"', 'utf16le').toString('base64')
const PWSH = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'
const CMD = 'C:\\Windows\\System32\\cmd.exe'

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const windows = (host: string, minutes: number, fields: Record<string, string | number>): string =>
  JSON.stringify({
    EventTime: ago(minutes).slice(0, 19).replace('T', ' '),
    Hostname: `${host}.harrier.example`,
    ...fields,
  })
const started = (host: string, minutes: number, fields: Record<string, string | number>): string =>
  windows(host, minutes, {
    ...{
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      SourceName: 'Microsoft-Windows-Sysmon',
      EventID: 1,
    },
    ...{ UtcTime: ago(minutes).slice(0, 23).replace('T', ' '), User: 'HARRIER\\mira', ...fields },
  })
const loggedOn = (host: string, minutes: number, user: string): string =>
  windows(host, minutes, {
    ...{ Channel: 'Security', SourceName: 'Microsoft-Windows-Security-Auditing', EventID: 4624 },
    ...{ TargetUserName: user, TargetDomainName: 'HARRIER', LogonType: 2, IpAddress: '10.0.0.9' },
  })
const guid = (n: number) => `{0a1b2c3d-0000-0000-0000-00000000000${n}}`
const rootBySsh = (host: string, minutes: number): string =>
  `<86>1 ${ago(minutes)} ${host} sshd 811 - - Accepted password for root from 10.0.0.7 port 51826 ssh2`

/** Mira at ws-7: a shell, from it a hidden script; she was on ws-8 and ws-9 too. */
const intrusion = (host: string): string[] => [
  loggedOn(host, 30, 'mira'),
  started(host, 21, {
    ...{ Image: CMD, CommandLine: 'cmd.exe', ProcessId: '2100', ParentProcessId: '900' },
    ...{ ProcessGuid: guid(2), ParentProcessGuid: guid(1) },
    ParentImage: 'C:\\Windows\\explorer.exe',
  }),
  started(host, 20, {
    ...{ Image: PWSH, CommandLine: `powershell.exe -nop -enc ${SCRIPT}`, ProcessId: '2200' },
    ...{ ParentProcessId: '2100', ParentImage: CMD, ParentCommandLine: 'cmd.exe' },
    ...{ ProcessGuid: guid(3), ParentProcessGuid: guid(2) },
  }),
]
const ours = [
  ...intrusion('ws-7'),
  loggedOn('ws-8', 40, 'mira'),
  loggedOn('ws-9', 45, 'mira'),
  ...Array.from({ length: 24 }, (_, n) => rootBySsh(`web${n + 10}`, 5 + n)),
]

const { visit } = withConsole(async ({ send }) => {
  await send('ours', ours)
  // The other tenant has the same machines and rules, and a machine of its own.
  await send('theirs', [
    ...intrusion('ws-7'),
    ...intrusion('theirs-only'),
    ...Array.from({ length: 3 }, (_, n) => rootBySsh(`web${n + 10}`, 5 + n)),
  ])
})

const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const groups = (page: Page) => page.locator('th[scope=rowgroup]')
const alerts = (page: Page) => page.locator('a[data-row]')
const details = (page: Page) => page.getByRole('complementary', { name: /^Details of the/ })
const story = (page: Page, name: string) => page.getByRole('region', { name })

/** Asks again until the pipeline has brought it all. */
async function untilThere(page: Page, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Run', exact: true }).press('Enter')
        await page.waitForTimeout(500)
        return page.getByText(text, { exact: true }).count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
}

/** The part of a story that is asked for when one gets there. */
async function read(page: Page, name: string): Promise<void> {
  await story(page, name).scrollIntoViewIfNeeded()
}

async function enter(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  await page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .focus()
  await page.keyboard.press('Enter')
}

/** A page that shares its machine with others may take its time. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 })

const axe = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

describe('the list of alerts', () => {
  it('is grouped, opened and narrowed by keyboard alone, and a link holds all of it', async () => {
    const page = await visit('/t/ours/alerts')
    await untilThere(page, '25 alerts')
    await page.getByRole('combobox', { name: 'Group by' }).focus()
    await page.keyboard.type('rule')
    await poll(() => param(page, 'by')).toBe('rule')
    await poll(() => groups(page).allTextContents()).toEqual([
      'PowerShell with an encoded command',
      'Root logs in over SSH with a password',
    ])
    expect(await alerts(page).count()).toBe(0)

    await page.locator('#content').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowRight')
    await poll(() => alerts(page).count()).toBe(20)
    // The next page of the group is below its last alert.
    for (let turn = 0; turn < 21; turn++) await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await poll(() => alerts(page).count()).toBe(24)
    const link = page.url()
    await page.goto(link)
    await poll(() => alerts(page).count()).toBe(20)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowLeft')
    await poll(() => alerts(page).count()).toBe(0)

    // By tactic an alert is under each of its own; a tactic is also chosen from the menu, with its count.
    await enter(page, /^Tactic/)
    await page.keyboard.type('Defense')
    await page.keyboard.press('Enter')
    await poll(() => param(page, 'attack')).toBe('TA0005')
    await page.keyboard.press('Escape')
    await page.getByText('1 alert', { exact: true }).first().waitFor()
    await poll(() => groups(page).allTextContents()).toEqual(['PowerShell with an encoded command'])
    await enter(page, 'Clear all')
    await poll(() => param(page, 'attack')).toBeNull()

    // A stretch of the trend becomes the time range.
    const trend = page.getByRole('slider', { name: /^Alerts over time/ })
    await trend.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await poll(() => param(page, 'range')).toMatch(/~/)
  })

  it('shows nothing of another tenant, and over all of them keeps each apart', async () => {
    const page = await visit('/t/ours/alerts?by=host')
    await untilThere(page, '25 alerts')
    await poll(() => groups(page).count()).toBe(25)
    expect(await page.locator('main').textContent()).not.toContain('theirs-only')

    await page.goto('/all/alerts?by=tenant')
    await poll(async () => (await groups(page).allTextContents()).sort()).toEqual(['Ours', 'Theirs'])
    await page.goto('/all/alerts?by=host&rule=341ec558-48da-46b6-a3d1-9344de90602e')
    await poll(async () => (await groups(page).allTextContents()).sort()).toEqual([
      'host theirs-only.harrier.example',
      'host ws-7.harrier.example',
      'host ws-7.harrier.example',
    ])
    await page.goto('/all/alerts?by=host&tenants=theirs')
    await page.getByText('5 alerts', { exact: true }).waitFor()
  })
})

describe('an alert', () => {
  it('tells why it fired, what lay around it, by which process, and where else the user was', async () => {
    const page = await visit('/t/ours/alerts?rule=341ec558-48da-46b6-a3d1-9344de90602e')
    await untilThere(page, '1 alert')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/alerts/*')

    // Why: the line, with what it is about marked.
    const line = story(page, 'The line that fired')
    await poll(() => line.locator('mark').first().textContent()).toMatch(/^ws-7/i)
    await story(page, 'Triage').getByText('nobody has judged it yet').waitFor()
    await details(page).getByRole('rowheader', { name: 'process.command_line', exact: true }).waitFor()

    // What lay around it.
    await read(page, 'Around it in time')
    await story(page, 'Around it in time')
      .getByText(/events, .* in lanes by category/)
      .waitFor()
    await read(page, 'Events that have to do with it')
    const related = story(page, 'Events that have to do with it').getByRole('button').first()
    await related.waitFor()

    // By which process.
    await read(page, 'Processes above and below')
    const processes = story(page, 'Processes above and below').getByRole('table')
    await processes.waitFor()
    const told = (await processes.locator('tbody tr').allTextContents()).join('\n')
    expect(told.indexOf('cmd.exe')).toBeGreaterThanOrEqual(0)
    expect(told.indexOf('cmd.exe')).toBeLessThan(told.indexOf('powershell.exe'))

    // How it hangs together: arrow keys walk the picture.
    await read(page, 'How it hangs together')
    const picture = page.getByRole('application')
    await picture.focus()
    const leads = story(page, 'How it hangs together').getByText(/: Enter opens its page$/)
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) {
      await poll(async () => {
        await page.keyboard.press(key)
        return story(page, 'How it hangs together').getByRole('status').textContent()
      }).not.toMatch(/nodes/)
      if ((await leads.count()) > 0) break
    }
    await leads.waitFor()

    // Who: the user, with the other hosts, on a page that leads to them.
    const who = story(page, 'Who and what')
    await read(page, 'Who and what')
    await who.getByRole('link', { name: 'ws-8.harrier.example' }).first().waitFor()
    await who.getByRole('link', { name: 'harrier\\mira', exact: false }).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/entities/user/*')
    const neighbours = page.getByRole('link', { name: /Where they logged on/i })
    await neighbours.waitFor()
    expect(await neighbours.textContent()).toMatch(/3/)
    expect(await page.locator('main').textContent()).not.toContain('theirs-only')

    // Back to the line as it came.
    await page.goBack()
    await details(page).getByRole('tab', { name: 'Raw line' }).focus()
    await page.keyboard.press('Enter')
    await details(page).getByText('-nop -enc').last().waitFor()

    // A related event opens beside the story, and the story stays.
    await read(page, 'Events that have to do with it')
    await related.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'Details of the event' }).waitFor()
    await poll(() => related.getAttribute('aria-pressed')).toBe('true')
  })

  it('leads from a value of an event to the page of its user', async () => {
    const page = await visit('/t/ours/search?q=event.code:1&range=24h')
    await untilThere(page, '2 events')
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const user = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'user.name', exact: true }) })
    await user.getByRole('link', { name: 'The page of this user' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/entities/user/**')
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: /harrier\\mira/i })
      .waitFor()
  })
})

describe('timelines of several tenants', () => {
  it('have a lane for each, under its badge', async () => {
    const page = await visit('/all/timeline?q=event.code:1&lanes=tenant&range=24h')
    await untilThere(page, '6 events')
    await page.getByRole('button', { name: 'Ours', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Theirs', exact: true }).waitFor()
  })
})

describe('axe', () => {
  it.each(['light', 'dark'] as const)('finds nothing in %s', async (theme) => {
    const page = await visit('/t/ours/alerts?by=rule')
    await page.emulateMedia({ colorScheme: theme })
    await untilThere(page, '25 alerts')
    expect(await axe(page)).toEqual([])
    await page.locator('#content').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowRight')
    await poll(() => alerts(page).count()).toBe(20)
    await enter(page, /^Technique/)
    expect(await axe(page)).toEqual([])
    await page.goto('/all/alerts?by=entity')
    await poll(() => groups(page).count()).toBeGreaterThan(20)
    expect(await axe(page)).toEqual([])
    await page.goto('/t/ours/alerts?rule=341ec558-48da-46b6-a3d1-9344de90602e')
    await alerts(page).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/alerts/*')
    for (const name of ['Who and what', 'Processes above and below', 'How it hangs together'])
      await read(page, name)
    await page.getByRole('application').waitFor()
    expect(await axe(page)).toEqual([])
  })
})
