import type { Random } from '../create-random.ts'
import { inside, type Noise, outside, type Place, type Record } from './noise.ts'

const NAMES = [
  'www.example.org',
  'cdn.example.net',
  'mail.example.com',
  'time.example.net',
  'api.example.org',
] as const

/** Flat ECS, as a collector in front of the firewall writes it. */
const line = (fields: { [name: string]: string | number }): Record[] => [
  { after: 0, text: JSON.stringify({ '@timestamp': '{iso}', 'ecs.version': '8.11', ...fields }) },
]

function flow(place: Place, random: Random): Record[] {
  const [host] = place.hosts
  const inbound = random.next() < 0.25
  const port = inbound ? random.pick([22, 23, 445, 3389, 8080]) : random.pick([443, 443, 443, 80, 123, 993])
  return line({
    'event.dataset': 'firewall.traffic',
    'event.action': inbound ? 'deny' : 'allow',
    'observer.name': host,
    'observer.type': 'firewall',
    'host.name': host,
    'source.ip': inbound ? outside(random) : inside(place, random),
    'source.port': random.int(32_768, 65_000),
    'destination.ip': inbound ? `${place.net}.0.${random.int(2, 40)}` : outside(random),
    'destination.port': port,
    'network.transport': port === 123 ? 'udp' : 'tcp',
    'rule.name': inbound ? 'default-deny' : 'users-out',
    'source.bytes': inbound ? 60 : random.int(400, 900_000),
    'destination.bytes': inbound ? 0 : random.int(900, 40_000_000),
  })
}

function question(place: Place, random: Random): Record[] {
  const host = place.hosts[1] ?? place.hosts[0]
  return line({
    'event.dataset': 'dns.query',
    'observer.name': host,
    'host.name': host,
    'source.ip': inside(place, random),
    'source.port': random.int(32_768, 65_000),
    'dns.question.name': random.next() < 0.3 ? `intranet.${place.domain}` : random.pick(NAMES),
    'dns.question.type': random.pick(['A', 'A', 'AAAA', 'TXT', 'HTTPS']),
    'dns.response_code': random.next() < 0.03 ? 'NXDOMAIN' : 'NOERROR',
  })
}

/** A firewall and a name server. */
export const networkNoise: Noise = (place, random) => (random.next() < 0.55 ? flow : question)(place, random)
