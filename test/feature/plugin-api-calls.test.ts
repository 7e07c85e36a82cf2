import {afterEach, beforeEach, expect, it} from '@jest/globals';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {participantEvent} from '../support/participant-event.js';
import {waitFor} from '../support/wait-for.js';
import {ANA, createWorld, sendWebhook, type World} from '../support/world.js';

const sum = (calls: Readonly<Record<string, number>>): number =>
  Object.values(calls).reduce((total, count) => total + count, 0);

onEachHost(
  'Calls of the plugin API',
  ({start, pluginDir}) => {
    let world: World;
    beforeEach(async () => {
      const events = ['meeting.started', 'meeting.ended'] as const;
      world = await createWorld({start, pluginDir: pluginDir(), events});
    });
    afterEach(() => world.close());

    const untilStored = (name: RegExp, holds: (row: string) => boolean): Promise<true> =>
      waitFor(world.host, async () => {
        const rows = [...(await world.host.kv())].filter(([key]) => name.test(key));
        return rows.some(([, row]) => holds(row.toString())) || undefined;
      });
    /** Once the record of the meeting's card knows that its post shows what happens. */
    const noted = async (number: number, happen: () => void): Promise<void> => {
      const row = `meeting_${number}`;
      const shownIn = (text: string): unknown => (JSON.parse(text) as {shown: string}[])[0]?.shown;
      const before = shownIn((await world.host.kv()).get(row)?.toString() ?? '[]');
      happen();
      await untilStored(new RegExp(`^${row}$`), (text) => shownIn(text) !== before);
    };

    it('needs thirteen plugin API calls for a start, the private answer, what goes on beside it and a look at another meeting of theirs included, and two of Zoom', async () => {
      const other = mattermostId('other');
      await world.host.seed({channels: [{id: other}], members: [{channel_id: other, user_id: ANA}]});
      await world.type('/zoom start Warm-up');
      await world.host.resetCalls();
      const before = world.zoom.requests.length;
      await world.type('/zoom start Counted', {channelId: other});
      // The record of the card and the watch over its end are written beside the answer.
      await waitFor(world.host, async () => sum(await world.host.calls()) >= 13 || undefined);
      expect(await world.host.calls()).toEqual({
        GetUser: 1,
        GetChannelMember: 1,
        GetPostsSince: 1,
        GetPreferencesForUser: 1,
        HasPermissionToChannel: 1,
        GetChannel: 1,
        CreatePost: 1,
        SendEphemeralPost: 1,
        KVGet: 1,
        KVSetWithOptions: 4,
      });
      expect(world.zoom.requests.slice(before).map(({route}) => route)).toEqual([
        'find-user',
        'create-meeting',
      ]);
    });

    it.each(['startMeeting', 'endMeeting'] as const)(
      'needs five plugin API calls for the event of %s, the last of them beside the answer',
      async (happens) => {
        // What is the first of its kind is put on record at once, and never again.
        await world.type('/zoom start First');
        const first = world.zoom.meetings[0]?.number ?? 0;
        await noted(first, () => world.zoom.startMeeting(first));
        await noted(first, () => world.zoom.endMeeting(first));
        await world.zoom.webhooksSettled();
        await world.type('/zoom start');
        const number = world.zoom.meetings[1]?.number ?? 0;
        await untilStored(/^jobs_\d+$/, (row) => row.includes(String(number)));
        if (happens === 'endMeeting') await noted(number, () => world.zoom.startMeeting(number));
        await world.host.resetCalls();
        world.zoom[happens](number);
        await world.zoom.webhooksSettled();
        await waitFor(world.host, async () => sum(await world.host.calls()) >= 5 || undefined);
        expect(await world.host.calls()).toEqual({
          KVGet: 1,
          KVSetWithOptions: 2,
          GetPost: 1,
          UpdatePost: 1,
        });
      },
    );

    it('needs three plugin API calls before the answer for somebody who comes, and four to show them', async () => {
      await world.type('/zoom start');
      const [meeting] = world.zoom.meetings as [SimulatedMeeting];
      await untilStored(/^jobs_\d+$/, (row) => row.includes(String(meeting.number)));
      const hear = (who: Record<string, unknown>) => (): void => {
        void sendWebhook(world, participantEvent('joined', meeting, who));
      };
      // What is the first of its kind is put on record at once, and never again.
      await noted(meeting.number, hear({user_id: '1'}));
      await world.host.resetCalls();
      await noted(meeting.number, hear({user_id: '2'}));
      expect(await world.host.calls()).toEqual({
        KVGet: 3,
        KVSetWithOptions: 2,
        GetPost: 1,
        UpdatePost: 1,
      });
    });
  },
  {needs: ['sessions']},
);
