import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import type {PostContent} from '../../../server/core/domain/post-content.js';
import {createClient} from '../../../server/hosts/standalone/mattermost/client.js';
import {createPosts} from '../../../server/hosts/standalone/mattermost/posts.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {noProxy} from '../../support/no-proxy.js';

const CHANNEL = mattermostId('planning');
const content: PostContent = {type: 'custom_zoom', message: 'Look', props: {}};

describe('files over REST', () => {
  let mattermost: MattermostForService;
  let posts: ReturnType<typeof createPosts>;
  beforeEach(async () => {
    mattermost = await createMattermostForService();
    mattermost.seed({channels: [{id: CHANNEL, team_id: mattermostId('team'), type: 'P'}]});
    const bot = mattermost.addBot({username: 'zoom', roles: 'system_user system_admin'});
    const access = {url: mattermost.siteUrl, token: bot.token, findProxy: noProxy};
    posts = createPosts({client: createClient(access, {clock: systemClock}), bot: {id: bot.userId}});
  });
  afterEach(() => mattermost.close());

  it('go with a post, byte for byte, whatever their name', async () => {
    const file = {name: 'Plan & Räume.png', bytes: Buffer.from([0x89, 0x50, 0, 0xff])};
    const {postId} = await posts.createPost({channelId: CHANNEL, rootId: '', content, file});
    const [kept] = [...mattermost.state.files.values()];
    expect(kept).toMatchObject({name: file.name, channel_id: CHANNEL, post_id: postId});
    expect(Buffer.from(kept?.bytes ?? [])).toEqual(file.bytes);
    expect(mattermost.state.posts.get(postId)?.file_ids).toEqual([kept?.id]);
  });

  it.each([
    [{MaxFileSize: 3}, 'too-large'],
    [{EnableFileAttachments: false}, 'files-off'],
  ])('are named as the reason where a server with %j does not take one', async (FileSettings, because) => {
    await mattermost.setServerConfig({FileSettings});
    const file = {name: 'a.png', bytes: new Uint8Array(4)};
    const posting = posts.createPost({channelId: CHANNEL, rootId: '', content, file});
    await expect(posting).rejects.toMatchObject({code: 'file-refused', details: {because}});
    expect(mattermost.state.posts.size).toBe(0);
  });
});
