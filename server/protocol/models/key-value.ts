import {gob} from '../../wire/gob/type.js';

/** `Atomic`: write only while the stored value is `OldValue` (without it: only while there is no row). */
export const pluginKVSetOptions = gob.struct('PluginKVSetOptions', {
  Atomic: gob.bool,
  OldValue: gob.bytes,
  ExpireInSeconds: gob.int,
});
