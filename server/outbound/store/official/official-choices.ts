import * as z from 'zod';
import {CHANNEL_STARTS, type ChannelStarts} from '../../../core/domain/channel-policy.js';
import type {MeetingIdChoice} from '../../../core/domain/meeting-id-choice.js';
import {parseJson} from '../../../lib/parse-json.js';
import {openRows} from '../open-rows.js';
import type {RowDeps} from '../row.js';
import {ROWS} from '../rows.js';
import {isMattermostId, OFFICIAL, userOf} from './official-keys.js';
import {createOfficialRows} from './official-rows.js';
import type {TellUnreadable} from './tell-unreadable.js';

/** Whether the personal meeting ID is used. */
const CHOICES: ReadonlyMap<unknown, MeetingIdChoice> = new Map([
  ['true', 'personal'],
  ['false', 'unique'],
  ['ask', 'ask'],
]);

const channelsSchema = z.record(z.string(), z.unknown());
const policySchema = z.object({Preference: z.enum(CHANNEL_STARTS)});

/** What people and administrators chose in the official plugin, whose rows stay. Rejects with a store error. */
export interface OfficialChoices {
  /** True: something of this row was not known yet. */
  take: (key: string) => Promise<boolean>;
}

export function createOfficialChoices(deps: RowDeps & {tellUnreadable: TellUnreadable}): OfficialChoices {
  const {tellUnreadable} = deps;
  const rows = createOfficialRows(deps.keyValue);
  const open = openRows(deps);
  const takeMeetingId = async (key: string, userId: string, stored: string): Promise<boolean> => {
    const choice = CHOICES.get(parseJson(stored));
    if (choice === undefined) {
      tellUnreadable(key, 'this person’s choice of a meeting ID');
      return false;
    }
    let isNew = false;
    await open(ROWS.meetingIdChoice, [userId]).update((known) => {
      isNew = known === undefined;
      return isNew ? {choice} : undefined;
    });
    return isNew;
  };
  const takePolicy = async (channelId: string, starts: ChannelStarts): Promise<boolean> => {
    let isNew = false;
    await open(ROWS.channelPolicy, [channelId]).update((known) => {
      isNew = known === undefined;
      return isNew ? {starts} : undefined;
    });
    return isNew;
  };
  const takeChannels = async (key: string, stored: string): Promise<boolean> => {
    const channels = channelsSchema.safeParse(parseJson(stored)).data;
    let hasNew = false;
    let isWhole = channels !== undefined;
    for (const [channelId, policy] of Object.entries(channels ?? {})) {
      const starts = policySchema.safeParse(policy).data?.Preference;
      if (starts === undefined || !isMattermostId(channelId)) isWhole = false;
      else if (await takePolicy(channelId, starts)) hasNew = true;
    }
    if (!isWhole) tellUnreadable(key, 'what was decided about starts in some of the channels');
    return hasNew;
  };
  return {
    async take(key) {
      const userId = userOf(key, OFFICIAL.meetingId);
      if (userId === undefined && key !== OFFICIAL.channels.key) return false;
      const stored = await rows.read(key);
      if (stored === undefined) return false;
      return userId === undefined ? takeChannels(key, stored) : takeMeetingId(key, userId, stored);
    },
  };
}
