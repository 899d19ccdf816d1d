import { expect, test } from 'vitest'
import { refuseOpenFolder } from './refuse-open-folder.ts'

test("a tenant's folder lies beside everybody's and not in one of them", () => {
  const refuse = (folder: string) => () => refuseOpenFolder('kestrel', folder, ['/srv/ours', '/srv/sigma'])
  for (const folder of ['/srv/kestrel', '/srv/ours-too', '/srv']) expect(refuse(folder), folder).not.toThrow()
  for (const folder of ['/srv/ours', '/srv/sigma/kestrel/own', '/srv/ours/..kestrel'])
    expect(refuse(folder), folder).toThrow(`The rules of tenant kestrel in ${folder} would be everybody's`)
})
