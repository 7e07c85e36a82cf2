import {gob} from '../../wire/gob/type.js';

/** `plugin.ErrorString`: what any Go error becomes on its way through an `error` result. */
export const errorString = gob.struct('ErrorString', {Code: gob.int, Err: gob.string});
