import {personRefusal} from '../domain/who-may-start.js';
import type {StreamPass} from '../domain/stream-pass.js';
import type {Audit, RevokedAs} from '../ports/audit.js';
import type {Chat} from '../ports/chat.js';
import type {StreamPasses} from '../ports/stream-passes.js';

/** By its id, of those that are listed for them; or by what leads in, which anybody may come across. */
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

/** Whoever made it may revoke it, and the host of its meeting; with the URL itself, system administrators may, too. */
export const createRevokeStreamUrl =
  (deps: RevokeStreamUrlDeps): RevokeStreamUrl =>
  async (userId, named) => {
    const {streamPasses, audit} = deps;
    const listed =
      'token' in named ? await judgeToken(deps, userId, named.token) : {of: userId, id: named.id};
    const pass = listed && (await streamPasses.revoke(listed.of, listed.id));
    if (pass === undefined) return {kind: 'unknown'};
    const {id: passId, number} = pass;
    audit({event: 'stream-url-revoked', userId, passId, number, as: revokedAs(pass, userId)});
    return {kind: 'revoked', pass};
  };

/** Only an administrator of the system revokes what is not listed for them. */
function revokedAs({madeBy, hostUserId}: StreamPass, userId: string): RevokedAs {
  if (madeBy === userId) return 'maker';
  return hostUserId === userId ? 'host' : 'system-admin';
}

/** In whose list it stands, where they may revoke it. */
async function judgeToken(
  {streamPasses, chat}: RevokeStreamUrlDeps,
  userId: string,
  token: string,
): Promise<{of: string; id: string} | undefined> {
  const pass = await streamPasses.find(token);
  if (pass === undefined) return undefined;
  const {madeBy, hostUserId, id} = pass;
  if ([madeBy, hostUserId].includes(userId)) return {of: madeBy, id};
  const user = await chat.user(userId);
  const isAdmin = user?.isSystemAdmin === true && personRefusal(user) === undefined;
  return isAdmin ? {of: madeBy, id} : undefined;
}
