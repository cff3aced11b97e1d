import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { maskSecret } from '#domain/setup.ts';
import { environment } from './env.ts';

/** Where a secret belongs: its cipher text opens there alone. */
export type SecretPlace = { partnerId: number; transferId: number; field: SecretField };
export type SecretField = 'account-number' | 'pin';

/** A cipher text that was not made for this place with this key, or was changed. */
export class UnreadableSecret extends Error {
  override name = 'UnreadableSecret';
}

/**
 * Encrypts a text for one place: `v1.` and, in base64url, nonce, cipher text and tag of AES-256-GCM. Its key is derived
 * from SECRETS_KEY; the place is authenticated, so that a cipher text moved elsewhere does not open.
 */
export function sealSecret(text: string, place: SecretPlace, key = environment().SECRETS_KEY): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(key), nonce);
  cipher.setAAD(associated(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return VERSION + sealed.toString('base64url');
}

/** The text that was sealed for this place. Throws UnreadableSecret, which tells nothing of what it could not read. */
export function openSecret(sealed: string, place: SecretPlace, key = environment().SECRETS_KEY): string {
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
  if (!sealed.startsWith(VERSION) || bytes.length < NONCE + TAG)
    throw new UnreadableSecret('No sealed text.');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFrom(key), bytes.subarray(0, NONCE));
    decipher.setAAD(associated(place));
    decipher.setAuthTag(bytes.subarray(-TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    throw new UnreadableSecret('It was not sealed for this place with this key, or was changed.');
  }
}

/** What is shown of a sealed text to who has not asked to see it; one that does not open any more is said to be there. */
export function maskSealed(sealed: string, place: SecretPlace): string {
  try {
    return maskSecret(openSecret(sealed, place), place.field);
  } catch (error) {
    if (error instanceof UnreadableSecret) return 'cannot be read: it has to be typed again';
    throw error;
  }
}

const VERSION = 'v1.';
const NONCE = 12;
const TAG = 16;

// SECRETS_KEY has at least 32 random characters, so that it needs no stretching; the label keeps this use of it apart.
function keyFrom(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', "carriers' secrets, v1", 32));
}

function associated({ partnerId, transferId, field }: SecretPlace): Buffer {
  return Buffer.from(`${partnerId}/${transferId}/${field}`);
}
