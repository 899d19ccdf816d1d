const CREATION = [
  ...['add', 'added', 'create', 'created', 'insert', 'grant', 'granted', 'register', 'registered'],
  ...['generate', 'publish', 'install', 'installed', 'enroll', 'import', 'imported'],
]
const DELETION = [
  ...['remove', 'removed', 'delete', 'deleted', 'del', 'destroy', 'destroyed', 'revoke', 'revoked', 'purge'],
  ...['purged', 'unregister', 'uninstall', 'uninstalled', 'unenroll', 'drop', 'deletion'],
]
const CHANGE = [
  ...['update', 'updated', 'change', 'changed', 'set', 'edit', 'edited', 'modify', 'modified', 'enable'],
  ...['enabled', 'disable', 'disabled', 'roll', 'rotate', 'rename', 'renamed', 'move', 'moved', 'reset'],
  ...['activate', 'activated', 'deactivate', 'deactivated', 'assign', 'assigned', 'unassign', 'unassigned'],
  ...['transfer', 'suspend', 'suspended', 'lock', 'unlock', 'locked', 'unlocked', 'restore', 'restored'],
]

const TYPES = new Map<string, 'creation' | 'deletion' | 'change'>([
  ...CREATION.map((word) => [word, 'creation'] as const),
  ...DELETION.map((word) => [word, 'deletion'] as const),
  ...CHANGE.map((word) => [word, 'change'] as const),
])

/** What audit logs call their actions says what they do, in the first word or the last: `rec_add`, `token.delete`. */
export function typeOfAction(action: string): 'creation' | 'deletion' | 'change' | undefined {
  const words = action
    .slice(0, 200)
    .toLowerCase()
    .split(/[\s._:-]/)
  return TYPES.get(words[0] ?? '') ?? TYPES.get(words.at(-1) ?? '')
}
