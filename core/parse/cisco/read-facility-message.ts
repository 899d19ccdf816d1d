import type { Fields } from '../../event/event.ts'
import { networkType } from '../network/network-type.ts'
import { compilePattern, type PatternReader } from '../text/compile-pattern.ts'
import { wholeNumber } from '../text/digits.ts'
import { IOS_FIELDS } from './ios-fields.ts'
import { IOS_MESSAGES, SYSTEM_MESSAGES } from './ios-messages.ts'
import { CISCO_LEVELS } from './levels.ts'
import type { FacilityTag } from './read-facility-tag.ts'

type Reader = PatternReader<Fields>

/** `sshd[6531]`, `vsh.bin` */
function setDaemon(fields: Fields, value: string): void {
  const bracket = value.indexOf('[')
  fields['process.name'] = bracket < 0 ? value : value.slice(0, bracket)
  const pid = bracket < 0 ? undefined : wholeNumber(value.slice(bracket + 1, value.indexOf(']', bracket)))
  if (pid !== undefined) fields['process.pid'] = pid
  if (fields['event.outcome'] !== undefined) fields['network.protocol'] = String(fields['process.name'])
}

const setFailure = (fields: Fields): void => {
  fields['event.outcome'] = 'failure'
  fields['event.category'] = ['authentication']
  fields['event.type'] = ['end']
}

const setSuccess = (fields: Fields): void => {
  fields['event.outcome'] = 'success'
  fields['event.category'] = ['authentication']
  fields['event.type'] = ['start']
}

const readers = new Map<string, readonly Reader[]>()
for (const [names, patterns] of Object.entries(IOS_MESSAGES)) {
  const compiled = patterns.map((pattern) => compilePattern<Fields>(pattern, IOS_FIELDS))
  for (const name of names.split(', ')) readers.set(name, compiled)
}
const systemReaders = SYSTEM_MESSAGES.map((pattern) =>
  compilePattern<Fields>(pattern, {
    ...IOS_FIELDS,
    daemon: setDaemon,
    failure: setFailure,
    success: setSuccess,
  }),
)

/** `R0/0: fman_fp_image: `, `Switch 1 R0/0: dmiauthd: `: the part of a chassis and its process. */
const PART = /^ ?(?:(?:Switch|Chassis) \d+ )?[A-Z]{1,3}\d(?:\/\d)?: {1,2}([\w.-]{1,40}): {0,2}/

/** A message behind its tag into the fields that IOS, NX-OS and wireless controllers share; `event.reason` is the rest. */
export function readFacilityMessage(fields: Fields, tag: FacilityTag, whole: string): void {
  const { facility, level, mnemonic } = tag
  fields['event.code'] = mnemonic
  fields['event.severity'] = level
  const word = CISCO_LEVELS[level]
  if (word !== undefined) fields['log.level'] = word
  let text = whole
  const part = PART.exec(text.slice(0, 80))
  if (part) {
    fields['process.name'] = part[1] ?? ''
    text = text.slice(part[0].length)
  }
  fields.message = text
  for (const read of facility.endsWith('PRIV') || mnemonic === 'SYSTEM_MSG'
    ? systemReaders
    : (readers.get(mnemonic) ?? [])) {
    if (read(fields, text)) break
  }
  const ip = fields['source.ip']
  if (typeof ip === 'string') fields['network.type'] = networkType(ip)
  const sent = fields['source.bytes']
  const received = fields['destination.bytes']
  if (typeof sent === 'number' && typeof received === 'number') fields['network.bytes'] = sent + received
  fields['event.reason'] ??= text
}
