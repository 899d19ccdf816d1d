import type { Fields } from '../event/event.ts'
import { textOf } from './text-of.ts'

const MAX_LENGTH = 8_192
const EXTENSION = /\.([A-Za-z0-9]{1,16})$/

/** Parts of `url.full`, or of `url.original` where that is a whole URL (WHATWG URL). */
export function enrichUrl(fields: Fields): void {
  if (fields['url.domain'] !== undefined && fields['url.path'] !== undefined) return
  const whole = textOf(fields, 'url.full') ?? textOf(fields, 'url.original')
  if (whole === undefined || whole.length > MAX_LENGTH || !whole.includes('://')) return
  if (!URL.canParse(whole)) return
  const url = new URL(whole)
  if (url.hostname === '') return
  fields['url.full'] ??= whole
  fields['url.scheme'] ??= url.protocol.slice(0, -1)
  fields['url.domain'] ??= url.hostname.replace(/^\[|\]$/g, '')
  if (url.port !== '') fields['url.port'] ??= Number(url.port)
  if (url.pathname !== '') fields['url.path'] ??= url.pathname
  if (url.search !== '') fields['url.query'] ??= url.search.slice(1)
  if (url.hash !== '') fields['url.fragment'] ??= url.hash.slice(1)
  if (url.username !== '') fields['url.username'] ??= url.username
  const extension = EXTENSION.exec(url.pathname)?.[1]
  if (extension !== undefined) fields['url.extension'] ??= extension
}
