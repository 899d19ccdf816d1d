import { setTimeout as sleep } from 'node:timers/promises'
import { createRecords } from '#core/records/create-records'
import { listSyslogSources, setSyslogPort } from '#core/records/sources'
import { getTenants } from '#core/records/tenants'
import { grantScope } from '#core/tenant/grant-scope'
import { choosePort, isFree } from './choose-port.ts'

export interface SyslogPort {
  tenant: string
  source: string
  port: number
}

/** A server that was just killed may hold its ports for a moment longer; shippers know them. */
const PATIENCE_MS = 5_000
const POLL_MS = 250

/** Syslog doors whose port somebody else took since the last start move to another; people see it in the summary. */
export async function keepSyslogPorts(
  postgresUrl: string,
  host: string,
  taken: Set<number>,
): Promise<SyslogPort[]> {
  const records = createRecords({ url: postgresUrl, maxConnections: 1 })
  try {
    const sources = await listSyslogSources(records)
    for (const { port } of sources) taken.add(port)
    const kept: SyslogPort[] = []
    for (const { tenantId, sourceId, sourceName, port: before } of sources) {
      const scope = grantScope([tenantId])
      const port = (await becomesFree(host, before)) ? before : await choosePort(host, before, { taken })
      if (port !== before) await setSyslogPort(records, scope, { sourceId, port })
      const [tenant] = await getTenants(records, scope)
      kept.push({ tenant: tenant?.slug ?? tenantId, source: sourceName, port })
    }
    return kept.sort((a, b) => a.port - b.port)
  } finally {
    await records.close()
  }
}

async function becomesFree(host: string, port: number): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await isFree(host, port))) {
    if (Date.now() > deadline) return false
    await sleep(POLL_MS)
  }
  return true
}
