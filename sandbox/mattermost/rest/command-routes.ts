import type {CommandHooks} from '../command-hooks.js';
import {suggestCommands} from '../command-suggestions.js';
import type {CommandSource} from '../commands.js';
import {findTeamMember, mayManageTeam} from '../permissions.js';
import {readAnswer} from '../read-answer.js';
import type {CommandRecord, SlashCommandRecord, UserRecord} from '../records.js';
import {invalid} from '../refusals.js';
import type {State} from '../state.js';
import {type Call, optionalField, PlainAnswer, type RestRoute, textField} from './call.js';
import {requireThat} from './require.js';
import {RestError} from './rest-error.js';
import {requireCommandsEnabled} from './slash-command-routes.js';

/** Asks the plugin below its routes, as somebody. */
export type AskPlugin = (path: string, userId: string) => Promise<unknown>;

interface CommandParts {
  runLine: CommandSource;
  hooks: CommandHooks;
  askPlugin: AskPlugin;
}

/** Slash commands as a client lists and sends them, and the addresses for later answers. */
export function commandRoutes(state: State, {runLine, hooks, askPlugin}: CommandParts): readonly RestRoute[] {
  return [
    {method: 'get', path: '/commands', run: (call) => listed(state, call)},
    {
      method: 'get',
      path: '/teams/:team_id/commands/autocomplete_suggestions',
      run: (call) => {
        const typed = optionalField(call.query, 'user_input').replace(/^\//, '');
        return suggestCommands(usable(state, call), typed, (path) => askPlugin(path, call.user.id));
      },
    },
    {method: 'post', path: '/commands/execute', run: (call) => execute(runLine, call)},
    {
      method: 'post',
      path: '/hooks/commands/:hook_id',
      runForAnybody: ({params, contentType, body}) => {
        const bytes = body instanceof Uint8Array ? body : Buffer.alloc(0);
        const answer = readAnswer(contentType, bytes);
        if (answer === 'unreadable') {
          throw invalid('web.command_webhook.parse.app_error', 'Unable to parse incoming data.');
        }
        hooks.answer(params['hook_id'] ?? '', answer);
        return new PlainAnswer('text/plain', 'ok');
      },
    },
  ];
}

/** Without a team: what the person can type, for autocomplete. */
function listed(state: State, {user, query}: Call): readonly (CommandRecord | SlashCommandRecord)[] {
  const {team_id: teamId, custom_only: customOnly} = query;
  const ofTeams = [...state.slashCommands.values()];
  if (typeof teamId !== 'string') return usable(state, {user});
  const ofTeam = ofTeams.filter(({team_id}) => team_id === teamId);
  const mayManage = mayManageTeam(state, teamId, user);
  if (customOnly === 'true') {
    requireThat(mayManage);
    requireCommandsEnabled(state);
    return ofTeam;
  }
  requireThat(mayManage || isIn(state, teamId, user));
  return [...state.commands.values(), ...(mayManage ? ofTeam : ofTeam.map(withoutSecrets))];
}

/** What the person can type anywhere. */
const usable = (
  state: State,
  {user}: Pick<Call, 'user'>,
): readonly (CommandRecord | SlashCommandRecord)[] => {
  const own = [...state.slashCommands.values()].filter(({team_id}) =>
    findTeamMember(state, team_id, user.id),
  );
  return [...state.commands.values(), ...own.map(withoutSecrets)];
};

const isIn = (state: State, teamId: string, user: UserRecord): boolean =>
  findTeamMember(state, teamId, user.id) !== undefined;

const withoutSecrets = (command: SlashCommandRecord): SlashCommandRecord => ({
  ...command,
  token: '',
  creator_id: '',
  url: '',
  username: '',
  icon_url: '',
});

async function execute(runLine: CommandSource, {user, body, userAgent}: Call): Promise<object> {
  const text = textField(body, 'command');
  const teamId = optionalField(body, 'team_id');
  const response = await runLine({
    userId: user.id,
    channelId: textField(body, 'channel_id'),
    text,
    rootId: optionalField(body, 'root_id'),
    userAgent,
    ...(teamId !== '' && {teamId}),
  });
  if (response === undefined) {
    const trigger = text.split(' ')[0];
    throw new RestError(
      404,
      'api.command.execute_command.not_found.app_error',
      `Command ${trigger} was not found.`,
    );
  }
  return {
    trigger_id: response.TriggerId ?? '',
    goto_location: response.GotoLocation ?? '',
    response_type: response.ResponseType ?? '',
    text: response.Text ?? '',
  };
}
