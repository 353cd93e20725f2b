import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { IntegrityError } from '../errors.ts';
import type { InstallationStore } from '../ports/store.ts';

/** Encrypts what may not be read in the database or its backups: tokens. */
export type Seal = {
  /** `subject` is bound to the text: what was sealed for one cannot be opened as another's. */
  seal(plain: string, subject: string): string;
  /** Throws an IntegrityError when it was sealed with another secret, for another subject, or changed since. */
  open(sealed: string, subject: string): string;
};

const VERSION = 'v1';
/** The salts only set the uses of the secret apart. */
const SALT = 'debrief/installations';
const LINKS_SALT = 'debrief/links';

/** A key of a secret that may be a passphrase, hence scrypt. */
const keyFrom = (secret: string, salt: string): Buffer => scryptSync(secret, salt, 32);

/**
 * The machine's part of the keys that links are signed with, that of today first. Without a secret it is empty: then the store's part alone
 * keeps strangers out, and a stolen database could make links.
 */
export function linkRoots(secret: string | null, former: string | null): [Buffer, ...Buffer[]] {
  if (secret === null) return [Buffer.alloc(0)];
  return [keyFrom(secret, LINKS_SALT), ...(former === null ? [] : [keyFrom(former, LINKS_SALT)])];
}

/**
 * AES-256-GCM with a key from `DEBRIEF_SECRET`. A sealed text is `v1.<nonce>.<tag>.<ciphertext>`, base64url. What was sealed with the
 * former secret is opened too.
 */
export function sealWith(secret: string, former: string | null = null): Seal {
  const key = keyFrom(secret, SALT);
  const keys = former === null ? [key] : [key, keyFrom(former, SALT)];
  return {
    seal(plain, subject) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(subject));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [VERSION, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
    },
    open(sealed, subject) {
      const [version, ...parts] = sealed.split('.');
      const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
      if (version !== VERSION || nonce?.length !== 12 || tag?.length !== 16 || text === undefined) {
        throw new IntegrityError(subject, `what is stored for ${subject} is not a sealed text`);
      }
      for (const one of keys) {
        try {
          const decipher = createDecipheriv('aes-256-gcm', one, nonce).setAAD(Buffer.from(subject)).setAuthTag(tag);
          return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
        } catch {
          // The cause says nothing that a reader could use, and an error may not hold any of the text.
        }
      }
      throw new IntegrityError(
        subject,
        `what is stored for ${subject} was sealed with another DEBRIEF_SECRET: name that one as DEBRIEF_SECRET_OLD, or install again`,
      );
    },
  };
}

/**
 * Seals all that is stored anew where the secret has changed: after it the former one is not needed any more. What no secret opens stays as
 * it is, and is named, whether it has changed or not.
 */
export async function sealAnew(
  installations: InstallationStore,
  secret: string,
  former: string | null,
): Promise<{ readonly sealed: number; readonly closed: readonly string[] }> {
  const seal = sealWith(secret, former);
  const closed: string[] = [];
  let sealed = 0;
  for (const id of await installations.list()) {
    try {
      const text = await installations.get(id);
      const opened = text === null ? null : seal.open(text, id);
      if (opened === null || former === null) continue;
      await installations.put(id, seal.seal(opened, id));
      sealed += 1;
    } catch (error) {
      if (!(error instanceof IntegrityError)) throw error;
      closed.push(id);
    }
  }
  return { sealed, closed };
}
