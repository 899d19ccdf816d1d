import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createCategorise } from './categorise.ts'
import { readCategories } from './read-categories.ts'

describe('readCategories', () => {
  it('reads single values, lists, ranges and the rest', () => {
    const { table, errors } = readCategories(
      'when: { event.provider: [a, b] }\nby: event.code\nrows:\n  1, 2: { category: web }\n  400-499: { outcome: failure }\n  else: { severity: 5 }\n',
      'x.yml',
    )
    expect(errors).toEqual([])
    expect(table?.when).toEqual([['event.provider', ['a', 'b']]])
    expect(table?.rows.get('2')).toEqual({ category: ['web'] })
    expect(table?.ranges).toEqual([{ from: 400, to: 499, verdict: { outcome: 'failure' } }])
    expect(table?.otherwise).toEqual({ severity: 5 })
  })

  it('reports every mistake with its line', () => {
    const { table, errors } = readCategories(
      'by: event.code\nrows:\n  1: { category: website }\n  2: { severity: 101 }\n  3: { colour: red }\n',
      'x.yml',
    )
    expect(table).toBeUndefined()
    expect(errors.map(({ file, line }) => [file, line])).toEqual([
      ['x.yml', 3],
      ['x.yml', 4],
      ['x.yml', 5],
    ])
  })

  it('reports broken YAML and a row written twice', () => {
    expect(readCategories('by: [', 'x.yml').errors[0]?.line).toBe(1)
    expect(
      readCategories('by: a\nrows:\n  1: { severity: 1 }\n  1: { severity: 2 }\n', 'x.yml').errors[0]?.line,
    ).toBe(4)
    expect(readCategories('', 'x.yml').errors).toHaveLength(1)
  })
})

describe('rules/categories', () => {
  const folder = new URL('../../rules/categories/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.yml'))
  const tableOf = (file: string) => readCategories(readFileSync(new URL(file, folder), 'utf8'), file)
  const categorise = createCategorise(files.sort().flatMap((file) => tableOf(file).table ?? []))

  it.each(files)('%s has no mistakes', (file) => {
    const { errors, table } = tableOf(file)
    expect(errors).toEqual([])
    expect(table?.rows.size || table?.ranges.length || table?.otherwise).toBeTruthy()
  })

  it.each([
    ['cisco_meraki.log', { 'cisco_meraki.event_subtype': 'ids_alerted' }],
    ['cisco_asa.log', { 'event.code': '338002' }],
    ['okta.system', { 'event.action': 'security.threat.detected' }],
    [
      'okta.system',
      { 'event.action': 'user.session.start', 'okta.debugContext.debugData.threatSuspected': 'true' },
    ],
    ['azure.signinlogs', { 'azure.signinlogs.properties.riskLevelDuringSignIn': 'high' }],
    ['azure.identity_protection', { 'azure.risk_level': 'high' }],
    ['cisco_duo.auth', { 'event.reason': 'user_marked_fraud' }],
    ['google_workspace.login', { 'event.action': 'suspicious_login' }],
    ['checkpoint.firewall', { 'observer.product': 'SmartDefense', 'event.action': 'Prevent' }],
    ['fortinet_fortigate.log', { 'fortinet.firewall.type': 'utm', 'fortinet.firewall.subtype': 'ips' }],
    ['sentinel_one.activity', { 'event.code': '19' }],
    ['cef.log', { 'observer.vendor': 'Ubiquiti', 'cef.name': 'Threat Detected and Blocked' }],
  ])('says that the product suspects an event of %s: %o', (dataset, said) => {
    const fields = { 'event.dataset': dataset, ...said }
    categorise(fields)
    expect(fields).toMatchObject({ 'nightjar.suspected_by': ['product'] })
  })

  it.each([
    ['cisco_asa.log', { 'event.code': '338101' }],
    ['okta.system', { 'okta.debugContext.debugData.threatSuspected': 'false' }],
    ['azure.signinlogs', { 'azure.signinlogs.properties.riskLevelDuringSignIn': 'none' }],
    ['checkpoint.firewall', { 'observer.product': 'VPN-1 & FireWall-1', 'event.action': 'Drop' }],
    ['fortinet_fortigate.log', { 'fortinet.firewall.type': 'utm', 'fortinet.firewall.subtype': 'webfilter' }],
  ])('says that nobody suspects an event of %s: %o', (dataset, said) => {
    const fields = { 'event.dataset': dataset, ...said }
    categorise(fields)
    expect(fields).not.toHaveProperty(['nightjar.suspected_by'])
  })

  it.each([
    [
      'onelogin.events',
      { 'event.code': '6' },
      { 'event.category': ['authentication'], 'event.outcome': 'failure' },
    ],
    ['onelogin.events', { 'event.code': '9999' }, { 'event.category': ['iam'] }],
    ['auditd.log', { 'event.action': 'execve' }, { 'event.category': ['process'], 'event.type': ['start'] }],
    [
      'auditd.log',
      { 'event.action': 'executed' },
      { 'event.category': ['process'], 'event.type': ['start'] },
    ],
    [
      'cef.log',
      { 'observer.vendor': 'Ubiquiti', 'cef.name': 'WiFi Client Disconnected' },
      { 'event.category': ['network'] },
    ],
    ['azure.identity_protection', { 'azure.risk_level': 'low' }, { 'event.severity': 30 }],
    ['wazuh.alerts', { 'event.severity': 10 }, { 'event.category': ['intrusion_detection'] }],
    [
      'wazuh.alerts',
      { 'event.severity': 10, 'event.category': ['file'] },
      { 'event.category': ['file'], 'event.kind': 'alert' },
    ],
  ])('categorises %s: %o', (dataset, said, expected) => {
    const fields = { 'event.dataset': dataset, ...said }
    categorise(fields)
    expect(fields).toMatchObject(expected)
  })
})
