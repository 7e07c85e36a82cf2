import {attendance} from '../../core/domain/attendance.js';
import {kindOf} from '../../core/domain/card-kind.js';
import {type Card, cardStart, cardState, isOver} from '../../core/domain/card.js';
import type {OpenCard, OpenCards} from '../../core/ports/open-cards.js';
import {isStoreError} from '../../core/ports/port-error.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS, type StoredOpenCard} from './rows.js';

/** Nobody waits for this row, and a burst of starts is one write. */
const WRITE_AFTER_MS = 60_000;
/** The row must stay small. A company with more meetings at a time has no use for the exact number. */
const MAX_CARDS = 2_000;
/** Zoom ends a meeting after 30 hours at the latest, and its card is not asked about for longer. */
const LONGEST_MS = 30 * 60 * 60_000;

interface OpenCardsDeps extends RowDeps {
  /** Runs beside the caller. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
}

export interface SeenOpenCards extends OpenCards {
  see: (card: Card) => void;
  /** From `begin` to `end` what was seen is written down. */
  schedule: {begin: () => void; end: () => void};
}

/**
 * Where all open cards are, in one row, so that they can be counted and listed without a scan. It follows whatever is
 * seen of a card. What a process that dies had not written yet is seen again by the job that asks about each open card.
 */
export function createOpenCards(deps: OpenCardsDeps): SeenOpenCards {
  const open = openRows(deps);
  /** What the row does not know yet. */
  const news = new Map<string, {card: StoredOpenCard; isOpen: boolean}>();
  /** The row, as it was at that time. */
  let known: {at: number; stored: Promise<readonly StoredOpenCard[]>} | undefined;
  let isRunning = false;
  let cancel: (() => void) | undefined;

  const applied = (stored: readonly StoredOpenCard[]): readonly StoredOpenCard[] => {
    const since = deps.clock.now() - LONGEST_MS;
    const opened = [...news.values()].filter(({isOpen}) => isOpen).map(({card}) => card);
    const isKept = ({id, number}: StoredOpenCard): boolean => {
      const heard = news.get(id);
      // What an earlier version wrote, nobody could find.
      return heard === undefined || (heard.isOpen && number !== undefined);
    };
    const kept = stored.filter(isKept);
    const added = opened.filter(({id}) => !kept.some((known) => known.id === id));
    return [...kept, ...added].filter(({openedAt}) => openedAt > since).slice(-MAX_CARDS);
  };
  const writeLater = (): void => {
    if (!isRunning || cancel !== undefined || news.size === 0) return;
    cancel = deps.clock.after(WRITE_AFTER_MS, () => {
      cancel = undefined;
      deps.inBackground(write());
    });
  };
  const write = async (): Promise<void> => {
    const written = [...news];
    try {
      const stored = await open(ROWS.openCards, []).update((stored) => {
        const next = applied(stored);
        return isSame(stored, next) ? undefined : next;
      });
      known = {at: deps.clock.now(), stored: Promise.resolve(stored)};
      for (const [id, entry] of written) if (news.get(id) === entry) news.delete(id);
    } catch (error) {
      // It is not urgent.
      if (!isStoreError(error)) throw error;
    }
    writeLater();
  };
  return {
    see(card) {
      const {id, channelId, meeting, host} = card;
      const isOpen = card.postGone !== true && !isOver(card) && !isOnlyPlanned(card);
      // What was planned may have been brought here long before.
      const openedAt = Math.max(card.openedAt, cardStart(card) ?? 0);
      const seen = {id, openedAt, number: meeting.number, channelId, hostUserId: host.userId};
      news.set(id, {card: seen, isOpen});
      writeLater();
    },
    schedule: {
      begin() {
        isRunning = true;
        writeLater();
      },
      end() {
        isRunning = false;
        cancel?.();
        if (news.size > 0) deps.inBackground(write());
      },
    },
    count: async () => applied(await open(ROWS.openCards, []).known()).length,
    list: async () => applied(await open(ROWS.openCards, []).known()).flatMap(found),
    async listKnown() {
      const now = deps.clock.now();
      if (known === undefined || known.at + WRITE_AFTER_MS <= now) {
        const look = {at: now, stored: open(ROWS.openCards, []).known()};
        known = look;
        // What failed is asked again; who waits for it hears of it below.
        look.stored.catch(() => {
          if (known === look) known = undefined;
        });
      }
      return applied(await known.stored).flatMap(found);
    },
  };
}

/** Nobody is there yet. */
const isOnlyPlanned = (card: Card): boolean =>
  kindOf(card).isPlanned && cardState(card) === 'waiting' && attendance(card).waiting === 0;

const found = ({openedAt, number, channelId, hostUserId}: StoredOpenCard): OpenCard[] =>
  number === undefined || channelId === undefined ? [] : [{openedAt, number, channelId, hostUserId}];

const isSame = (some: readonly StoredOpenCard[], others: readonly StoredOpenCard[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));
