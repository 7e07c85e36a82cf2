import {personRefusal} from '../domain/who-may-start.js';
import type {StreamPass} from '../domain/stream-pass.js';
import type {Audit, RevokedAs} from '../ports/audit.js';
import type {Chat} from '../ports/chat.js';
import type {StreamPasses} from '../ports/stream-passes.js';

/** By its id, of those that they made themselves; or by what leads in, which anybody may come across. */
export type NamedStreamUrl = {id: string} | {token: string};

export type RevokeStreamUrlOutcome =
  | {kind: 'revoked'; pass: StreamPass}
  /** There is none, it has expired or is revoked already, or they may not revoke it. */
  | {kind: 'unknown'};

/** Rejects with what chat and store reject with. */
export type RevokeStreamUrl = (userId: string, named: NamedStreamUrl) => Promise<RevokeStreamUrlOutcome>;

interface RevokeStreamUrlDeps {
  streamPasses: Pick<StreamPasses, 'find' | 'revoke'>;
  chat: Pick<Chat, 'user'>;
  audit: Audit;
}

/** Whoever made it may revoke it, and the host of its meeting and system administrators may, who have it. */
export const createRevokeStreamUrl =
  (deps: RevokeStreamUrlDeps): RevokeStreamUrl =>
  async (userId, named) => {
    const {streamPasses, audit} = deps;
    const found = 'token' in named ? await judgeToken(deps, userId, named.token) : ownOne(userId, named.id);
    const pass = found && (await streamPasses.revoke(found.madeBy, found.id));
    if (found === undefined || pass === undefined) return {kind: 'unknown'};
    const {id: passId, number} = pass;
    audit({event: 'stream-url-revoked', userId, passId, number, as: found.as});
    return {kind: 'revoked', pass};
  };

interface Revocable extends Pick<StreamPass, 'madeBy' | 'id'> {
  as: RevokedAs;
}

const ownOne = (userId: string, id: string): Revocable => ({madeBy: userId, id, as: 'maker'});

async function judgeToken(
  {streamPasses, chat}: RevokeStreamUrlDeps,
  userId: string,
  token: string,
): Promise<Revocable | undefined> {
  const pass = await streamPasses.find(token);
  if (pass === undefined) return undefined;
  const {madeBy, id} = pass;
  if (madeBy === userId) return ownOne(userId, id);
  if (pass.hostUserId === userId) return {madeBy, id, as: 'host'};
  const user = await chat.user(userId);
  const isAdmin = user?.isSystemAdmin === true && personRefusal(user) === undefined;
  return isAdmin ? {madeBy, id, as: 'system-admin'} : undefined;
}
