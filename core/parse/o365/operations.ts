/** Operations on users and groups, whose event.action is the word for it that other directories use too. */
export const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['Add user.', 'added-user-account'],
  ['Update user.', 'modified-user-account'],
  ['Delete user.', 'deleted-user-account'],
  ['Add group.', 'added-group-account-to'],
  ['Update group.', 'modified-group-account'],
  ['Delete group.', 'deleted-group-account-from'],
  ['Add member to group.', 'added-users-to-group'],
  ['Remove member from group.', 'removed-users-from-group'],
  ['MemberAdded', 'added-users-to-group'],
  ['MemberRemoved', 'removed-users-from-group'],
  ['TeamCreated', 'added-group-account-to'],
  ['TeamDeleted', 'deleted-group-account-from'],
])
