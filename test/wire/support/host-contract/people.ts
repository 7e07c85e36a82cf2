import {beforeAll, describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ALICE, TOWN_SQUARE} from '../town-square.js';
import {refusal, type Caller} from './caller.js';

const BOB = mattermostId('bob');
const ADMIN = mattermostId('admin');
const NOBODY = mattermostId('nobody');
const CREATE_POST = {id: 'create_post'};

export function describePeople({call, host}: Caller): void {
  describe('people and channels', () => {
    beforeAll(() =>
      host().seed({
        users: [
          {id: BOB, locale: 'de'},
          {id: ADMIN, roles: 'system_user system_admin'},
        ],
      }),
    );

    it('knows a user', async () => {
      expect(await call('GetUser', BOB)).toMatchObject([{id: BOB, locale: 'de', email_verified: true}, null]);
    });

    it('finds a user by their address', async () => {
      await host().seed({users: [{id: BOB, locale: 'de', email: 'bob@example.org'}]});
      expect(await call('GetUserByEmail', 'bob@example.org')).toMatchObject([{id: BOB}, null]);
    });

    it('counts who is in a channel', async () => {
      expect(await call('GetChannelStats', TOWN_SQUARE)).toMatchObject([
        {channel_id: TOWN_SQUARE, member_count: expect.any(Number)},
        null,
      ]);
    });

    it.each([
      ['GetUser', [NOBODY]],
      ['GetUserByEmail', ['nobody@example.org']],
      ['GetChannel', [NOBODY]],
      ['GetChannelMember', [TOWN_SQUARE, BOB]],
      ['GetDirectChannel', [ALICE, NOBODY]],
    ])('does not find with %s what is not there', async (method, args) => {
      expect(await call(method, ...args)).toMatchObject(refusal(404));
    });

    it('asks the member first and then the roles for a permission', async () => {
      const may = async (userId: string): Promise<unknown> =>
        (await call('HasPermissionToChannel', userId, TOWN_SQUARE, CREATE_POST))[0];
      expect([await may(ALICE), await may(BOB), await may(ADMIN)]).toEqual([true, false, true]);
    });

    it('changes what is known of a member, and lets them leave', async () => {
      const member = {channel_id: TOWN_SQUARE, user_id: BOB};
      await host().seed({members: [{...member, scheme_guest: true, permissions: ['read_channel']}]});
      expect(await call('GetChannelMember', TOWN_SQUARE, BOB)).toMatchObject([{scheme_guest: true}, null]);
      expect(await call('HasPermissionToChannel', BOB, TOWN_SQUARE, CREATE_POST)).toEqual([false]);
      await host().seed({members: [{...member, left: true}]});
      expect(await call('GetChannelMember', TOWN_SQUARE, BOB)).toMatchObject(refusal(404));
    });

    it('opens one direct channel for two people, no matter who asks', async () => {
      const [first] = await call('GetDirectChannel', ALICE, BOB);
      const [second] = await call('GetDirectChannel', BOB, ALICE);
      expect(first).toMatchObject({type: 'D', id: (second as {id: string}).id});
    });

    it('makes a bot once', async () => {
      const bot = {username: 'zoom', display_name: 'Zoom', description: 'Meetings'};
      const [id] = await call('EnsureBotUser', bot);
      expect(await call('EnsureBotUser', bot)).toEqual([id, null]);
      expect(await call('SetProfileImage', id, Buffer.from('image').toString('base64'))).toEqual([null]);
      expect(await host().bots()).toEqual([{user_id: id, imageBytes: 5, ...bot}]);
      expect(await call('GetUser', id)).toMatchObject([{is_bot: true, username: 'zoom'}, null]);
    });

    it('registers a command once, however often it is told', async () => {
      await call('RegisterCommand', {trigger: 'meet'});
      await call('RegisterCommand', {trigger: 'meet', description: 'again'});
      expect(await host().commands()).toMatchObject([{trigger: 'meet', description: 'again'}]);
    });

    it('refuses a command whose autocompletion Mattermost would refuse', async () => {
      const text = {Type: 'TextInput', Data: {Hint: '[topic]', Pattern: ''}};
      const argument = {Name: '', HelpText: 'Topic', Required: false, ...text};
      const data = {Trigger: 'bad', Arguments: [argument]};
      const [refused] = await call('RegisterCommand', {trigger: 'bad', autocomplete_data: data});
      expect(refused).toContain('Positional argument can not be optional');
    });
  });
}
