import * as z from 'zod';
import type {Revocations} from '../../core/ports/revocations.js';
import {parseJson} from '../../lib/parse-json.js';
import type {KeyRing} from './key-ring.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';
import {readTokens, tokensSchema, writeTokens} from './stored-tokens.js';

const contentSchema = z.object({zoomUserId: z.string(), tokens: tokensSchema});

/** One row for each, sealed. */
export function createRevocations(deps: RowDeps & {keys: KeyRing}): Revocations {
  const {clock, keys} = deps;
  const open = openRows(deps);
  const sealedFor = (id: string) => ({purpose: 'revocation/v1', record: id});
  return {
    async keep(id, {zoomUserId, tokens}) {
      const content = JSON.stringify({zoomUserId, tokens: writeTokens(tokens)});
      const sealed = await keys.seal(content, sealedFor(id));
      await open(ROWS.revocation, [id]).update((stored) => ({...stored, sealed, at: clock.now()}));
    },
    async find(id) {
      const stored = await open(ROWS.revocation, [id]).known();
      const opened = stored && (await keys.open(stored.sealed, sealedFor(id)));
      const content = opened && contentSchema.safeParse(parseJson(Buffer.from(opened.text))).data;
      return content && {zoomUserId: content.zoomUserId, tokens: readTokens(content.tokens)};
    },
    remove: (id) => open(ROWS.revocation, [id]).remove(),
  };
}
