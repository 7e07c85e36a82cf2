import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {onEachHost} from '../support/on-each-host.js';
import {buttonsOf, pressAndRead, pressButton} from '../support/press-button.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {createWorld, type World} from '../support/world.js';

const HOUR = 3_600_000;

onEachHost('The meetings of a day', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });
  const zoomIdOf = (who: 'ana' | 'ben'): string => world.zoom.users.at(who === 'ana' ? -2 : -1)?.id ?? '';
  const emailOf = (who: 'ana' | 'ben'): string => world.zoom.users.at(who === 'ana' ? -2 : -1)?.email ?? '';
  const planned = (topic: string, changes: object = {}): SimulatedMeeting =>
    world.zoom.addMeeting({
      hostId: zoomIdOf('ana'),
      type: 2,
      topic,
      startTime: Date.now() + HOUR,
      duration: 30,
      ...changes,
    });

  it('are none where nothing is planned', async () => {
    expect((await world.type('/zoom meetings')).text).toContain('You host nothing in Zoom within a day');
  });

  it('are those that one hosts and is invited to, each with its time and the way in', async () => {
    planned('Own');
    planned('Invited', {
      hostId: zoomIdOf('ben'),
      startTime: Date.now() + 3 * HOUR,
      settings: {meeting_invitees: [{email: emailOf('ana')}]},
    });
    planned('Of others', {hostId: zoomIdOf('ben')});
    const {text} = await readAsAsker(world, '/zoom meetings');
    const [title, ...lines] = text.split('\n');
    expect(title).toBe('**Your meetings within a day**');
    expect(lines).toEqual([
      expect.stringMatching(/^- .+ UTC · “Own” · 30 minutes · you host it · \[Join\]\(http\S+\)$/),
      expect.stringMatching(/^- .+ UTC · “Invited” · 30 minutes · you are invited · \[Join\]\(http\S+\)$/),
    ]);
  });

  it('say which of one’s own are planned for the same time, and what Zoom allows', async () => {
    planned('One');
    planned('Two', {startTime: Date.now() + HOUR + 600_000});
    const {text} = await readAsAsker(world, '/zoom meetings');
    expect(text.match(/at the same time as another one/g)).toHaveLength(2);
    expect(text).toContain('Zoom lets you run one meeting at a time');
  });

  it('begin with those that run here', async () => {
    planned('Later');
    await world.type('/zoom start Running');
    world.zoom.startMeeting(world.zoom.meetings.at(-1)?.number ?? 0);
    await world.zoom.webhooksSettled();
    const {text} = await readAsAsker(world, '/zoom meetings');
    expect(text.split('\n')[1]).toMatch(/^- \*\*now\*\* · “Running”/);
  });

  it('have a button for the host, with which one of them is started', async () => {
    planned('Own');
    const reply = await readAsAsker(world, '/zoom meetings');
    const [button] = buttonsOf(reply);
    expect(buttonsOf(reply).map(({name}) => name)).toEqual(['Start as host', 'Post here']);
    const before = new Set((await world.host.posts()).map(({id}) => id));
    if (capabilities.privatePosts) {
      const {text} = await pressAndRead(world, reply, button?.id ?? '', {userId: world.ana});
      expect(text).toMatch(/^Start “Own” as host: \[Open Zoom\]\(http\S+zak=\S+\)/);
      expect((await world.host.posts()).filter(({id}) => !before.has(id))).toEqual([]);
    } else {
      await pressAndRead(world, reply, button?.id ?? '', {userId: world.ana}).catch(() => undefined);
      const sent = (await world.host.posts()).find(({message}) => message.includes('/host?ticket='));
      const ticket = /\((http\S+ticket=[^)]+)\)/.exec(sent?.message ?? '')?.[1] ?? '';
      const path = ticket.replace(world.host.routesUrl, '');
      const entered = await world.host.http({method: 'POST', path});
      expect([entered.status, new Map(entered.headers).get('location')]).toEqual([
        303,
        expect.stringContaining('zak='),
      ]);
    }
  });

  it('become a card where they were asked for, with one press', async () => {
    planned('Own');
    const reply = await readAsAsker(world, '/zoom meetings');
    const {integration} = buttonsOf(reply)[1] ?? {};
    if (integration === undefined) throw new Error('There is no button');
    await pressButton(world, integration, {userId: world.ana, channelId: world.channelId});
    expect((await world.card()).message).toContain('“Own”');
  });

  it('that still run are named to whoever starts another one elsewhere', async () => {
    await world.type('/zoom start Running');
    world.zoom.startMeeting(world.zoom.meetings.at(-1)?.number ?? 0);
    await world.zoom.webhooksSettled();
    const {channelId} = await world.newcomer();
    await world.host.seed({members: [{channel_id: channelId, user_id: world.ana}]});
    const {text} = await world.type('/zoom start Second', {channelId});
    expect(text).toContain(
      'Another meeting of yours still runs: Running. Zoom lets you run one meeting at a time',
    );
    await world.type('/zoom end');
    const {channelId: third} = await world.newcomer();
    await world.host.seed({members: [{channel_id: third, user_id: world.ana}]});
    expect((await world.type('/zoom start Third', {channelId: third})).text).not.toContain('still runs');
  });

  it('A-01 are begun by nobody else', async () => {
    planned('Own');
    const reply = await readAsAsker(world, '/zoom meetings');
    const [button] = buttonsOf(reply);
    const pressed = await pressAndRead(world, reply, button?.id ?? '', {userId: world.ben}).catch(
      () => undefined,
    );
    expect(pressed?.text ?? '').not.toContain('zak=');
  });
});
