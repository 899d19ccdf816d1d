import { once } from 'node:events'
import { createServer } from 'node:net'
import { UserError } from '#core/errors'

const ATTEMPTS = 50

/**
 * A port nobody listens on: the preferred one, else the next free one above it.
 * @param fixed the user named the port: taken is an error
 * @param taken ports promised to others in the same start
 * @throws UserError when the port, or all of the neighbours, are taken
 */
export async function choosePort(
  host: string,
  preferred: number,
  { fixed = false, taken = new Set<number>(), variable = '' } = {},
): Promise<number> {
  for (let port = preferred; port < preferred + (fixed ? 1 : ATTEMPTS); port++) {
    if (taken.has(port) || !(await isFree(host, port))) continue
    taken.add(port)
    return port
  }
  const mend = variable ? ` Set ${variable} to another port, or stop what listens there.` : ''
  throw new UserError('PORT_TAKEN', `Port ${preferred} of ${host} is taken.${mend}`)
}

export async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
