import type { Fields, FieldValue } from '../../event/event.ts'

/** https://www.iana.org/assignments/dns-parameters */
const QUERY_TYPES: Readonly<Record<string, string>> = {
  ...{ 1: 'A', 2: 'NS', 5: 'CNAME', 6: 'SOA', 12: 'PTR', 13: 'HINFO', 15: 'MX', 16: 'TXT', 28: 'AAAA' },
  ...{ 33: 'SRV', 35: 'NAPTR', 43: 'DS', 46: 'RRSIG', 47: 'NSEC', 48: 'DNSKEY', 52: 'TLSA', 64: 'SVCB' },
  ...{ 65: 'HTTPS', 251: 'IXFR', 252: 'AXFR', 255: 'ANY', 257: 'CAA' },
}
const RESPONSE_CODES = [
  ...['NoError', 'FormErr', 'ServFail', 'NXDomain', 'NotImp', 'Refused', 'YXDomain', 'YXRRSet', 'NXRRSet'],
  ...['NotAuth', 'NotZone'],
]

/** Numbers to the names that ECS and people use. */
export const responseCode = (fields: Fields, value: FieldValue): void => {
  fields['dns.response_code'] ??= RESPONSE_CODES[Number(value)] ?? String(value)
}

export const queryName = (fields: Fields, value: FieldValue): void => {
  const name = String(value)
  if (name !== '') fields['dns.question.name'] ??= name.endsWith('.') ? name.slice(0, -1) : name
}

export const queryType = (fields: Fields, value: FieldValue): void => {
  const name = QUERY_TYPES[String(value)]
  if (name !== undefined) fields['dns.question.type'] ??= name
}
