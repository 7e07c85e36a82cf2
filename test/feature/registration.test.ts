import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {GatheringSettings} from '../../sandbox/zoom/state/gathering.js';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HostPost} from '../support/plugin-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {createWorld, type World} from '../support/world.js';

onEachHost('Registering people', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });
  const planned = (settings: GatheringSettings = {approval_type: 0}): SimulatedMeeting =>
    world.zoom.addMeeting({
      hostId: world.zoom.users.at(-2)?.id ?? '',
      type: 2,
      topic: 'Quarterly',
      startTime: Date.now() + 3_600_000,
      settings,
    });
  const benName = (): string => (world.zoom.users.at(-1)?.email ?? '').split('@')[0] ?? '';
  /** Types it, and says yes where the person is asked first. */
  const register = async (rest: string): Promise<string> => {
    const reply = await readAsAsker(world, `/zoom register ${rest}`);
    if (capabilities.sessions || !reply.text.startsWith('Shall')) return reply.text;
    const {integration} = buttonOf(reply, 'registerPeople');
    const answer = await pressButton(world, integration, {
      userId: world.ana,
      channelId: reply.post?.channel_id ?? '',
    });
    const shown = (await world.host.ephemeralPosts()).map(({post}) => post.message);
    const written = (await world.host.posts()).map(({message}) => message);
    const all = [...written, ...shown, answer.body.toString()];
    return all.findLast((words) => /^(\{"ephemeral_text":")?(Registered for|Nobody)/.test(words)) ?? '';
  };
  const links = async (): Promise<readonly HostPost[]> =>
    (await world.host.posts()).filter(({message}) => message.includes('has registered you for'));

  it('gives each their own link by direct message, and shows it to nobody else', async () => {
    const before = (await links()).length;
    const meeting = planned();
    const text = await register(`${meeting.number} @${benName()} @nobody`);
    expect(text).toContain(`Registered for “Quarterly”: \`@${benName()}\``);
    expect(text).toContain('`@nobody`: nobody in this team');
    const sent = (await links()).slice(before);
    expect(sent).toHaveLength(1);
    const link = /\[Join\]\((http\S+)\)/.exec(sent[0]?.message ?? '')?.[1] ?? '';
    const token = new URL(link).searchParams.get('tk') ?? '';
    expect(token).not.toBe('');
    const kept = [[...(await world.host.kv()).values()].join(), JSON.stringify(await world.host.logs())];
    const shown = JSON.stringify(await world.host.ephemeralPosts());
    for (const place of [text, shown, ...kept]) expect(place).not.toContain(token);
    expect((await world.host.posts(world.channelId)).map(({message}) => message).join()).not.toContain(token);
  });

  it('shows the page where people register, where nobody is named', async () => {
    const {number} = planned();
    expect(await register(`${number}`)).toMatch(/^People register for “Quarterly” here, .+: http\S+$/);
  });

  it('says that nobody has to register, and who has to be approved first', async () => {
    expect(await register(`${planned({}).number} @${benName()}`)).toContain('Nobody has to register');
    expect(await register(`${planned({approval_type: 1}).number} @${benName()}`)).toContain(
      'you have to approve them in Zoom',
    );
  });

  it('A-01 is for nobody but the host', async () => {
    const {number} = planned();
    const reply = await world.type(`/zoom register ${number}`, {userId: world.ben});
    const said = [reply.text, ...(await world.host.posts()).map(({message}) => message)];
    expect(said.join()).toContain('only its host can register people');
  });
});

onEachHost(
  'Registering people where it is only claimed who types',
  ({start, pluginDir}) => {
    let world: World;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir()});
      grantAllScopes(world.zoom);
    });
    afterAll(() => world.close());

    it('A-01 is asked of the person first, whom nobody else can answer for', async () => {
      const {zoom} = world;
      zoom.addUser({email: 'ben@example.com'});
      const hostId = zoom.users.find(({email}) => email === 'ana@example.com')?.id ?? '';
      const settings = {approval_type: 0} as const;
      const meeting = zoom.addMeeting({hostId, type: 2, startTime: Date.now() + 3_600_000, settings});
      const reply = await readAsAsker(world, `/zoom register ${meeting.number} @ben`);
      expect(reply.text).toMatch(/^Shall `@ben` be registered/);
      const {integration} = buttonOf(reply, 'registerPeople');
      await pressButton(world, integration, {userId: world.ben, channelId: reply.post?.channel_id ?? ''});
      expect(meeting.registrants).toEqual([]);
    });
  },
  {lacks: ['sessions']},
);
