import { looksLikeSigma } from '#core/detect/rule/looks-like-sigma'
import { BadInput } from './bad-input.ts'

const LONGEST_SEARCH_BYTES = 4_096
const LONGEST_RULE_BYTES = 65_536

/**
 * @param name of the argument
 * @throws UserError BAD_USER_INPUT for a text that no search and no rule needs
 */
export function refuseLongQuery(name: string, text: string): void {
  const bytes = Buffer.byteLength(text)
  if (bytes <= LONGEST_SEARCH_BYTES) return
  if (bytes > LONGEST_RULE_BYTES || !looksLikeSigma(text)) {
    const message = `${name}: a search may have ${LONGEST_SEARCH_BYTES} bytes, a SIGMA rule ${LONGEST_RULE_BYTES}`
    throw new BadInput([{ path: name.split('.'), message }])
  }
}
