import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { ensureSource, setSyslogPort } from '#core/records/sources'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { choosePort } from './choose-port.ts'
import { keepSyslogPorts } from './keep-syslog-ports.ts'

const HOST = '127.0.0.1'

test('a door whose port is taken moves past the doors of others, which stay where they are', async () => {
  const { appUrl, records, ours, theirs, bothScope, close } = await twoTenants()
  const first = await choosePort(HOST, 20_514)
  const second = await choosePort(HOST, first + 1)
  const stranger = createServer().listen(first, HOST)
  try {
    await once(stranger, 'listening')
    for (const [{ tenantId }, port] of [[ours, first] as const, [theirs, second] as const]) {
      const { sourceId } = await ensureSource(records, bothScope, { tenantId, name: 'syslog' })
      await setSyslogPort(records, bothScope, { sourceId, port })
    }
    const kept = await keepSyslogPorts(appUrl, HOST, new Set())
    const portOf = (slug: string) => kept.find(({ tenant }) => tenant === slug)?.port
    expect(portOf('theirs')).toBe(second)
    expect(portOf('ours')).not.toBe(first)
    expect(portOf('ours')).not.toBe(second)
    stranger.close()
    expect(await keepSyslogPorts(appUrl, HOST, new Set())).toEqual(kept)
  } finally {
    stranger.close()
    await close()
  }
})
