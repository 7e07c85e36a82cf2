import {Readable} from 'node:stream';
import type {PostRecord} from './records.js';
import {record} from './response-writers.js';
import type {ServePlugin} from './site.js';
import type {Sessions} from './sessions.js';
import {newId, type State} from './state.js';

/** A button that somebody presses. */
export interface Press {
  userId: string;
  postId: string;
  /** The id of the action in the post's attachments. */
  actionId: string;
}

/** What comes of it, besides a changed post. */
export interface PressOutcome {
  status: number;
  /** Shown to the presser alone. */
  ephemeralText: string;
  /** The presser's client opens this address. */
  gotoLocation: string;
}

/** `model.PostActionIntegrationResponse` */
interface ActionAnswer {
  update?: {message?: string; props?: Record<string, unknown> | null} | null;
  ephemeral_text?: string;
  goto_location?: string;
}

interface Action {
  id?: string;
  integration?: {url?: string; context?: Record<string, unknown>};
}

/** Presses buttons as the server does for a client: context and address never leave the server. */
export function createPressing(state: State, sessions: Sessions, servePlugin: ServePlugin) {
  return async ({userId, postId, actionId}: Press): Promise<PressOutcome> => {
    const post = findPost(state, postId);
    const integration = actionsOf(post).find(({id}) => id === actionId)?.integration;
    if (post === undefined || integration?.url === undefined)
      throw new Error(`Post ${postId} has no such button`);
    const {response, writer} = record();
    const body = Buffer.from(JSON.stringify(toActionRequest(state, userId, post, integration.context ?? {})));
    await servePlugin(
      {
        method: 'POST',
        target: new URL(integration.url, 'http://127.0.0.1').pathname,
        header: {
          Authorization: [sessions.headersOf(userId).Authorization],
          'Content-Type': ['application/json'],
          'Content-Length': [String(body.length)],
        },
        host: '',
        body: Readable.from([body]),
      },
      writer,
    );
    // The server keeps only what the last Write wrote.
    const answer = parseAnswer(response.status, response.writes.at(-1));
    if (answer.update) applyUpdate(state, post, answer.update);
    return {
      status: response.status,
      ephemeralText: answer.ephemeral_text ?? '',
      gotoLocation: answer.goto_location ?? '',
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
  userId: string,
  post: PostRecord,
  context: Record<string, unknown>,
): Record<string, unknown> {
  const channel = state.channels.get(post.channel_id);
  return {
    user_id: userId,
    user_name: state.users.get(userId)?.username ?? '',
    channel_id: post.channel_id,
    channel_name: channel?.name ?? '',
    team_id: channel?.team_id ?? '',
    team_domain: '',
    post_id: post.id,
    trigger_id: newId(),
    type: '',
    data_source: '',
    context,
  };
}

function parseAnswer(status: number, body: Uint8Array | undefined): ActionAnswer {
  return status === 200 && body !== undefined
    ? (JSON.parse(Buffer.from(body).toString()) as ActionAnswer)
    : {};
}

function applyUpdate(
  state: State,
  post: PostRecord,
  {message = '', props}: NonNullable<ActionAnswer['update']>,
): void {
  const updated = {...post, message, props: props ?? post.props, update_at: state.now()};
  if (state.posts.has(post.id)) {
    state.posts.set(post.id, updated);
    state.changes.tell({kind: 'post-updated', post: updated});
    return;
  }
  const shown = state.ephemeral.find((entry) => entry.post.id === post.id);
  if (shown === undefined) return;
  shown.post = updated;
  state.changes.tell({kind: 'ephemeral', ephemeral: shown});
}
