import { createHash } from 'node:crypto';

/**
 * The id of what a call makes at Linear, which asks for UUIDs of version 4. The same for the same call, so that one that is
 * sent again under its Idempotency-Key makes nothing twice.
 */
export function versionFour(id: string): string {
  const bytes = createHash('sha256').update(`linear ${id}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
