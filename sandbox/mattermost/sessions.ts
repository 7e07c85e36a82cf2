import {newId, type State} from './state.js';

/** Who is signed in: a token for each user, as a client would hold it. */
export interface Sessions {
  /** What this user's browser has to send with every change. */
  csrfOf(userId: string): string;
  /** Makes another token for this user, like a bot's. */
  addToken(userId: string): string;
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
  const addToken = (userId: string): string => {
    const token = newId();
    users.set(token, userId);
    return token;
  };
  return {
    addToken,
    csrfOf: (userId) => {
      const token = csrf.get(userId) ?? newId();
      csrf.set(userId, token);
      return token;
    },
    headersOf: (userId) => {
      const token = tokens.get(userId) ?? addToken(userId);
      tokens.set(userId, token);
      return {Authorization: `Bearer ${token}`};
    },
    userOf: (authorization) => {
      const userId = users.get(SCHEME.exec(authorization ?? '')?.[1] ?? '');
      return userId !== undefined && state.users.has(userId) ? userId : undefined;
    },
  };
}
