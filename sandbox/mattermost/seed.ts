import type {
  ChannelRecord,
  MemberRecord,
  PostRecord,
  TeamMemberRecord,
  TeamRecord,
  UserRecord,
} from './records.js';
import {memberKey, newId, type State} from './state.js';

/** Records as written by hand: what is left out has its usual value. */
export interface Seed {
  users?: readonly (Partial<UserRecord> & {id: string})[];
  teams?: readonly (Partial<TeamRecord> & {id: string})[];
  /** Besides the members of channels. `left`: the user is no longer a member. */
  teamMembers?: readonly (Partial<TeamMemberRecord> & {team_id: string; user_id: string; left?: boolean})[];
  channels?: readonly (Partial<ChannelRecord> & {id: string})[];
  /** `left`: the user is no longer a member. */
  members?: readonly (Partial<MemberRecord> & {channel_id: string; user_id: string; left?: boolean})[];
  posts?: readonly (Partial<PostRecord> & {channel_id: string; user_id: string})[];
  kv?: Readonly<Record<string, string>>;
}

/** What a member may do unless something else is said. */
export const memberPermissions = ['read_channel', 'create_post'] as const;

/** Adds records. In an existing one only the given fields change. */
export function seed(state: State, records: Seed): void {
  for (const user of records.users ?? []) seedUser(state, user);
  for (const team of records.teams ?? []) {
    state.teams.set(team.id, {...(state.teams.get(team.id) ?? newTeam(team.id)), ...team});
  }
  for (const channel of records.channels ?? []) seedChannel(state, channel);
  for (const member of records.teamMembers ?? []) seedTeamMember(state, member);
  for (const member of records.members ?? []) seedMember(state, member);
  for (const given of records.posts ?? []) {
    const post = {...(state.posts.get(given.id ?? '') ?? newPost(state.now())), ...given};
    state.posts.set(post.id, post);
  }
  for (const [key, value] of Object.entries(records.kv ?? {})) {
    state.rows.set(key, {value: Buffer.from(value), expiresAt: 0});
  }
  state.changes.tell({kind: 'people'});
}

type Listed<Kind extends keyof Seed> = NonNullable<Seed[Kind]> extends readonly (infer Item)[] ? Item : never;

function seedUser(state: State, given: Listed<'users'>): void {
  const known = state.users.get(given.id);
  const user = {...(known ?? newUser(given.id)), ...given};
  state.users.set(user.id, user);
  if (known !== undefined) state.changes.tell({kind: 'user', user});
}

/** The team need not be written down. */
function seedChannel(state: State, given: Listed<'channels'>): void {
  const channel = {...(state.channels.get(given.id) ?? newChannel(given.id)), ...given};
  state.channels.set(channel.id, channel);
  const {team_id} = channel;
  if (team_id !== '' && !state.teams.has(team_id)) state.teams.set(team_id, newTeam(team_id));
}

function seedTeamMember(state: State, {left = false, ...given}: Listed<'teamMembers'>): void {
  const key = memberKey(given.team_id, given.user_id);
  const known = state.teamMembers.get(key);
  if (left) {
    if (known !== undefined) state.endedTeamMembers.set(key, known);
    state.teamMembers.delete(key);
    return;
  }
  state.endedTeamMembers.delete(key);
  const member = {scheme_admin: false, scheme_guest: false, ...known, ...given};
  state.teamMembers.set(key, member);
  state.changes.tell({kind: 'team-member', member, joined: known === undefined});
}

/** Everybody in a channel is in its team. */
function seedMember(state: State, {left = false, ...given}: Listed<'members'>): void {
  const key = memberKey(given.channel_id, given.user_id);
  if (left) {
    state.members.delete(key);
    return;
  }
  const member = {...(state.members.get(key) ?? newMember), ...given};
  state.members.set(key, member);
  const team_id = state.channels.get(given.channel_id)?.team_id ?? '';
  if (team_id === '' || state.teamMembers.has(memberKey(team_id, given.user_id))) return;
  seedTeamMember(state, {team_id, user_id: given.user_id, scheme_guest: member.scheme_guest});
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

function newTeam(id: string): TeamRecord {
  return {id, name: id, display_name: id, type: 'O', allow_open_invite: false, delete_at: 0};
}

function newChannel(id: string): ChannelRecord {
  return {id, team_id: '', type: 'O', name: id, display_name: id, delete_at: 0};
}

const newMember = {scheme_guest: false, scheme_admin: false, permissions: memberPermissions};

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
