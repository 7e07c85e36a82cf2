import {describe, expect, it} from '@jest/globals';
import {takesAudits} from '../../../support/go-host-build.js';
import {chosenSdk} from '../../../support/go-host.js';
import {ALICE} from '../town-square.js';
import type {Caller} from './caller.js';

export function describeAudits({call, host}: Caller): void {
  (takesAudits(chosenSdk()) ? describe : describe.skip)('the audit log', () => {
    it('keeps a record as the plugin made it', async () => {
      const record = {
        event_name: 'door_opened',
        status: 'fail',
        event: {parameters: {grant: 'person', tries: 2, open: [true, null]}, object_type: 'door'},
        actor: {user_id: ALICE},
        meta: {plugin_id: 'caller'},
      };
      await call('LogAuditRec', record);
      expect(await host().audits()).toMatchObject([record]);
    });
  });
}
