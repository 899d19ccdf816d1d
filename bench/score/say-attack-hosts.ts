import { join } from 'node:path'
import { createParserUnderTest } from './create-parser-under-test.ts'
import { scoreAttackHost } from './score-attack-host.ts'

/** Prints, by product, how many of the lines that fail2ban bans a host for, or must not, say the same in our events. */
export async function sayAttackHosts(logs: string, wantedProducts: string): Promise<void> {
  const parse = await createParserUnderTest({ hint: false })
  const scores = scoreAttackHost(join(logs, 'cases', 'fail2ban.ndjson.gz'), parse)
  const wanted = [...scores].filter(([product]) => new RegExp(wantedProducts).test(product))
  say(`\nfail2ban, attack-host${' '.repeat(21)}  cases      %`)
  let cases = 0
  let right = 0
  for (const [product, score] of wanted.sort(([, a], [, b]) => b.cases - a.cases)) {
    row(`  ${product}`, score.cases, score.right)
    cases += score.cases
    right += score.right
  }
  row('whole file', cases, right)
}

function row(name: string, cases: number, right: number): void {
  say(
    `${name.padEnd(42)} ${String(cases).padStart(6)} ${((100 * right) / Math.max(1, cases)).toFixed(1).padStart(6)}`,
  )
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
