import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {onEachHost} from '../support/on-each-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {createPlaces} from '../support/secret-search.js';
import {createWorld, type Reply, type World} from '../support/world.js';

/** What is asked for is shown to its host: where Mattermost shows it to them alone, else in their own messages. */
const WHERE_THEY_HAVE_TO_BE = {
  plugin: ['a passcode in a private message', 'a personal link in a direct message'],
  service: ['a passcode in a direct message', 'a personal link in a direct message'],
} as const;

onEachHost('S-12 Passcodes and personal links', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
    grantAllScopes(world.zoom);
    world.zoom.addUser({email: 'ben@example.com'});
  });
  afterAll(() => world.close());

  const places = createPlaces();
  const look = async (): Promise<void> => {
    const {host} = world;
    for (const [key, value] of await host.kv()) places.add(`a row ${key}`, value.toString());
    for (const post of await host.posts()) {
      const isHere = post.channel_id === world.channelId;
      places.add(isHere ? 'a post in the channel' : 'a direct message', JSON.stringify(post));
    }
    for (const {post} of await host.ephemeralPosts()) places.add('a private message', JSON.stringify(post));
    places.add('the log', JSON.stringify(await host.logs()));
    places.add('the audit log', JSON.stringify(await host.audits()));
    places.add('the metrics', await host.metrics());
  };
  /** Says yes where the person is asked first. */
  const confirm = async (reply: Reply, id: string): Promise<void> => {
    if (capabilities.sessions) return;
    const {integration} = buttonOf(reply, id);
    await pressButton(world, integration, {userId: world.ana, channelId: reply.post?.channel_id ?? ''});
  };

  it('of planned meetings are where they were asked for, and nowhere else', async () => {
    const {zoom} = world;
    const hostId = zoom.users.find(({email}) => email === 'ana@example.com')?.id ?? '';
    const plan = {hostId, type: 2, topic: 'Board', startTime: Date.now() + 3_600_000} as const;
    const open = zoom.addMeeting(plan);
    const registered = zoom.addMeeting({...plan, settings: {approval_type: 0}});

    await readAsAsker(world, '/zoom meetings');
    await readAsAsker(world, `/zoom join ${open.number}`);
    await readAsAsker(world, `/zoom invitation ${open.number}`);
    await confirm(await readAsAsker(world, `/zoom register ${registered.number} @ben`), 'registerPeople');
    // Others, who have nothing but the numbers.
    for (const what of ['join', 'invitation', 'register']) {
      await world.type(`/zoom ${what} ${open.number}`, {userId: world.ben});
    }
    await look();

    const tokens = registered.registrants.map(({token}) => token);
    expect(tokens).toHaveLength(1);
    const found = places.find({
      'a personal link': tokens,
      'a passcode': [open.encryptedPassword.replace(/\.1$/, '')],
    });
    expect(found).toEqual([...WHERE_THEY_HAVE_TO_BE[capabilities.sessions ? 'plugin' : 'service']]);
    const toBen = (await world.host.posts()).filter(({message}) => message.includes('has registered you'));
    expect(toBen).toHaveLength(1);
  });
});
