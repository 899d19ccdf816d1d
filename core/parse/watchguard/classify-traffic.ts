/** What an event is about: `event.category` and `event.type`. */
export interface Classes {
  category: string[]
  type: string[]
}

const has = (message: string, ...words: readonly string[]): boolean =>
  words.some((word) => message.includes(word))

/** What a proxy found in a session that it refused or let pass, by its message, in small letters. */
function threatOf(message: string): string | undefined {
  if (has(message, 'ips match', 'ips detected')) return 'intrusion_detection'
  if (has(message, 'virus found', 'apt detected')) return 'malware'
  return undefined
}

function web(message: string, denied: boolean): Classes {
  if (message.includes('apt detected')) {
    return { category: ['threat', 'intrusion_detection'], type: ['indicator', denied ? 'denied' : 'allowed'] }
  }
  const threat = threatOf(message)
  const type = !denied
    ? ['info']
    : threat === 'malware'
      ? ['info', 'error']
      : threat
        ? ['error', 'denied']
        : ['error']
  const request = message === 'http request'
  return { category: threat ? ['web', threat] : ['web'], type: request ? ['access'] : type }
}

function ftp(message: string, denied: boolean): Classes {
  const threat = threatOf(message)
  const login = has(message, 'user name', 'password', 'login')
  const file = has(message, 'upload match', 'download match')
  const extra = threat ?? (login ? 'authentication' : file ? 'file' : undefined)
  if (!denied) return { category: ['web', 'network'], type: ['allowed', 'info'] }
  if (extra === undefined) return { category: ['web', 'network'], type: ['error', 'denied'] }
  return { category: ['web', extra, 'network'], type: ['error', 'denied', 'info'] }
}

function pop3(message: string, denied: boolean): Classes {
  const threat = threatOf(message)
  if (threat === 'malware') return { category: ['network', 'malware'], type: ['info'] }
  if (threat !== undefined) return { category: ['network', threat], type: ['denied', 'info'] }
  if (message.includes('auth'))
    return { category: ['network', 'authentication'], type: ['denied', 'start', 'info'] }
  if (has(message, 'apt analysis', 'apt hash')) return { category: ['network', 'file'], type: ['info'] }
  if (denied) return { category: ['network'], type: ['denied', 'info'] }
  return { category: ['network'], type: message.includes('cannot') ? ['info'] : ['info', 'allowed'] }
}

function imap(message: string, denied: boolean): Classes {
  if (message.includes('timeout')) return { category: ['network'], type: ['end', 'connection'] }
  if (message.includes('invalid')) return { category: ['network'], type: ['denied', 'protocol'] }
  if (message.includes('tls')) return { category: ['network'], type: ['info'] }
  if (has(message, 'spam', 'classif')) return { category: ['email', 'threat'], type: ['info', 'indicator'] }
  const threat = threatOf(message)
  if (threat !== undefined) return { category: [threat], type: denied ? ['info', 'denied'] : ['info'] }
  const scanned = has(message, 'gateway av', 'apt', 'dlp')
  return { category: ['file'], type: scanned ? ['info', 'access'] : ['access'] }
}

function voice(message: string, denied: boolean): Classes {
  if (message.includes('timeout')) return { category: ['network'], type: ['end', 'connection'] }
  if (message.includes('request')) return { category: ['network'], type: ['start', 'connection'] }
  if (!denied) return { category: ['network'], type: ['info', 'allowed'] }
  return has(message, 'ips match', 'app match')
    ? { category: ['intrusion_detection', 'network'], type: ['info', 'denied'] }
    : { category: ['network'], type: ['info', 'denied'] }
}

function session(message: string, denied: boolean): Classes {
  if (message.includes('ips match'))
    return { category: ['intrusion_detection', 'network'], type: ['info', 'denied'] }
  return { category: ['network'], type: denied ? ['denied', 'info'] : ['allowed', 'info'] }
}

function packet(message: string, denied: boolean): Classes {
  if (message.includes('ips detected')) return { category: ['intrusion_detection'], type: ['denied'] }
  if (message.startsWith('http request')) return { category: ['web'], type: ['access'] }
  if (message !== '' && message.includes('http')) return web(message, denied)
  return { category: ['network'], type: denied ? ['denied', 'connection'] : ['connection'] }
}

/**
 * Traffic of the proxies and of the packet filter.
 * @param area the first half of the message id: the module that wrote it
 * @param message of the proxy, in small letters; empty for packets
 */
export function classifyTraffic(area: string, message: string, denied: boolean): Classes {
  switch (area) {
    case '1AFF':
      return web(message, denied)
    case '1BFF':
      return { category: ['email'], type: ['info'] }
    case '1CFF':
      return ftp(message, denied)
    case '1DFF':
    case '2DFF':
      return session(message, denied)
    case '21FF':
      return pop3(message, denied)
    case '22FF':
      return imap(message, denied)
    case '28FF':
    case '2AFF':
      return voice(message, denied)
    case '2CFF':
      return denied ? session(message, denied) : { category: ['network'], type: ['info'] }
    default:
      return packet(message, denied)
  }
}
