import {PREFERENCE_CATEGORY} from '../../../contract/preferences.js';
import type {PostContent} from '../../core/domain/post-content.js';
import type {Chat, ChatPost, OutgoingFile, Rewriting} from '../../core/ports/chat.js';
import type {ApiClient} from '../../protocol/plugin/api-client.js';
import {answered, answeredOrMissing, uploaded} from './chat-answer.js';
import {toChatChannel, toChatPost, toChatUser} from './chat-values.js';

/** Mattermost as the plugin API shows it; `botId` is the author of all posts. */
export function createChat(api: ApiClient, botId: string) {
  return {
    user: async (userId: string) => mapped(await answeredOrMissing(api.GetUser(userId)), toChatUser),
    userByEmail: async (email) => mapped(await answeredOrMissing(api.GetUserByEmail(email)), toChatUser),
    channel: async (channelId) => mapped(await answeredOrMissing(api.GetChannel(channelId)), toChatChannel),
    isMember: async (channelId, userId) =>
      (await answeredOrMissing(api.GetChannelMember(channelId, userId))) !== undefined,
    isChannelAdmin: async (channelId, userId) =>
      (await answeredOrMissing(api.GetChannelMember(channelId, userId)))?.SchemeAdmin === true,
    mayPost: async (channelId, userId) =>
      (await answered(api.HasPermissionToChannel(userId, channelId, {Id: 'create_post'}))) === true,
    memberCount: async (channelId) =>
      mapped(await answeredOrMissing(api.GetChannelStats(channelId)), ({MemberCount = 0}) => MemberCount),
    shareTeam: (channelId) => shareTeam(api, channelId),
    post: async (postId) => mapped(await answeredOrMissing(api.GetPost(postId)), toChatPost),

    async createPost({channelId, rootId, content: {type, message, props}, file}) {
      const post = {
        UserId: botId,
        ChannelId: channelId,
        RootId: rootId,
        Type: type,
        Message: message,
        Props: props,
        FileIds: await upload(api, channelId, file),
      };
      const created = await answered(api.CreatePost(post));
      return {postId: created?.Id ?? ''};
    },

    postsSince: (channelId, since) => postsSince(api, channelId, since),
    ownPostsSince: async (channelId, since) =>
      (await postsSince(api, channelId, since)).filter(({userId}) => userId === botId),

    async preferences(userId) {
      const stored = (await answered(api.GetPreferencesForUser(userId))) ?? [];
      const ours = stored.filter(({Category}) => Category === PREFERENCE_CATEGORY);
      return Object.fromEntries(ours.map(({Name = '', Value = ''}) => [Name, Value]));
    },
    async setPreference(userId, name, value) {
      const preference = {UserId: userId, Category: PREFERENCE_CATEGORY, Name: name, Value: value};
      await answered(api.UpdatePreferencesForUser(userId, [preference]));
    },

    rewritePost: (postId, rewrite) => rewritePost(api, postId, rewrite),

    async showPrivately(userId, {text, attachments = [], place, postId}) {
      const post = {
        Id: postId,
        UserId: botId,
        ChannelId: place.channelId,
        RootId: place.rootId,
        CreateAt: place.createdAt,
        Message: text,
        Props: attachments.length === 0 ? {} : {attachments},
      };
      const show = postId === undefined ? api.SendEphemeralPost : api.UpdateEphemeralPost;
      return (await answered(show(userId, post))) === undefined ? 'nowhere' : 'shown';
    },

    async sendDirectMessage(userId, {text, attachments = [], unlessSince, file}) {
      const channelId = (await answered(api.GetDirectChannel(botId, userId)))?.Id ?? '';
      const written = unlessSince === undefined ? [] : await postsSince(api, channelId, unlessSince);
      if (written.some((post) => post.userId === botId && post.message === text)) return;
      const props = attachments.length === 0 ? {} : {attachments};
      const FileIds = await upload(api, channelId, file);
      await answered(
        api.CreatePost({UserId: botId, ChannelId: channelId, Message: text, Props: props, FileIds}),
      );
    },
  } satisfies Chat;
}

/** The ids that a post names its files by. */
async function upload(api: ApiClient, channelId: string, file: OutgoingFile | undefined): Promise<string[]> {
  if (file === undefined) return [];
  return [(await uploaded(api.UploadFile(file.bytes, channelId, file.name)))?.Id ?? ''];
}

/** A group message has eight members at most. */
const MAX_MEMBERS = 20;

async function shareTeam(api: ApiClient, channelId: string): Promise<boolean> {
  const members = (await answered(api.GetChannelMembers(channelId, 0, MAX_MEMBERS))) ?? [];
  const teams = await Promise.all(
    members.map(async ({UserId = ''}) => (await answered(api.GetTeamsForUser(UserId))) ?? []),
  );
  const [first = [], ...others] = teams.map((list) => list.map(({Id = ''}) => Id));
  return first.some((id) => others.every((ids) => ids.includes(id)));
}

async function postsSince(api: ApiClient, channelId: string, since: number): Promise<ChatPost[]> {
  const list = await answered(api.GetPostsSince(channelId, since));
  return Object.values(list?.Posts ?? {}).map(toChatPost);
}

async function rewritePost(
  api: ApiClient,
  postId: string,
  rewrite: (post: ChatPost) => PostContent,
): Promise<Rewriting> {
  const stored = await answeredOrMissing(api.GetPost(postId));
  if (stored === undefined || (stored.DeleteAt ?? 0) !== 0) return 'gone';
  const post = toChatPost(stored);
  const {message, props} = rewrite(post);
  const rewritten = {...stored, Message: message, Props: {...post.props, ...props}};
  return (await answeredOrMissing(api.UpdatePost(rewritten))) === undefined ? 'gone' : 'rewritten';
}

function mapped<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value);
}
