import UAParser from 'ua-parser-js'
import type { Fields } from '../event/event.ts'
import type { Enricher } from './enricher.ts'
import { remember } from './remember.ts'
import { textOf } from './text-of.ts'

const REMEMBERED = 5_000
/** Real ones are shorter; the parser reads no more either. */
const MAX_LENGTH = 500

/** `curl/8.5.0`, `aws-cli/2.15 Python/3.11`: programs begin with their own name, browsers all with the same. */
const PROGRAM = /^(?!Mozilla\/)([A-Za-z][\w.+ -]{0,60})\/(\d[\w.+-]{0,40})/i

type Found = readonly (readonly [name: string, value: string])[]

/** Browser or other program, operating system and device of `user_agent.original`. */
export function createUserAgentEnricher(): Enricher {
  const partsOf = remember(REMEMBERED, (text): Found => {
    const { browser, os, device } = new UAParser(text).getResult()
    const [, name = browser.name, version = browser.version] = browser.name ? [] : (PROGRAM.exec(text) ?? [])
    const parts: readonly (readonly [string, string | undefined])[] = [
      ['user_agent.name', name],
      ['user_agent.version', version],
      ['user_agent.os.name', os.name],
      ['user_agent.os.version', os.version],
      ['user_agent.os.full', os.name && os.version && `${os.name} ${os.version}`],
      ['user_agent.device.name', device.model],
    ]
    return parts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  })
  return (fields: Fields) => {
    const text = textOf(fields, 'user_agent.original')
    if (text === undefined || fields['user_agent.name'] !== undefined) return
    for (const [name, value] of partsOf(text.slice(0, MAX_LENGTH))) fields[name] ??= value
  }
}
