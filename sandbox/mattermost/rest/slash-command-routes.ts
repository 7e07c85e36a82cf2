import {mayManageTeam} from '../permissions.js';
import type {SlashCommandRecord} from '../records.js';
import {ApiError} from '../../../server/protocol/api-error.js';
import {invalid} from '../refusals.js';
import {newId, type State} from '../state.js';
import {bodyFields, type Call, OK, optionalField, type RestRoute, textField} from './call.js';
import {checkSlashCommand} from './check-slash-command.js';
import {foundTeam} from './find-or-refuse.js';
import {requireThat} from './require.js';
import {RestError} from './rest-error.js';

/** The slash commands of teams, for those who may manage them. */
export function slashCommandRoutes(state: State): readonly RestRoute[] {
  const save = (command: SlashCommandRecord): SlashCommandRecord => {
    state.slashCommands.set(command.id, command);
    state.changes.tell({kind: 'slash-command', command});
    return command;
  };
  return [
    {method: 'post', path: '/commands', status: 201, run: (call) => save(created(state, call))},
    {method: 'get', path: '/commands/:command_id', run: (call) => managed(state, call)},
    {method: 'put', path: '/commands/:command_id', run: (call) => save(updated(state, call))},
    {
      method: 'put',
      path: '/commands/:command_id/regen_token',
      run: (call) => {
        const {token} = save({...managed(state, call), token: newId()});
        return {token};
      },
    },
    {
      method: 'delete',
      path: '/commands/:command_id',
      run: (call) => {
        const command = managed(state, call);
        state.slashCommands.delete(command.id);
        state.changes.tell({kind: 'slash-command', command: {...command, delete_at: state.now()}});
        return OK;
      },
    },
  ];
}

/** Only commands of teams are switched off. @throws ApiError 501 where an administrator has done so */
export function requireCommandsEnabled(state: State): void {
  if (state.serverConfig['ServiceSettings']?.['EnableCommands'] !== false) return;
  throw new ApiError(
    'Commands have been disabled by the system admin.',
    501,
    'api.command.disabled.app_error',
  );
}

/** Those who may not manage it are told the same as when there is none. */
function managed(state: State, {user, params}: Call): SlashCommandRecord {
  requireCommandsEnabled(state);
  const command = state.slashCommands.get(params['command_id'] ?? '');
  if (command === undefined || !mayManageTeam(state, command.team_id, user)) {
    throw new RestError(404, 'store.sql_command.save.get.app_error', 'Unable to find the command.');
  }
  return command;
}

function created(state: State, {user, body}: Call): SlashCommandRecord {
  requireCommandsEnabled(state);
  const team = foundTeam(state, textField(body, 'team_id'));
  requireThat(mayManageTeam(state, team.id, user));
  const now = state.now();
  return checked(state, {
    ...fieldsOf(body),
    id: newId(),
    token: newId(),
    create_at: now,
    update_at: now,
    delete_at: 0,
    creator_id: user.id,
    team_id: team.id,
  });
}

function updated(state: State, call: Call): SlashCommandRecord {
  const known = managed(state, call);
  if (bodyFields(call.body)['id'] !== known.id) {
    throw invalid('api.context.invalid_body_param.app_error', 'Invalid or missing command_id');
  }
  if (bodyFields(call.body)['team_id'] !== known.team_id) {
    throw invalid('api.command.team_mismatch.app_error', 'Unable to update commands across teams.');
  }
  return checked(state, {...known, ...fieldsOf(call.body), update_at: state.now()});
}

function checked(state: State, command: SlashCommandRecord): SlashCommandRecord {
  checkSlashCommand(command);
  const isTaken = [...state.slashCommands.values()].some(
    ({id, team_id, trigger}) =>
      id !== command.id && team_id === command.team_id && trigger === command.trigger,
  );
  if (isTaken) {
    throw invalid('api.command.duplicate_trigger.app_error', 'This trigger word is already in use.');
  }
  return command;
}

/** What a command's manager says about it. */
function fieldsOf(body: unknown) {
  const fields = bodyFields(body);
  const text = (name: string): string => optionalField(body, name);
  return {
    trigger: text('trigger').toLowerCase(),
    method: text('method') as SlashCommandRecord['method'],
    username: text('username'),
    icon_url: text('icon_url'),
    auto_complete: fields['auto_complete'] === true,
    auto_complete_desc: text('auto_complete_desc'),
    auto_complete_hint: text('auto_complete_hint'),
    display_name: text('display_name'),
    description: text('description'),
    url: text('url'),
  };
}
