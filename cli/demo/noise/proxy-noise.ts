import { inside, type Noise } from './noise.ts'

const SITES = [
  'www.example.org',
  'mail.example.com',
  'cdn.example.net',
  'maps.example.org',
  'news.example.com',
] as const
const AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36'

/** Squid behind syslog, in the combined format. */
export const proxyNoise: Noise = (place, random) => {
  const [host] = place.hosts
  const user = random.pick(place.people)
  const request = `"CONNECT ${random.pick(SITES)}:443 HTTP/1.1" ${random.next() < 0.04 ? 403 : 200} ${random.int(900, 90_000)}`
  return [
    {
      after: 0,
      text: `<134>{bsd} ${host} squid[811]: ${inside(place, random)} - ${user} [{clf}] ${request} "-" "${AGENT}"`,
    },
  ]
}
