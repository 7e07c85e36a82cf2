import type {Command} from '@mattermost/types/integrations';
import type {Team} from '@mattermost/types/teams';
import type {UserProfile} from '@mattermost/types/users';
import {ROUTES_PATH} from '../../../../contract/routes.js';
import {readSwitch} from '../../../core/domain/settings-schema.js';
import {COMMAND_PATH} from '../../../core/domain/site.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {Host} from '../../../core/ports/host.js';
import type {CommandTokens, ServiceRecords} from '../../../core/ports/service-records.js';
import {proxyOfEnvironment} from '../../../network/find-proxy.js';
import {meaningOf} from '../../chat-answers.js';
import {askBotState} from '../mattermost/ask-bot-state.js';
import {type Bot, toBot} from '../mattermost/bot.js';
import {createClient, type MattermostClient} from '../mattermost/client.js';
import {lastBotName} from '../mattermost/last-bot-name.js';
import {foreignCommand, isOwnCommand} from '../mattermost/own-command.js';
import {RestError} from '../mattermost/rest-error.js';
import type {Config} from '../read-config.js';
import {POSTS_EVERYWHERE} from './bot-account.js';
import type {CheckLine, ShowLine} from './check-line.js';
import {mattermostLine} from './mattermost-findings.js';
import {judgeVersion} from './judge-version.js';

interface CheckMattermostDeps {
  clock: Clock;
  environment: Host['environment'];
  records: Pick<ServiceRecords, 'botAccount' | 'commandTokens'>;
}

/**
 * Says for each thing that Mattermost has to allow whether it does.
 * @returns the bot, if all that follows can be tried
 */
export async function checkMattermost(
  {service, settings}: Config,
  {records, ...deps}: CheckMattermostDeps,
  show: ShowLine,
): Promise<{client: MattermostClient; bot: Bot} | undefined> {
  const {MattermostURL: url, MattermostToken: token} = service;
  const findProxy = proxyOfEnvironment(deps.environment);
  const client = createClient({url, token, findProxy}, deps);
  const anybody = createClient({url, token: '', findProxy}, deps);
  const me = await findBot({client, anybody, botAccount: records.botAccount}, show);
  if (me === undefined) return undefined;
  const bot = toBot(me);
  const config: Readonly<Record<string, string>> = {...(await client.api.getClientConfig())};
  show(judgeVersion(config['Version'] ?? ''));
  const postsEverywhere = bot.isAdmin || me.roles.split(' ').includes(POSTS_EVERYWHERE);
  show(mattermostLine(postsEverywhere ? 'posts.everywhere' : 'posts.asMember'));
  const trustsAll = readSwitch(settings['TrustUnverifiedEmails']) === true;
  show(peopleLine({isAdmin: bot.isAdmin, trustsAll, showsEmail: config['ShowEmailAddress'] !== 'false'}));
  show(answersLine(config));
  const commandUrl = `${service.ServiceURL}${ROUTES_PATH}${COMMAND_PATH}`;
  const {commandTokens} = records;
  (await commandLines({client, commandTokens, own: {botId: bot.id, url: commandUrl}})).forEach(show);
  return {client, bot};
}

interface FindBotParts {
  client: MattermostClient;
  anybody: MattermostClient;
  botAccount: ServiceRecords['botAccount'];
}

async function findBot(
  {client, anybody, botAccount}: FindBotParts,
  show: ShowLine,
): Promise<UserProfile | undefined> {
  try {
    const me = await client.api.getMe();
    show(mattermostLine(me.is_bot ? 'bot.works' : 'bot.person', {name: me.username}));
    return me.is_bot ? me : undefined;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    if (meaningOf(error) === 'shut-out') show(await whyOut(anybody, botAccount));
    else show(mattermostLine('bot.unanswered', {problem: error.message}));
    return undefined;
  }
}

async function whyOut(anybody: MattermostClient, botAccount: FindBotParts['botAccount']): Promise<CheckLine> {
  const name = await lastBotName(botAccount);
  const isDisabled = (await askBotState(anybody, name)) === 'disabled';
  return mattermostLine(isDisabled ? 'bot.disabled' : 'bot.refused', {name});
}

/** REST never says whether an address is confirmed, and tells only administrators how somebody signs in. */
function peopleLine(facts: {isAdmin: boolean; trustsAll: boolean; showsEmail: boolean}): CheckLine {
  const {isAdmin, trustsAll, showsEmail} = facts;
  if (!isAdmin && !showsEmail) return mattermostLine('people.hidden');
  if (trustsAll) return mattermostLine('people.everybody');
  return mattermostLine(isAdmin ? 'people.signedIn' : 'people.nobody');
}

const OVERRIDES = {
  EnablePostUsernameOverride: {what: 'a name', where: 'Enable integrations to override usernames'},
  EnablePostIconOverride: {
    what: 'a picture',
    where: 'Enable integrations to override profile picture icons',
  },
} as const;

function answersLine(config: Readonly<Record<string, string>>): CheckLine {
  const off = Object.entries(OVERRIDES).flatMap(([name, says]) => (config[name] === 'true' ? [] : [says]));
  if (off.length === 0) return mattermostLine('answers.named');
  const what = off.map((each) => each.what).join(' or ');
  return mattermostLine('answers.unnamed', {what, where: off.map((each) => each.where).join(' and ')});
}

interface CommandsParts {
  client: MattermostClient;
  commandTokens: Pick<CommandTokens, 'isGenuine'>;
  own: {botId: string; url: string};
}

async function commandLines(parts: CommandsParts): Promise<readonly CheckLine[]> {
  const teams = await parts.client.api.getMyTeams();
  if (teams.length === 0) return [mattermostLine('command.noTeam')];
  const lines: CheckLine[] = [];
  for (const team of teams) {
    const line = await commandLine(parts, team).catch((error: unknown) => refusedLine(error, team));
    // The server's word, which is the same for every team.
    if (line.finding === 'command.off') return [line];
    lines.push(line);
  }
  return lines;
}

function refusedLine(error: unknown, {display_name: team}: Pick<Team, 'display_name'>): CheckLine {
  if (!(error instanceof RestError)) throw error;
  if (error.id === 'api.command.disabled.app_error') return mattermostLine('command.off');
  if (error.status === 403) return mattermostLine('command.forbidden', {}, team);
  return mattermostLine('command.unanswered', {problem: error.message}, team);
}

async function commandLine(
  {client, commandTokens, own}: CommandsParts,
  {id, display_name: team}: Pick<Team, 'id' | 'display_name'>,
): Promise<CheckLine> {
  const known = await client.api.getCustomTeamCommands(id);
  const command: Command | undefined = known.find(({trigger}) => trigger === 'zoom');
  if (command === undefined) return mattermostLine('command.absent', {}, team);
  if (!isOwnCommand(command, own)) {
    const {title, owner} = await foreignCommand(client, command);
    const whose = owner === undefined ? 'somebody else’s' : `@${owner}’s`;
    return mattermostLine('command.foreign', {whose, command: title}, team);
  }
  if (command.url !== own.url) return mattermostLine('command.elsewhere', {}, team);
  const isKnown = await commandTokens.isGenuine(id, command.token);
  return mattermostLine(isKnown ? 'command.works' : 'command.token', {}, team);
}
