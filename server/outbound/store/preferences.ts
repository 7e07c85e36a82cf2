import type {Preferences} from '../../core/ports/service-records.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';

/** One row for each person. */
export function createPreferences(deps: RowDeps): Preferences {
  const open = openRows(deps);
  return {
    of: (userId) => open(ROWS.preferences, [userId]).known(),
    async set(userId, name, value) {
      await open(ROWS.preferences, [userId]).update((stored) =>
        stored[name] === value ? undefined : {...stored, [name]: value},
      );
    },
  };
}
