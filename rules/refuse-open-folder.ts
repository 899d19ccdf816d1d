import { relative, sep } from 'node:path'

/**
 * A tenant's rules are for nobody else: its folder may not lie where everybody's are read.
 * @param folders everybody's, absolute
 * @throws Error when it does
 */
export function refuseOpenFolder(slug: string, folder: string, folders: Iterable<string>): void {
  for (const open of folders) {
    const [first] = relative(open, folder).split(sep)
    if (first === '..') continue
    throw new Error(
      `The rules of tenant ${slug} in ${folder} would be everybody's, for those of ${open} are: move one of the folders`,
    )
  }
}
