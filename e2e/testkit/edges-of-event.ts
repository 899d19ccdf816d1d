import { parseIp } from '../../core/detect/values/parse-ip.ts'
import { printIp } from '../../core/detect/values/print-ip.ts'
import type { Event } from '../../core/event/event.ts'

/** `relation number`, subject, object: what core/store/migrations/007_create_edges.sql says, said again in plain TypeScript. */
export type PlainEdge = readonly [number, string, string]

export function edgesOfEvent({ fields }: Pick<Event, 'fields'>): PlainEdge[] {
  const text = (name: string) => {
    const value = fields[name]
    return typeof value === 'object' || value === undefined ? '' : String(value)
  }
  const list = (name: string) => {
    const value = fields[name]
    return value === undefined ? [] : (typeof value === 'object' ? value : [value]).map(String)
  }
  const short = (value: string) => [...value].slice(0, 512).join('')
  const lower = (...names: string[]) =>
    short(names.map(text).find((value) => value !== '') ?? '').toLowerCase()
  const address = (value: string) => {
    // The store takes no octet for a decimal number.
    const groups = /(?:^|\.)0\d/.test(value) ? undefined : parseIp(value)
    return groups === undefined || groups.every((group) => group === 0) ? '' : printIp(groups)
  }
  const category = list('event.category')
  const type = list('event.type')
  const host = text('host.name').toLowerCase()
  const name = text('user.name').toLowerCase()
  const domainOfUser = text('user.domain').toLowerCase()
  const user = name !== '' && domainOfUser !== '' ? `${domainOfUser}\\${name}` : name
  const source = address(text('source.ip'))
  const destination = address(text('destination.ip'))
  const process = lower('process.executable', 'process.name')
  const parent = lower('process.parent.executable', 'process.parent.name')
  const file = lower('file.path', 'file.name')
  const domain = lower('url.domain', 'destination.domain')
  const question = lower('dns.question.name')
  const url = text('url.original').includes('://') ? short(text('url.original').replace(/[?#].*$/su, '')) : ''
  const isLogon = category.includes('authentication')
  const isNetwork = category.includes('network')
  const isStart = category.includes('process') && type.includes('start')
  const isWrite = category.includes('file') && (type.includes('creation') || type.includes('change'))
  const resolved = typeof fields['dns.resolved_ip'] === 'object' ? fields['dns.resolved_ip'].slice(0, 8) : []
  const edges: PlainEdge[] = [
    [1, source, destination],
    [2, isNetwork && (process !== '' || source === '') ? host : '', destination],
    [3, isNetwork ? process : '', destination],
    [4, source, domain],
    [5, user, domain],
    [6, source, url],
    [7, isLogon ? '' : source, user],
    [8, isLogon ? user : '', host],
    [9, isLogon ? source : '', host],
    [10, isLogon ? source : '', user],
    [11, isStart ? host : '', process],
    [12, isStart ? user : '', process],
    [13, isStart ? parent : '', process],
    [14, isStart ? host : '', lower('process.hash.sha256')],
    [15, isWrite ? process : '', file],
    [16, isWrite ? host : '', file],
    [17, isWrite ? host : '', lower('file.hash.sha256')],
    [18, host, question],
    [19, source, question],
    ...[...new Set(resolved.map((ip) => address(String(ip))))].map((ip): PlainEdge => [20, question, ip]),
  ]
  const seen: PlainEdge[] = [
    [25, host, ''],
    [26, user, ''],
    [27, destination === '' && user === '' ? source : '', ''],
  ]
  return [
    ...edges.filter(([, subject, object]) => subject !== '' && object !== ''),
    ...seen.filter(([, subject]) => subject !== ''),
  ]
}
