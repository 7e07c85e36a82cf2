import type {BotAccount} from '../../core/ports/service-records.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';

/** One row for all nodes, which use one bot; written only where something about it has changed. */
export function createBotAccount(deps: RowDeps): BotAccount {
  const open = openRows(deps);
  return {
    last: () => open(ROWS.botAccount, []).known(),
    async keep({id, username, isAdmin}) {
      await open(ROWS.botAccount, []).update((stored) => {
        const isSame = stored?.id === id && stored.username === username && stored.isAdmin === isAdmin;
        return isSame ? undefined : {...stored, id, username, isAdmin};
      });
    },
  };
}
