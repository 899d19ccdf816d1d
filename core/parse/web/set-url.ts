import type { Fields } from '../../event/event.ts'

const MAX_EXTENSION = 16
/** Of URLs that name none. */
const PORTS: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
])
const EXTENSION = /^\w+$/

/** `%20` is a blank in the path; what is no valid escape stays. */
function decodePath(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** `/a/b.php?x=1#y`, or a whole URL as proxies are asked: `http://example.org/a`. */
export function setUrl(fields: Fields, original: string): void {
  fields['url.original'] = original
  let path = original
  const scheme = original.indexOf('://')
  if (scheme > 0 && scheme < 10) {
    const slash = original.indexOf('/', scheme + 3)
    const end = slash < 0 ? original.length : slash
    const authority = original.slice(scheme + 3, end)
    fields['url.scheme'] = original.slice(0, scheme)
    const port = /:(\d{1,5})$/.exec(authority)
    fields['url.domain'] = port ? authority.slice(0, port.index) : authority
    const implied = port ? Number(port[1]) : PORTS.get(original.slice(0, scheme))
    if (implied !== undefined) fields['url.port'] = implied
    path = original.slice(end)
  }
  const hash = path.indexOf('#')
  if (hash >= 0) {
    fields['url.fragment'] = path.slice(hash + 1)
    path = path.slice(0, hash)
  }
  const question = path.indexOf('?')
  if (question >= 0) {
    fields['url.query'] = path.slice(question + 1)
    path = path.slice(0, question)
  }
  if (path === '') return
  fields['url.path'] = decodePath(path)
  const dot = path.lastIndexOf('.')
  if (dot <= path.lastIndexOf('/') || path.length - dot > MAX_EXTENSION) return
  const extension = path.slice(dot + 1)
  if (EXTENSION.test(extension)) fields['url.extension'] = extension
}
