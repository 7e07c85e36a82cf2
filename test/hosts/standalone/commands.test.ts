import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../support/mattermost-id.js';
import {passTimeUntil} from '../../support/pass-time-until.js';
import {
  BEN,
  COMMAND_URL,
  type CommandsUnderTest,
  createCommandsUnderTest,
  TEAM,
} from './commands-under-test.js';

const OTHER = mattermostId('other');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let team: CommandsUnderTest;
let node: ReturnType<CommandsUnderTest['addNode']>;
beforeEach(async () => {
  team = await createCommandsUnderTest();
  node = team.addNode();
});
afterEach(() => team.mattermost.close());

/** What an administrator does in Mattermost. */
const regenerate = (): string => {
  const command = {...team.only(), token: mattermostId('regenerated')};
  team.mattermost.state.slashCommands.set(command.id, command);
  return command.token;
};

describe('the command of a team', () => {
  it('that is somebody else’s is left alone, told once, and replaced when it is gone', async () => {
    const foreign = team.known({});
    await node.look();
    await node.look();
    expect(team.all()).toEqual([foreign]);
    const obstacle = {kind: 'foreign', title: 'Our old Zoom', owner: 'ben'};
    expect(node.commands.without()).toEqual([{team: 'Sales', obstacle}]);
    expect(team.logger.lines.filter(({message}) => message.includes('somebody else'))).toMatchObject([
      {level: 'error', fields: {name: 'Sales', command: 'Our old Zoom', owner: 'ben'}},
    ]);
    team.mattermost.state.slashCommands.delete(foreign.id);
    await node.look();
    expect(team.all()).toMatchObject([{creator_id: team.botId, url: COMMAND_URL}]);
    expect(node.commands.without()).toEqual([]);
  });

  it.each([
    ['the bot made it, for another address', () => ({creator_id: team.botId})],
    ['it leads to this service, no matter who made it', () => ({url: COMMAND_URL})],
  ])('is repaired where %s', async (_what, fields) => {
    const {id} = team.known(fields());
    await node.look();
    expect(team.all()).toMatchObject([{id, url: COMMAND_URL, display_name: 'Zoom'}]);
    expect(node.commands.without()).toEqual([]);
  });

  it('that the bot may not see, but that is in the way, is told without its owner', async () => {
    const id = 'api.command.duplicate_trigger.app_error';
    team.mattermost.faults.add('POST /commands', {kind: 'refuse', status: 400, id});
    await node.look();
    const obstacle = {kind: 'foreign', title: '/zoom', owner: undefined};
    expect(node.commands.without()).toEqual([{team: 'Sales', obstacle}]);
  });

  it('is looked at without a change of Mattermost or the store where all is well', async () => {
    await node.look();
    const [command, before] = [team.only(), team.keyValue.rows()];
    const calls = team.keyValue.calls.length;
    await node.look();
    expect([team.only(), team.keyValue.rows()]).toEqual([command, before]);
    expect(team.keyValue.calls.slice(calls).filter((call) => !call.startsWith('get '))).toEqual([]);
    expect(team.logged()).toEqual(['info A team has the command now']);
  });

  it('that somebody has deleted is registered again, and the log says so', async () => {
    await node.look();
    team.mattermost.state.slashCommands.clear();
    await node.look();
    expect(await node.isGenuine(team.only().token)).toBe(true);
    expect(team.logged().slice(1)).toEqual([
      'warn The command of a team had been deleted, and is registered again',
    ]);
  });

  it('whose token somebody has regenerated comes with the new one, and the former is dead at once', async () => {
    await node.look();
    const former = team.only().token;
    const token = regenerate();
    await node.look();
    expect([await node.isGenuine(token), await node.isGenuine(former)]).toEqual([true, false]);
    expect(team.logged().slice(1)).toEqual([
      'warn Somebody has given the command of a team a new token: it counts now, the former does not',
    ]);
  });

  it('gets a new token after thirty days of running, and the former one counts for a minute more', async () => {
    await node.look();
    const former = team.only().token;
    team.clock.advance(30 * DAY - 1);
    await node.look();
    expect(team.only().token).toBe(former);
    team.clock.advance(1);
    await node.look();
    const {token} = team.only();
    expect(token).not.toBe(former);
    expect([await node.isGenuine(token), await node.isGenuine(former)]).toEqual([true, true]);
    team.clock.advance(MINUTE - 1);
    expect([await node.isGenuine(former), await node.records.commandTokens.isFormer(TEAM, former)]).toEqual([
      true,
      true,
    ]);
    team.clock.advance(1);
    expect([await node.isGenuine(token), await node.isGenuine(former)]).toEqual([true, false]);
    expect(await node.records.commandTokens.isFormer(TEAM, former)).toBe(false);
    expect(team.logged().slice(1)).toEqual([
      'info The token of the command of a team was thirty days old, and is replaced',
    ]);
  });

  it('of a store that is new is taken over with the token that it has', async () => {
    const {token} = team.known({url: COMMAND_URL, auto_complete_desc: 'Start'});
    await node.look();
    expect([team.only().token, await node.isGenuine(token)]).toEqual([token, true]);
  });

  it.each([
    ['had been deleted', () => team.mattermost.state.slashCommands.clear()],
    ['has a token that is thirty days old', () => team.clock.advance(30 * DAY)],
  ])('that %s is repaired by one of two nodes that look at the same moment', async (_what, happen) => {
    await node.look();
    happen();
    team.mattermost.faults.resetCalls();
    const other = team.addNode();
    const looks = Promise.all([node.look(), other.look()]);
    await passTimeUntil(team.clock, looks);
    const made = team.mattermost.faults.count('POST /commands');
    const renewed = team.mattermost.faults.count('PUT /commands/:command_id/regen_token');
    expect([made + renewed, team.logged().slice(1)]).toEqual([1, [expect.any(String)]]);
    for (const each of [node, other]) {
      expect(await each.isGenuine(team.only().token)).toBe(true);
    }
  });
});

describe('a team without the command', () => {
  it.each([
    [
      'the bot may not manage commands there',
      {kind: 'refuse', status: 403, id: 'api.context.permissions.app_error'},
      {kind: 'forbidden'},
    ],
    [
      'commands are switched off',
      {kind: 'refuse', status: 501, id: 'api.command.disabled.app_error'},
      {kind: 'disabled'},
    ],
  ] as const)('is known, and told once, where %s', async (_what, fault, obstacle) => {
    team.mattermost.faults.add('POST /commands', fault);
    await node.look();
    await node.look();
    expect(node.commands.without()).toEqual([{team: 'Sales', obstacle}]);
    expect(team.logged()).toHaveLength(1);
    team.mattermost.faults.lift();
    await node.look();
    expect(node.commands.without()).toEqual([]);
    expect(team.logged().at(-1)).toBe('info Nothing is in the way of the command of a team any more');
  });

  it('is not taken for one because Mattermost or the store does not answer just now', async () => {
    await node.look();
    team.mattermost.faults.add('GET /commands', {kind: 'refuse', status: 400});
    await node.look();
    const before = node.commands.without();
    expect(before).toMatchObject([{obstacle: {kind: 'refused'}}]);
    team.mattermost.faults.lift();
    team.keyValue.fail();
    await node.look();
    expect(node.commands.without()).toEqual(before);
    team.keyValue.mend();
    await node.look();
    expect(node.commands.without()).toEqual([]);
  });

  it.each([401, 404])(
    'is not taken for one where the answer %d says nothing of its command',
    async (status) => {
      await node.look();
      team.mattermost.faults.add('GET /commands', {kind: 'refuse', status});
      await node.look();
      expect(node.commands.without()).toEqual([]);
      expect(team.logged().at(-1)).toBe('error The command could not be looked after');
    },
  );

  it('that cannot be read keeps no other team from its command', async () => {
    team.mattermost.seed({
      teams: [{id: OTHER, display_name: 'Ops'}],
      teamMembers: [{team_id: OTHER, user_id: team.botId, scheme_admin: true}],
    });
    await team.keyValue.put(`lease_${TEAM}`, 'damaged');
    await node.look();
    expect(team.all().map(({team_id}) => team_id)).toEqual([OTHER]);
    expect([node.commands.isIn(TEAM), node.commands.isIn(OTHER), node.commands.isIn(BEN)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
