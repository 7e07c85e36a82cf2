import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {pressAndRead} from '../support/press-button.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HostUser} from '../support/plugin-host.js';
import {ADMIN, ANA, CHANNEL, createWorld, type World} from '../support/world.js';

onEachHost('Who may start a meeting', ({start, pluginDir, capabilities}) => {
  let world: World;
  let people = 0;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterAll(() => world.close());

  /** Somebody new in the channel, whom Zoom knows. */
  const somebody = async (user: Partial<HostUser> = {}): Promise<string> => {
    people += 1;
    const id = mattermostId(`person${people}x`);
    const email = user.email ?? `${id}@example.com`;
    await world.host.seed({
      users: [{id, username: id, email, ...user}],
      members: [{channel_id: CHANNEL, user_id: id}],
    });
    world.zoom.addUser({email});
    return id;
  };
  /** Somebody new, alone in a channel: no other meeting is in their way. */
  const alone = async (user: Partial<HostUser> = {}): Promise<{userId: string; channelId: string}> => {
    const userId = await somebody(user);
    const channelId = mattermostId(`alone${people}x`);
    await world.host.seed({channels: [{id: channelId}], members: [{channel_id: channelId, user_id: userId}]});
    return {userId, channelId};
  };
  /** What they read, and that Zoom was not asked. */
  const refusalOf = async (userId: string, channelId = CHANNEL, how = {}): Promise<string> => {
    const before = world.zoom.requests.length;
    const {text} = await world.type('/zoom start', {userId, channelId, ...how});
    expect(world.zoom.requests.length).toBe(before);
    return text;
  };

  it('S-07 guests, bots, deactivated people and people of other servers are refused by a text of their own', async () => {
    const texts = [
      await refusalOf(await somebody({roles: 'system_guest'})),
      await refusalOf(await somebody({is_bot: true})),
      await refusalOf(await somebody({delete_at: 1})),
      await refusalOf(await somebody({remote_id: 'another-server'})),
    ];
    expect(texts.map((text) => text.split(/[ ,.]/)[0])).toEqual(['Guests', 'Bots', 'Your', 'You']);
  });

  it('S-08 an unconfirmed address is refused and shown, with who can change that; an admin gets the setting', async () => {
    const email = 'ceo@example.com';
    const text = await refusalOf(await somebody({email, email_verified: false}));
    const adminId = await somebody({email_verified: false, roles: 'system_user system_admin'});
    const adminText = await refusalOf(adminId);
    if (capabilities.settingsPage) {
      expect(text).toContain('Mattermost has not confirmed that `ceo@example.com` is yours. Confirm it in');
      expect(adminText).toContain('/admin_console/plugins/plugin_zoom');
      return;
    }
    // Mattermost tells a service of no confirmation, so confirming it would change nothing.
    expect(text).toContain('Mattermost does not tell the Zoom service whether `ceo@example.com` is yours');
    expect(text).toContain('you cannot change that yourself. Ask your administrator');
    expect(adminText).toContain('Give the Zoom bot the role of a system administrator');
    for (const each of [text, adminText]) {
      expect(each).toContain('`TrustUnverifiedEmails`');
      expect(each).not.toContain('Profile');
    }
  });

  it('counts an address that single sign-on owns, but not that of GitLab', async () => {
    const saml = await somebody({auth_service: 'saml', email_verified: false});
    const channelId = mattermostId('saml');
    await world.host.seed({channels: [{id: channelId}], members: [{channel_id: channelId, user_id: saml}]});
    expect((await world.type('/zoom start', {userId: saml, channelId})).text).toContain(
      'Your meeting is in the channel',
    );
    expect(await refusalOf(await somebody({auth_service: 'gitlab'}))).toMatch(
      /has not confirmed|does not tell/,
    );
  });

  it('S-05 an archived channel, a read-only channel and a channel of others are refused', async () => {
    const archived = mattermostId('archived');
    const readOnly = mattermostId('readonly');
    await world.host.seed({
      channels: [{id: archived, delete_at: 1}, {id: readOnly}],
      members: [
        {channel_id: archived, user_id: ANA},
        {channel_id: readOnly, user_id: ANA, permissions: ['read_channel']},
      ],
    });
    if (!capabilities.sessions) {
      // Mattermost passes no command on from there.
      for (const channelId of [archived, readOnly, mattermostId('nowhere')]) {
        await expect(world.type('/zoom start', {channelId})).rejects.toThrow();
      }
      expect(world.zoom.meetings).toHaveLength(1);
      return;
    }
    // What somebody types, Mattermost does not pass on from there either; what another plugin runs for them, it does.
    const how = {byPlugin: true};
    expect(await refusalOf(ANA, archived, how)).toContain('archived');
    const noAccess = await refusalOf(ANA, readOnly, how);
    expect(noAccess).toContain('You cannot post in this channel');
    expect(await refusalOf(ANA, mattermostId('nowhere'), how)).toBe(noAccess);
  });

  it('strangers who share no team may not start in their direct message, where the server keeps them apart', async () => {
    const stranger = await somebody();
    const direct = mattermostId('direct');
    await world.host.seed({
      channels: [{id: direct, type: 'D', team_id: '', name: [ANA, stranger].sort().join('__')}],
      members: [
        {channel_id: CHANNEL, user_id: stranger, left: true},
        ...[ANA, stranger].map((user_id) => ({channel_id: direct, user_id})),
      ],
    });
    await world.host.setServerConfig({TeamSettings: {RestrictDirectMessage: 'team'}});
    expect(await refusalOf(ANA, direct)).toContain('only people who share a team');
    await world.host.setServerConfig({TeamSettings: {RestrictDirectMessage: 'any'}});
    expect((await world.type('/zoom start', {channelId: direct})).text).toContain(
      'Your meeting is in the channel',
    );
  });

  it('is not fooled by an administrator’s permissions: who is no member may not start', async () => {
    const foreign = mattermostId('foreign');
    await world.host.seed({channels: [{id: foreign, type: 'D'}]});
    expect(await refusalOf(ADMIN, foreign)).toContain(
      capabilities.sessions ? 'You cannot post in this channel' : 'Mattermost does not confirm that you are',
    );
  });

  it('says the exact sentence when Zoom does not know the address, then the address and what to do', async () => {
    const id = mattermostId('unknown');
    await world.host.seed({
      users: [{id, username: 'unknown', email: 'unknown@example.com'}],
      members: [{channel_id: CHANNEL, user_id: id}],
    });
    const answer = await world.type('/zoom start', {userId: id});
    expect(answer.post?.type ?? answer.responseType).toMatch(/ephemeral$/);
    expect(answer.text).toBe(
      'We could not verify your Mattermost account in Zoom. Please ensure that your Mattermost email address matches your Zoom email address.\nMattermost knows you as `unknown@example.com`. This server belongs to the Zoom account ' +
        `\`${world.zoom.account.id}\`: use the same address there, or ask its administrator to add it. If you have a Zoom link of your own, \`/zoom share LINK\` posts it here.`,
    );
    expect(world.zoom.meetings.some(({hostId}) => hostId === id)).toBe(false);
  });

  it('offers who is not in Zoom to try again, and starts the meeting once they are', async () => {
    const userId = mattermostId('latecomer');
    const channelId = mattermostId('lateroom');
    await world.host.seed({
      users: [{id: userId, username: 'latecomer', email: 'latecomer@example.com'}],
      channels: [{id: channelId}],
      members: [{channel_id: channelId, user_id: userId}],
    });
    const answer = await world.type('/zoom start Late planning', {userId, channelId});
    const again = await pressAndRead(world, answer, 'tryAgain', {userId});
    expect(again.text).toContain('Mattermost knows you as `latecomer@example.com`.');
    world.zoom.addUser({email: 'latecomer@example.com'});
    // The button outlives the process; what that remembers of Zoom is gone.
    await world.host.deactivate();
    await world.host.activate();
    const started = await pressAndRead(world, again, 'tryAgain', {userId});
    expect(started.text).toContain('Your meeting is in the channel');
    expect((await world.card(channelId)).props['meeting_topic']).toBe('Late planning');
  }, 60_000);

  it('refuses a Zoom user who is not active, or answered under another address', async () => {
    const cases = [{status: 'pending'}, {email: 'other@example.com'}, {account_id: 'another'}];
    for (const fields of cases) {
      const userId = await somebody();
      world.zoom.fault({route: 'find-user', fault: {kind: 'change', fields}});
      const {text} = await world.type('/zoom start', {userId});
      expect(text).toContain('We could not verify your Mattermost account in Zoom.');
    }
  });

  it.each([0, '0', false, 'no'])('lets `verified` decide nothing, whatever it says: %j', async (verified) => {
    const place = await alone();
    world.zoom.fault({route: 'find-user', fault: {kind: 'change', fields: {verified}}});
    const {text} = await world.type('/zoom start', place);
    expect(text).toContain('Your meeting is in the channel');
  });

  it.each(['ana@intranet', 'jörg@müller.example', 'team/a@example.org'])(
    'looks up every address that Mattermost takes: %s',
    async (email) => {
      const place = await alone();
      await world.host.seed({users: [{id: place.userId, email: `not-${email}`}]});
      expect((await world.type('/zoom start', place)).text).toContain(
        `Mattermost knows you as \`not-${email}\``,
      );
      await world.host.seed({users: [{id: place.userId, email}]});
      world.zoom.addUser({email});
      expect((await world.type('/zoom start', place)).text).toContain('Your meeting is in the channel');
    },
  );

  it('tells who has an address that Zoom cannot have that Zoom does not know it, and asks nothing', async () => {
    const userId = await somebody();
    await world.host.seed({users: [{id: userId, email: '"a/../b"@example.org'}]});
    expect(await refusalOf(userId)).toContain('We could not verify your Mattermost account in Zoom.');
  });

  it('lets a field that Zoom’s answer lacks refuse nothing', async () => {
    const userId = await somebody();
    const fields = {email: null, status: null, account_id: null};
    world.zoom.fault({route: 'find-user', fault: {kind: 'change', fields}});
    expect((await world.type('/zoom start', {userId})).text).toContain('Your meeting is in the channel');
  });
});
