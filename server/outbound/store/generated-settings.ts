import type {GeneratedSettings} from '../../core/ports/service-records.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';

/** One row for all nodes, since their secrets must be the same: what is already there stays. */
export function createGeneratedSettings(deps: RowDeps): GeneratedSettings {
  const open = openRows(deps);
  // Another node may have saved since.
  const row = () => open(ROWS.generatedSettings, []);
  return {
    read: () => row().known(),
    async add(settings) {
      await row().update((stored) => {
        const isNew = Object.keys(settings).some((name) => !Object.hasOwn(stored, name));
        return isNew ? {...settings, ...stored} : undefined;
      });
    },
  };
}
