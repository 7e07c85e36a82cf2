import {gob} from '../../wire/gob/type.js';

/** `model.Preference`: one choice of a person's. */
export const preference = gob.struct('Preference', {
  UserId: gob.string,
  Category: gob.string,
  Name: gob.string,
  Value: gob.string,
});
