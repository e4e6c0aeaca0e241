import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';
import { Invariant } from './result';
import { secret, type Secret } from './secret';

/** Where a ciphertext lives: table.column and row. Bound into it, so that moving it to another row makes it unreadable. */
export type SealedPlace = { readonly column: string; readonly row: string };

const format = 1;
const ivLength = 12;
const tagLength = 16;
const headerLength = 3;

/** AES-256-GCM: format byte, key id, nonce, tag, ciphertext. */
export function seal(plain: Secret, place: SealedPlace): Uint8Array {
  return sealBytes(Buffer.from(plain.reveal(), 'utf8'), place);
}

/** The same for what is no text: the content of a document. */
export function sealBytes(plain: Uint8Array, place: SealedPlace): Uint8Array {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', dataKey(1), iv).setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([format, 0, 1]), iv, cipher.getAuthTag(), sealed]);
}

/** Throws where the bytes were altered, moved or sealed under another key. */
export function unseal(sealed: Uint8Array, place: SealedPlace): Secret {
  return secret(unsealBytes(sealed, place).toString('utf8'));
}

export function unsealBytes(sealed: Uint8Array, place: SealedPlace): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== format) throw new Invariant('A sealed value has an unknown format');
  const iv = bytes.subarray(headerLength, headerLength + ivLength);
  const tag = bytes.subarray(headerLength + ivLength, headerLength + ivLength + tagLength);
  // The length is said, because a tag cut short would otherwise be compared only as far as it goes.
  const decipher = createDecipheriv('aes-256-gcm', dataKey(bytes.readUInt16BE(1)), iv, { authTagLength: tagLength })
    .setAAD(boundTo(place))
    .setAuthTag(tag);
  const text = bytes.subarray(headerLength + ivLength + tagLength);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

function boundTo({ column, row }: SealedPlace): Buffer {
  return Buffer.from(`cecs|v1|${column}|${row}`);
}

function dataKey(id: number): Buffer {
  if (id !== 1) throw new Invariant('A sealed value names a key we do not hold');
  return Buffer.from(env().CECS_DATA_KEY, 'base64url');
}
