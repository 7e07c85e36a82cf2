import {newId, type State} from './state.js';

/** Who is signed in: a token for each user, as a client would hold it. */
export interface Sessions {
  /** What a browser of this user has to send along with what changes something. */
  csrfOf(userId: string): string;
  /** Makes a further token of this user, as a bot has one. */
  addToken(userId: string): string;
  /** The headers by which requests of this user are known. */
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
