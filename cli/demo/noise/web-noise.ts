import { type Noise, outside } from './noise.ts'

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (compatible; ExampleBot/2.1; +https://bot.example.org)',
  'kube-probe/1.30',
] as const

const PATHS = [
  ['GET', '/', 200],
  ['GET', '/products?page=2', 200],
  ['GET', '/assets/app.3f2c.js', 304],
  ['GET', '/track?id=KL-20418', 200],
  ['POST', '/cart', 302],
  ['POST', '/login', 200],
  ['POST', '/login', 401],
  ['GET', '/healthz', 200],
  ['GET', '/favicon.ico', 200],
  ['GET', '/wp-login.php', 404],
  ['GET', '/old/catalogue.pdf', 404],
  ['GET', '/api/stock', 503],
] as const

/** nginx behind syslog. */
export const webNoise: Noise = (place, random) => {
  const [method, path, status] = random.pick(PATHS)
  const host = random.pick(place.hosts)
  const request = `"${method} ${path} HTTP/1.1" ${status} ${random.int(120, 48_000)}`
  const text = `${outside(random)} - - [{clf}] ${request} "https://www.${place.domain}/" "${random.pick(AGENTS)}"`
  return [{ after: 0, text: `<134>{bsd} ${host} nginx: ${text}` }]
}
