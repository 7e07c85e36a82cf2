import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HttpResponse} from '../support/plugin-host.js';
import {createWorld, type World} from '../support/world.js';

/** What somebody can do who has the token of one team's command, and sends forms of their own with it. */
onEachHost(
  'The token of a command',
  ({start, pluginDir}) => {
    let world: World;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world = await world.anew();
    });
    /** `/zoom` of the first team, sent by nobody that Mattermost knows of. */
    const forged = async (text: string, changes: Record<string, string> = {}): Promise<HttpResponse> => {
      const [command] = await world.host.commands();
      const form = new URLSearchParams({
        token: command?.token ?? '',
        team_id: command?.team_id ?? '',
        channel_id: world.channelId,
        user_id: world.ana,
        command: '/zoom',
        text,
        ...changes,
      });
      return world.host.http({
        method: 'POST',
        path: '/command',
        headers: {'Content-Type': 'application/x-www-form-urlencoded'},
        body: form.toString(),
      });
    };
    /** A channel with nobody in it. */
    const channelOf = async (name: string, fields: object): Promise<string> => {
      const id = mattermostId(`${name}${world.channelId.slice(8, 12)}`);
      await world.host.seed({channels: [{id, ...fields}]});
      return id;
    };
    const join = (channel_id: string, user_id: string): Promise<void> =>
      world.host.seed({members: [{channel_id, user_id}]});
    /** What is answered where nothing was done: no call of Zoom, no post, no button. */
    const refusalOf = async (changes: Record<string, string>, text = 'start'): Promise<string> => {
      const before = [world.zoom.requests.length, (await world.host.posts()).length];
      const answer = JSON.parse((await forged(text, changes)).body.toString()) as {text: string};
      expect([world.zoom.requests.length, (await world.host.posts()).length]).toEqual(before);
      expect(answer).not.toHaveProperty('attachments');
      return answer.text;
    };
    const NOT_THERE = /^Mattermost does not confirm that you are in this team and in this conversation/;

    it('S-15 starts what Mattermost confirms: the person is in the team and in a channel of it', async () => {
      expect((await forged('start')).body.toString()).toContain('Your meeting is in the channel');
    });

    it('S-15 reaches no channel of another team, not even in the name of somebody who is in it', async () => {
      const foreign = await channelOf('foreign', {team_id: mattermostId('otherteam'), type: 'P'});
      await join(foreign, world.ana);
      expect(await refusalOf({channel_id: foreign})).toMatch(NOT_THERE);
      expect(await refusalOf({channel_id: foreign}, 'settings')).toMatch(NOT_THERE);
    });

    it('S-15 acts for nobody outside of the team, and for nobody who is unknown', async () => {
      const stranger = mattermostId('stranger');
      await world.host.seed({users: [{id: stranger, username: 'stranger'}]});
      expect(await refusalOf({user_id: stranger})).toMatch(NOT_THERE);
      expect(await refusalOf({user_id: mattermostId('nobody')})).toMatch(NOT_THERE);
      expect(await refusalOf({channel_id: mattermostId('nowhere')})).toMatch(NOT_THERE);
    });

    it('A-01 starts nothing in a channel of the team that the person is not in', async () => {
      const others = await channelOf('others', {type: 'P'});
      await join(others, world.ben);
      expect(await refusalOf({channel_id: others})).toContain('You cannot post in this channel');
    });

    it('A-01 reaches a direct or group message only for those who are in it', async () => {
      for (const type of ['D', 'G'] as const) {
        const conversation = await channelOf(`talk${type}`.toLowerCase(), {type, team_id: ''});
        await join(conversation, world.ben);
        expect(await refusalOf({channel_id: conversation})).toMatch(NOT_THERE);
        await join(conversation, world.ana);
        const answer = await forged('start', {channel_id: conversation});
        expect(answer.body.toString()).toContain('Your meeting is in the channel');
      }
    });

    it('S-07 acts for nobody whose account is deactivated', async () => {
      await world.host.seed({users: [{id: world.ana, delete_at: 1}]});
      for (const text of ['start', 'settings', 'help']) {
        expect(await refusalOf({}, text)).toContain('account is deactivated');
      }
    });

    it('A-03 is worth no host link: the button of an answer sends it to the person alone', async () => {
      const answer = JSON.parse((await forged('start')).body.toString()) as {
        attachments: {actions: {integration: {url: string; context: object}}[]}[];
      };
      const {url, context} = answer.attachments[0]?.actions[0]?.integration ?? {url: '', context: {}};
      const pressed = await world.host.http({
        method: 'POST',
        path: new URL(url).pathname.replace('/plugins/zoom', ''),
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({user_id: world.ana, channel_id: world.channelId, context}),
      });
      expect([pressed.status, pressed.body.toString()]).toEqual([200, '{}']);
      expect(JSON.stringify(answer)).not.toMatch(/ticket=|zak=/);
      const told = (await world.host.posts()).findLast(({message}) => message.includes('/host?ticket='));
      expect(told?.channel_id).not.toBe(world.channelId);
    });

    it('tells the log of a sender whom Mattermost does not confirm', async () => {
      await refusalOf({user_id: mattermostId('nobody')});
      const lines = (await world.host.logs()).map(({message}) => message);
      expect(lines).toContainEqual(expect.stringContaining('did not confirm who typed a command'));
    });
  },
  {lacks: ['sessions']},
);
