import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

const WHOLE = /^-?\d{1,19}$/

function read(value: unknown): bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value)
  if (typeof value === 'string' && WHOLE.test(value)) return BigInt(value)
  throw new GraphQLError('BigInt must be a whole number of at most 19 digits')
}

/** A JSON number where a JavaScript client keeps it exact, else a string. */
export const bigInt = new GraphQLScalarType<bigint, number | string>({
  name: 'BigInt',
  serialize: (value) => {
    const whole = typeof value === 'bigint' ? value : read(value)
    const number = Number(whole)
    return Number.isSafeInteger(number) ? number : whole.toString()
  },
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : undefined),
})
