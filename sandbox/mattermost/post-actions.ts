import {ApiError} from '../../server/protocol/api-error.js';
import type {Deliver, DeliveryAnswer} from './delivery.js';
import {showEphemeral} from './ephemeral.js';
import type {PostRecord} from './records.js';
import {invalid, notFound} from './refusals.js';
import {newPost} from './seed.js';
import type {State} from './state.js';
import type {Triggers} from './triggers.js';

/** A button that somebody presses. */
export interface Press {
  userId: string;
  postId: string;
  /** The id of the action in the post's attachments. */
  actionId: string;
  /** What was chosen, where the action is a menu. */
  selectedOption?: string;
}

/** What happens besides a changed post. */
export interface PressOutcome {
  status: number;
  /** Shown to the presser alone. */
  ephemeralText: string;
  /** The presser's client opens this address. */
  gotoLocation: string;
  /** The client's half of the press's trigger. */
  clientTriggerId: string;
}

/** `model.PostActionIntegrationResponse` */
interface ActionAnswer {
  update?: {message?: string; props?: Record<string, unknown> | null} | null;
  ephemeral_text?: string;
  goto_location?: string;
}

interface Action {
  id?: string;
  type?: string;
  data_source?: string;
  integration?: {url?: string; context?: Record<string, unknown>};
}

/** Presses buttons as the server does for a client: context and address never leave the server. */
export function createPressing(state: State, triggers: Triggers, deliver: Deliver) {
  return async (press: Press): Promise<PressOutcome> => {
    const {userId, postId, actionId} = press;
    const post = findPost(state, postId);
    const action = actionsOf(post).find(({id}) => id === actionId);
    if (post === undefined || action?.integration?.url === undefined)
      throw new ApiError(`Post ${postId} has no such button`, 404, 'api.post.do_action.action_id.app_error');
    const {clientId, triggerId} = triggers.issue(userId);
    const response = await deliver({
      url: action.integration.url,
      userId,
      body: toActionRequest(state, press, {post, action, triggerId}),
    });
    const answer = parseAnswer(response);
    if (answer.update) applyUpdate(state, post, answer.update);
    if (answer.ephemeral_text) reply(state, userId, post, answer.ephemeral_text);
    return {
      status: response.status,
      ephemeralText: answer.ephemeral_text ?? '',
      gotoLocation: answer.goto_location ?? '',
      clientTriggerId: clientId,
    };
  };
}

function findPost(state: State, id: string): PostRecord | undefined {
  return state.posts.get(id) ?? state.ephemeral.find(({post}) => post.id === id)?.post;
}

function actionsOf(post: PostRecord | undefined): Action[] {
  const attachments = (post?.props['attachments'] ?? []) as {actions?: Action[] | null}[];
  return attachments.flatMap(({actions}) => actions ?? []);
}

/** `model.PostActionIntegrationRequest` */
function toActionRequest(
  state: State,
  {userId, selectedOption}: Press,
  {post, action, triggerId}: {post: PostRecord; action: Action; triggerId: string},
): Record<string, unknown> {
  const channel = state.channels.get(post.channel_id);
  return {
    user_id: userId,
    user_name: state.users.get(userId)?.username ?? '',
    channel_id: post.channel_id,
    channel_name: channel?.name ?? '',
    team_id: channel?.team_id ?? '',
    team_domain: state.teams.get(channel?.team_id ?? '')?.name ?? '',
    post_id: post.id,
    trigger_id: triggerId,
    type: action.type ?? '',
    data_source: action.data_source ?? '',
    context: {
      ...action.integration?.context,
      ...(selectedOption !== undefined && {selected_option: selectedOption}),
    },
  };
}

/** @throws ApiError 400 */
function parseAnswer({status, body, isPlugins}: DeliveryAnswer): ActionAnswer {
  const failed = (): Error =>
    invalid('api.post.do_action.action_integration.app_error', 'Action integration error.');
  if (status !== 200 && !isPlugins) throw failed();
  if (body.length === 0) return {};
  try {
    return JSON.parse(Buffer.from(body).toString()) as ActionAnswer;
  } catch {
    throw failed();
  }
}

/** Only what is stored can be updated. @throws ApiError 404 for a private message */
function applyUpdate(
  state: State,
  post: PostRecord,
  {message = '', props}: NonNullable<ActionAnswer['update']>,
): void {
  if (!state.posts.has(post.id)) throw notFound('app.post.get.app_error', 'post');
  const updated = {...post, message, props: props ?? post.props, update_at: state.now()};
  state.posts.set(post.id, updated);
  state.changes.tell({kind: 'post-updated', post: updated});
}

/** The text of an answer becomes a private reply to the post with the button, even if that post is not stored. */
function reply(state: State, userId: string, {channel_id, root_id, id}: PostRecord, message: string): void {
  const root = root_id || id;
  const post = {
    ...newPost(state.now()),
    type: 'system_ephemeral',
    user_id: userId,
    channel_id,
    root_id: root,
  };
  showEphemeral(state, {userId, post: {...post, message}});
}
