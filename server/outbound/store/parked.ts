import * as z from 'zod';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';
import {parseJson} from '../../lib/parse-json.js';
import type {KeyRing} from './key-ring.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {CONNECT_SECONDS, type StoredParked} from './consent-rows.js';
import {ROWS} from './rows.js';

/**
 * Something sealed that waits for its person, until the right word for it is shown or its time is over. The word is
 * sealed, too: it may be short enough to be typed, and whoever reads the store could try all digests of such words.
 */
export interface Parked<T> {
  /** In place of an earlier one. */
  put(userId: string, word: string, content: T): Promise<void>;
  /** Uses it up. A wrong word leaves it where it is. */
  take(userId: string, word: string): Promise<T | undefined>;
}

const sealedSchema = z.object({word: z.string(), content: z.unknown()});

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
      const sealed = await keys.seal(JSON.stringify({word, content}), sealedFor(userId));
      await row(userId).update((stored) => ({...stored, sealed, at: clock.now()}));
    },
    async take(userId, word) {
      const parked = row(userId);
      const stored = await parked.known();
      if (stored?.sealed === undefined || !isAlive(stored)) return undefined;
      const {sealed} = stored;
      const opened = await keys.open(sealed, sealedFor(userId));
      const found = opened && sealedSchema.safeParse(parseJson(Buffer.from(opened.text))).data;
      if (found === undefined || !equalInConstantTime(found.word, word)) return undefined;
      let isFirst = false;
      await parked.update((now) => {
        isFirst = now?.sealed === sealed;
        if (!isFirst || now === undefined) return undefined;
        const {sealed: _used, ...rest} = now;
        return rest;
      });
      return isFirst ? schema.safeParse(found.content).data : undefined;
    },
  };
}
