import {z} from 'zod';
import type {PrivatePlace} from '../../../core/ports/chat.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {KeyValue} from '../../../core/ports/key-value.js';
import {parseJson} from '../../../lib/parse-json.js';

/** As long as Mattermost takes answers to a command. */
const LIVES_FOR_MS = 30 * 60_000;

const voucherSchema = z.object({
  teamId: z.string(),
  isDirect: z.boolean(),
  /** Where answers to the command go, below the Site URL; '' for nowhere. */
  responsePath: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
});

/** Mattermost itself has let somebody write in this channel: it passed their command on to us. */
type Voucher = z.infer<typeof voucherSchema>;

/**
 * What Mattermost vouched for. A bot sees little of a channel that it is not in; but the server runs a command only for
 * members who may post there, and never in an archived channel.
 */
export interface Vouchers {
  /** Known to this process at once; resolves when every node knows. */
  keep(userId: string, place: Place, voucher: Omit<Voucher, 'at'>): Promise<void>;
  ofMember(userId: string, channelId: string): Promise<Voucher | undefined>;
  ofChannel(channelId: string): Promise<Voucher | undefined>;
  /** Of the command that the member typed last in this very place: its answers appear there. */
  ofPlace(userId: string, place: Place): Promise<Voucher | undefined>;
}

/** A channel, or a thread in it; `rootId` '' outside threads. */
type Place = Pick<PrivatePlace, 'channelId' | 'rootId'>;

/** Kept in the store as well: a button may be pressed later, and the press arrive at another node. */
export function createVouchers({keyValue, clock}: {keyValue: KeyValue; clock: Clock}): Vouchers {
  const known = new Map<string, Voucher>();
  const isAlive = ({at}: Voucher): boolean => at + LIVES_FOR_MS > clock.now();

  const find = async (key: string): Promise<Voucher | undefined> => {
    const here = known.get(key);
    if (here !== undefined && isAlive(here)) return here;
    const stored = await keyValue.get(key);
    if (stored === undefined) return undefined;
    const {success, data} = voucherSchema.safeParse(parseJson(Buffer.from(stored)));
    return success && isAlive(data) ? data : undefined;
  };
  return {
    async keep(userId, place, given) {
      const voucher = {...given, at: clock.now()};
      for (const [key, old] of known) if (!isAlive(old)) known.delete(key);
      const {channelId} = place;
      const keys = [memberKey(userId, channelId), channelKey(channelId), placeKey(userId, place)];
      for (const key of keys) known.set(key, voucher);
      const ttlSeconds = LIVES_FOR_MS / 1000;
      await Promise.all(keys.map((key) => keyValue.put(key, JSON.stringify(voucher), {ttlSeconds})));
    },
    ofMember: (userId, channelId) => find(memberKey(userId, channelId)),
    ofChannel: (channelId) => find(channelKey(channelId)),
    ofPlace: (userId, place) => find(placeKey(userId, place)),
  };
}

const memberKey = (userId: string, channelId: string): string => `voucher_${channelId}_${userId}`;
const channelKey = (channelId: string): string => `voucher_${channelId}`;
const placeKey = (userId: string, {channelId, rootId}: Place): string =>
  `voucher_${channelId}_${userId}_${rootId}`;
