import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import type {SlashCommandRecord} from '../../../sandbox/mattermost/records.js';
import type {CommandDefinition} from '../../../server/core/ports/host.js';
import type {ServiceRecords} from '../../../server/core/ports/service-records.js';
import {createClient} from '../../../server/hosts/standalone/mattermost/client.js';
import {createTeamCommands, type TeamCommands} from '../../../server/hosts/standalone/mattermost/commands.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {createServiceRecords} from '../../../server/outbound/store/service-records.js';
import {createCountingRandom} from '../../support/counting-random.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {createMemoryKeyValue, type MemoryKeyValue} from '../../support/memory-key-value.js';
import {noProxy} from '../../support/no-proxy.js';
import {passTimeUntil} from '../../support/pass-time-until.js';
import {createRecordingLogger, type RecordingLogger} from '../../support/recording-logger.js';

const TEAM = mattermostId('team');
const OTHER = mattermostId('other');
const BEN = mattermostId('ben');
const URL = 'https://zoom.example.org/plugins/zoom/command';
const DEFINITION: CommandDefinition = {trigger: 'zoom', hint: '', description: 'Start', subcommands: []};
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let mattermost: MattermostForService;
let clock: ManualClock;
let keyValue: MemoryKeyValue;
let logger: RecordingLogger;
let records: ServiceRecords;
let commands: TeamCommands;
let bot: {userId: string; token: string};
/** A process of the service; all of them have one store. */
const addNode = (): {commands: TeamCommands; records: ServiceRecords} => {
  const stored = createServiceRecords({keyValue, clock, random, logger});
  const {commandTokens: tokens, leases} = stored;
  const access = {url: mattermost.siteUrl, token: bot.token, findProxy: noProxy};
  const client = createClient(access, {clock: systemClock});
  return {records: stored, commands: createTeamCommands({client, tokens, leases, logger, url: URL})};
};
let random = createCountingRandom();
beforeEach(async () => {
  mattermost = await createMattermostForService();
  bot = mattermost.addBot({username: 'zoom'});
  mattermost.seed({
    users: [{id: BEN, username: 'ben'}],
    teams: [{id: TEAM, display_name: 'Sales'}],
    teamMembers: [{team_id: TEAM, user_id: bot.userId, scheme_admin: true}],
  });
  clock = createManualClock();
  keyValue = createMemoryKeyValue(clock);
  logger = createRecordingLogger();
  random = createCountingRandom();
  ({commands, records} = addNode());
});
afterEach(() => mattermost.close());

const known = (fields: Partial<SlashCommandRecord>): SlashCommandRecord => {
  const command: SlashCommandRecord = {
    id: mattermostId('command'),
    token: mattermostId('token'),
    create_at: 1,
    update_at: 1,
    delete_at: 0,
    creator_id: BEN,
    team_id: TEAM,
    trigger: 'zoom',
    method: 'P',
    username: '',
    icon_url: '',
    auto_complete: true,
    auto_complete_desc: '',
    auto_complete_hint: '',
    display_name: 'Our old Zoom',
    description: '',
    url: 'https://elsewhere.example.org/zoom',
    ...fields,
  };
  mattermost.state.slashCommands.set(command.id, command);
  return command;
};
const all = (): readonly SlashCommandRecord[] => [...mattermost.state.slashCommands.values()];
const only = (): SlashCommandRecord => {
  const [command, ...others] = all();
  if (command === undefined || others.length > 0) throw new Error(`There are ${all().length} commands`);
  return command;
};
const look = (): Promise<void> => commands.keep(DEFINITION);
const logged = (): readonly string[] => logger.lines.map(({level, message}) => `${level} ${message}`);
const isGenuine = (token: string): Promise<boolean> => records.commandTokens.isGenuine(TEAM, token);
/** What an administrator does in Mattermost. */
const regenerate = (): string => {
  const token = mattermostId(`made${all().length}`);
  mattermost.state.slashCommands.set(only().id, {...only(), token});
  return token;
};

describe('the command of a team', () => {
  it('that is somebody else’s is left alone, told once, and replaced when it is gone', async () => {
    const foreign = known({});
    await look();
    await look();
    expect(all()).toEqual([foreign]);
    const obstacle = {kind: 'foreign', title: 'Our old Zoom', owner: 'ben'};
    expect(commands.without()).toEqual([{team: 'Sales', obstacle}]);
    expect(logger.lines.filter(({message}) => message.includes('somebody else'))).toMatchObject([
      {level: 'error', fields: {name: 'Sales', command: 'Our old Zoom', owner: 'ben'}},
    ]);
    mattermost.state.slashCommands.delete(foreign.id);
    await look();
    expect(all()).toMatchObject([{creator_id: bot.userId, url: URL}]);
    expect(commands.without()).toEqual([]);
  });

  it.each([
    ['the bot made it, for another address', () => ({creator_id: bot.userId})],
    ['it leads to this service, no matter who made it', () => ({url: URL})],
  ])('is repaired where %s', async (_what, fields) => {
    const {id} = known(fields());
    await look();
    expect(all()).toMatchObject([{id, url: URL, display_name: 'Zoom'}]);
    expect(commands.without()).toEqual([]);
  });

  it('that the bot may not see, but that is in the way, is told without its owner', async () => {
    const id = 'api.command.duplicate_trigger.app_error';
    mattermost.faults.add('POST /commands', {kind: 'refuse', status: 400, id});
    await look();
    const obstacle = {kind: 'foreign', title: '/zoom', owner: undefined};
    expect(commands.without()).toEqual([{team: 'Sales', obstacle}]);
  });

  it('is looked at without a change of Mattermost or the store where all is well', async () => {
    await look();
    const [command, before] = [only(), keyValue.rows()];
    const calls = keyValue.calls.length;
    await look();
    expect([only(), keyValue.rows()]).toEqual([command, before]);
    expect(keyValue.calls.slice(calls).filter((call) => !call.startsWith('get '))).toEqual([]);
    expect(logged()).toEqual(['info A team has the command now']);
  });

  it('that somebody has deleted is registered again, and the log says so', async () => {
    await look();
    mattermost.state.slashCommands.clear();
    await look();
    expect(await isGenuine(only().token)).toBe(true);
    expect(logged().slice(1)).toEqual([
      'warn The command of a team had been deleted, and is registered again',
    ]);
  });

  it('whose token somebody has regenerated comes with the new one, and the former is dead at once', async () => {
    await look();
    const former = only().token;
    const token = regenerate();
    await look();
    expect([await isGenuine(token), await isGenuine(former)]).toEqual([true, false]);
    expect(logged().slice(1)).toEqual([
      'warn Somebody has given the command of a team a new token: it counts now, the former does not',
    ]);
  });

  it('gets a new token after thirty days of running, and the former one counts for a minute more', async () => {
    await look();
    const former = only().token;
    clock.advance(30 * DAY - 1);
    await look();
    expect(only().token).toBe(former);
    clock.advance(1);
    await look();
    const {token} = only();
    expect(token).not.toBe(former);
    expect([await isGenuine(token), await isGenuine(former)]).toEqual([true, true]);
    clock.advance(MINUTE - 1);
    expect([await isGenuine(former), await records.commandTokens.isFormer(TEAM, former)]).toEqual([
      true,
      true,
    ]);
    clock.advance(1);
    expect([await isGenuine(token), await isGenuine(former)]).toEqual([true, false]);
    expect(await records.commandTokens.isFormer(TEAM, former)).toBe(false);
    expect(logged().slice(1)).toEqual([
      'info The token of the command of a team was thirty days old, and is replaced',
    ]);
  });

  it('of a store that is new is taken over with the token that it has', async () => {
    const {token} = known({url: URL, auto_complete_desc: 'Start'});
    await look();
    expect([only().token, await isGenuine(token)]).toEqual([token, true]);
  });

  it.each([
    ['had been deleted', () => mattermost.state.slashCommands.clear()],
    ['has a token that is thirty days old', () => clock.advance(30 * DAY)],
  ])('that %s is repaired by one of two nodes that look at the same moment', async (_what, happen) => {
    await look();
    happen();
    mattermost.faults.resetCalls();
    const other = addNode();
    const looks = Promise.all([commands.keep(DEFINITION), other.commands.keep(DEFINITION)]);
    await passTimeUntil(clock, looks);
    const made = mattermost.faults.count('POST /commands');
    const renewed = mattermost.faults.count('PUT /commands/:command_id/regen_token');
    expect([made + renewed, logged().slice(1)]).toEqual([1, [expect.any(String)]]);
    for (const node of [records, other.records]) {
      expect(await node.commandTokens.isGenuine(TEAM, only().token)).toBe(true);
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
    mattermost.faults.add('POST /commands', fault);
    await look();
    await look();
    expect(commands.without()).toEqual([{team: 'Sales', obstacle}]);
    expect(logged()).toHaveLength(1);
    mattermost.faults.lift();
    await look();
    expect(commands.without()).toEqual([]);
    expect(logged().at(-1)).toBe('info The command is registered now');
  });

  it('is not taken for one because Mattermost or the store does not answer just now', async () => {
    await look();
    mattermost.faults.add('GET /commands', {kind: 'refuse', status: 400});
    await look();
    const before = commands.without();
    expect(before).toMatchObject([{obstacle: {kind: 'refused'}}]);
    mattermost.faults.lift();
    keyValue.fail();
    await look();
    expect(commands.without()).toEqual(before);
    keyValue.mend();
    await look();
    expect(commands.without()).toEqual([]);
  });

  it('that cannot be read keeps no other team from its command', async () => {
    mattermost.seed({
      teams: [{id: OTHER, display_name: 'Ops'}],
      teamMembers: [{team_id: OTHER, user_id: bot.userId, scheme_admin: true}],
    });
    await keyValue.put(`lease_${TEAM}`, 'damaged');
    await look();
    expect(all().map(({team_id}) => team_id)).toEqual([OTHER]);
    expect([commands.isIn(TEAM), commands.isIn(OTHER), commands.isIn(BEN)]).toEqual([true, true, false]);
  });
});

describe('a team that the bot has left', () => {
  const leave = (): void =>
    mattermost.seed({teamMembers: [{team_id: TEAM, user_id: bot.userId, left: true}]});

  it('loses the command where the bot is a system administrator, and its token counts no more', async () => {
    bot = mattermost.addBot({username: 'chief', roles: 'system_user system_admin'});
    mattermost.seed({teamMembers: [{team_id: TEAM, user_id: bot.userId}]});
    ({commands, records} = addNode());
    await look();
    const {token} = only();
    const foreign = known({trigger: 'other'});
    leave();
    await look();
    await look();
    expect([all(), await isGenuine(token)]).toEqual([[foreign], false]);
    expect(logged().slice(1)).toEqual(['info The bot has left a team, and its command there is deleted']);
  });

  it('keeps it where the bot may not delete it any more, and the log says once who has to', async () => {
    await look();
    leave();
    await look();
    await look();
    expect(all()).toHaveLength(1);
    expect(logged().slice(1)).toEqual([
      'warn The bot has left a team and may not delete its command there: delete it under Integrations → Slash Commands',
    ]);
  });

  it('gets it again when the bot comes back', async () => {
    await look();
    leave();
    await look();
    mattermost.state.slashCommands.clear();
    mattermost.seed({teamMembers: [{team_id: TEAM, user_id: bot.userId, scheme_admin: true}]});
    await look();
    expect(await isGenuine(only().token)).toBe(true);
  });
});
