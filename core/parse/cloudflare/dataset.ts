import type { Fields } from '../../event/event.ts'
import type { FieldSetter } from '../fields/field-setters.ts'
import type { Product } from '../saas/create-product-reader.ts'
import { type KeyedProduct, keyedProduct } from '../saas/keyed-product.ts'

/**
 * One kind of log that Logpush sends: its own keys tell it from the others.
 * @param name as Elastic names it: `gateway_dns`
 * @param what the product's description without what all datasets share
 */
export function dataset(
  name: string,
  keys: readonly string[],
  what: Omit<Product, 'prefix' | 'dataset'>,
): KeyedProduct {
  return keyedProduct(keys, {
    ...what,
    prefix: `cloudflare_logpush.${name}`,
    dataset: `cloudflare_logpush.${name}`,
    constants: { 'observer.vendor': 'Cloudflare', 'event.kind': 'event', ...what.constants },
  })
}

/** `HTTP/1.1` */
export const httpVersion: FieldSetter = (fields, value) => {
  const text = String(value)
  if (!text.startsWith('HTTP/')) return
  fields['network.protocol'] ??= 'http'
  fields['http.version'] ??= text.slice(5)
}

/** What Cloudflare writes for none. */
const NO_CIPHER = new Set(['', 'NONE', 'UNK', 'UNKNOWN'])
export const cipher: FieldSetter = (fields, value) => {
  if (!NO_CIPHER.has(String(value).toUpperCase())) fields['tls.cipher'] ??= String(value)
}

/** What a firewall, gateway or policy decided. */
export function setDecision(fields: Fields, action: string): void {
  const lower = action.toLowerCase()
  if (/^(?:block|drop|deny|denied|managed_challenge|challenge|jschallenge|connectionclose)/.test(lower)) {
    fields['event.type'] = ['denied']
  } else if (lower.startsWith('allow') || lower === 'pass') fields['event.type'] = ['allowed']
}
