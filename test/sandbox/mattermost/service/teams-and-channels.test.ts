import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {
  ADA,
  ANA,
  BEN,
  type ChatUnderTest,
  ELSEWHERE,
  FORBIDDEN,
  OTHER_TEAM,
  refusal,
  SECRET,
  startChat,
  TEAM,
  TOWN,
} from './chat-under-test.js';

let chat: ChatUnderTest;
beforeEach(async () => {
  chat = await startChat();
});
afterEach(() => chat.close());

describe('Teams', () => {
  it('are those that the account is in; all of them a system administrator sees', async () => {
    expect(await chat.bot.getMyTeams()).toMatchObject([{id: TEAM, name: 'sales'}]);
    expect(await chat.bot.getTeam(TEAM)).toMatchObject({display_name: 'Sales'});
    expect(await refusal(chat.bot.getTeam(OTHER_TEAM))).toEqual(FORBIDDEN);
    expect(await chat.bot.getTeams()).toEqual([]);
    expect(await chat.as(ADA).getTeams()).toMatchObject([{id: TEAM}, {id: OTHER_TEAM}]);
  });

  it('take a bot in when a member adds it, and never by itself unless they are open', async () => {
    expect(await refusal(chat.bot.addToTeam(OTHER_TEAM, chat.botId))).toEqual(FORBIDDEN);
    expect(await refusal(chat.as(ANA).addToTeam(OTHER_TEAM, chat.botId))).toEqual(FORBIDDEN);
    expect(await chat.as(ADA).addToTeam(OTHER_TEAM, chat.botId)).toMatchObject({
      user_id: chat.botId,
      roles: 'team_user',
    });
    chat.mattermost.seed({teams: [{id: 'open', allow_open_invite: true}]});
    expect(await chat.bot.getTeams()).toMatchObject([{id: 'open'}]);
    await chat.bot.addToTeam('open', chat.botId);
    expect((await chat.bot.getMyTeams()).map(({id}) => id)).toEqual([TEAM, OTHER_TEAM, 'open']);
  });

  it('have administrators, whom their administrators make', async () => {
    expect(await chat.bot.getTeamMember(TEAM, 'me')).toMatchObject({scheme_admin: false});
    expect(await refusal(chat.bot.updateTeamMemberSchemeRoles(TEAM, chat.botId, true, true))).toEqual(
      FORBIDDEN,
    );
    await chat.as(ANA).updateTeamMemberSchemeRoles(TEAM, chat.botId, true, true);
    expect(await chat.bot.getTeamMember(TEAM, 'me')).toMatchObject({
      scheme_admin: true,
      scheme_user: true,
      roles: 'team_user team_admin',
    });
  });
});

describe('A channel', () => {
  it('is seen by its members, and a public one by its team', async () => {
    expect(await chat.bot.getChannel(TOWN)).toMatchObject({name: 'town-square', team_id: TEAM});
    expect(await refusal(chat.bot.getChannel(SECRET))).toEqual(FORBIDDEN);
    expect(await refusal(chat.bot.getChannel(ELSEWHERE))).toEqual(FORBIDDEN);
    expect(await chat.as(ADA).getChannel(SECRET)).toMatchObject({name: 'secret'});
    expect(await refusal(chat.bot.getChannel('nowhere'))).toEqual([
      404,
      'app.channel.get.existing.app_error',
    ]);
  });

  it('tells who is in it to its members alone, also a public one', async () => {
    expect(await refusal(chat.bot.getChannelMember(TOWN, ANA))).toEqual(FORBIDDEN);
    await chat.bot.addToChannel(chat.botId, TOWN);
    expect(await chat.bot.getChannelMember(TOWN, ANA)).toMatchObject({
      user_id: ANA,
      roles: 'channel_user',
      scheme_user: true,
    });
    expect(await refusal(chat.bot.getChannelMember(TOWN, ADA))).toEqual([
      404,
      'app.channel.get_member.missing.app_error',
    ]);
    expect(await refusal(chat.bot.getChannelMember(SECRET, ANA))).toEqual(FORBIDDEN);
    expect(await chat.as(ADA).getChannelMember(SECRET, ANA)).toMatchObject({channel_id: SECRET});
  });

  it('is joined by a bot itself when it is public and of its team; into a private one a member brings it', async () => {
    expect(await chat.bot.addToChannel(chat.botId, TOWN)).toMatchObject({channel_id: TOWN});
    expect(await refusal(chat.bot.addToChannel(chat.botId, SECRET))).toEqual(FORBIDDEN);
    expect(await refusal(chat.bot.addToChannel(chat.botId, ELSEWHERE))).toEqual(FORBIDDEN);
    expect(await refusal(chat.as(BEN).addToChannel(chat.botId, SECRET))).toEqual(FORBIDDEN);
    await chat.as(ANA).addToChannel(chat.botId, SECRET);
    expect(await chat.bot.getMyChannelMember(SECRET)).toMatchObject({user_id: chat.botId});
  });

  it('has been seen by people who viewed it or wrote in it, up to then', async () => {
    const ana = chat.as(ANA);
    const seenAt = async () => (await ana.getAllChannelsMembers(ANA)).find((one) => one.channel_id === TOWN);
    expect(await seenAt()).toMatchObject({last_viewed_at: 0});
    chat.clock.advance(1_000);
    await chat.as(BEN).createPost({channel_id: TOWN, message: 'Hello'});
    expect(await seenAt()).toMatchObject({last_viewed_at: 0});
    const now = chat.clock.now();
    expect(await ana.viewMyChannel(TOWN)).toMatchObject({last_viewed_at_times: {[TOWN]: now}});
    expect(await seenAt()).toMatchObject({last_viewed_at: now});
    chat.clock.advance(1_000);
    await ana.createPost({channel_id: TOWN, message: 'Hello Ben'});
    expect(await seenAt()).toMatchObject({last_viewed_at: chat.clock.now()});
    expect(await refusal(ana.viewMyChannel(ELSEWHERE))).toEqual(FORBIDDEN);
  });

  it('takes nobody who is not in its team, and nobody when it is archived', async () => {
    expect(await refusal(chat.as(ANA).addToChannel(ADA, TOWN))).toEqual([
      404,
      'app.team.get_member.missing.app_error',
    ]);
    chat.mattermost.seed({channels: [{id: TOWN, delete_at: 1}]});
    expect(await refusal(chat.bot.addToChannel(chat.botId, TOWN))).toEqual([
      400,
      'api.channel.add_user_to_channel.deleted.app_error',
    ]);
  });

  it('of a bot and a person is the same one each time, and the bot’s to open only for itself', async () => {
    const first = await chat.bot.createDirectChannel([chat.botId, ANA]);
    expect(first).toMatchObject({type: 'D', team_id: ''});
    expect(await chat.bot.createDirectChannel([ANA, chat.botId])).toMatchObject({id: first.id});
    expect(await refusal(chat.bot.createDirectChannel([ANA, BEN]))).toEqual(FORBIDDEN);
  });
});
