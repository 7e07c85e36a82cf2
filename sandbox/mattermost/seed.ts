import type {ChannelRecord, MemberRecord, PostRecord, UserRecord} from './records.js';
import {memberKey, newId, type State} from './state.js';

/** Records as somebody writes them down: what is left out has its usual value. */
export interface Seed {
  users?: readonly (Partial<UserRecord> & {id: string})[];
  channels?: readonly (Partial<ChannelRecord> & {id: string})[];
  /** `left`: the user is no member any more. */
  members?: readonly (Partial<MemberRecord> & {channel_id: string; user_id: string; left?: boolean})[];
  posts?: readonly (Partial<PostRecord> & {channel_id: string; user_id: string})[];
  kv?: Readonly<Record<string, string>>;
}

/** What a member may do who is not told otherwise. */
export const memberPermissions = ['read_channel', 'create_post'] as const;

/** Adds records; of one that is known already only the given fields change. */
export function seed(
  state: State,
  {users = [], channels = [], members = [], posts = [], kv = {}}: Seed,
): void {
  for (const user of users) {
    state.users.set(user.id, {...(state.users.get(user.id) ?? newUser(user.id)), ...user});
  }
  for (const channel of channels) {
    state.channels.set(channel.id, {
      ...(state.channels.get(channel.id) ?? newChannel(channel.id)),
      ...channel,
    });
  }
  for (const {left = false, ...member} of members) {
    const key = memberKey(member.channel_id, member.user_id);
    if (left) state.members.delete(key);
    else state.members.set(key, {...(state.members.get(key) ?? newMember), ...member});
  }
  for (const given of posts) {
    const post = {...(state.posts.get(given.id ?? '') ?? newPost(state.now())), ...given};
    state.posts.set(post.id, post);
  }
  for (const [key, value] of Object.entries(kv)) {
    state.rows.set(key, {value: Buffer.from(value), expiresAt: 0});
  }
  state.changes.tell({kind: 'people'});
}

function newUser(id: string): UserRecord {
  return {
    id,
    username: id,
    email: `${id}@example.com`,
    email_verified: true,
    auth_service: '',
    first_name: '',
    last_name: '',
    nickname: '',
    roles: 'system_user',
    locale: 'en',
    timezone: {},
    is_bot: false,
    remote_id: '',
    delete_at: 0,
  };
}

function newChannel(id: string): ChannelRecord {
  return {id, team_id: '', type: 'O', name: id, display_name: id, delete_at: 0};
}

const newMember = {scheme_guest: false, permissions: memberPermissions};

/** A post with nothing in it yet. */
export function newPost(now: number): PostRecord {
  return {
    id: newId(),
    create_at: now,
    update_at: now,
    edit_at: 0,
    delete_at: 0,
    is_pinned: false,
    user_id: '',
    channel_id: '',
    root_id: '',
    message: '',
    type: '',
    props: {},
    has_reactions: false,
    file_ids: [],
  };
}
