/** The tactics of ATT&CK, in the order of its matrix. */
const TACTICS: Readonly<Record<string, string>> = {
  TA0043: 'Reconnaissance',
  TA0042: 'Resource development',
  TA0001: 'Initial access',
  TA0002: 'Execution',
  TA0003: 'Persistence',
  TA0004: 'Privilege escalation',
  TA0005: 'Defense evasion',
  TA0006: 'Credential access',
  TA0007: 'Discovery',
  TA0008: 'Lateral movement',
  TA0009: 'Collection',
  TA0011: 'Command and control',
  TA0010: 'Exfiltration',
  TA0040: 'Impact',
}

/** @param id `TA0006`, which a rule may have made up */
export function tacticName(id: string): string {
  return Object.hasOwn(TACTICS, id) ? (TACTICS[id] ?? id) : id
}
