/** What a document of SIGMA says and a search hardly does. */
const OF_RULES = /^ *(?:logsource|detection|correlation) *:(?= |\r?$)/m
const TITLE = /^ *title *:(?= )/m
const BESIDE_TITLE =
  /^ *(?:id|name|status|description|references|author|date|modified|tags|level|falsepositives|related|filter) *:(?= |\r?$)/m

/** A rule as JSON; a line of a log that was pasted hardly has both. */
const IN_JSON = [/"logsource"\s*:/, /"detection"\s*:/]

/** Whether a text in a search bar is meant to be a rule, be it a whole one or not: one of several lines in YAML, or in JSON. */
export function looksLikeSigma(text: string): boolean {
  if (/^\s*\{/.test(text) && IN_JSON.every((key) => key.test(text))) return true
  if (!text.trim().includes('\n')) return false
  return OF_RULES.test(text) || (TITLE.test(text) && BESIDE_TITLE.test(text))
}
