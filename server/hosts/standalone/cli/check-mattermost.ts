import type {Team} from '@mattermost/types/teams';
import {COMMAND_PATH} from '../../../core/domain/site.js';
import {readSwitch} from '../../../core/domain/settings-schema.js';
import type {SetupLine} from '../../../core/ports/application.js';
import type {Clock} from '../../../core/ports/clock.js';
import {ROUTES_PATH} from '../../../../contract/routes.js';
import type {Host} from '../../../core/ports/host.js';
import {proxyOfEnvironment} from '../../../network/find-proxy.js';
import {type Bot, toBot} from '../mattermost/bot.js';
import {createClient, type MattermostClient} from '../mattermost/client.js';
import {foreignCommand, isOwnCommand} from '../mattermost/own-command.js';
import {RestError} from '../mattermost/rest-error.js';
import type {Config} from '../read-config.js';

type Show = (line: SetupLine) => void;

/** The oldest server that is promised to work. */
const OLDEST = [10, 11] as const;

/**
 * Says for each thing that Mattermost has to allow whether it does. @returns the bot, if all that follows can be tried
 */
export async function checkMattermost(
  {service, settings}: Config,
  deps: {clock: Clock; environment: Host['environment']},
  show: Show,
): Promise<Bot | undefined> {
  const {MattermostURL: url, MattermostToken: token} = service;
  const client = createClient({url, token, findProxy: proxyOfEnvironment(deps.environment)}, deps);
  const bot = await checkBot(client, show);
  if (bot === undefined) return undefined;
  const {Version = '', ShowEmailAddress} = await client.api.getClientConfig();
  show(versionLine(Version));
  const trustsAll = readSwitch(settings['TrustUnverifiedEmails']) === true;
  show(peopleLine({isAdmin: bot.isAdmin, trustsAll, showsEmail: ShowEmailAddress !== 'false'}));
  await checkTeams(client, {botId: bot.id, url: `${service.ServiceURL}${ROUTES_PATH}${COMMAND_PATH}`}, show);
  return bot;
}

async function checkBot({api}: MattermostClient, show: Show): Promise<Bot | undefined> {
  const title = 'Bot account';
  try {
    const me = await api.getMe();
    if (me.is_bot) {
      show({state: 'works', title, text: `@${me.username} is signed in.`});
      return toBot(me);
    }
    show({
      state: 'wrong',
      title,
      text: `MattermostToken belongs to the person @${me.username}: make a bot account, or run \`zoom-mattermost init\`.`,
    });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const text =
      error.status === 401
        ? 'Mattermost does not know the token: MattermostToken.'
        : `${error.message}. Check MattermostURL, and whether this machine reaches it (docs/networks.md).`;
    show({state: 'wrong', title, text});
  }
  return undefined;
}

function versionLine(version: string): SetupLine {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  const text = isOld
    ? `it is ${version || 'unknown'}; at least ${OLDEST.join('.')} is needed.`
    : `it is ${version}.`;
  return {state: isOld ? 'wrong' : 'works', title: "Mattermost's version", text};
}

/** REST never says whether an address is confirmed, and tells only administrators how somebody signs in. */
function peopleLine(facts: {isAdmin: boolean; trustsAll: boolean; showsEmail: boolean}): SetupLine {
  const title = 'Whose e-mail counts';
  const {isAdmin, trustsAll, showsEmail} = facts;
  if (!isAdmin && !showsEmail) {
    return {
      state: 'wrong',
      title,
      text: 'Mattermost hides e-mail addresses from the bot. Give it the role of a system administrator, or switch on System Console → Site Configuration → Users and Teams → Show Email Address.',
    };
  }
  if (trustsAll) {
    return {state: 'works', title, text: 'everybody’s, confirmed or not (TrustUnverifiedEmails).'};
  }
  if (isAdmin) {
    return {
      state: 'works',
      title,
      text: 'that of people who sign in by LDAP, SAML, OpenID, Google or Office 365. Mattermost does not tell a service whether other addresses are confirmed; TrustUnverifiedEmails lets them count.',
    };
  }
  return {
    state: 'wrong',
    title,
    text: 'nobody’s: the bot cannot see how people sign in. Give it the role of a system administrator, or switch on TrustUnverifiedEmails.',
  };
}

async function checkTeams(
  client: MattermostClient,
  own: {botId: string; url: string},
  show: Show,
): Promise<void> {
  const title = 'Slash command';
  const teams = await client.api.getMyTeams();
  if (teams.length === 0) {
    show({
      state: 'missing',
      title,
      text: 'the bot is in no team: invite it into every team that shall have /zoom.',
    });
  }
  for (const team of teams) {
    const line = await commandLine(client, team, own).catch((error: unknown) => {
      if (error instanceof RestError) return MAY_NOT_MANAGE;
      throw error;
    });
    show({...line, title: `${title} of ${team.display_name}`});
  }
}

const MAY_NOT_MANAGE = {
  state: 'wrong',
  text: 'the bot may not manage slash commands there: make it an administrator of the team.',
} as const;

async function commandLine(
  client: MattermostClient,
  {id, display_name: name}: Pick<Team, 'id' | 'display_name'>,
  own: {botId: string; url: string},
): Promise<Pick<SetupLine, 'state' | 'text'>> {
  const command = (await client.api.getCustomTeamCommands(id)).find(({trigger}) => trigger === 'zoom');
  if (command === undefined) return {state: 'works', text: 'it is created when the service starts.'};
  if (command.url === own.url) return {state: 'works', text: 'it leads here.'};
  if (isOwnCommand(command, own)) {
    return {state: 'works', text: 'it leads elsewhere, and is repaired when the service starts.'};
  }
  const {title, owner} = await foreignCommand(client, name, command);
  const whose = owner === undefined ? 'somebody else’s' : `@${owner}’s`;
  return {
    state: 'wrong',
    text: `/zoom is ${whose} command “${title}” there, and is left alone. Delete or rename it under Integrations → Slash Commands; the service then adds its own.`,
  };
}
