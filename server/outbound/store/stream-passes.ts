import {createHash} from 'node:crypto';
import type {StreamPasses} from '../../core/ports/stream-passes.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS, type StoredStreamRef} from './rows.js';

/** The newest of a person's are kept. */
const MAX_OF_PERSON = 200;

/** A row for each, by digest of its token, and a list of them for each person who makes some. */
export function createStreamPasses(deps: RowDeps): StreamPasses {
  const {clock} = deps;
  const open = openRows(deps);
  const secondsUntil = (at: number): number => Math.max(1, Math.ceil((at - clock.now()) / 1000));
  const isGood = ({expiresAt}: {expiresAt: number}): boolean => expiresAt > clock.now();
  const passAt = (digest: string, expiresAt: number) =>
    open(ROWS.streamPass, [digest], {ttlSeconds: secondsUntil(expiresAt)});
  const refsOf = async (userId: string): Promise<readonly StoredStreamRef[]> => {
    const {value} = await open(ROWS.streamsOf, [userId]).look();
    return value.filter(isGood);
  };
  return {
    async keep(token, pass) {
      const digest = digestOf(token);
      await passAt(digest, pass.expiresAt).update(() => pass);
      const ref = {digest, id: pass.id, expiresAt: pass.expiresAt};
      await open(ROWS.streamsOf, [pass.madeBy]).update((refs) =>
        [ref, ...refs.filter(isGood)].slice(0, MAX_OF_PERSON),
      );
    },
    find: (token) => open(ROWS.streamPass, [digestOf(token)]).known(),
    async list(userId) {
      const refs = await refsOf(userId);
      const passes = await Promise.all(refs.map(({digest}) => open(ROWS.streamPass, [digest]).known()));
      return passes.filter((pass) => pass !== undefined).filter(({revokedAt}) => revokedAt === undefined);
    },
    async revoke(userId, id) {
      const ref = (await refsOf(userId)).find((each) => each.id === id);
      if (ref === undefined) return undefined;
      return passAt(ref.digest, ref.expiresAt).update((pass) =>
        pass === undefined ? undefined : {...pass, revokedAt: clock.now()},
      );
    },
  };
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
