import {gob} from '../../wire/gob/type.js';

/** `model.Permission`; the server decides by `Id` alone, for example `create_post`. */
export const permission = gob.struct('Permission', {
  Id: gob.string,
  Name: gob.string,
  Description: gob.string,
  Scope: gob.string,
});
