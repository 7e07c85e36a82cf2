import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {Entry, JoinableMeeting} from '../../contract/join-page.js';
import {JOIN_PAGE_PATH} from '../../contract/routes.js';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {withJoinPage} from '../support/join-page.js';
import {onEachHost} from '../support/on-each-host.js';
import type {PluginConfig} from '../support/plugin-host.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {makePass, posting, visitJoinPage} from '../support/visit-join-page.js';
import {cardState, createWorld, type World} from '../support/world.js';

/** What somebody with a pass is answered. */
type Answer<Body> = Partial<Body> & {status: number; code?: string; message?: string};

onEachHost('The page to join', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), settings: configured()});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.zoom.liftFaults();
    world = await world.anew();
  });

  const configured =
    (changes: PluginConfig = {}) =>
    (zoom: World['zoom']): PluginConfig => ({
      ...withJoinPage(changes)(zoom),
      JoinPageClientID: zoom.account.sdkClientId,
      JoinPageClientSecret: zoom.account.sdkClientSecret,
    });
  const hostId = (): string => world.zoom.users.at(-2)?.id ?? '';
  const planned = (changes: object = {}): SimulatedMeeting =>
    world.zoom.addMeeting({hostId: hostId(), type: 2, topic: 'Quarterly', startTime: Date.now(), ...changes});
  const read = async <Body>(answer: ReturnType<typeof visitJoinPage>): Promise<Answer<Body>> => {
    const {status, body} = await answer;
    return {...(JSON.parse(body.toString()) as Answer<Body>), status};
  };
  const look = (pass: string) => read<JoinableMeeting>(visitJoinPage(world, `${pass}/meeting`));
  const enter = (pass: string, body: object = {name: 'Zoe'}) =>
    read<Entry>(visitJoinPage(world, `${pass}/entries`, posting(body)));
  const getLink = (pass: string) =>
    read<{url: string; registration_url: string}>(visitJoinPage(world, `${pass}/links`, posting({})));
  /** What Zoom makes of it. @returns its code; 0: they are in */
  const joinBy = async (entry: Partial<Entry>): Promise<number | undefined> => {
    const request = {
      signature: entry.signature,
      meetingNumber: entry.meeting_number,
      passWord: entry.passcode,
      userName: entry.name,
      userEmail: entry.email,
    };
    await fetch(new URL('/sdk/join', world.zoom.url), {method: 'POST', body: JSON.stringify(request)});
    return world.zoom.sdkJoins.at(-1)?.code;
  };
  /** What Zoom said within the last minute is believed no more. */
  const afterwards = async (): Promise<void> => world.host.setPluginConfig(configured()(world.zoom));

  it('lets somebody from outside in as soon as the host has started, and the card shows them', async () => {
    await world.type('/zoom start Opening session');
    const {number} = world.zoom.meetings.at(-1) as SimulatedMeeting;
    await world.card();
    const pass = await makePass(world, String(number));
    expect(await look(pass)).toMatchObject({status: 200, state: 'waiting', topic: 'Opening session'});
    expect(await enter(pass)).toMatchObject({status: 409, code: 'not_begun'});
    world.zoom.startMeeting(number);
    await world.cardWhen((card) => cardState(card) === 'live');
    const entry = await enter(pass);
    expect(entry.status).toBe(200);
    expect(await joinBy(entry)).toBe(0);
    await world.cardWhen(({props}) => JSON.stringify(props).includes('Zoe'));
    world.zoom.endMeeting(number);
    await world.cardWhen((card) => cardState(card) === 'ended');
    expect(await look(pass)).toMatchObject({state: 'over'});
    expect(await enter(pass)).toMatchObject({status: 410, code: 'ended'});
  });

  it('A-45 keeps the passcode nowhere, and asks Zoom once for all who come within a minute', async () => {
    const {number, password, encryptedPassword} = planned();
    world.zoom.startMeeting(number);
    const pass = await makePass(world, String(number));
    const asked = (): number =>
      world.zoom.requests.filter(({method, path}) => method === 'GET' && path.endsWith(`/meetings/${number}`))
        .length;
    const before = asked();
    const entries = await Promise.all(Array.from({length: 20}, () => enter(pass)));
    expect(entries.map(({passcode}) => passcode)).toEqual(entries.map(() => password));
    expect((await getLink(pass)).url).toContain(encryptedPassword);
    expect(asked()).toBe(before + 1);
    const kept = JSON.stringify([
      [...(await world.host.kv())].map(([key, value]) => [key, value.toString()]),
      await world.host.logs(),
      await world.host.audits(),
      (await look(pass)).text,
    ]);
    for (const secret of [password, encryptedPassword, pass]) expect(kept).not.toContain(secret);
  });

  it('lets a member in as whom they are, until they leave the channel', async () => {
    await world.type('/zoom start Planning');
    const {number} = world.zoom.meetings.at(-1) as SimulatedMeeting;
    await world.card();
    world.zoom.startMeeting(number);
    await world.cardWhen((card) => cardState(card) === 'live');
    const {text} = await readAsAsker(world, `/zoom join ${number}`, {userId: world.ben});
    const ticket = new RegExp(`${JOIN_PAGE_PATH}/([\\w.-]+)`).exec(text)?.[1] ?? '';
    expect(await look(ticket)).toMatchObject({state: 'live', name: expect.stringMatching(/^ben/)});
    expect(await joinBy(await enter(ticket, {name: 'Ben'}))).toBe(0);
  });

  it('wants an address of who attends a webinar', async () => {
    const {number} = world.zoom.addWebinar({hostId: hostId(), topic: 'Launch', startTime: Date.now()});
    const pass = await makePass(world, String(number));
    const seen = await look(pass);
    expect(seen).toMatchObject({kind: 'webinar', state: 'live', asks_email: true});
    // Nothing follows it here.
    expect(seen.text).toContain('Zoom does not say whether this webinar has begun');
    expect(await enter(pass)).toMatchObject({status: 422, code: 'email_needed'});
    const entry = await enter(pass, {name: 'Zoe', email: 'zoe@example.net'});
    expect(await joinBy(entry)).toBe(3008);
    world.zoom.startWebinar(number);
    expect(await joinBy(entry)).toBe(0);
  });

  it('sends to the registration, or to Zoom, where the host has changed their mind', async () => {
    const meeting = planned();
    const pass = await makePass(world, String(meeting.number));
    world.zoom.startMeeting(meeting.number);
    world.zoom.changeMeeting(meeting.number, {settings: {approval_type: 0}});
    expect(await look(pass)).toMatchObject({state: 'registration'});
    const refused = await enter(pass);
    expect(refused).toMatchObject({status: 403, code: 'registration_first'});
    expect(refused).toHaveProperty('registration_url', (await look(pass)).registration_url);
    world.zoom.changeMeeting(meeting.number, {settings: {approval_type: 2, meeting_authentication: true}});
    await afterwards();
    expect(await look(pass)).toMatchObject({state: 'elsewhere'});
    expect(await enter(pass)).toMatchObject({status: 403, code: 'other_account'});
    expect((await getLink(pass)).url).toContain(`/j/${meeting.number}`);
  });

  it('says that it is over once it is deleted, and that Zoom does not answer while it does not', async () => {
    const {number} = planned();
    const pass = await makePass(world, String(number));
    world.zoom.fault({route: '*', fault: {kind: 'answer', status: 500}, times: 20});
    expect(await enter(pass)).toMatchObject({status: 503, code: 'zoom_unavailable'});
    world.zoom.liftFaults();
    world.zoom.deleteMeeting(number);
    await afterwards();
    expect(await look(pass)).toMatchObject({status: 200, state: 'over'});
    expect(await getLink(pass)).toMatchObject({status: 410, code: 'ended'});
  });

  it('A-44 lets nobody in by the pass of a host whose account is deactivated', async () => {
    const {number} = planned();
    world.zoom.startMeeting(number);
    const pass = await makePass(world, String(number));
    await world.host.deactivateUser(world.ana);
    expect(await enter(pass)).toMatchObject({status: 410, code: 'pass_revoked'});
  });

  it('comes with its whole script, whoever serves it', async () => {
    const page = await visitJoinPage(world, 'nobody-has-given-it-out');
    const [, source = ''] = /<script src="([^"]+)"/.exec(page.body.toString()) ?? [];
    const script = await visitJoinPage(world, source.split('/').at(-1) ?? '');
    expect([page.status, script.status]).toEqual([200, 200]);
    expect(script.body.toString()).toMatch(
      /zoom-meeting-[^]*prefers-color-scheme|prefers-color-scheme[^]*zoom-meeting-/,
    );
  });
});
