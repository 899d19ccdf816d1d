const LINES_PER_REQUEST = 8_000
const REQUESTS_AT_ONCE = 3

interface Door {
  serverUrl: string
  token: string
}

/** POSTs lines as plain text. @throws Error for anything but 202 */
export async function send({ serverUrl, token }: Door, lines: readonly string[]): Promise<void> {
  const answer = await fetch(`${serverUrl}/ingest/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
    body: lines.join('\n'),
  })
  if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`)
  await answer.body?.cancel()
}

/** Sends as fast as the door answers. */
export async function sendAll(door: Door, lines: readonly string[]): Promise<void> {
  let next = 0
  const sender = async (): Promise<void> => {
    while (next < lines.length) {
      const from = next
      next += LINES_PER_REQUEST
      await send(door, lines.slice(from, from + LINES_PER_REQUEST))
    }
  }
  await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, sender))
}
