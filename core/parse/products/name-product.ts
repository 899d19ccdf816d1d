import type { Fields } from '../../event/event.ts'
import type { Payload } from '../parser.ts'
import type { Product } from './product.ts'
import { productOf } from './product.ts'
import { productOfProgram } from './program-products.ts'
import { productOfText } from './text-products.ts'

const COLON = 0x3a

const NUTANIX = productOf('Nutanix', 'AOS', 'nutanix')
const ONTAP = productOf('NetApp', 'ONTAP', 'netapp_ontap')
const DEFENSEPRO = productOf('Radware', 'DefensePro', 'radware_defensepro')
const UNIFI = productOf('Ubiquiti', 'UniFi', 'ubiquiti_unifi')
const BIGIP = productOf('F5', 'BIG-IP', 'f5_bigip')

/** Programs that are made of numbers. */
function ofShape(program: string): Product | undefined {
  if (/^m_\d{5}$/.test(program)) return DEFENSEPRO
  return /^[0-9a-f]{12},v\d/.test(program) ? UNIFI : undefined
}

/** Programs come again and again. Bounded, because a sender chooses them. */
const MAX_PROGRAMS = 5_000
const programs = new Map<string, Product | undefined>()

function ofProgram(program: string): Product | undefined {
  const known = programs.get(program)
  if (known !== undefined || programs.has(program)) return known
  const found = productOfProgram(program) ?? ofShape(program)
  if (programs.size < MAX_PROGRAMS && program.length <= 64) programs.set(program, found)
  return found
}

/** ONTAP's audit log says its host twice: `cl1-01: cl1-01: 0000001a.0000b1c2 ... [kern_audit:info:3167] ...`. */
const isOntapAudit = (program: string, text: string): boolean =>
  text.charCodeAt(program.length) === COLON &&
  text.toLowerCase().startsWith(`${program}: `) &&
  text.slice(0, 200).includes('[kern_audit')

/** BIG-IP puts the level's word before the tag: `lb1 notice mcpd[4711]: ...`. */
function isBigIp(fields: Fields, whole: string): boolean {
  const level = fields['log.level']
  const name = fields['process.name']
  if (typeof level !== 'string' || typeof name !== 'string' || whole.charCodeAt(0) !== 0x3c) return false
  return whole.slice(0, 300).includes(` ${level} ${name}[`)
}

function find(fields: Fields, { text, program }: Payload, whole: string): Product | undefined {
  const host = fields['host.name']
  if (typeof host === 'string' && /^NTNX-/i.test(host)) return NUTANIX
  if (fields['observer.vendor'] === UNIFI.vendor) return UNIFI
  const name = program?.toLowerCase()
  if (name !== undefined) {
    const product = ofProgram(name)
    if (product !== undefined) return product
    if (isOntapAudit(name, text)) return ONTAP
    if (isBigIp(fields, whole)) return BIGIP
  }
  return productOfText(text, name)
}

/**
 * Says whose syslog this is, told by program, host or how the text begins. What the text's own parser says stands.
 * @param whole the line with its header
 */
export function nameProduct(fields: Fields, payload: Payload, whole: string): void {
  const product = find(fields, payload, whole)
  if (product === undefined) return
  const host = fields['host.name']
  if (host !== undefined) fields['observer.hostname'] = host
  fields['observer.vendor'] ??= product.vendor
  fields['observer.product'] ??= product.product
  fields['event.module'] = product.module
  fields['event.dataset'] = `${product.module}.log`
}
