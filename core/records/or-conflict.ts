import { UserError } from '../errors.ts'
import { Prisma } from './generated/client.ts'

/** @throws UserError CONFLICT with this message where a unique value is taken */
export async function orConflict<T>(message: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new UserError('CONFLICT', message)
    }
    throw error
  }
}
