import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import {createClient} from '../../../server/hosts/standalone/mattermost/client.js';
import {createOwnPosts, type OwnPosts} from '../../../server/hosts/standalone/mattermost/own-posts.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {noProxy} from '../../support/no-proxy.js';

const BACK_UP = 1_800_000_000_000;
const ANA = mattermostId('ana');
const [PLANNING, QUIET, SECRET] = ['planning', 'quiet', 'secret'].map(mattermostId) as [
  string,
  string,
  string,
];

let mattermost: MattermostForService;
beforeEach(async () => {
  mattermost = await createMattermostForService();
  mattermost.seed({
    users: [{id: ANA, username: 'ana'}],
    channels: [PLANNING, QUIET, SECRET].map((id) => ({id, type: 'P'})),
    members: [PLANNING, QUIET, SECRET].map((channel_id) => ({channel_id, user_id: ANA})),
    posts: [
      {channel_id: PLANNING, user_id: ANA, create_at: BACK_UP + 1},
      {channel_id: QUIET, user_id: ANA, create_at: BACK_UP - 1},
      {channel_id: SECRET, user_id: ANA, create_at: BACK_UP + 1},
    ],
  });
});
afterEach(() => mattermost.close());

/** A bot that is in all channels but one. */
function ownPostsAs(roles: string): {posts: OwnPosts; id: string} {
  const {userId: id, token} = mattermost.addBot({username: 'zoom', roles});
  mattermost.seed({members: [PLANNING, QUIET].map((channel_id) => ({channel_id, user_id: id}))});
  const client = createClient({url: mattermost.siteUrl, token, findProxy: noProxy}, {clock: systemClock});
  return {id, posts: createOwnPosts({client, bot: {id, isAdmin: roles.includes('system_admin')}})};
}
const PLAIN = 'system_user';
const ADMIN = 'system_user system_admin';
const ignore = (): void => undefined;

describe("The bot's own posts", () => {
  it('are looked for where anybody has written since then: in the channels of the bot', async () => {
    expect(await ownPostsAs(PLAIN).posts.channels(BACK_UP, ignore)).toEqual([PLANNING]);
  });

  it('are looked for in the channels of everybody by a system administrator, which is said meanwhile', async () => {
    mattermost.seed({
      users: Array.from({length: 150}, (_, index) => ({
        id: mattermostId(`user${index}x`),
        username: `u${index}`,
      })),
    });
    const said: number[] = [];
    const channels = await ownPostsAs(ADMIN).posts.channels(BACK_UP, (people) => void said.push(people));
    expect([channels, said]).toEqual([[PLANNING, SECRET], [100]]);
  });

  it('are nowhere for somebody who is in no channel', async () => {
    const {posts} = ownPostsAs(PLAIN);
    const id = 'app.channel.get_channels.not_found.app_error';
    mattermost.faults.add('GET /users/:user_id/channels', {kind: 'refuse', status: 404, id});
    expect(await posts.channels(BACK_UP, ignore)).toEqual([]);
  });

  it('A-03 are those that it wrote itself, newest first, in threads too, however many there are', async () => {
    const {posts, id} = ownPostsAs(PLAIN);
    const other = mattermost.addBot({username: 'jitsi'}).userId;
    const root = mattermostId('root');
    const written = Array.from({length: 250}, (_, index) => ({
      id: mattermostId(`post${index}x`),
      channel_id: PLANNING,
      root_id: index % 2 === 0 ? root : '',
      user_id: [id, ANA, other][index % 3] ?? '',
      create_at: BACK_UP - 20 + index,
    }));
    mattermost.seed({posts: written});
    const own = await posts.inChannel(PLANNING, BACK_UP);
    const expected = written.filter(({user_id, create_at}) => user_id === id && create_at >= BACK_UP);
    expect(own === 'refused' ? own : own.map((post) => post.id)).toEqual(
      expected.map((post) => post.id).reverse(),
    );
  });

  it('stay unknown where the bot may not look, and while Mattermost does not answer', async () => {
    const {posts} = ownPostsAs(PLAIN);
    expect(await posts.inChannel(SECRET, BACK_UP)).toBe('refused');
    mattermost.faults.add('GET /channels/:channel_id/posts', {kind: 'refuse', status: 500});
    await expect(posts.inChannel(PLANNING, BACK_UP)).rejects.toMatchObject({code: 'chat-unavailable'});
  });
});
