import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { readProgram } from '../pfsense/read-program.ts'
import { startPfsense } from '../pfsense/start-pfsense.ts'

/** Messages of the web interface, known by themselves; all else is pfSense's only when the source says so. */
const OWN = [
  '/index.php: webConfigurator ',
  '/index.php: Successful login for user ',
  '/index.php: User logged out ',
]

/** An envelope around the programs of pfSense and OPNsense: it adds the observer, and what it does not read it hands on. */
function parse({ text, program, host }: Line): Parsed | undefined {
  const own = OWN.some((prefix) => text.startsWith(prefix))
  if (program === undefined && !own) return undefined
  const name = own ? 'php-fpm' : (program ?? '')
  const fields = createFields()
  startPfsense(fields, name, host)
  if (!readProgram(fields, name, text)) return { time: undefined, fields, payload: { text, program: name } }
  fields.message = text
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'pfsense',
  reads:
    'pfSense and OPNsense: the web interface, OpenVPN, IPsec, Unbound; what other parsers know of its programs',
  version: 1,
  clues: OWN.map((prefix) => ({ prefix })),
  rank: 1,
  parse,
  samples: [
    "/index.php: webConfigurator authentication error for user 'anna' from: 203.0.113.9",
    "/index.php: Successful login for user 'anna' from: 10.0.0.7 (Local Database)",
  ],
}
