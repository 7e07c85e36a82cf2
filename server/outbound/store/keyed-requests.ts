import {createHash} from 'node:crypto';
import type {BegunRequest, KeyedRequest, KeyedRequests} from '../../core/ports/keyed-requests.js';
import {parseJson} from '../../lib/parse-json.js';
import type {KeyRing, SealedFor} from './key-ring.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS, type StoredKeyedRequest} from './rows.js';

/** Longer than a request can take: a process that has said nothing by then died on the way. */
const IN_USE_MS = 60_000;

/** One row for each key of a person, by digest. Its first writer carries the request out, and nobody else does. */
export function createKeyedRequests(deps: RowDeps & {keys: KeyRing}): KeyedRequests {
  const {clock, keys} = deps;
  const open = openRows(deps);
  const row = (request: KeyedRequest) => open(ROWS.keyedRequest, [idOf(request)]);
  const change = async (
    request: KeyedRequest,
    next: Pick<StoredKeyedRequest, 'sealed' | 'isUnfinished'>,
  ): Promise<void> => {
    await row(request).update((stored) => (stored === undefined ? undefined : {...stored, ...next}));
  };
  return {
    async begin(request) {
      const digest = requestDigest(request);
      const now = clock.now();
      let stored: StoredKeyedRequest | undefined;
      // Only whoever makes the row is the first.
      await row(request).update((found) => {
        stored = found;
        return found === undefined ? {request: digest, at: now} : undefined;
      });
      if (stored === undefined) return {kind: 'first'};
      if (stored.request !== digest) return {kind: 'used-otherwise'};
      if (stored.sealed !== undefined) return answerIn(stored.sealed, request);
      const isOver = stored.isUnfinished === true || stored.at + IN_USE_MS <= now;
      return {kind: isOver ? 'unfinished' : 'in-use'};
    },
    answer: async (request, answer) =>
      change(request, {sealed: await keys.seal(JSON.stringify({answer}), sealedFor(request))}),
    release: (request) => row(request).remove(),
    abandon: (request) => change(request, {isUnfinished: true}),
  };

  async function answerIn(sealed: string, request: KeyedRequest): Promise<BegunRequest> {
    const opened = await keys.open(sealed, sealedFor(request));
    const content = opened && (parseJson(opened.text) as {answer: unknown} | undefined);
    // With another key than that of the settings, nobody can tell the answer; it was carried out all the same.
    return content === undefined ? {kind: 'unfinished'} : {kind: 'answered', answer: content.answer};
  }
}

const sealedFor = (request: KeyedRequest): SealedFor => ({
  purpose: 'keyed-request/v1',
  record: `${idOf(request)} ${requestDigest(request)}`,
});

const idOf = ({userId, key}: KeyedRequest): string => digestOf(`${userId} ${key}`);

/**
 * With the key, of which a row holds only another digest: a request is a topic and a passcode of six digits, which
 * whoever reads the store would soon have guessed.
 */
const requestDigest = ({userId, key, request}: KeyedRequest): string =>
  digestOf(JSON.stringify([userId, key, request]));

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
