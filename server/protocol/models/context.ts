import {gob, type GobValue} from '../../wire/gob/type.js';

/** `plugin.Context`: about the request behind a hook. `IPAddress` is the client's, behind proxies too. */
export const context = gob.struct('Context', {
  SessionId: gob.string,
  RequestId: gob.string,
  IPAddress: gob.string,
  AcceptLanguage: gob.string,
  UserAgent: gob.string,
});

export type Context = GobValue<typeof context>;
