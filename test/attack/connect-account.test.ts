import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {
  answerInZoom,
  beginConnect,
  comeBack,
  confirmation,
  connect,
  createConsentWorld,
  emailOf,
} from '../support/connect-as.js';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HostPost} from '../support/plugin-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {untilInZoom} from '../support/until-in-zoom.js';
import {waitFor} from '../support/wait-for.js';
import type {World} from '../support/world.js';

onEachHost('One Zoom account for everybody', ({start, pluginDir, capabilities}) => {
  let world: World;
  let admins = 0;
  /** A system administrator of this test alone, who is one in Zoom, too. */
  let boss: string;
  let bossEmail: string;
  beforeAll(async () => {
    world = await createConsentWorld('account', {
      start,
      pluginDir: pluginDir(),
      subscribe: false,
    });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    [boss, bossEmail] = await newAdmin();
    if ((await accountRow()) !== undefined) await world.type('/zoom disconnect', {userId: boss});
  });
  const newAdmin = async (accountId?: string): Promise<[string, string]> => {
    admins += 1;
    const [id, email] = [mattermostId(`boss${admins}x`), `boss${admins}@example.com`];
    const user = {id, username: `boss${admins}`, email, roles: 'system_user system_admin'};
    await world.host.seed({users: [user], members: [{channel_id: world.channelId, user_id: id}]});
    world.zoom.addUser({email, role: 'admin', ...(accountId !== undefined && {accountId})});
    return [id, email];
  };
  const accountRow = async (): Promise<string | undefined> =>
    [(await world.host.kv()).get('grant_account')?.toString()].find((row) => row?.includes('sealed'));
  const demote = (id: string): Promise<void> => world.host.seed({users: [{id, roles: 'system_user'}]});
  /** What the bot asks in a direct message. */
  const question = (): Promise<HostPost> =>
    waitFor(world.host, async () =>
      (await world.host.posts()).findLast(({message}) =>
        message.includes('connected to another Zoom account'),
      ),
    );

  it('is connected by one administrator, and then everybody starts meetings by their own address', async () => {
    expect((await world.type('/zoom start')).text).toContain('ask your administrator to connect it');
    const {page} = await connect(world, boss, bossEmail);
    expect(page.status).toBe(200);
    const row = JSON.parse((await accountRow()) ?? '') as Record<string, unknown>;
    expect(row).toMatchObject({by: boss});
    expect(JSON.stringify(row)).not.toContain('@');
    await world.type('/zoom start Weekly planning');
    expect(world.zoom.meetings.map(({hostId}) => hostId)).toEqual([
      world.zoom.users.find(({email}) => email === emailOf(world, 'ana'))?.id,
    ]);
  });

  it('O-09 is connected by nobody else, and not by who is no administrator any more when they come back', async () => {
    const {text} = await world.type('/zoom connect');
    expect(text).toContain('Only a system administrator connects this server to Zoom');
    const journey = await beginConnect(world, boss);
    const back = await answerInZoom(journey, bossEmail);
    await demote(boss);
    const page = await comeBack(journey.browser, back);
    const line = confirmation(page);
    const said = line === undefined ? page.text : (await world.type(line, {userId: boss})).text;
    expect(said).toContain('Only a system administrator connects this server to Zoom');
    expect(await accountRow()).toBeUndefined();
    expect(world.zoom.requests.filter(({route}) => route === 'token')).toEqual([]);
  });

  it('O-09 is not touched by a plain user who opens the address of the link', async () => {
    await connect(world, boss, bossEmail);
    const before = await accountRow();
    if (capabilities.sessions) {
      const page = await world.browser({as: world.ana}).get('/plugins/zoom/oauth2/connect');
      expect([page.status, page.location]).toEqual([403, undefined]);
    }
    expect((await world.type('/zoom disconnect')).text).toContain('Only a system administrator');
    expect(await accountRow()).toBe(before);
  });

  it('is replaced by another administrator of the same Zoom account, whose predecessor Zoom is told of', async () => {
    await connect(world, boss, bossEmail);
    const [second, secondEmail] = await newAdmin();
    const first = world.zoom.consents.at(-1);
    await connect(world, second, secondEmail);
    expect(JSON.parse((await accountRow()) ?? '')).toMatchObject({by: second});
    await untilInZoom(world.zoom, () => first?.status === 'revoked');
    expect(JSON.stringify(await world.host.logs())).toContain('account-replaced');
  });

  it('asks before another Zoom account takes its place, and takes no answer of anybody else', async () => {
    world.zoom.changeAccount({isPublished: true});
    await connect(world, boss, bossEmail);
    const before = await accountRow();
    const [second, secondEmail] = await newAdmin('another-account');
    const {page} = await connect(world, second, secondEmail);
    expect(page.status).toBe(200);
    expect(await accountRow()).toBe(before);
    const asked = await question();
    expect(asked.message).toContain(secondEmail);
    const attachments = asked.props['attachments'] as unknown[];
    const {integration} = buttonOf({attachments}, 'replaceAccount');
    await pressButton(world, integration, {userId: boss});
    expect(await accountRow()).toBe(before);
    await demote(second);
    await pressButton(world, integration, {userId: second});
    expect(await accountRow()).toBe(before);
    await world.host.seed({users: [{id: second, roles: 'system_user system_admin'}]});
    await pressButton(world, integration, {userId: second});
    expect(JSON.parse((await accountRow()) ?? '')).toMatchObject({by: second});
    const after = await accountRow();
    await pressButton(world, integration, {userId: second});
    expect(await accountRow()).toBe(after);
  });

  it('O-18 is ended at once, also while Zoom is away, which is told later', async () => {
    await connect(world, boss, bossEmail);
    const consent = world.zoom.consents.at(-1);
    world.zoom.fault({route: 'revoke', fault: {kind: 'answer', status: 503}});
    expect((await world.type('/zoom disconnect', {userId: boss})).text).toContain(
      'no longer connected to Zoom',
    );
    expect((await world.type('/zoom disconnect', {userId: boss})).text).toContain(
      'This server is not connected',
    );
    expect((await world.type('/zoom start')).text).toContain('ask your administrator to connect it');
    await untilInZoom(world.zoom, () =>
      world.zoom.requests.some(({route, status}) => route === 'revoke' && status === 503),
    );
    expect(consent?.status).toBe('connected');
    const kept = [...(await world.host.kv()).keys()].filter((key) => key.startsWith('revoke_'));
    expect(kept).toHaveLength(1);
  });
});
