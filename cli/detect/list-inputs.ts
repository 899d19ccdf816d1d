import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file to read, or `-` for standard input; bytes as it lies on the disk, where that is known. */
export interface InputFile {
  file: string
  bytes: number | undefined
}

/**
 * The files that paths name, those of folders in the order of their names; hidden ones are left out.
 * @throws Error when a path is not there or a folder holds no file
 */
export async function listInputs(paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = []
  for (const path of paths) {
    if (path === '-') {
      files.push({ file: path, bytes: undefined })
      continue
    }
    const found = await stat(path)
    if (!found.isDirectory()) files.push({ file: path, bytes: found.isFile() ? found.size : undefined })
    else files.push(...(await filesBelow(path)))
  }
  return files
}

async function filesBelow(folder: string): Promise<InputFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/(?:^|[\\/])\.[^\\/]/.test(path.slice(folder.length)))
    .sort()
  if (paths.length === 0) throw new Error(`there is no file below ${folder}`)
  return Promise.all(paths.map(async (file) => ({ file, bytes: (await stat(file)).size })))
}
