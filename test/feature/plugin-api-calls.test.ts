import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {ANA, createWorld, type World} from '../support/world.js';

const sum = (calls: Readonly<Record<string, number>>): number =>
  Object.values(calls).reduce((total, count) => total + count, 0);

onEachHost(
  'Calls of the plugin API',
  ({start, pluginDir}) => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld({start, pluginDir: pluginDir()});
    });
    afterEach(() => world.close());

    it('needs eleven plugin API calls, one that shows the answer, one beside it, and two calls of Zoom for a start', async () => {
      const other = mattermostId('other');
      await world.host.seed({channels: [{id: other}], members: [{channel_id: other, user_id: ANA}]});
      await world.type('/zoom start Warm-up');
      await world.host.resetCalls();
      const before = world.zoom.requests.length;
      await world.type('/zoom start Counted', {channelId: other});
      // The watch over its end is put off beside the answer.
      await waitFor(world.host, async () => sum(await world.host.calls()) >= 13 || undefined);
      expect(sum(await world.host.calls())).toBe(13);
      expect(world.zoom.requests.slice(before).map(({route}) => route)).toEqual([
        'find-user',
        'create-meeting',
      ]);
    });

    it('needs five plugin API calls when a meeting ends', async () => {
      await world.type('/zoom start');
      const number = world.zoom.meetings[0]?.number ?? 0;
      world.zoom.startMeeting(number);
      await world.zoom.webhooksSettled();
      await world.host.resetCalls();
      world.zoom.endMeeting(number);
      await world.zoom.webhooksSettled();
      expect(sum(await world.host.calls())).toBe(5);
    });
  },
  {needs: ['sessions']},
);
