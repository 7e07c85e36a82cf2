import {beforeEach, describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import {chatRefused, chatUnavailable} from '../../../../server/core/ports/port-error.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {createShareLink, type ShareLink} from '../../../../server/core/usecases/share-link.js';
import {newId} from '../../../../server/lib/new-id.js';
import {texts} from '../../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {channelId} from '../../../support/sample-card.js';

let world: FakeWorld;
let shareLink: ShareLink;
beforeEach(() => {
  world = createFakeWorld();
  shareLink = createShareLink({
    ...world,
    newId: () => newId(world.random),
    allowance: createAllowance(),
    hosts: ZOOM_HOSTS,
    confirmAbove: 2,
    restrictsDirectMessages: true,
    defaultTopic: 'Zoom meeting',
    translate: texts('en'),
  });
});

const share = (link = 'https://zoom.us/j/85512345678', isForMany = false) => {
  const person = {userId: ana.id, user: world.chat.user(ana.id), mayPostHere: false};
  return shareLink({...person, isForMany, channelId, rootId: '', link, topic: 'Planning'});
};

describe('a link that is shared', () => {
  it('is one post, and nothing that is stored or asked of Zoom', async () => {
    expect(await share()).toEqual({kind: 'shared'});
    expect([...world.chat.posts.values()]).toMatchObject([{channelId, rootId: ''}]);
    expect(world.keyValue.rows()).toEqual(createFakeWorld().keyValue.rows());
    expect(world.zoom.calls).toEqual([]);
  });

  it('is not signed, so that no restore takes it for a card that follows a meeting', async () => {
    await share();
    expect(JSON.stringify([...world.chat.posts.values()])).not.toContain('signed');
  });

  it('is asked about where many people read it, and is posted once the person knows', async () => {
    for (const name of ['ben', 'cy']) world.chat.members.add(`${channelId} ${name}`);
    expect(await share()).toEqual({kind: 'large-channel', members: 4});
    expect(world.chat.posts.size).toBe(0);
    expect(await share(undefined, true)).toEqual({kind: 'shared'});
  });

  it.each<[string, object, () => unknown]>([
    ['not in the channel', {kind: 'no-access'}, () => world.chat.members.clear()],
    ['not allowed to post', {kind: 'no-access'}, () => world.chat.silenced.add(ana.id)],
    [
      'in an archived channel',
      {kind: 'archived'},
      () =>
        world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: true, isDirect: false}),
    ],
    [
      'in a direct message with strangers',
      {kind: 'restricted'},
      () => {
        world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: false, isDirect: true});
        world.chat.strangers.add(channelId);
      },
    ],
    ['guests', {kind: 'refused'}, () => world.chat.users.set(ana.id, {...ana, isGuest: true})],
  ])('A-01 is not for people who are %s', async (_who, outcome, change) => {
    change();
    expect(await share()).toMatchObject(outcome);
    expect(world.chat.posts.size).toBe(0);
  });

  it('is for people without an address', async () => {
    world.chat.users.set(ana.id, {...ana, email: '', emailVerified: false});
    expect(await share()).toEqual({kind: 'shared'});
  });

  it('costs Mattermost nothing where it is none', async () => {
    world.chat.faults.set('isMember', () => chatUnavailable('down'));
    expect(await share('https://evil.example/j/85512345678')).toEqual({kind: 'bad-link'});
  });

  it('is posted ten times a minute at most', async () => {
    for (let times = 0; times < 10; times += 1) expect(await share()).toEqual({kind: 'shared'});
    expect(await share()).toEqual({kind: 'too-many', nextAt: world.clock.now() + 60_000});
    expect(world.chat.calls.filter((call) => call === 'createPost')).toHaveLength(10);
  });

  it.each([
    ['refuses the post', chatRefused('no'), 'chat-refused'],
    ['does not answer', chatUnavailable('down'), 'chat-unavailable'],
  ] as const)('is told of where Mattermost %s', async (_what, error, kind) => {
    world.chat.faults.set('createPost', () => error);
    expect(await share()).toEqual({kind});
    expect(world.logger.lines).toMatchObject([{level: 'error'}]);
  });
});
