import type { EntityKind } from '../../graphql/generated/graphql.ts'

const WORDS: Partial<Record<EntityKind, Readonly<Record<string, string>>>> = {
  host: {
    users: 'Who logged on to it',
    logonAddresses: 'From where one logged on to it',
    processes: 'What started on it',
    peers: 'What it spoke to',
    domains: 'Names it looked up',
    files: 'Files written on it',
    hashes: 'Hashes seen on it',
    rules: 'Rules that found something',
  },
  user: {
    hosts: 'Where they logged on',
    addresses: 'From which addresses',
    domains: 'Domains they went to',
    processes: 'What they started',
    rules: 'Rules that found something',
  },
  address: {
    peers: 'Addresses it spoke with',
    hosts: 'Hosts it has to do with',
    users: 'Users behind it',
    domains: 'Domains it has to do with',
    urls: 'URLs it opened',
    processes: 'Processes that spoke to it',
    rules: 'Rules that found something',
  },
  domain: {
    hosts: 'Hosts that looked it up',
    users: 'Users that went to it',
    clients: 'Addresses that asked for it',
    addresses: 'What it resolved to',
    rules: 'Rules that found something',
  },
  process: {
    hosts: 'Hosts it started on',
    users: 'Who started it',
    parents: 'What started it',
    children: 'What it started',
    addresses: 'What it spoke to',
    files: 'Files it wrote',
  },
  file: { hosts: 'Hosts it was written on', processes: 'What wrote it' },
  hash: { hosts: 'Hosts it was seen on' },
  url: { addresses: 'Addresses that opened it' },
  rule: {
    hosts: 'Hosts it is about',
    users: 'Users it is about',
    addresses: 'Addresses it is about',
    domains: 'Domains it is about',
  },
}

/** A question of `expandEntity` in words; a newer server may know one more. */
export function questionWords(kind: EntityKind, question: string): string {
  const words = WORDS[kind] ?? {}
  return Object.hasOwn(words, question) ? (words[question] ?? question) : question
}
