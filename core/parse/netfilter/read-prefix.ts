import type { Fields } from '../../event/event.ts'

const LETTERS: Readonly<Record<string, string>> = { A: 'accept', D: 'drop', R: 'reject' }

/** `[WAN_IN-3001-D]`, of newer firmware `[WAN_LOCAL-D-2147483647]`: set, rule and verdict of Ubiquiti. */
const UBIQUITI = /^\[([\w.-]{1,64})-(\w{1,20})-([ADR])\]/
const UNIFI = /^\[([\w.-]{1,64})-([ADR])-(\w{1,20})\]/
const DESCRIPTION = /^ ?DESCR="([^"]{0,200})"/
const UPTIME = /^\[ {0,12}\d{1,12}\.\d{1,9}\] ?/
const DENIED = /drop|den[yi]|block|reject|blacklist|spoof|invalid|limit/i
const ALLOWED = /accept|allow|permit|pass\b/i

function setRule(fields: Fields, set: string, rule: string, letter: string): void {
  fields['observer.vendor'] = 'Ubiquiti'
  fields['observer.product'] = 'UniFi'
  fields['rule.name'] = set
  fields['rule.id'] = rule
  fields['event.action'] = LETTERS[letter] ?? letter
  const [from = '', to = '', more] = set.split('-', 3)
  if (to === '' || more !== undefined) return
  fields['observer.ingress.zone'] = from
  fields['observer.egress.zone'] = to
}

/** `iptables DROP_INPUT:`, `[UFW BLOCK]`, `fw-in-deny:`: the word that speaks of the verdict. */
function setWord(fields: Fields, prefix: string): void {
  for (const word of prefix.split(/[\s[\]:]+/, 12)) {
    if (!DENIED.test(word) && !ALLOWED.test(word)) continue
    fields['event.action'] = word.toLowerCase()
    return
  }
}

/** What a rule writes before the packet; it was chosen by whoever made the rule. */
export function readPrefix(fields: Fields, whole: string): void {
  const prefix = whole.slice(0, 300).replace(UPTIME, '')
  const old = UBIQUITI.exec(prefix)
  const unifi = old ? null : UNIFI.exec(prefix)
  if (old) setRule(fields, old[1] ?? '', old[2] ?? '', old[3] ?? '')
  else if (unifi) {
    setRule(fields, unifi[1] ?? '', unifi[3] ?? '', unifi[2] ?? '')
    const description = DESCRIPTION.exec(prefix.slice(unifi[0].length))?.[1]
    if (description) fields['rule.description'] = description
  } else setWord(fields, prefix)
  const action = fields['event.action']
  if (typeof action !== 'string') fields['event.type'] = ['connection']
  else fields['event.type'] = [DENIED.test(action) ? 'denied' : 'allowed', 'connection']
}
