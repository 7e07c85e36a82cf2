import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import type {SlashCommandRecord} from '../../../sandbox/mattermost/records.js';
import type {CommandDefinition} from '../../../server/core/ports/host.js';
import {createClient} from '../../../server/hosts/standalone/mattermost/client.js';
import {createTeamCommands, type TeamCommands} from '../../../server/hosts/standalone/mattermost/commands.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {createRecordingLogger, type RecordingLogger} from '../../support/recording-logger.js';
import {noProxy} from '../../support/no-proxy.js';

const TEAM = mattermostId('team');
const BEN = mattermostId('ben');
const URL = 'https://zoom.example.org/plugins/zoom/command';
const DEFINITION: CommandDefinition = {trigger: 'zoom', hint: '', description: 'Start', subcommands: []};

let mattermost: MattermostForService;
let logger: RecordingLogger;
let commands: TeamCommands;
let botId: string;
beforeEach(async () => {
  mattermost = await createMattermostForService();
  const bot = mattermost.addBot({username: 'zoom'});
  botId = bot.userId;
  mattermost.seed({
    users: [{id: BEN, username: 'ben'}],
    teams: [{id: TEAM, display_name: 'Sales'}],
    teamMembers: [{team_id: TEAM, user_id: botId, scheme_admin: true}],
  });
  logger = createRecordingLogger();
  commands = createTeamCommands({
    client: createClient(
      {url: mattermost.siteUrl, token: bot.token, findProxy: noProxy},
      {clock: systemClock},
    ),
    tokens: {settle: async () => undefined},
    logger,
    url: URL,
  });
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

describe('the command of a team', () => {
  it('that is somebody else’s is left alone, told once, and replaced when it is gone', async () => {
    const foreign = known({});
    expect(await commands.register(DEFINITION)).toEqual([TEAM]);
    expect(await commands.register(DEFINITION)).toEqual([TEAM]);
    expect(all()).toEqual([foreign]);
    expect(commands.foreign()).toEqual([{team: 'Sales', title: 'Our old Zoom', owner: 'ben'}]);
    expect(logger.lines.filter(({message}) => message.includes('somebody else'))).toMatchObject([
      {level: 'error', fields: {name: 'Sales', command: 'Our old Zoom', owner: 'ben'}},
    ]);
    mattermost.state.slashCommands.delete(foreign.id);
    expect(await commands.register(DEFINITION)).toEqual([]);
    expect(all()).toMatchObject([{creator_id: botId, url: URL}]);
    expect(commands.foreign()).toEqual([]);
  });

  it.each([
    ['the bot made it, for another address', () => ({creator_id: botId})],
    ['it leads to this service, no matter who made it', () => ({url: URL})],
  ])('is repaired where %s', async (_what, fields) => {
    const {id} = known(fields());
    expect(await commands.register(DEFINITION)).toEqual([]);
    expect(all()).toMatchObject([{id, url: URL, display_name: 'Zoom'}]);
  });

  it('that the bot may not see, but that is in the way, is told without its owner', async () => {
    mattermost.faults.add('POST /commands', {
      kind: 'refuse',
      status: 400,
      id: 'api.command.duplicate_trigger.app_error',
    });
    expect(await commands.register(DEFINITION)).toEqual([TEAM]);
    expect(commands.foreign()).toEqual([{team: 'Sales', title: '/zoom', owner: undefined}]);
  });
});
