import type {Voucher} from '../../core/domain/voucher.js';
import type {Vouchers} from '../../core/ports/service-records.js';
import {openRows} from './open-rows.js';
import type {Row, RowDeps} from './row.js';
import {ROWS, VOUCHER_SECONDS} from './rows.js';

type VoucherRow = Row<Voucher | undefined>;

/** Nobody has vouched there before, as far as this process knows: the first write then costs no read. */
const unseen = {seen: {stored: undefined}};

/** Kept in the store as well: a button may be pressed later, and the press arrive at another node. */
export function createVouchers(deps: RowDeps): Vouchers {
  const {clock} = deps;
  const openRow = openRows(deps);
  /** By the ids in the key; a row of which this process knows the text takes a single write. */
  const known = new Map<string, {voucher: Voucher; row: VoucherRow}>();
  const isAlive = ({at}: Voucher): boolean => at + VOUCHER_SECONDS * 1000 > clock.now();

  /** Of a channel, of a member in it, and of a place there in which the member typed. */
  const open = (ids: readonly string[], options = {}): VoucherRow => {
    const [channelId = '', userId, rootId] = ids;
    if (userId === undefined) return openRow(ROWS.channelVoucher, [channelId], options);
    if (rootId === undefined) return openRow(ROWS.memberVoucher, [channelId, userId], options);
    return openRow(ROWS.placeVoucher, [channelId, userId, rootId], options);
  };
  const keep = async (ids: readonly string[], voucher: Voucher): Promise<void> => {
    const row = known.get(ids.join())?.row ?? open(ids, unseen);
    known.set(ids.join(), {voucher, row});
    await row.update((stored) => ({...stored, ...voucher}));
  };
  const find = async (ids: readonly string[]): Promise<Voucher | undefined> => {
    const here = known.get(ids.join())?.voucher;
    if (here !== undefined && isAlive(here)) return here;
    const stored = await open(ids).known();
    return stored !== undefined && isAlive(stored) ? stored : undefined;
  };
  return {
    async keep(userId, {channelId, rootId}, given) {
      const voucher = {...given, at: clock.now()};
      for (const [key, old] of known) if (!isAlive(old.voucher)) known.delete(key);
      const rows = [[channelId], [channelId, userId], [channelId, userId, rootId]];
      await Promise.all(rows.map((ids) => keep(ids, voucher)));
    },
    ofMember: (userId, channelId) => find([channelId, userId]),
    ofChannel: (channelId) => find([channelId]),
    ofPlace: (userId, {channelId, rootId}) => find([channelId, userId, rootId]),
  };
}
