import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sayAttackHosts } from './score/say-attack-hosts.ts'
import { sayProducts } from './score/say-products.ts'
import { scoreZeekPairs } from './score/score-zeek-pairs.ts'

/**
 * Core fields right, by file and product, with the format of each source set and found out: the judge is
 * ../shared/logs/score.mjs; then whether lines that fail2ban bans a host for are failures from it, and whose lines of syslog are.
 * `npm run score:parsers [FILE] [PRODUCT]` shows files and products that match.
 */
const LOGS = resolve(import.meta.dirname, '..', '..', 'shared', 'logs')
const FILES = ['elastic-integrations', 'elastic-beats', 'sekoia', 'winlogbeat-evtx', 'elastic-beats-cef']

interface Score {
  F: number
  OK: number
  per: Record<string, { cases: number; fields: number; ok: number }>
}

function score(file: string, hint: 'on' | 'off', products: string, folder: string): Score {
  const out = join(folder, 'score.json')
  const args = [join(LOGS, 'score.mjs'), join(LOGS, 'cases', `${file}.ndjson.gz`)]
  const parser = join(import.meta.dirname, 'parser-under-test.mjs')
  execFileSync(process.execPath, [...args, parser, '--product', products, '--json', out], {
    env: { ...process.env, NIGHTJAR_SCORE_HINT: hint },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return JSON.parse(readFileSync(out, 'utf8'))
}

async function main(wantedFile = '', wantedProducts = '.'): Promise<void> {
  if (!existsSync(LOGS)) {
    say('skipped: ../shared/logs is not here')
    return
  }
  const named: Record<string, string> = JSON.parse(readFileSync(join(LOGS, 'named-products.json'), 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'nightjar-score-'))
  try {
    for (const file of FILES.filter((name) => name.includes(wantedFile))) {
      const [set, found] = (['on', 'off'] as const).map((hint) => score(file, hint, wantedProducts, folder))
      if (set && found) print(file, set, found, new RegExp(named[file] ?? '.'))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  if ('fail2ban'.includes(wantedFile)) await sayAttackHosts(LOGS, wantedProducts)
  if ('sc4s'.includes(wantedFile)) await sayProducts(LOGS, wantedProducts)
  if ('zeek-pairs'.includes(wantedFile)) printZeekPairs(new RegExp(wantedProducts))
}

/** Records of which every column is right. */
function printZeekPairs(products: RegExp): void {
  const scores = [...scoreZeekPairs(join(LOGS, 'cases', 'zeek-pairs.ndjson.gz'), products)]
  if (scores.length === 0) return
  say(`\nzeek-pairs${' '.repeat(31)} records  set %  found %`)
  for (const [product, { cases, set, found, wrong }] of scores) {
    row(`  ${product}`, cases, set, found)
    for (const mistake of wrong) say(`      ${mistake}`)
  }
  const sum = (key: 'cases' | 'set' | 'found') => scores.reduce((total, [, score]) => total + score[key], 0)
  row('whole file', sum('cases'), sum('set'), sum('found'))
}

function print(file: string, set: Score, found: Score, named: RegExp): void {
  say(`\n${file}${' '.repeat(42 - file.length)} fields  set %  found %`)
  const only = ({ per }: Score) =>
    Object.entries(per)
      .filter(([product]) => named.test(product))
      .map(([, counts]) => counts)
  for (const [product, { fields, ok }] of Object.entries(set.per).sort(([, a], [, b]) => b.fields - a.fields))
    row(`${named.test(product) ? '*' : ' '} ${product}`, fields, ok, found.per[product]?.ok ?? 0)
  const sum = (counts: readonly { fields: number; ok: number }[], key: 'fields' | 'ok') =>
    counts.reduce((total, one) => total + one[key], 0)
  row('* all of them', sum(only(set), 'fields'), sum(only(set), 'ok'), sum(only(found), 'ok'))
  row('whole file', set.F, set.OK, found.OK)
}

function row(name: string, fields: number, set: number, found: number): void {
  const share = (ok: number) => (fields === 0 ? '-' : ((100 * ok) / fields).toFixed(1)).padStart(6)
  say(`${name.padEnd(42)} ${String(fields).padStart(6)} ${share(set)}  ${share(found)}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main(...process.argv.slice(2))
