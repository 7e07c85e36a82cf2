import {BOT_NAME} from '../mattermost/bot.js';
import type {CheckLine, LineState} from './check-line.js';

/** What `check` asks about Mattermost. */
const TITLES = {
  bot: 'Bot account',
  version: 'Mattermost’s version',
  posts: 'Posts of the bot',
  people: 'Whose e-mail counts',
  answers: 'Private answers',
  command: 'Slash command',
} as const;

interface Finding {
  about: keyof typeof TITLES;
  state: LineState;
  /** The cause, and the remedy. `{name}` is filled in. */
  text: string;
}

/** Everything that can be found. Each has one cause, and says what to do about it. */
export const MATTERMOST_FINDINGS = {
  'bot.works': {about: 'bot', state: 'works', text: '@{name} is signed in.'},
  'bot.disabled': {
    about: 'bot',
    state: 'wrong',
    text: `the bot @{name} is disabled. Enable it under Integrations → Bot Accounts; for @${BOT_NAME}, \`zoom-mattermost init --force\` does that. Mattermost disables a bot by itself when the person who made it is deactivated.`,
  },
  'bot.refused': {
    about: 'bot',
    state: 'wrong',
    text: `Mattermost does not know the token in MattermostToken: it was revoked, or it is not this server’s. \`zoom-mattermost init --force\` gives the bot @${BOT_NAME} a new one. If you use a bot of another name, it may be disabled: look at Integrations → Bot Accounts.`,
  },
  'bot.person': {
    about: 'bot',
    state: 'wrong',
    text: 'MattermostToken belongs to the person @{name}: everything would be posted in that name. `zoom-mattermost init --force` makes a bot account with a token of its own.',
  },
  'bot.unanswered': {
    about: 'bot',
    state: 'wrong',
    text: '{problem}. Check MattermostURL, and whether this machine reaches it (docs/networks.md).',
  },
  'version.works': {about: 'version', state: 'works', text: 'it is {version}.'},
  'version.old': {about: 'version', state: 'wrong', text: 'it is {version}; at least {oldest} is needed.'},
  'posts.everywhere': {about: 'posts', state: 'works', text: 'the bot may post everywhere.'},
  'posts.asMember': {
    about: 'posts',
    state: 'wrong',
    text: 'the bot lacks the role `system_post_all`, so no card appears in channels where members may not post. `zoom-mattermost init --force` gives it, and so does the option post:all in Integrations → Bot Accounts → Edit.',
  },
  'people.signedIn': {
    about: 'people',
    state: 'works',
    text: 'that of people who sign in by LDAP, SAML, OpenID, Google or Office 365. Mattermost does not tell a service whether other addresses are confirmed; TrustUnverifiedEmails lets them count.',
  },
  'people.everybody': {
    about: 'people',
    state: 'works',
    text: 'everybody’s, confirmed or not (TrustUnverifiedEmails).',
  },
  'people.hidden': {
    about: 'people',
    state: 'wrong',
    text: 'Mattermost hides e-mail addresses from the bot. Give it the role of a system administrator (`zoom-mattermost init --force`), or switch on System Console → Site Configuration → Users and Teams → Show Email Address.',
  },
  'people.nobody': {
    about: 'people',
    state: 'wrong',
    text: 'nobody’s: the bot cannot see how people sign in. Give it the role of a system administrator, or switch on TrustUnverifiedEmails; `zoom-mattermost init --force` asks for both.',
  },
  'answers.named': {about: 'answers', state: 'works', text: 'they have the name and the picture of the bot.'},
  'answers.unnamed': {
    about: 'answers',
    state: 'warning',
    text: 'they seem to come from the person who typed the command, because this server lets no integration choose {what}. To change that, switch on {where} in System Console → Integrations → Integration Management.',
  },
  'command.off': {
    about: 'command',
    state: 'wrong',
    text: 'slash commands are switched off on this server, so nobody can type /zoom. Switch on System Console → Integrations → Integration Management → Enable Custom Slash Commands.',
  },
  'command.noTeam': {
    about: 'command',
    state: 'missing',
    text: 'the bot is in no team. Invite it into every team that shall have /zoom, and make it an administrator there; `zoom-mattermost init --force` asks for the teams.',
  },
  'command.works': {about: 'command', state: 'works', text: 'it leads here.'},
  'command.absent': {
    about: 'command',
    state: 'not-yet',
    text: 'it is created when the service starts, and within five minutes where it already runs.',
  },
  'command.elsewhere': {
    about: 'command',
    state: 'not-yet',
    text: 'it leads elsewhere, and is repaired when the service starts, or within five minutes where it already runs.',
  },
  'command.token': {
    about: 'command',
    state: 'not-yet',
    text: 'it has a token that the service does not know yet, as after “Regenerate Token”. The service takes it when it starts, or within five minutes where it already runs.',
  },
  'command.foreign': {
    about: 'command',
    state: 'wrong',
    text: '/zoom is {whose} command “{command}” there, and is left alone. Delete or rename it under Integrations → Slash Commands; the service then adds its own.',
  },
  'command.forbidden': {
    about: 'command',
    state: 'wrong',
    text: 'the bot may not manage slash commands there. Make it an administrator of the team: Manage Members in the menu of the team, or `zoom-mattermost init --force`.',
  },
  'command.unanswered': {about: 'command', state: 'unknown', text: 'not tested: {problem}.'},
} as const satisfies Readonly<Record<string, Finding>>;

export type MattermostFinding = keyof typeof MATTERMOST_FINDINGS;

/** The line that tells a finding. `team`: where it is so, if that is one of many. */
export function mattermostLine(
  finding: MattermostFinding,
  values: Readonly<Record<string, string>> = {},
  team?: string,
): CheckLine {
  const {about, state, text} = MATTERMOST_FINDINGS[finding];
  return {
    id: about,
    finding,
    state,
    title: team === undefined ? TITLES[about] : `${TITLES[about]} of ${team}`,
    text: text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
  };
}
