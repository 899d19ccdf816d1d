import type { Fields } from '../../event/event.ts'
import { setUrl } from '../web/set-url.ts'

/** `GET http://www.example.org:80/a?b HTTP/1.1`, or dashes where there was none. */
export function setRequest(fields: Fields, request: string): void {
  const first = request.indexOf(' ')
  const last = request.lastIndexOf(' ')
  if (first < 1 || last <= first) return
  const method = request.slice(0, first)
  const url = request.slice(first + 1, last)
  const protocol = request.slice(last + 1)
  if (method === '-' || url === '-') return
  fields['http.request.method'] = method
  if (protocol.startsWith('HTTP/')) fields['http.version'] = protocol.slice(5)
  setUrl(fields, url)
}
