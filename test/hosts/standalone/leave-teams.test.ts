import {afterEach, describe, expect, it} from '@jest/globals';
import {type CommandsUnderTest, createCommandsUnderTest, TEAM} from './commands-under-test.js';

let team: CommandsUnderTest;
afterEach(() => team.mattermost.close());

describe('a team that the bot has left', () => {
  const leave = (): void =>
    team.mattermost.seed({teamMembers: [{team_id: TEAM, user_id: team.botId, left: true}]});

  it('loses the command where the bot is a system administrator, and its token counts no more', async () => {
    team = await createCommandsUnderTest('system_user system_admin');
    const {look, isGenuine} = team.addNode();
    await look();
    const {token} = team.only();
    const foreign = team.known({trigger: 'other'});
    leave();
    await look();
    await look();
    expect([team.all(), await isGenuine(token)]).toEqual([[foreign], false]);
    expect(team.logged().slice(1)).toEqual([
      'info The bot has left a team, and its command there is deleted',
    ]);
  });

  it('keeps it where the bot may not delete it any more, and the log says once who has to', async () => {
    team = await createCommandsUnderTest();
    const {look} = team.addNode();
    await look();
    leave();
    await look();
    await look();
    expect(team.all()).toHaveLength(1);
    expect(team.logged().slice(1)).toEqual([
      'warn The bot has left a team and may not delete its command there: delete it under Integrations → Slash Commands',
    ]);
  });

  it('gets it again when the bot comes back', async () => {
    team = await createCommandsUnderTest();
    const {look, isGenuine} = team.addNode();
    await look();
    leave();
    await look();
    team.mattermost.state.slashCommands.clear();
    team.mattermost.seed({teamMembers: [{team_id: TEAM, user_id: team.botId, scheme_admin: true}]});
    await look();
    expect(await isGenuine(team.only().token)).toBe(true);
  });

  it('is asked about again where Mattermost does not answer, and keeps no other team from its command', async () => {
    team = await createCommandsUnderTest('system_user system_admin');
    const {look} = team.addNode();
    await look();
    leave();
    team.mattermost.faults.add('GET /users/:user_id/teams/members', {kind: 'refuse', status: 400});
    await look();
    expect(team.logged().at(-1)).toMatch(/^warn It is not known whether a team that the bot has left/);
    team.mattermost.faults.lift();
    await look();
    expect(team.all()).toEqual([]);
  });
});
