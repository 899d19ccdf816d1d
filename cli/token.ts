import { createToken } from './token/create-token.ts'
import { listTokens } from './token/list-tokens.ts'
import { revokeToken } from './token/revoke-token.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar token create --kind ingest|api --tenant SLUG --name NAME [OPTIONS]
       nightjar token list [--tenant SLUG]
       nightjar token revoke --id ID

Works on the database itself: that of the nightjar up that runs in NIGHTJAR_HOME, or of
NIGHTJAR_POSTGRES_URL. Prints NDJSON; the secret of a new token is shown once and never again. A revoked token stops working in every process.

create --kind ingest   lets a shipper hand in records of one source
  --source NAME        existing source, or one to be made (default: the token's name)
  --site S             network the new source stands in
  --format F           parser of the new source (default auto)
create --kind api      lets a program ask through GraphQL
  --role ROLE          reader (default), analyst or admin
`

const VERBS: Record<string, Verb> = { create: createToken, list: listTokens, revoke: revokeToken }

export const tokenVerb: Verb = async (args, io) => {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(USAGE)
    return 0
  }
  const [name = '', ...rest] = args
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (!verb) {
    io.stderr.write(USAGE)
    return 2
  }
  return verb(rest, io)
}
