import {newId} from './state.js';

/** Who is signed in: a token for each user, as a client would hold it. */
export interface Sessions {
  /** The headers by which requests of this user are known. */
  headersOf(userId: string): {Authorization: string};
  userOf(authorization: string | undefined): string | undefined;
}

export function createSessions(): Sessions {
  const tokens = new Map<string, string>();
  const users = new Map<string, string>();
  return {
    headersOf: (userId) => {
      const token = tokens.get(userId) ?? newId();
      tokens.set(userId, token);
      users.set(`Bearer ${token}`, userId);
      return {Authorization: `Bearer ${token}`};
    },
    userOf: (authorization) => users.get(authorization ?? ''),
  };
}
