import type { Fields } from '../../event/event.ts'
import { setUrl } from './set-url.ts'

/** A URL whose scheme may be left out, as filters write it: `example.org:8080/a/b.php?x=1`. */
export function setBareUrl(fields: Fields, original: string): void {
  const slash = original.indexOf('/')
  const scheme = original.indexOf('://')
  if (scheme > 0 && scheme < slash) {
    setUrl(fields, original)
    return
  }
  const question = original.indexOf('?')
  const end = slash >= 0 ? slash : question >= 0 ? question : original.length
  if (end < original.length) setUrl(fields, original.slice(end))
  fields['url.original'] = original
  const host = original.slice(0, end)
  const port = /:(\d{1,5})$/.exec(host)
  const domain = port ? host.slice(0, port.index) : host
  if (domain !== '' && domain !== '-') fields['url.domain'] = domain
  if (port) fields['url.port'] = Number(port[1])
}
