import {describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ALICE, TOWN_SQUARE} from '../town-square.js';
import {refusal, type Caller} from './caller.js';

const ADMIN = mattermostId('admin');

/** Methods of the plugin API that the product does not call, so that only the Go host has them. */
export function describeBeyondProduct({call, host}: Caller): void {
  describe('what the product does not use', () => {
    it('passes an event on to the clients', async () => {
      await call('PublishWebSocketEvent', 'ended', {id: '1'}, {channel_id: TOWN_SQUARE});
      expect(await host().webSocketEvents()).toEqual([
        {event: 'ended', payload: {id: '1'}, broadcast: {user_id: '', channel_id: TOWN_SQUARE, team_id: ''}},
      ]);
    });

    it('lets a system administrator do everything', async () => {
      const permission = {id: 'manage_system'};
      await host().seed({users: [{id: ADMIN, roles: 'system_user system_admin'}]});
      expect(await call('HasPermissionTo', ADMIN, permission)).toEqual([true]);
      expect(await call('HasPermissionTo', ALICE, permission)).toEqual([false]);
    });

    it('forgets a command', async () => {
      await call('RegisterCommand', {trigger: 'short'});
      await call('UnregisterCommand', '', 'short');
      expect((await host().commands()).map(({trigger}) => trigger)).not.toContain('short');
    });

    it('logs what the plugin says through the API', async () => {
      await call('LogWarn', 'something is odd', ['reason', 'none']);
      expect(await host().logs()).toContainEqual({
        level: 'warn',
        message: 'something is odd',
        fields: {reason: 'none'},
      });
    });

    it('answers 501 for a method that it does not have, and counts it', async () => {
      expect(await call('GetTeam', mattermostId('team'))).toMatchObject(refusal(501));
      expect(await host().calls()).toMatchObject({GetTeam: 1});
    });
  });
}
