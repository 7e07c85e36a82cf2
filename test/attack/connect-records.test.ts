import {createHash} from 'node:crypto';
import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {
  answerInZoom,
  beginConnect,
  comeBack,
  confirmation,
  connect,
  createConsentWorld,
  emailOf,
  type Journey,
} from '../support/connect-as.js';
import {onEachHost} from '../support/on-each-host.js';
import type {World} from '../support/world.js';

const UNREADABLE = 'A record that is needed here cannot be read';

/** What is stored on the way to a connection, where it is too old, cut in half, or was put in another’s place. */
onEachHost('A record of connecting', ({start, pluginDir, capabilities}) => {
  let world: World;
  let email: string;
  beforeAll(async () => {
    world = await createConsentWorld('user', {
      start,
      pluginDir: pluginDir(),
      subscribe: false,
    });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    email = emailOf(world, 'ana');
  });
  /** None of it was a mistake of ours. */
  afterEach(async () => {
    expect(await world.host.pluginPid()).toBeDefined();
    expect((await world.host.logs()).filter(({message}) => message.includes('A request failed'))).toEqual([]);
  });

  const stored = async (key: string): Promise<string> => String((await world.host.kv()).get(key));
  const put = (key: string, text: string): Promise<void> => world.host.seed({kv: {[key]: text}});
  /** Cut in half: what is left of it. */
  const cut = async (key: string): Promise<string> => {
    const whole = await stored(key);
    const half = whole.slice(0, whole.length / 2);
    await put(key, half);
    return half;
  };
  const change = async (key: string, changes: object): Promise<void> =>
    put(key, JSON.stringify({...(JSON.parse(await stored(key)) as object), ...changes}));
  const stateRow = ({zoom}: Pick<Journey, 'zoom'>): string => {
    const state = new URL(zoom).searchParams.get('state') ?? '';
    return `oauth_state_${createHash('sha256').update(state).digest('hex')}`;
  };
  const exchanges = (): number => world.zoom.requests.filter(({route}) => route === 'token').length;
  const grantOf = async (userId: string): Promise<string | undefined> =>
    (await world.host.kv()).get(`grant_${userId}`)?.toString();
  /** Opens what Zoom leads back to, after something has become of the records. */
  const comeBackAfter = async (change_: (journey: Journey) => Promise<unknown>) => {
    const journey = await beginConnect(world, world.ana);
    const back = await answerInZoom(journey, email);
    await change_(journey);
    return comeBack(journey.browser, back);
  };

  it('O-04 of an attempt is good for five minutes, and no second longer', async () => {
    const at = (ago: number) => (journey: Journey) => change(stateRow(journey), {at: Date.now() - ago});
    const late = await comeBackAfter(at(301_000));
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('This link is too old')]);
    expect(exchanges()).toBe(0);
    expect((await comeBackAfter(at(240_000))).status).toBe(200);
  });

  it('O-04 of an attempt that is cut in half leads to a page that says so, and no exchange', async () => {
    const page = await comeBackAfter((journey) => cut(stateRow(journey)));
    expect([page.status, page.text]).toEqual([503, expect.stringContaining(UNREADABLE)]);
    expect([exchanges(), await grantOf(world.ana)]).toEqual([0, undefined]);
  });

  it('O-03 of an attempt is worth nothing for another person, or for another state', async () => {
    const [other, theirs] = [await beginConnect(world, world.ben), await beginConnect(world, world.ana)];
    const back = await answerInZoom(theirs, email);
    // Somebody who can write to the store has not got the key.
    const {sealed} = JSON.parse(await stored(stateRow(other))) as {sealed: string};
    await change(stateRow(theirs), {sealed});
    const page = await comeBack(theirs.browser, back);
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('This link is too old')]);
    expect([exchanges(), await grantOf(world.ana)]).toEqual([0, undefined]);
  });

  it('of where it was asked that is cut in half keeps nobody from connecting', async () => {
    await world.type('/zoom start Weekly planning');
    await cut(`connect_asked_${world.ana}`);
    expect((await world.type('/zoom connect')).text).not.toContain(UNREADABLE);
    expect((await connect(world, world.ana, email)).said).toContain('connected');
    expect(await grantOf(world.ana)).toBeDefined();
  });

  it('of whose a Zoom user is that is cut in half connects nobody, and stays', async () => {
    await connect(world, world.ben, emailOf(world, 'ben'));
    const keys = [...(await world.host.kv())].filter(([, value]) => value.includes(world.ben));
    const [key = ''] = keys.map(([name]) => name).filter((name) => name.startsWith('zoom_user_'));
    const half = await cut(key);
    const {said} = await connect(world, world.ana, emailOf(world, 'ben'));
    expect(said).toContain(UNREADABLE);
    expect([await grantOf(world.ana), await stored(key)]).toEqual([undefined, half]);
  });

  it('of a connection that is cut in half starts nothing, stays, and can be ended and made anew', async () => {
    await connect(world, world.ana, email);
    const half = await cut(`grant_${world.ana}`);
    const before = world.zoom.requests.length;
    expect((await world.type('/zoom start')).text).toContain(
      'The record of your connection to Zoom is damaged',
    );
    expect([world.zoom.requests.length, await grantOf(world.ana)]).toEqual([before, half]);
    await world.type('/zoom disconnect');
    expect(await grantOf(world.ana)).toBeUndefined();
    expect((await connect(world, world.ana, email)).said).toContain('connected');
    expect(await grantOf(world.ana)).toBeDefined();
  });

  it('O-10 of a connection in another person’s place is no connection of theirs', async () => {
    await connect(world, world.ben, emailOf(world, 'ben'));
    await put(`grant_${world.ana}`, (await grantOf(world.ben)) ?? '');
    const before = world.zoom.requests.length;
    expect((await world.type('/zoom start')).text).toContain('can no longer be decrypted on this server');
    expect(world.zoom.requests).toHaveLength(before);
    await world.type('/zoom start', {userId: world.ben});
    await world.card();
  });

  if (!capabilities.sessions) {
    /** A code of Zoom’s that waits for its person: what they have to type. */
    const park = async (): Promise<string> => {
      const journey = await beginConnect(world, world.ana);
      return confirmation(await comeBack(journey.browser, await answerInZoom(journey, email))) ?? '';
    };

    it('of Zoom’s answer is good for five minutes, and only whole', async () => {
      const key = `connect_code_${world.ana}`;
      const line = await park();
      await change(key, {at: Date.now() - 301_000});
      expect((await world.type(line)).text).toContain('This code confirms nothing');
      const another = await park();
      await cut(key);
      expect((await world.type(another)).text).toContain(UNREADABLE);
      expect([exchanges(), await grantOf(world.ana)]).toEqual([0, undefined]);
    });

    it('of Zoom’s answer is worth nothing in another person’s place', async () => {
      const line = await park();
      await put(`connect_code_${world.ben}`, await stored(`connect_code_${world.ana}`));
      expect((await world.type(line, {userId: world.ben})).text).toContain('This code confirms nothing');
      expect([exchanges(), await grantOf(world.ben)]).toEqual([0, undefined]);
    });
  }
});
