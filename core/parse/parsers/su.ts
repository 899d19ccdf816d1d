import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

interface Switch {
  from: string
  to: string
  outcome: 'success' | 'failure'
}

/** util-linux `(to root) anna on pts/0`, `FAILED SU (to root) bob on pts/1`; shadow `FAILED su for root by bob`. */
function readSwitch(text: string): Switch | undefined {
  const at = text.indexOf('(to ')
  if (at === 0 || (at > 0 && text.startsWith('FAILED SU '))) {
    const close = text.indexOf(') ', at)
    const on = text.indexOf(' on ', close)
    if (close < 0 || on < 0) return undefined
    return {
      from: text.slice(close + 2, on),
      to: text.slice(at + 4, close),
      outcome: at === 0 ? 'success' : 'failure',
    }
  }
  const shadow = text.startsWith('FAILED su for ')
    ? 'failure'
    : text.startsWith('Successful su for ')
      ? 'success'
      : undefined
  const by = text.lastIndexOf(' by ')
  if (shadow === undefined || by < 0) return readQuoted(text)
  return { from: text.slice(by + 4), to: text.slice(text.indexOf(' for ') + 5, by), outcome: shadow }
}

/** BSD `'su root' failed for bob on /dev/pts/8`, `anna to root on /dev/ttyp0`. */
function readQuoted(text: string): Switch | undefined {
  const failed = text.startsWith("'su ") ? text.indexOf("' failed for ") : -1
  const on = text.indexOf(' on ', Math.max(failed, 0))
  if (failed > 0 && on > 0)
    return { from: text.slice(failed + 13, on), to: text.slice(4, failed), outcome: 'failure' }
  const to = text.indexOf(' to ')
  if (to < 1 || on < to) return undefined
  return { from: text.slice(0, to), to: text.slice(to + 4, on), outcome: 'success' }
}

/** `BAD SU bob to root on /dev/ttyp0` of Irix, `failed: ttyq4 changing from bob to root` of AIX. */
function readFailed(text: string): Switch | undefined {
  const start = text.startsWith('BAD SU ') ? 7 : text.startsWith('failed: ') ? text.indexOf(' from ') + 6 : 0
  const to = start > 6 ? text.indexOf(' to ', start) : -1
  if (to < 0) return undefined
  return { from: text.slice(start, to), to: text.slice(to + 4).split(' ', 1)[0] ?? '', outcome: 'failure' }
}

function parse({ text }: Line): Parsed | undefined {
  const change = readFailed(text) ?? readSwitch(text)
  if (!change) return undefined
  const fields = startAuthEvent('su', text)
  fields['event.action'] = 'switched-user'
  fields['event.outcome'] = change.outcome
  fields['user.name'] = change.from
  fields['user.effective.name'] = change.to
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'su',
  reads: 'util-linux, shadow and BSD wording',
  version: 1,
  clues: [{ program: 'su' }],
  ownNames: true,
  parse,
  samples: [
    '(to root) anna on pts/0',
    'FAILED SU (to root) bob on pts/1',
    "'su root' failed for bob on /dev/pts/8",
    'Successful su for root by anna',
    'BAD SU bob to root on /dev/ttyp0',
  ],
}
