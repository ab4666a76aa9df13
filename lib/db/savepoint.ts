import type { Tx } from './client';

/** All of `work` or nothing, inside an open transaction that goes on either way. */
export async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.$executeRawUnsafe('SAVEPOINT part');
  try {
    const result = await work();
    await tx.$executeRawUnsafe('RELEASE SAVEPOINT part');
    return result;
  } catch (error) {
    await tx.$executeRawUnsafe('ROLLBACK TO SAVEPOINT part');
    throw error;
  }
}
