/** What a document of SIGMA says and a search hardly does. */
const OF_RULES = /^ *(?:logsource|detection|correlation) *:(?= |\r?$)/m
const TITLE = /^ *title *:(?= )/m
const BESIDE_TITLE =
  /^ *(?:id|name|status|description|references|author|date|modified|tags|level|falsepositives|related|filter) *:(?= |\r?$)/m

/** Whether a text in a search bar is meant to be a rule, be it a whole one or not: one of several lines, in YAML. */
export function looksLikeSigma(text: string): boolean {
  if (!text.trim().includes('\n')) return false
  return OF_RULES.test(text) || (TITLE.test(text) && BESIDE_TITLE.test(text))
}
