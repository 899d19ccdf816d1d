import { createRecords } from '#core/records/create-records'
import { listSyslogSources, setSyslogPort } from '#core/records/sources'
import { getTenants } from '#core/records/tenants'
import { grantScope } from '#core/tenant/grant-scope'
import { choosePort } from './choose-port.ts'

export interface SyslogPort {
  tenant: string
  source: string
  port: number
}

/** Syslog doors whose port somebody else took since the last start move to another; people see it in the summary. */
export async function keepSyslogPorts(
  postgresUrl: string,
  host: string,
  taken: Set<number>,
): Promise<SyslogPort[]> {
  const records = createRecords({ url: postgresUrl, maxConnections: 1 })
  try {
    const kept: SyslogPort[] = []
    for (const source of (await listSyslogSources(records)).sort((a, b) => a.port - b.port)) {
      const scope = grantScope([source.tenantId])
      const [tenant] = await getTenants(records, scope)
      const port = await choosePort(host, source.port, { taken })
      if (port !== source.port) {
        await setSyslogPort(records, scope, { sourceId: source.sourceId, port })
      }
      kept.push({ tenant: tenant?.slug ?? source.tenantId, source: source.sourceName, port })
    }
    return kept
  } finally {
    await records.close()
  }
}
