import { join } from 'node:path'
import { createParserUnderTest } from './create-parser-under-test.ts'
import { scoreProducts } from './score-products.ts'

const MAX_TOLD = 40

/** Prints of how many lines of syslog we name the product and the host; asked for products, also the lines that are wrong. */
export async function sayProducts(logs: string, wantedProducts: string): Promise<void> {
  const parse = await createParserUnderTest({ hint: false })
  const score = scoreProducts(join(logs, 'cases', 'sc4s.ndjson.gz'), parse, new RegExp(wantedProducts))
  if (score.cases === 0) return
  const share = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1).padStart(6)
  say(`\nsc4s, whose line it is${' '.repeat(22)} cases      %`)
  say(`  product${String(score.cases).padStart(40)} ${share(score.right, score.cases)}`)
  say(`  host${String(score.hosted).padStart(43)} ${share(score.hosts, score.hosted)}`)
  if (wantedProducts === '.') return
  for (const { sourcetype, said, raw } of score.wrong.slice(0, MAX_TOLD))
    say(`      ${sourcetype} is said to be ${said || 'nobody'}: ${raw.slice(0, 160)}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
