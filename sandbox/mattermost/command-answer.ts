import {showEphemeral} from './ephemeral.js';
import {addPost} from './post-rules.js';
import {forbidden, invalid} from './refusals.js';
import type {PostRecord, SlashCommandRecord} from './records.js';
import {newPost} from './seed.js';
import {fromSlackText} from './slack-text.js';
import {memberKey, type State} from './state.js';

/** `model.CommandResponse`, as a service writes it. */
export interface CommandAnswer {
  response_type?: string;
  text?: string;
  attachments?: readonly unknown[] | null;
  type?: string;
  props?: Record<string, unknown> | null;
  goto_location?: string;
  channel_id?: string;
  username?: string;
  icon_url?: string;
  skip_slack_parsing?: boolean;
  extra_responses?: readonly CommandAnswer[] | null;
}

/** Who typed the command, and where. */
export interface Asked {
  userId: string;
  channelId: string;
  rootId: string;
}

/**
 * Shows the answer to a command: to the person who typed it, or as a post of theirs. `command` is one of a team; the
 * plugin has none.
 *
 * @throws ApiError 400 for a post that Mattermost would not take, 403 for a channel that the person is not in
 */
export function showAnswer(
  state: State,
  asked: Asked,
  answer: CommandAnswer,
  command?: SlashCommandRecord,
): void {
  const {text = '', attachments, extra_responses} = answer;
  const post = toPost(state, asked, answer, command);
  const hasContent = text !== '' || (attachments ?? []).length > 0;
  if (answer.response_type === 'in_channel') {
    addPost(state, post);
  } else if (hasContent) {
    showEphemeral(state, {userId: asked.userId, post: {...post, type: 'system_ephemeral'}});
  }
  for (const extra of extra_responses ?? []) {
    showAnswer(state, asked, {...extra, extra_responses: []}, command);
  }
}

function toPost(
  state: State,
  {userId, channelId, rootId}: Asked,
  {text = '', attachments, type = '', props, ...answer}: CommandAnswer,
  command: SlashCommandRecord | undefined,
): PostRecord {
  if (type.startsWith('system_')) {
    throw invalid('api.context.invalid_param.app_error', 'Invalid type parameter.');
  }
  const elsewhere = answer.channel_id ?? '';
  if (elsewhere !== '' && !state.members.has(memberKey(elsewhere, userId))) {
    throw forbidden('api.command.command_post.forbidden.app_error');
  }
  return {
    ...newPost(state.now()),
    user_id: userId,
    channel_id: elsewhere || channelId,
    root_id: rootId,
    type: type || (command !== undefined && attachments ? 'slack_attachment' : ''),
    message: answer.skip_slack_parsing === true ? text : fromSlackText(text),
    props: {
      ...props,
      ...(command && {from_webhook: 'true', ...overrides(state, command, answer)}),
      ...(attachments && attachments.length > 0 && {attachments}),
    },
  };
}

/** Another name and picture, where the server allows them. */
function overrides(state: State, command: SlashCommandRecord, answer: CommandAnswer): Record<string, string> {
  const {EnablePostUsernameOverride, EnablePostIconOverride} = state.serverConfig['ServiceSettings'] ?? {};
  const name = command.username || (answer.username ?? '');
  const icon = command.icon_url || (answer.icon_url ?? '');
  return {
    ...(EnablePostUsernameOverride === true && name !== '' && {override_username: name}),
    ...(EnablePostIconOverride === true && icon !== '' && {override_icon_url: icon}),
  };
}
