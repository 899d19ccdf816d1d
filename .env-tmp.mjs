import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

process.chdir('/work/w-syslog')

import { register } from 'tsx/esm/api'

register()
const { parser } = await import('/work/w-syslog/core/parse/parsers/syslog.ts')
const [file, prx = '.', every = 20, only = ''] = process.argv.slice(2)
const cases = gunzipSync(readFileSync(`/work/shared/logs/cases/${file}.ndjson.gz`))
  .toString()
  .split('\n')
  .filter(Boolean)
  .map(JSON.parse)
let n = 0
for (const c of cases) {
  if (!new RegExp(prx).test(c.product) || typeof c.raw !== 'string') continue
  const t = c.raw.trim()
  if (!/^[<JFMASONDTW0-9jfmasond]/.test(t)) continue
  const p = parser.parse(
    { text: t, program: undefined, json: undefined },
    { received: Date.now(), zoneMinutes: 0 },
  )
  if (!p) {
    if (only === 'miss' && n++ % every === 0) console.log('MISS', c.product, JSON.stringify(t.slice(0, 120)))
    continue
  }
  if (only === 'miss') continue
  if (n++ % every) continue
  const f = p.fields
  console.log(
    c.product,
    '|',
    JSON.stringify(t.slice(0, 100)),
    '\n      ',
    p.time && new Date(Number(p.time / 1000000n)).toISOString(),
    'host',
    f['host.name'],
    'app',
    f['process.name'],
    f['log.syslog.procid'] ?? '',
    f['event.sequence'] ?? '',
    f['log.level'] ?? '',
    'v',
    f['log.syslog.version'],
    '=>',
    JSON.stringify(p.payload?.text.slice(0, 60)),
  )
}
