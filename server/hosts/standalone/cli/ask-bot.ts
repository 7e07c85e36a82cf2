import type {Team} from '@mattermost/types/teams';
import type {MattermostClient} from '../mattermost/client.js';
import {explained} from './explained.js';
import type {FoundBot} from './find-bot.js';
import {type Asking, bad, good, type Reading, readYesOrNo} from './question.js';

/** What the administrator decides about the bot. */
export interface BotWishes {
  teams: readonly Team[];
  isAdmin: boolean;
  /** Settings that follow from it. */
  settings: Readonly<Record<string, boolean>>;
}

export async function askBot(asking: Asking, client: MattermostClient, bot: FoundBot): Promise<BotWishes> {
  const teams = await askTeams(asking, await allTeams(client), bot.teamNames);
  const isAdmin = await askRole(asking, bot, await countAdmins(client));
  if (isAdmin) return {teams, isAdmin, settings: {}};
  const TrustUnverifiedEmails = await asking.ask({
    name: 'TrustUnverifiedEmails',
    text: 'Should every address in Mattermost count, confirmed or not? People who can change their address could then start meetings as somebody else; without it, nobody can start',
    fallback: 'no',
    read: readYesOrNo,
  });
  return {teams, isAdmin, settings: {TrustUnverifiedEmails}};
}

const PAGE = 200;

async function allTeams({api}: MattermostClient): Promise<readonly Team[]> {
  const found: Team[] = [];
  for (let page = 0; ; page += 1) {
    const more = await explained('list the teams', api.getTeams(page, PAGE));
    const teams = Array.isArray(more) ? more : more.teams;
    found.push(...teams.filter(({id, delete_at}) => delete_at === 0 && !found.some((one) => one.id === id)));
    if (teams.length < PAGE) return found;
  }
}

/** More names than this are not read by anybody. */
const SHOWN_TEAMS = 30;

async function askTeams(
  {ask, say}: Asking,
  all: readonly Team[],
  present: readonly string[],
): Promise<readonly Team[]> {
  const names = all.map(({name, display_name}) => `${name} (${display_name})`);
  const rest = names.length > SHOWN_TEAMS ? `, and ${names.length - SHOWN_TEAMS} more` : '';
  say(`Teams on this server: ${names.slice(0, SHOWN_TEAMS).join(', ')}${rest}.`);
  const only = all.length === 1 ? all[0]?.name : undefined;
  const fallback = present.length > 0 ? present.join(',') : only;
  return ask({
    name: 'Teams',
    text: 'Teams that shall have /zoom (their names, with commas between them, or all)',
    ...(fallback !== undefined && {fallback}),
    read: (answer) => readTeams(answer, all),
  });
}

function readTeams(answer: string, all: readonly Team[]): Reading<readonly Team[]> {
  if (answer === 'all') return good(all);
  const words = answer.split(',').map((word) => word.trim().toLowerCase());
  const found = words.filter(Boolean).map((word) => ({word, team: teamNamed(word, all)}));
  const unknown = found.flatMap(({word, team}) => (team === undefined ? [`“${word}”`] : []));
  if (unknown.length > 0) return bad(`There is no team ${unknown.join(', ')}.`);
  return good([...new Set(found.flatMap(({team}) => team ?? []))]);
}

const teamNamed = (word: string, all: readonly Team[]): Team | undefined =>
  all.find(({name}) => name === word) ?? all.find((team) => team.display_name.toLowerCase() === word);

/** People alone: Mattermost counts no bots. */
async function countAdmins({api}: MattermostClient): Promise<number> {
  const filter = {role: 'system_admin', active: true};
  const admins = await explained('list the system administrators', api.getProfiles(0, PAGE, filter));
  return admins.filter(({is_bot}) => !is_bot).length;
}

/** Source of the rule: `UpdateUserRolesWithUser` in server/channels/app/user.go. */
async function askRole({ask, say}: Asking, {isAdmin}: FoundBot, people: number): Promise<boolean> {
  const isForGood = people <= 1;
  const count = isForGood ? 'now there is one' : `now there are ${people}`;
  say(
    `As a system administrator the bot sees who signs in by single sign-on, so that their addresses count, and works in private channels and direct messages as it does elsewhere. Mattermost takes that role away again only while at least two people have it: ${count}.`,
  );
  return ask({
    name: 'SystemAdmin',
    text: 'May the bot be a system administrator?',
    fallback: isAdmin ? 'yes' : 'no',
    read: (answer) => {
      const reading = readYesOrNo(answer);
      return reading.ok && !reading.value && isAdmin && isForGood ? bad(KEEPS_ROLE) : reading;
    },
  });
}

const KEEPS_ROLE =
  'The bot has that role already, and Mattermost does not take it away while only one person is a system administrator. Make a second person one (System Console → User Management → Users), or answer yes.';
