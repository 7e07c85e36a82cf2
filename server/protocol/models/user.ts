import {gob, type GobValue} from '../../wire/gob/type.js';

/** `model.User`, without credentials and notification settings. `Roles` are words with blanks between. */
export const user = gob.struct('User', {
  Id: gob.string,
  CreateAt: gob.int,
  UpdateAt: gob.int,
  DeleteAt: gob.int,
  Username: gob.string,
  AuthService: gob.string,
  Email: gob.string,
  EmailVerified: gob.bool,
  Nickname: gob.string,
  FirstName: gob.string,
  LastName: gob.string,
  Roles: gob.string,
  Locale: gob.string,
  /** `useAutomaticTimezone` (`true`, `false`), `automaticTimezone` and `manualTimezone`. */
  Timezone: gob.map(gob.string, gob.string),
  RemoteId: gob.string,
  IsBot: gob.bool,
});

export const bot = gob.struct('Bot', {
  UserId: gob.string,
  Username: gob.string,
  DisplayName: gob.string,
  Description: gob.string,
  OwnerId: gob.string,
  CreateAt: gob.int,
  UpdateAt: gob.int,
  DeleteAt: gob.int,
});

export type User = GobValue<typeof user>;
