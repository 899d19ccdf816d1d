import { formatBytes } from '../../ui/format-bytes.ts'
import type { WorkHandle } from '../work/work-list.ts'

const BUSY = 503
const RETRY_MS = 3_000

/** Sends the bytes of a file to where the server wants them; the work says how far it is. Resolves with how it ended. */
export async function sendFile(file: File, url: string, work: WorkHandle): Promise<void> {
  for (;;) {
    const { status, body } = await put(file, url, work)
    if (work.signal.aborted) return
    if (status === BUSY) {
      work.tell('Waits for other files,')
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      if (work.signal.aborted) return
      continue
    }
    if (status === 200) return work.end('done', `${formatBytes(file.size)} read`)
    return work.end(
      'failed',
      messageOf(body) ?? (status === 0 ? 'The connection broke off' : `Answer ${status}`),
    )
  }
}

/** `fetch` does not say how much of a body is sent. */
function put(file: File, url: string, work: WorkHandle): Promise<{ status: number; body: string }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded }) =>
      work.tell(`${formatBytes(loaded)} of ${formatBytes(file.size)} sent,`),
    )
    const abort = () => request.abort()
    work.signal.addEventListener('abort', abort)
    request.addEventListener('loadend', () => {
      work.signal.removeEventListener('abort', abort)
      resolve({ status: request.status, body: request.responseText })
    })
    request.send(file)
  })
}

function messageOf(body: string): string | undefined {
  try {
    const { error } = JSON.parse(body) as { error?: { message?: unknown } }
    return typeof error?.message === 'string' ? error.message : undefined
  } catch {
    return undefined
  }
}
