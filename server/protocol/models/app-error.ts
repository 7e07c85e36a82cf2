import {gob, type GobValue} from '../../wire/gob/type.js';

/** `model.AppError`: a refusal as Mattermost says it; users see `Message`. `StatusCode` is an HTTP status. */
export const appError = gob.struct('AppError', {
  Id: gob.string,
  Message: gob.string,
  DetailedError: gob.string,
  RequestId: gob.string,
  StatusCode: gob.int,
  Where: gob.string,
  SkipTranslation: gob.bool,
});

export type AppErrorValue = GobValue<typeof appError>;
