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
import {createRecordingLogger, type RecordingLogger} from '../../support/recording-logger.js';

export const TEAM = mattermostId('team');
export const BEN = mattermostId('ben');
/** Where the commands lead. */
export const COMMAND_URL = 'https://zoom.example.org/plugins/zoom/command';
const DEFINITION: CommandDefinition = {trigger: 'zoom', hint: '', description: 'Start', subcommands: []};

/** A process of the service; all of them have one store. */
interface Node {
  commands: TeamCommands;
  records: ServiceRecords;
  /** What happens every five minutes. */
  look: () => Promise<void>;
  /** Whether a command of the team with this token is believed. */
  isGenuine: (token: string) => Promise<boolean>;
}

export interface CommandsUnderTest {
  mattermost: MattermostForService;
  clock: ManualClock;
  keyValue: MemoryKeyValue;
  logger: RecordingLogger;
  botId: string;
  addNode(): Node;
  /** A command of the team that is there already; Ben has made it, and it leads elsewhere, unless told otherwise. */
  known(fields?: Partial<SlashCommandRecord>): SlashCommandRecord;
  all(): readonly SlashCommandRecord[];
  only(): SlashCommandRecord;
  /** What was logged, level first. */
  logged(): readonly string[];
}

/** A Mattermost with a team, of which the bot is an administrator unless `roles` makes it more than that. */
export async function createCommandsUnderTest(roles = 'system_user'): Promise<CommandsUnderTest> {
  const mattermost = await createMattermostForService();
  const bot = mattermost.addBot({username: 'zoom', roles});
  mattermost.seed({
    users: [{id: BEN, username: 'ben'}],
    teams: [{id: TEAM, display_name: 'Sales'}],
    teamMembers: [{team_id: TEAM, user_id: bot.userId, scheme_admin: true}],
  });
  const clock = createManualClock();
  const keyValue = createMemoryKeyValue(clock);
  const logger = createRecordingLogger();
  const random = createCountingRandom();
  const client = createClient(
    {url: mattermost.siteUrl, token: bot.token, findProxy: noProxy},
    {clock: systemClock},
  );
  const {slashCommands} = mattermost.state;
  const all = (): readonly SlashCommandRecord[] => [...slashCommands.values()];
  return {
    mattermost,
    clock,
    keyValue,
    logger,
    botId: bot.userId,
    addNode() {
      const records = createServiceRecords({keyValue, clock, random, logger});
      const {commandTokens: tokens, leases} = records;
      const commands = createTeamCommands({client, tokens, leases, logger, url: COMMAND_URL});
      return {
        commands,
        records,
        look: () => commands.keep(DEFINITION),
        isGenuine: (token) => tokens.isGenuine(TEAM, token),
      };
    },
    known(fields = {}) {
      const command = {...FOREIGN, ...fields};
      slashCommands.set(command.id, command);
      return command;
    },
    all,
    only() {
      const [command, ...others] = all();
      if (command === undefined || others.length > 0) throw new Error(`There are ${all().length} commands`);
      return command;
    },
    logged: () => logger.lines.map(({level, message}) => `${level} ${message}`),
  };
}

const FOREIGN: SlashCommandRecord = {
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
};
