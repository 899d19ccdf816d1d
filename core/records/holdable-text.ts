import { Prisma } from './generated/client.ts'
import { toText } from './to-text.ts'

/** What people and logs say reaches Postgres as text that it holds: of rows, of JSON, of raw statements. */
export const holdableText = Prisma.defineExtension({
  query: { $allOperations: ({ args, query }) => query(held(args)) },
})

/** Only text, lists and plain objects hold text: bytes, times and big numbers pass as they are. */
function held<Value>(value: Value): Value
function held(value: unknown): unknown {
  if (typeof value === 'string') return toText(value)
  if (Array.isArray(value)) return value.map(held)
  if (value instanceof Prisma.Sql) return new Prisma.Sql(value.strings, value.values.map(held))
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map((entry) => held(entry))) : value
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
