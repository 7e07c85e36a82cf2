import {createHash} from 'node:crypto';
import type * as z from 'zod';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {parseJson} from '../../lib/parse-json.js';
import type {KeyRing} from './key-ring.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {CONNECT_SECONDS, type StoredParked} from './consent-rows.js';
import {ROWS} from './rows.js';

/** Something sealed that waits for its person, until the right word for it is shown or its time is over. */
export interface Parked<T> {
  /** In place of an earlier one. */
  put(userId: string, word: string, content: T): Promise<void>;
  /** Uses it up. A wrong word leaves it where it is. */
  take(userId: string, word: string): Promise<T | undefined>;
}

export function createParked<Schema extends z.ZodType>(
  deps: RowDeps & {keys: KeyRing},
  kind: 'parkedCode' | 'accountOffer',
  schema: Schema,
): Parked<z.infer<Schema>> {
  const {clock, keys} = deps;
  const open = openRows(deps);
  const row = (userId: string) => open(ROWS[kind], [userId]);
  const sealedFor = (userId: string) => ({purpose: `${kind}/v1`, record: userId});
  const isAlive = ({at}: StoredParked): boolean => at + CONNECT_SECONDS * 1000 >= clock.now();
  return {
    async put(userId, word, content) {
      const sealed = await keys.seal(JSON.stringify(content), sealedFor(userId));
      await row(userId).update((stored) => ({...stored, hash: hashOf(word), sealed, at: clock.now()}));
    },
    async take(userId, word) {
      let sealed: string | undefined;
      await row(userId).update((stored) => {
        sealed = undefined;
        if (stored?.sealed === undefined || !isAlive(stored)) return undefined;
        if (!equalInConstantTime(stored.hash, hashOf(word))) return undefined;
        const {sealed: taken, ...rest} = stored;
        sealed = taken;
        return rest;
      });
      const opened = sealed === undefined ? undefined : await keys.open(sealed, sealedFor(userId));
      return opened && schema.safeParse(parseJson(Buffer.from(opened.text))).data;
    },
  };
}

const hashOf = (word: string): string => createHash('sha256').update(word).digest('hex');
