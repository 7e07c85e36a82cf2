/** Rows of the official plugin, which has our id and so our store. docs/upgrade-from-the-official-plugin.md */
export const OFFICIAL = {
  /** A person's token, and who they are in Zoom. */
  person: {key: 'zoomtoken_<user>'},
  /** The same text by the id in Zoom: of several people with one Zoom user, that of who connected last. */
  zoomUser: {key: 'zoomtokenbyzoomid_<zoomUser>'},
  /** The token of an administrator's consent for everybody. */
  account: {key: 'zoomSuperUserToken_'},
  /** Which number a person's meetings have. */
  meetingId: {key: 'zoomUserPreference_<user>'},
  /** Where meetings may be started: all channels in one row. */
  channels: {key: 'zoomChannelSettings'},
} as const;

/** An id of Mattermost's: https://github.com/mattermost/mattermost/blob/master/server/public/model/utils.go */
const ID = /^[a-z0-9]{26}$/;
export const isMattermostId = (text: string): boolean => ID.test(text);

/** Whose row it is; `undefined`: it is none of this kind. */
export function userOf(key: string, {key: form}: {key: `${string}_<user>`}): string | undefined {
  const before = form.slice(0, -'<user>'.length);
  const userId = key.slice(before.length);
  return key.startsWith(before) && isMattermostId(userId) ? userId : undefined;
}
