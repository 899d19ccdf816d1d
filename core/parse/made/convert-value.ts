import type { FieldValue, Scalar } from '../../event/event.ts'
import type { ValueType } from './made-parser.ts'

/** @returns undefined for a value that is none of the type */
export function convertValue(value: FieldValue, type: ValueType): FieldValue | undefined {
  if (typeof value !== 'object') return convert(value, type)
  const values = value.flatMap((one) => convert(one, type) ?? [])
  return values.length > 0 ? values : undefined
}

function convert(value: Scalar, type: ValueType): Scalar | undefined {
  switch (type) {
    case 'string':
      return value
    case 'lower':
      return String(value).toLowerCase()
    case 'upper':
      return String(value).toUpperCase()
    case 'boolean':
      return /^(?:true|yes|on|1)$/i.test(String(value))
    case 'int': {
      const number = Number(value)
      return Number.isFinite(number) ? Math.trunc(number) : undefined
    }
    case 'float': {
      const number = Number(value)
      return Number.isFinite(number) ? number : undefined
    }
  }
}
