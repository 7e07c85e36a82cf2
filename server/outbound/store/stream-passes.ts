import {type StreamPass, streamDigest} from '../../core/domain/stream-pass.js';
import type {StreamPasses} from '../../core/ports/stream-passes.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS, type StoredStreamRef} from './rows.js';

/** Good ones of one person; of more, the oldest ones are revoked, since nothing good may be lost sight of. */
const MAX_OF_PERSON = 1_000;
/** For so long whoever comes too late hears that. */
const TOLD_AFTER_MS = 30 * 24 * 60 * 60_000;

/** A row for each, by digest of its token, and a list of them for whoever made it and whoever hosts its meeting. */
export function createStreamPasses(deps: RowDeps): StreamPasses {
  const {clock} = deps;
  const open = openRows(deps);
  const isInTime = ({expiresAt}: {expiresAt: number}): boolean => expiresAt > clock.now();
  const passAt = (digest: string, expiresAt: number) =>
    open(ROWS.streamPass, [digest], {
      ttlSeconds: Math.max(1, Math.ceil((expiresAt + TOLD_AFTER_MS - clock.now()) / 1000)),
    });
  const passOf = (digest: string) => open(ROWS.streamPass, [digest]).known();
  const refsAt = (userId: string) => open(ROWS.streamsOf, [userId]);
  const refsOf = async (userId: string): Promise<readonly StoredStreamRef[]> =>
    (await refsAt(userId).known()).filter(isInTime);
  const revokeAt = async ({digest, expiresAt}: StoredStreamRef): Promise<StreamPass | undefined> => {
    const revokedAt = clock.now();
    const isGood = (pass: StreamPass | undefined): pass is StreamPass =>
      pass !== undefined && pass.revokedAt === undefined;
    let revoked: StreamPass | undefined;
    await passAt(digest, expiresAt).update(
      (pass) => (revoked = isGood(pass) ? {...pass, revokedAt} : undefined),
    );
    return revoked;
  };
  const note = async (userId: string, ref: StoredStreamRef): Promise<void> => {
    let tooMany: readonly StoredStreamRef[] = [];
    await refsAt(userId).update((refs) => {
      const all = [ref, ...refs.filter(isInTime)];
      tooMany = all.slice(MAX_OF_PERSON);
      return all.slice(0, MAX_OF_PERSON);
    });
    for (const lost of tooMany) await revokeAt(lost);
  };
  return {
    async keep(token, pass) {
      const digest = streamDigest(token);
      await passAt(digest, pass.expiresAt).update(() => pass);
      const ref = {digest, id: pass.id, expiresAt: pass.expiresAt};
      for (const userId of new Set([pass.madeBy, pass.hostUserId])) await note(userId, ref);
    },
    find: (token) => passOf(streamDigest(token)),
    findByDigest: passOf,
    async list(userId) {
      const refs = await refsOf(userId);
      const passes = await Promise.all(refs.map(({digest}) => passOf(digest)));
      return passes.filter((pass) => pass !== undefined).filter(({revokedAt}) => revokedAt === undefined);
    },
    async revoke(userId, id) {
      const ref = (await refsOf(userId)).find((each) => each.id === id);
      if (ref === undefined) return undefined;
      const revoked = await revokeAt(ref);
      await refsAt(userId).update((refs) => refs.filter((each) => each.id !== id && isInTime(each)));
      return revoked;
    },
  };
}
