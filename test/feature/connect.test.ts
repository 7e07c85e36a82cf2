import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {admitConsent, connect, consentedBy, emailOf} from '../support/connect-as.js';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {createWorld, type World} from '../support/world.js';

onEachHost(
  'Connecting one’s own Zoom account',
  ({start, pluginDir}) => {
    let world: World;
    let email: string;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir(), settings: consentedBy('user')});
      admitConsent(world, 'user');
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world = await world.anew();
      email = emailOf(world, 'ana');
    });
    /** What the bot has said to somebody alone since the test began. */
    const said = async (userId: string): Promise<string[]> =>
      (await world.host.ephemeralPosts())
        .filter((shown) => shown.userId === userId && shown.post.channel_id === world.channelId)
        .map(({post}) => post.message);

    it('starts the meeting that was asked for once its person is connected, in its thread', async () => {
      const rootId = mattermostId('root');
      const root = {id: rootId, channel_id: world.channelId, user_id: world.ana};
      await world.host.seed({posts: [root]});
      const prompt = await world.type('/zoom start Weekly planning', {rootId});
      const link = `${world.host.siteUrl}/plugins/zoom/oauth2/connect`;
      expect(prompt.text).toBe(
        `To start meetings, connect your Zoom account once. [Connect your Zoom account](${link})`,
      );
      const {page} = await connect(world, world.ana, email);
      expect([page.status, page.text]).toEqual([
        200,
        expect.stringContaining(`You are connected as ${email}`),
      ]);
      expect(page.text).toContain('The meeting that you asked for is being started in Mattermost.');
      const card = await world.cardWhen(() => true);
      expect(card).toMatchObject({root_id: rootId, props: {meeting_topic: 'Weekly planning'}});
      const texts = await waitFor(world.host, async () => {
        const told = await said(world.ana);
        return told.length > 1 ? told : undefined;
      });
      expect(texts.at(-1)).toMatch(new RegExp(`^You are connected to Zoom as ${email}\\.\\n\\n`));
    });
  },
  {needs: ['sessions']},
);
