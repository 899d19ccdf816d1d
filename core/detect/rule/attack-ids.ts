const TACTICS: Readonly<Record<string, string>> = {
  reconnaissance: 'TA0043',
  'resource-development': 'TA0042',
  'initial-access': 'TA0001',
  execution: 'TA0002',
  persistence: 'TA0003',
  'privilege-escalation': 'TA0004',
  'defense-evasion': 'TA0005',
  'credential-access': 'TA0006',
  discovery: 'TA0007',
  'lateral-movement': 'TA0008',
  collection: 'TA0009',
  'command-and-control': 'TA0011',
  exfiltration: 'TA0010',
  impact: 'TA0040',
}

/** ATT&CK ids of a rule's tags: tactics by name, techniques, groups and software by number. */
export function attackIds(tags: readonly string[]): string[] {
  const ids = new Set<string>()
  for (const tag of tags) {
    const [space, name = ''] = tag.toLowerCase().split(/\.(.*)/s)
    if (space !== 'attack') continue
    const tactic = TACTICS[name.replaceAll('_', '-')]
    if (tactic) ids.add(tactic)
    else if (/^(t\d{4}(\.\d{3})?|[gs]\d{4}|ta\d{4})$/.test(name)) ids.add(name.toUpperCase())
  }
  return [...ids]
}
