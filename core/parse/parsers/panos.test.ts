import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './panos.ts'

const parseLine = createParseLine()
const read = (line: string, zoneMinutes = 0) =>
  parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes })
const NOON = 1_773_144_000_000_000_000n
const head = (type: string, subtype: string) =>
  `1,2026/03/10 12:00:00,001122334455667,${type},${subtype},2561,2026/03/10 12:00:00,`
const session = (misc: string) =>
  `10.0.0.7,203.0.113.9,0.0.0.0,0.0.0.0,allow-web,example\\anna,bob@example.org,web-browsing,vsys1,trust,untrust,ethernet1/2,ethernet1/1,forward,2026/03/10 12:00:00,4712,1,51001,80,0,0,0x0,tcp,${misc}`

describe('panos', () => {
  it('reads a session in the zone of the source', () => {
    const { parser: by, time, fields } = read(parser.samples[0] ?? '', 60)
    expect(by).toBe('panos@1')
    expect(time).toBe(NOON - 3_600_000_000_000n)
    expect(fields).toMatchObject({
      'event.dataset': 'panw.panos',
      'event.start': '2026-03-10T10:59:00.000Z',
      'event.end': '2026-03-10T10:59:55.000Z',
      'event.duration': 55_000_000_000,
      'event.reason': 'tcp-fin',
      'source.ip': '10.0.0.7',
      'source.nat.ip': '198.51.100.1',
      'source.user.name': 'anna',
      'source.bytes': 2000,
      'destination.packets': 22,
      'user.domain': 'example',
      'network.direction': 'outbound',
      'observer.hostname': 'fw01',
      'rule.name': 'allow-web',
      'client.port': 51000,
    })
    expect(fields.message).toMatch(/^10\.0\.0\.7,203/)
  })

  it('reads the URL of a filter and forgets addresses that were not translated', () => {
    const { fields } = read(
      `${head('THREAT', 'url')}${session('block-url,"www.example.org:8080/a/b.php?x=1",(9999),malware,high,client-to-server,1,0x0')}`,
    )
    expect(fields).toMatchObject({
      'url.domain': 'www.example.org',
      'url.port': 8080,
      'url.path': '/a/b.php',
      'url.query': 'x=1',
      'destination.user.name': 'bob',
      'destination.user.domain': 'example.org',
      'event.severity': 2,
      'log.level': 'high',
      'network.direction': 'inbound',
      'panw.panos.threat.id': '9999',
    })
    expect(fields['source.nat.ip']).toBeUndefined()
  })

  it('reads the file of a virus', () => {
    const { fields } = read(
      `${head('THREAT', 'virus')}${session('reset-both,"setup.exe",Virus/Win32.x(42),any,medium,server-to-client,1,0x0')}`,
    )
    expect(fields).toMatchObject({
      'file.name': 'setup.exe',
      'file.extension': 'exe',
      'panw.panos.threat.name': 'Virus/Win32.x',
      'panw.panos.threat.id': '42',
      'event.code': '42',
      'event.reason': 'Virus/Win32.x',
    })
  })

  it.each([
    [
      'a configuration without details',
      '10.0.0.8,,set,anna,Web,Succeeded, config shared x,80,0x0',
      'CONFIG',
      {
        'event.action': 'cmd-set',
        'source.user.name': 'anna',
        'host.ip': ['10.0.0.8'],
        'panw.panos.sequence_number': '80',
      },
    ],
    [
      'a configuration with details',
      '10.0.0.8,,edit,anna,Web,Unauthorized, config,"a, b",c,81,0x0,0,0,0,0,,fw01',
      'CONFIG',
      { 'panw.panos.before_change_detail': 'a, b', 'event.outcome': 'failure', 'observer.hostname': 'fw01' },
    ],
    [
      'a mapping of a user',
      'vsys1,10.0.0.9,example\\anna,,0,1,2700,0,0,active-directory,unknown,2,0x0',
      'USERID',
      { 'source.ip': '10.0.0.9', 'user.name': 'anna', 'event.code': '0' },
    ],
    [
      'a VPN portal',
      'vsys1,portal-auth,login,LDAP,,anna,DE,PC7,203.0.113.9,0.0.0.0,,fd00::7,id,,6.0.1,Windows,"Windows 11, 64-bit",1,,,"ok",success,,3,,0,portal1,7,0x0',
      'GLOBALPROTECT',
      {
        'source.nat.ip': '203.0.113.9',
        'source.ip': 'fd00::7',
        'network.type': 'ipv6',
        'host.name': 'pc7',
        'event.outcome': 'success',
        'event.duration': 3_000_000_000,
      },
    ],
    [
      'a failed log-in',
      `,auth-fail,corp,0,0,general,medium,"failed authentication for user 'anna'. Reason: Invalid username/password. auth profile 'corp', From: 10.0.0.8.",9,0x0,0,0,0,0,,fw01`,
      'SYSTEM',
      {
        'user.name': 'anna',
        'source.ip': '10.0.0.8',
        'event.outcome': 'failure',
        'event.reason': 'Invalid username/password',
        'host.name': 'fw01',
      },
    ],
    [
      'a reason with full stops',
      `,auth-fail,corp,0,0,general,medium,"failed authentication for user 'anna'. Reason: Server down, e.g. for upkeep. auth profile 'corp', From: 10.0.0.8.",9,0x0`,
      'SYSTEM',
      { 'event.reason': 'Server down, e.g. for upkeep', 'source.ip': '10.0.0.8' },
    ],
    [
      'a log-in to the console',
      ',general,,0,0,general,informational,"User anna logged in via Web from 10.0.0.8 using https",9,0x0',
      'SYSTEM',
      { 'user.name': 'anna', 'source.ip': '10.0.0.8', 'network.protocol': 'https' },
    ],
    [
      'a server that was reached',
      ',general,,0,0,general,informational,"Successfully connect to address: 198.51.100.4 port: 3978, conn id: x",9,0x0',
      'SYSTEM',
      { 'destination.ip': '198.51.100.4', 'destination.port': 3978 },
    ],
    [
      'a lease',
      ',if-renew-trigger,,0,0,general,informational,"DHCP RENEW: interface eth1, ip 10.0.0.4 netmask 255.255.255.0 dhcp server: 10.0.0.1",9,0x0',
      'SYSTEM',
      {
        'observer.ingress.interface.name': 'eth1',
        'source.ip': '10.0.0.4',
        'destination.ip': '10.0.0.1',
      },
    ],
    [
      'an update',
      ',general,,0,0,general,informational,"Installed contents package: all-contents-12-34.tgz",9,0x0',
      'SYSTEM',
      { 'file.name': 'all-contents-12-34.tgz' },
    ],
    [
      'a posture check',
      'anna,vsys1,PC7,Mac,10.0.0.9,profile,1,object,0,0,7,0x0,0,0,0,0,,fw01,1',
      'HIP-MATCH',
      { 'panw.panos.type': 'HIPMATCH', 'source.ip': '10.0.0.9', 'host.name': 'pc7' },
    ],
    [
      'an authentication with a precise time',
      'vsys1,10.0.0.9,anna,anna,ldap,policy,1,7,,fwd,srv,denied,web,Authentication Failed,1,9,0x0,0,0,0,0,,fw01,1,PAP,,2026-03-10T13:00:00.250+01:00',
      'AUTH',
      {
        'event.outcome': 'failure',
        'event.reason': 'denied',
        'panw.panos.high_resolution_timestamp': '2026-03-10T13:00:00.250+01:00',
      },
    ],
  ])('reads %s', (_, rest, type, fields) => {
    expect(read(`${head(type, '0')}${rest}`)).toMatchObject({ parser: 'panos@1', fields })
  })

  it('takes the precise time over the time received', () => {
    const line = `${head('IPTAG', 'login')}vsys1,10.0.0.9,tag,0,1,0,x,y,z,1,0x0,0,0,0,0,,fw01,1,2026-03-10T12:00:00.500Z`
    expect(read(line, 60).time).toBe(NOON + 500_000_000n)
  })

  it('reads lines that went through a spreadsheet', () => {
    const line = `1,3/10/26 12:00,1122334455667,TRAFFIC,start,2049,3/10/26 12:00,${session('allow,222')}`
    expect(read(line)).toMatchObject({ parser: 'panos@1', time: NOON, fields: { 'network.bytes': 222 } })
  })

  it('reads what an administrator ran', () => {
    expect(read(parser.samples[4] ?? '')).toMatchObject({
      time: NOON,
      fields: { 'user.name': 'anna', 'event.outcome': 'success', 'panw.panos.type': 'AUDIT' },
    })
  })

  it.each([
    '1,2026/03/10 12:00:00,1,NOSUCH,a,0,2026/03/10 12:00:00,x',
    '1,2,3',
    '10,2026/13/10 12:00:00,1,SYSTEM,a,0,b,c',
  ])('leaves %s', (line) => expect(read(line).parser).not.toBe('panos@1'))
})
