import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HostPost} from '../support/plugin-host.js';
import {untilOnRecord} from '../support/until-on-record.js';
import {waitFor} from '../support/wait-for.js';
import {
  ADMIN,
  cardState,
  connectedTo,
  createWorld,
  meetingEvent,
  sendWebhook,
  type World,
} from '../support/world.js';

/** A service is a bot: what befalls its account befalls every card. */
onEachHost(
  'A service whose bot',
  ({start, pluginDir}) => {
    let world: World;
    let botId: string;
    beforeAll(async () => {
      world = await createWorld({
        start,
        pluginDir: pluginDir(),
        subscribe: false,
        botRoles: 'system_user',
        settings: (zoom) => ({...connectedTo(zoom), TrustUnverifiedEmails: true}),
      });
      botId = (await world.host.bots())[0]?.user_id ?? '';
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world = await world.anew();
    });

    const bot = (changes: {delete_at?: number; roles?: string}): Promise<void> =>
      world.host.seed({users: [{id: botId, ...changes}]});
    const placeOf = async (type: 'P' | 'D'): Promise<string> => {
      const id = mattermostId(`${type.toLowerCase()}${world.channelId.slice(0, 12)}x`);
      const isDirect = type === 'D';
      await world.host.seed({
        channels: [
          {id, type, ...(isDirect && {team_id: '', name: [world.ana, world.ben].sort().join('__')})},
        ],
        members: [world.ana, world.ben].map((user_id) => ({channel_id: id, user_id})),
      });
      return id;
    };
    const invite = (channelId: string): Promise<void> =>
      world.host.seed({members: [{channel_id: channelId, user_id: botId}]});
    const remove = async (channelId: string): Promise<void> => {
      await world.host.seed({members: [{channel_id: channelId, user_id: botId, left: true}]});
      await world.host.seed({
        teamMembers: [{team_id: mattermostId('team'), user_id: botId, scheme_admin: true}],
      });
    };
    const startIn = async (channelId: string) => {
      const {text} = await world.type('/zoom start Weekly planning', {channelId});
      const meeting = world.zoom.meetings.at(-1);
      if (meeting === undefined) throw new Error(text);
      await untilOnRecord(world, meeting.number);
      return meeting;
    };
    type Meeting = Awaited<ReturnType<typeof startIn>>;
    const end = async (meeting: Meeting): Promise<number> =>
      (await sendWebhook(world, meetingEvent('meeting.ended', meeting))).status;
    const operation = async (path: string): Promise<number> =>
      (await fetch(new URL(path, world.host.routesUrl))).status;
    const connected = async (): Promise<string | undefined> => {
      const served = (await world.host.logs()).filter(({message}) => message === 'Metrics are served');
      const metrics = await fetch(`http://127.0.0.1:${String(served.at(-1)?.fields['port'])}/metrics`);
      return /^zoom_mattermost_connected .*$/m.exec(await metrics.text())?.[0];
    };
    const logged = async (words: string): Promise<number> =>
      (await world.host.logs()).filter(({message}) => message.includes(words)).length;
    const untilLogged = (words: string): Promise<true> =>
      waitFor(world.host, async () => ((await logged(words)) > 0 ? true : undefined));
    const directly = async (): Promise<readonly HostPost[]> =>
      (await world.host.posts()).filter(({message}) => message.startsWith('The bot @zoom is no longer'));

    it('R-10 is disabled owes what Zoom reports, and shows it when the bot is back', async () => {
      await invite(world.channelId);
      const meeting = await startIn(world.channelId);
      await bot({delete_at: Date.now()});
      expect(await end(meeting)).toBe(503);
      await untilLogged('The bot is disabled');
      expect([await operation('/readyz'), await connected()]).toEqual([200, 'zoom_mattermost_connected 0']);
      expect((await world.type('/zoom start')).text).toMatch(
        /^Mattermost does not let the Zoom bot in: the bot is disabled, or its token is no longer valid\./,
      );
      await bot({delete_at: 0});
      expect(await end(meeting)).toBe(204);
      expect(cardState(await world.card())).toBe('ended');
      expect(await logged('The bot is disabled')).toBe(1);
    });

    it('R-10 is disabled while the service starts keeps what Zoom reports all the same', async () => {
      await invite(world.channelId);
      const meeting = await startIn(world.channelId);
      await bot({delete_at: Date.now()});
      await world.host.killPlugin();
      await world.host.checkHealth();
      expect([await operation('/readyz'), await end(meeting)]).toEqual([200, 503]);
      const recorded = String((await world.host.kv()).get(`meeting_${meeting.number}`));
      expect(recorded).toContain('"endedAt"');
      await bot({delete_at: 0});
      expect(await end(meeting)).toBe(204);
      expect(cardState(await world.card())).toBe('ended');
    }, 60_000);

    it('R-10 was removed from a private channel tells the host and the doctor, and catches up when it is invited', async () => {
      const channelId = await placeOf('P');
      await invite(channelId);
      const meeting = await startIn(channelId);
      await remove(channelId);
      expect(await end(meeting)).toBe(503);
      const told = await waitFor(world.host, async () => (await directly())[0]);
      expect(told.message).toMatch(/in the channel of “Weekly planning”.*`\/invite @zoom`/);
      expect((await world.type('/zoom doctor', {userId: ADMIN})).text).toContain(
        'The bot @zoom is no longer in the channel of a meeting card',
      );
      expect(await end(meeting)).toBe(503);
      await invite(channelId);
      expect(await end(meeting)).toBe(204);
      expect(cardState(await world.card(channelId))).toBe('ended');
      expect(await directly()).toHaveLength(1);
      expect((await world.type('/zoom doctor', {userId: ADMIN})).text).not.toContain('is no longer in');
    }, 60_000);

    it.each([
      ['a private channel', 'P', invite],
      ['a direct message', 'D', () => bot({roles: 'system_user system_admin'})],
    ] as const)('does not see %s names the remedy, which works', async (_what, type, remedy) => {
      const channelId = await placeOf(type);
      expect((await world.type('/zoom start', {channelId})).text).toMatch(
        /`\/invite @zoom`.*make the bot a system administrator/,
      );
      await remedy(channelId);
      expect(await end(await startIn(channelId))).toBe(204);
      expect(cardState(await world.card(channelId))).toBe('ended');
      await bot({roles: 'system_user'});
    });
  },
  {lacks: ['sessions']},
);
