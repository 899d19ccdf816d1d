import type { JsonObject, ParseContext, Parsed } from '../parser.ts'
import { createProductReader, type Product } from './create-product-reader.ts'

/** A product that is known by its keys, for parsers that read several. */
export interface KeyedProduct {
  /** All must be there; the first is the rarest of all JSON. */
  keys: readonly string[]
  read(json: JsonObject, context: ParseContext): Parsed
}

export function keyedProduct(keys: readonly string[], product: Product): KeyedProduct {
  return { keys, read: createProductReader(product) }
}
