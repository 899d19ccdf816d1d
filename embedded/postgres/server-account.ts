import { chmod, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Who runs Postgres. Undefined: we do, as ourselves. */
export interface ServerAccount {
  uid: number
  gid: number
}

/** initdb refuses root: as root the binaries run as `nobody`. */
export function serverAccount(): ServerAccount | undefined {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined
}

/** @returns the first folder on the way to `path`, itself included, that `account` cannot pass through */
export async function firstUnreachable(
  path: string,
  account: ServerAccount | undefined,
): Promise<string | undefined> {
  if (!account) return undefined
  const parent = dirname(path)
  if (parent !== path) {
    const above = await firstUnreachable(parent, account)
    if (above) return above
  }
  const { mode, uid, gid } = await stat(path)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  return mode & bit ? undefined : path
}

/**
 * Lets the account pass through (not list) the home folder.
 * @throws Error when a folder above it is closed
 */
export async function openHome(home: string, account: ServerAccount | undefined): Promise<void> {
  const closed = await firstUnreachable(home, account)
  if (!closed) return
  if (closed !== home) {
    throw new Error(
      `Postgres does not run as root, and the account it runs as cannot pass through ${closed}. ` +
        'Set NIGHTJAR_HOME to a folder that others can reach, such as /var/lib/nightjar, or start as an ordinary user.',
    )
  }
  await chmod(home, ((await stat(home)).mode & 0o777) | 0o011)
}
