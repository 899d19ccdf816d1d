import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const context = { received: Date.parse('2026-03-10T13:00:00Z'), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (text: string) => parseLine(text, 'auto', context).fields
const named = (text: string) => {
  const fields = read(text)
  return [fields['observer.vendor'], fields['observer.product'], fields['event.module']]
}

it('tells a product by its program, also with a number behind it', () => {
  const bigip = ['F5', 'BIG-IP', 'f5_bigip']
  expect(named('<134>Mar 10 12:00:00 lb1 mcpd[4711]: a pool was made')).toEqual(bigip)
  expect(named('<134>Mar 10 12:00:00 lb1 tmm3[4711]: a connection was refused')).toEqual(bigip)
  expect(named('<134>Mar 10 12:00:00 lb1 tommy[4711]: hello')).toEqual([undefined, undefined, undefined])
})

it('lets a generic parser read what the product says', () => {
  const fields = read(
    '<30>Mar 10 12:00:00 fw1 mwg: srcip="10.0.0.7" user="anna" mtd="GET" url="http://www.example.org/"',
  )
  expect(fields).toMatchObject({
    'observer.vendor': 'McAfee',
    'observer.product': 'Web Gateway',
    'source.ip': '10.0.0.7',
    'user.name': 'anna',
  })
})

it('lets the parser of a program on an appliance keep what it says', () => {
  const fields = read(
    '<86>Mar 10 12:00:00 lb1 notice sshd[812]: Accepted password for anna from 10.0.0.7 port 51000 ssh2',
  )
  expect(fields).toMatchObject({ 'observer.product': 'OpenSSH', 'user.name': 'anna' })
})

it('tells a product by how a text begins, where the program says nothing', () => {
  expect(named('<27>Mar 10 12:00:00 dc1 @@302,apRebooted,"apMac"="00:00:5E:00:53:07"')[1]).toBe('SmartZone')
  expect(named('<13>Mar 10 12:00:00 [fas1:secd.conn.auth.failure:notice]: no connection')[1]).toBe('ONTAP')
  expect(
    named('<13>Mar 10 12:00:00 nios1 httpd: 2026-03-10 12:00:00.123Z [anna]: Logout - - ip=10.0.0.7')[1],
  ).toBe('NIOS')
})

it('asks for more than the beginning of common words', () => {
  expect(named('<13>Mar 10 12:00:00 web1 httpd: 2026-03-10 started')[0]).toBeUndefined()
  expect(named('<13>Mar 10 12:00:00 web1 severity: Warning, disk almost full')[0]).toBeUndefined()
  expect(named('<13>Mar 10 12:00:00 web1 gated: Type: front, open')[0]).toBeUndefined()
})

it('knows appliances by their hosts, and the level that BIG-IP writes before a tag', () => {
  expect(named('<134>Mar 10 12:00:00 NTNX-A-CVM gated[1]: hello')[0]).toBe('Nutanix')
  expect(named('<134>Mar 10 12:00:00 lb1 notice crond[7]: hello')[0]).toBe('F5')
})
