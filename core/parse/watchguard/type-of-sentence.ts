/** `event.type` of a sentence of the event log, by its verbs; undefined where the area's table is to say it. */
export function typeOfSentence(area: string, text: string): string[] | undefined {
  const sentence = text.slice(0, 300)
  if (/\badded feature key\b/.test(sentence)) return ['creation']
  if (/\bremoved feature key\b/.test(sentence)) return ['deletion']
  if (/\b(?:logged off|logged out|disconnected|shutting down|shut down|Stopping|stopped)\b/.test(sentence)) {
    return ['end']
  }
  const cluster = area.startsWith('38') || area.startsWith('39') || area.startsWith('3A')
  if (cluster || area.startsWith('5501')) return /\btime changed\b/.test(sentence) ? ['change'] : undefined
  if (
    /\b(?:Initiating|Starting wireless AP \w|starts at|Connecting|established|started|is connected)\b/.test(
      sentence,
    )
  ) {
    return ['start']
  }
  const changed =
    /\b(?:modified|Updating|[Uu]pdate arp|[Ss]etting changed|set IP address|successfully changed|processing a)\b/
  return changed.test(sentence) ? ['change'] : undefined
}
