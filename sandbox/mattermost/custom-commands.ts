import {ApiError} from '../../server/protocol/api-error.js';
import type {CommandResponse} from '../../server/protocol/models/command.js';
import type {Asked, CommandAnswer} from './command-answer.js';
import {showAnswer} from './command-answer.js';
import type {CommandHooks} from './command-hooks.js';
import {triggerOf, type CommandSource, type TypedCommand} from './commands.js';
import {answerWithinMs, longestAnswer} from './delivery.js';
import {assertMayCommand} from './may-command.js';
import {mentionedMembers} from './mentioned-members.js';
import {readAnswer} from './read-answer.js';
import {readAtMost} from './read-at-most.js';
import type {ChannelRecord, SlashCommandRecord, UserRecord} from './records.js';
import type {State} from './state.js';
import type {Triggers} from './triggers.js';

export interface CustomCommandParts {
  triggers: Triggers;
  hooks: CommandHooks;
  siteUrl: () => string;
}

/**
 * The commands of teams, which go to an address over HTTP.
 * Source: server/channels/app/command.go
 */
export function customCommands(state: State, parts: CustomCommandParts): CommandSource {
  return async (typed) => {
    const channel = state.channels.get(typed.channelId);
    const user = state.users.get(typed.userId);
    const command = channel && findCommand(state, channel, typed);
    if (command === undefined || channel === undefined || user === undefined) return undefined;
    assertMayCommand(state, channel.id, user.id);
    const asked = {userId: user.id, channelId: channel.id, rootId: typed.rootId ?? ''};
    const {clientId, triggerId} = parts.triggers.issue(user.id);
    const form = toForm(state, command, {typed, user, channel, triggerId});
    form.set('response_url', `${parts.siteUrl()}/hooks/commands/${parts.hooks.open(command.id, asked)}`);
    return shown(state, command, asked, clientId, await send(command, form));
  };
}

function findCommand(
  state: State,
  channel: ChannelRecord,
  {text, userId, teamId}: TypedCommand,
): SlashCommandRecord | undefined {
  const firstTeam = [...state.teamMembers.values()].find(({user_id}) => user_id === userId)?.team_id;
  const team = channel.team_id || (teamId ?? firstTeam);
  const trigger = triggerOf(text).toLowerCase();
  return [...state.slashCommands.values()].find(
    (command) => command.team_id === team && command.trigger === trigger,
  );
}

interface Sent {
  typed: TypedCommand;
  user: UserRecord;
  channel: ChannelRecord;
  triggerId: string;
}

function toForm(
  state: State,
  {token, team_id, trigger}: SlashCommandRecord,
  {typed, user, channel, triggerId}: Sent,
): URLSearchParams {
  const [, ...words] = typed.text.split(' ');
  const form = new URLSearchParams({
    token,
    team_id,
    team_domain: state.teams.get(team_id)?.name ?? '',
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: user.id,
    user_name: user.username,
    command: `/${trigger}`,
    text: words.join(' '),
    trigger_id: triggerId,
    ...(typed.rootId && {root_id: typed.rootId}),
  });
  for (const [name, id] of mentionedMembers(state, team_id, typed.text)) {
    form.append('user_mentions', name);
    form.append('user_mentions_ids', id);
  }
  return form;
}

/**
 * @throws ApiError 500, with Mattermost's words, when the address does not answer properly
 */
async function send(command: SlashCommandRecord, form: URLSearchParams): Promise<CommandAnswer> {
  const failed = (id: string, reason: string): Error =>
    new ApiError(
      `Command with a trigger of '${command.trigger}' ${reason}.`,
      500,
      `api.command.execute_command.${id}.app_error`,
    );
  const answer = await ask(command, form).catch(() => {
    throw failed('failed', 'failed');
  });
  if (answer.status !== 200) throw failed('failed_resp', `returned response ${answer.status}`);
  const read = readAnswer(answer.contentType, answer.body);
  if (read === 'unreadable') throw failed('failed', 'failed');
  return read;
}

/** Rejects when there is no answer within 30 s. */
async function ask(
  {method, url, token}: SlashCommandRecord,
  form: URLSearchParams,
): Promise<{status: number; contentType: string; body: Uint8Array}> {
  const isPost = method === 'P';
  const answer = await fetch(isPost ? url : `${url}?${form.toString()}`, {
    method: isPost ? 'POST' : 'GET',
    headers: {
      Accept: 'application/json',
      Authorization: `Token ${token}`,
      ...(isPost && {'Content-Type': 'application/x-www-form-urlencoded'}),
    },
    ...(isPost && {body: form.toString()}),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const contentType = answer.headers.get('content-type') ?? '';
  return {status: answer.status, contentType, body: await readAtMost(answer, longestAnswer)};
}

function shown(
  state: State,
  command: SlashCommandRecord,
  asked: Asked,
  clientId: string,
  answer: CommandAnswer,
): CommandResponse {
  showAnswer(state, asked, answer, command);
  return {
    ResponseType: answer.response_type ?? '',
    Text: answer.text ?? '',
    GotoLocation: answer.goto_location ?? '',
    TriggerId: clientId,
  };
}
