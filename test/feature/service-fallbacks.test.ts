import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {pressAndRead} from '../support/press-button.js';
import {onEachHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {
  ADMIN,
  ANA,
  BEN,
  cardState,
  connectedTo,
  createWorld,
  meetingEvent,
  sendWebhook,
  type World,
} from '../support/world.js';

/** What each difference in the table of capabilities looks like to people. */
onEachHost(
  'What a host without sessions does instead',
  ({start, pluginDir}) => {
    let world: World;
    beforeAll(async () => {
      world = await createWorld({
        start,
        pluginDir: pluginDir(),
        subscribe: false,
        botRoles: 'system_user',
        settings: (zoom) => ({...connectedTo(zoom), TrustUnverifiedEmails: true}),
      });
    });
    afterAll(() => world.close());
    const channelOf = async (name: string, type: 'O' | 'P' | 'D'): Promise<string> => {
      const id = mattermostId(name);
      await world.host.seed({
        channels: [{id, type, ...(type === 'D' && {team_id: '', name: [ANA, BEN].sort().join('__')})}],
        members: [ANA, BEN].map((user_id) => ({channel_id: id, user_id})),
      });
      return id;
    };

    it('a public channel takes the bot in, and its card follows the meeting', async () => {
      const channelId = await channelOf('public', 'O');
      await world.type('/zoom start', {channelId});
      const meeting = world.zoom.meetings.at(-1);
      if (meeting === undefined) throw new Error('no meeting was created');
      await sendWebhook(world, meetingEvent('meeting.ended', meeting));
      const card = await world.card(channelId);
      expect([card.user_id === ANA, cardState(card)]).toEqual([false, 'ended']);
    });

    it.each([
      ['a private channel', 'private', 'P'],
      ['a direct message', 'direct', 'D'],
    ] as const)('in %s that the bot cannot see nothing is done, and one reads what to do', async (...row) => {
      const [, name, type] = row;
      const channelId = await channelOf(name, type);
      const before = world.zoom.requests.length;
      const {text} = await world.type('/zoom start Plans', {channelId});
      expect(text).toMatch(/^The bot @zoom is not in this conversation.*`\/invite @zoom`/);
      expect([await world.cards(channelId), world.zoom.requests.length]).toEqual([[], before]);
    });

    it('a private channel that has invited the bot gets a card that follows the meeting', async () => {
      const channelId = await channelOf('invited', 'P');
      const [bot] = await world.host.bots();
      await world.host.seed({members: [{channel_id: channelId, user_id: bot?.user_id ?? ''}]});
      await world.type('/zoom start Plans', {channelId});
      const meeting = world.zoom.meetings.at(-1);
      if (meeting === undefined) throw new Error('no meeting was created');
      await sendWebhook(world, meetingEvent('meeting.ended', meeting));
      expect(cardState(await world.card(channelId))).toBe('ended');
    });

    it('private answers carry the name and the picture of the bot where the server lets them', async () => {
      const allowed = {EnablePostUsernameOverride: true, EnablePostIconOverride: true};
      await world.host.setServerConfig({ServiceSettings: allowed});
      const settings = await world.type('/zoom settings');
      const changed = await pressAndRead(world, settings, 'setappzoom', {userId: ANA});
      const [bot] = await world.host.bots();
      for (const post of [settings.post, changed.post]) {
        expect(post?.props).toMatchObject({
          override_username: 'zoom',
          override_icon_url: `${world.host.siteUrl}/api/v4/users/${bot?.user_id}/image`,
        });
      }
      await pressAndRead(world, changed, 'setappbrowser', {userId: ANA});
      await world.host.setServerConfig({
        ServiceSettings: {EnablePostUsernameOverride: false, EnablePostIconOverride: false},
      });
      expect((await world.type('/zoom help')).post?.props).not.toHaveProperty('override_username');
    });

    it('a press shows in the thread in which the command was typed', async () => {
      const channelId = await channelOf('threads', 'O');
      const root = mattermostId('threadroot');
      await world.host.seed({posts: [{id: root, channel_id: channelId, user_id: BEN, message: 'Shall we?'}]});
      const settings = await world.type('/zoom settings', {channelId, rootId: root});
      await world.type('/zoom help', {channelId});
      const changed = await pressAndRead(world, settings, 'setopenoff', {userId: ANA});
      expect(changed.post).toMatchObject({channel_id: channelId, root_id: root});
      await pressAndRead(world, changed, 'setopenon', {userId: ANA});
    });

    it('what people choose is kept by the product itself', async () => {
      const settings = await world.type('/zoom settings');
      const changed = await pressAndRead(world, settings, 'setopenoff', {userId: ANA});
      expect(changed.text).toContain('A meeting that you start does not open by itself.');
      const {gotoLocation} = await world.type('/zoom start', {channelId: await channelOf('chosen', 'O')});
      expect(gotoLocation).toBe('');
    });

    it('/zoom doctor prints the list to an administrator, with the address of the service', async () => {
      const {text} = await world.type('/zoom doctor', {userId: ADMIN});
      expect(text).toContain('How Zoom is set up');
      expect(text).toContain('Change it in the configuration of the service');
      expect(text).toContain(new URL(world.host.routesUrl).origin);
    }, 30_000);

    it('who cannot confirm an address to a service reads who can change that, and so does an administrator', async () => {
      world.zoom.addUser({email: 'admin@example.com'});
      await world.host.setPluginConfig(connectedTo(world.zoom));
      const {text} = await world.type('/zoom start', {channelId: await channelOf('unconfirmed', 'O')});
      const doctor = await world.type('/zoom doctor', {userId: ADMIN});
      await world.host.setPluginConfig({...connectedTo(world.zoom), TrustUnverifiedEmails: true});
      expect(text).toContain(
        'you cannot change that yourself. Ask your administrator: they can give the Zoom bot',
      );
      expect(doctor.text).toContain(
        'Mattermost does not tell this service whether it is yours. Give the Zoom bot',
      );
      for (const each of [text, doctor.text]) expect(each).not.toContain('Profile');
    }, 30_000);

    it('a team that the bot joins later gets the command as soon as the bot may make it', async () => {
      const team = mattermostId('later');
      const [bot] = await world.host.bots();
      const member = {team_id: team, user_id: bot?.user_id ?? ''};
      await world.host.seed({users: [{id: member.user_id, roles: 'system_user'}], teams: [{id: team}]});
      const told = async (words: string) =>
        waitFor(world.host, async () =>
          (await world.host.logs()).some(({message}) => message.includes(words)) ? true : undefined,
        );
      // Mattermost tells a new member twice.
      await world.host.seed({
        teamMembers: [{...member, left: true}, member, {...member, left: true}, member],
      });
      await told('make the bot an administrator of the team');
      await world.host.seed({teamMembers: [{...member, scheme_admin: true}]});
      await told('Nothing is in the way of the command of a team any more');
      const made = (await world.host.commands()).filter(({team_id}) => team_id === team);
      expect(made).toHaveLength(1);
      const refusals = (await world.host.logs()).filter(({message}) => message.includes('make the bot'));
      expect(refusals).toHaveLength(1);
    });
  },
  {lacks: ['sessions']},
);
