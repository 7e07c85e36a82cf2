import {newId, type State} from './state.js';

/** A personal access token, as it is listed (`UserAccessToken` of @mattermost/types). */
export interface AccessToken {
  id: string;
  user_id: string;
  description: string;
  is_active: true;
}

/** Who is signed in: a token for each user, as a client would hold it. */
export interface Sessions {
  /** What this user's browser has to send with every change. */
  csrfOf(userId: string): string;
  /** Makes another token for this user, like a bot's. */
  addToken(userId: string, description?: string): AccessToken & {token: string};
  /** Those that were made, without the secret of any. */
  tokensOf(userId: string): readonly AccessToken[];
  /** Nothing happens where there is none. */
  revokeToken(tokenId: string): void;
  /** Signs this user out everywhere; their tokens are revoked, too. */
  endAll(userId: string): void;
  /** The headers that identify this user's requests. */
  headersOf(userId: string): {Authorization: string};
  /** The user behind an `Authorization` header; nobody for a user who does not exist. */
  userOf(authorization: string | undefined): string | undefined;
}

const SCHEME = /^bearer (\S+)$/i;

export function createSessions(state: State): Sessions {
  const tokens = new Map<string, string>();
  const users = new Map<string, string>();
  const csrf = new Map<string, string>();
  const made = new Map<string, AccessToken & {token: string}>();
  const addSession = (userId: string): string => {
    const token = newId();
    users.set(token, userId);
    return token;
  };
  return {
    addToken: (userId, description = '') => {
      const token = {
        id: newId(),
        token: addSession(userId),
        user_id: userId,
        description,
        is_active: true,
      } as const;
      made.set(token.id, token);
      return token;
    },
    tokensOf: (userId) =>
      [...made.values()]
        .filter(({user_id}) => user_id === userId)
        .map(({token: _secret, ...listed}) => listed),
    revokeToken: (tokenId) => {
      users.delete(made.get(tokenId)?.token ?? '');
      made.delete(tokenId);
    },
    endAll: (userId) => {
      for (const [token, owner] of users) if (owner === userId) users.delete(token);
      for (const {id, user_id} of made.values()) if (user_id === userId) made.delete(id);
      tokens.delete(userId);
      csrf.delete(userId);
    },
    csrfOf: (userId) => {
      const token = csrf.get(userId) ?? newId();
      csrf.set(userId, token);
      return token;
    },
    headersOf: (userId) => {
      const token = tokens.get(userId) ?? addSession(userId);
      tokens.set(userId, token);
      return {Authorization: `Bearer ${token}`};
    },
    userOf: (authorization) => {
      const userId = users.get(SCHEME.exec(authorization ?? '')?.[1] ?? '');
      return userId !== undefined && state.users.has(userId) ? userId : undefined;
    },
  };
}
