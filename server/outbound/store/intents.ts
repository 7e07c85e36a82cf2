import {createHash} from 'node:crypto';
import type {Attempt} from '../../core/domain/attempt.js';
import {kindOf} from '../../core/domain/card-kind.js';
import {type Intent, type IntentOwner, isLeftBehind} from '../../core/domain/intent.js';
import {isAskedAboutWhileWaiting, isSamePlace} from '../../core/domain/start-place.js';
import type {Clock} from '../../core/ports/clock.js';
import {INTENT_WINDOW, type Intents, type Opening} from '../../core/ports/intents.js';
import {hasCode} from '../../core/ports/port-error.js';
import {openRows} from './open-rows.js';
import type {Row, RowDeps} from './row.js';
import {ROWS} from './rows.js';

/** Few enough to read them all on activation, many enough that busy channels rarely share one. */
const ROW_COUNT = 8;

/** No meeting of Zoom's is longer than 30 hours; one that has gone on for a day is nothing to ask about. */
const POSTED_MS = 24 * 60 * 60 * 1000;
const MAX_POSTED = 20;

/** As long as the limit that other nodes could pass most easily. */
const TRACE_MS = 60_000;
const MAX_TRACES = 40;

/**
 * Open intents in a few fixed rows, by hash of the channel: all of them are found again without a scan. `self`: this
 * process, where its node knows itself again.
 */
export function createIntents(deps: RowDeps, self?: IntentOwner): Intents {
  const open = openRows(deps);
  const rows = Array.from({length: ROW_COUNT}, (_, index) =>
    createIntentRow(open(ROWS.intents, [String(index)]), deps.clock, self),
  );
  const rowOf = (channelId: string): IntentRow => {
    const hash = createHash('sha256').update(channelId).digest().readUInt32BE(0);
    return rows[hash % ROW_COUNT] as IntentRow;
  };
  return {
    recent: (userId, place, now) => rowOf(place.channelId).recent(userId, place, now),
    open: (intent, options) => rowOf(intent.channelId).open(intent, options),
    attachMeeting: (intent, meeting) => rowOf(intent.channelId).attachMeeting(intent, meeting),
    freeAt: (intent) => rowOf(intent.channelId).freeAt(intent),
    isLeft: (intent) => rowOf(intent.channelId).isLeft(intent),
    hasLeft: (channelId) => rowOf(channelId).hasLeft(channelId),
    claim: (intent, now) => rowOf(intent.channelId).claim(intent, now),
    putAside: (intent) => rowOf(intent.channelId).putAside(intent),
    close: (intent) => rowOf(intent.channelId).close(intent),
    forget: (intent) => rowOf(intent.channelId).forget(intent),
    markPosted: (intent) => rowOf(intent.channelId).markPosted(intent),
    recall: (intent) => rowOf(intent.channelId).recall(intent),
    drop: (intent) => rowOf(intent.channelId).drop(intent),
    inChannel: (channelId) => rowOf(channelId).inChannel(channelId),
    async inStore(channelId) {
      if (channelId !== undefined) return rowOf(channelId).inStore(channelId);
      const found = await Promise.all(rows.map((row) => row.inStore().catch(noneWhereUnreadable)));
      return newestFirst(found.flat());
    },
    all: async () => (await Promise.all(rows.map((row) => row.all().catch(noneWhereUnreadable)))).flat(),
    allKnown: async () =>
      (await Promise.all(rows.map((row) => row.allKnown().catch(noneWhereUnreadable)))).flat(),
  };
}

/** One row that cannot be read keeps nobody from finishing what the others hold. */
function noneWhereUnreadable(error: unknown): readonly Intent[] {
  if (hasCode(error, 'record-unreadable')) return [];
  throw error;
}

type IntentRow = Intents;

function createIntentRow(
  row: Row<readonly Intent[]>,
  clock: Clock,
  self: IntentOwner | undefined,
): IntentRow {
  /** Those whose card is posted, and those whose meeting is over: it is noted when the row is written next. */
  const finished = new Set<string>();
  const over = new Set<string>();
  /** Those of others that this process finishes, and the `claimedAt` of its claim. */
  const taken = new Map<string, number>();
  /** Those of them at which nobody works for now. */
  const aside = new Set<string>();
  /** Meetings that could not be noted in the store: this process still knows them. */
  const unsaved = new Map<string, Pick<Intent, 'kind' | 'meeting'>>();

  const alive = (intents: readonly Intent[]): readonly Intent[] => intents.filter(({id}) => !over.has(id));
  const marked = (intent: Intent): Intent => (finished.has(intent.id) ? {...intent, posted: true} : intent);

  const update = async (edit: (intents: readonly Intent[]) => readonly Intent[] | undefined) => {
    const intents = await row.update((current) => {
      const edited = edit(current);
      return edited && tidied(edited.map(marked), over, clock.now());
    });
    for (const settled of [finished, taken, aside]) {
      for (const id of settled.keys()) if (!intents.some((intent) => isOpen(intent, id))) settled.delete(id);
    }
    for (const id of over)
      if (!intents.some((intent) => intent.id === id && !isTrace(intent))) over.delete(id);
    return intents;
  };
  const editOne = (id: string, edit: (intent: Intent) => Intent | undefined) =>
    update((intents) => {
      const before = intents.find((intent) => intent.id === id);
      const after = before && edit(before);
      return after && intents.map((intent) => (intent === before ? after : intent));
    });
  const owned = (intent: Intent): Intent =>
    self === undefined ? intent : {...intent, owner: {...self, at: intent.claimedAt}};
  const isTaken = ({id, claimedAt}: Intent): boolean => taken.get(id) === claimedAt;
  const isLeft = (intent: Intent): boolean => isLeftBehind(intent, self) || isTaken(intent);
  const isNobodys = (intent: Intent): boolean =>
    isTaken(intent) ? aside.has(intent.id) : isLeftBehind(intent, self);
  const freeAt = (intent: Intent): number => (isNobodys(intent) ? 0 : intent.claimedAt + INTENT_WINDOW);
  const unfinished = (intents: readonly Intent[]): readonly Intent[] =>
    alive(intents).filter(({id, posted}) => posted !== true && !finished.has(id));
  const openAmong = (intents: readonly Intent[]): readonly Intent[] =>
    unfinished(intents).map((intent) =>
      intent.meeting === undefined ? {...intent, ...unsaved.get(intent.id)} : intent,
    );

  return {
    all: async () => openAmong((await row.refresh()).value),
    allKnown: async () => openAmong(await row.known()),
    recent: async (userId, place, now) =>
      alive(await row.known()).find(
        (intent) =>
          isStart(intent) && intent.userId === userId && isSamePlace(intent, place) && isRecent(intent, now),
      ),
    async open(intent, {besides, limit} = {besides: true}) {
      let opening: Opening = {kind: 'opened'};
      await update((intents) => {
        const earlier = isStart(intent)
          ? earlierStart(alive(intents), intent, besides)
          : alive(intents).find((other) => isSameImport(marked(other), intent));
        const nextAt = limit?.(attemptsOf(intent.userId, intents));
        // Each try is judged anew.
        opening = {kind: 'opened'};
        if (nextAt !== undefined) opening = {kind: 'too-many', nextAt};
        if (earlier !== undefined) opening = {kind: 'earlier', earlier};
        return opening.kind === 'opened' ? [...intents, owned(intent)] : undefined;
      });
      return opening;
    },
    async attachMeeting(intent, meeting) {
      const known = {...(intent.kind && {kind: intent.kind}), meeting};
      unsaved.set(intent.id, known);
      await editOne(intent.id, (current) => ({...current, ...known}));
      unsaved.delete(intent.id);
    },
    freeAt,
    isLeft,
    hasLeft: async (channelId) =>
      unfinished(await row.known()).some((intent) => intent.channelId === channelId && isLeft(intent)),
    async claim({id}, now) {
      let claimed = false;
      // Each try is judged anew: whoever won the race may have finished it.
      await update((intents) => {
        const free = intents.find((intent) => isOpen(intent, id) && freeAt(intent) <= now);
        claimed = free !== undefined;
        if (free === undefined) return undefined;
        // Before it is written: a start of this process may read the new row before the write is answered.
        taken.set(id, now);
        aside.delete(id);
        return intents.map((intent) => (intent === free ? owned({...free, claimedAt: now}) : intent));
      });
      return claimed;
    },
    putAside({id}) {
      aside.add(id);
    },
    async close(intent) {
      // From now on, whatever becomes of the write.
      over.add(intent.id);
      await update((intents) => (intents.some(({id}) => id === intent.id) ? intents : undefined));
      unsaved.delete(intent.id);
    },
    forget(intent) {
      finished.add(intent.id);
    },
    async markPosted(intent) {
      await editOne(intent.id, (current) => ({...current, posted: true}));
    },
    async recall(intent) {
      await update((intents) => {
        const others = intents.filter(({id}) => id !== intent.id);
        const known = intents.find(({id}) => id === intent.id);
        // One that was brought here leaves the row by itself, unless it runs.
        return known !== undefined && isStart(known) ? undefined : [...others, {...intent, posted: true}];
      });
    },
    drop(intent) {
      over.add(intent.id);
    },
    inChannel: async (channelId) =>
      newestFirst(alive(await row.known()).filter((intent) => intent.channelId === channelId)),
    inStore: async (channelId) =>
      newestFirst(
        alive((await row.refresh()).value).filter(
          (intent) => !isTrace(intent) && [undefined, intent.channelId].includes(channelId),
        ),
      ),
  };
}

const newestFirst = (intents: readonly Intent[]): readonly Intent[] =>
  [...intents].sort((a, b) => b.openedAt - a.openedAt);

/** Somebody wants a meeting for now; the others bring one here that is planned, and nobody is asked about those. */
const isStart = (intent: Intent): boolean => !kindOf(intent).isPlanned;

/** The start that this one repeats, or, unless `besides` others, one that is asked about. */
function earlierStart(intents: readonly Intent[], intent: Intent, besides: boolean): Intent | undefined {
  const others = intents.filter((other) => isStart(other) && isRecent(other, intent.openedAt));
  const repeated = others.find((other) => other.userId === intent.userId && isSamePlace(other, intent));
  if (repeated !== undefined || besides) return repeated;
  return others.find((other) => isAskedAboutWhileWaiting(other, intent));
}

/** Whether `one` is about to be, or has just been, what `wanted` would be. */
const isSameImport = (one: Intent, wanted: Intent): boolean =>
  !isStart(one) &&
  !isImportDone(one, wanted.openedAt) &&
  one.channelId === wanted.channelId &&
  one.meeting?.number === wanted.meeting?.number;

const isRecent = ({openedAt}: Intent, now: number): boolean => openedAt + INTENT_WINDOW > now;

const isOpen = (intent: Intent, id: string): boolean => intent.id === id && intent.posted !== true;

/**
 * What is over leaves a trace for a minute, by which other nodes count what its person tried. It has the form of an
 * intent that is posted, so that earlier versions can read it, and lies in no channel, so that nobody takes it for one.
 */
const traceOf = ({id, userId, openedAt, claimedAt}: Intent): Intent => ({
  ...{id, userId, openedAt, claimedAt, posted: true},
  ...{username: '', name: '', channelId: '', rootId: '', topic: ''},
});

const isTrace = ({channelId}: Intent): boolean => channelId === '';

const attemptsOf = (person: string, intents: readonly Intent[]): readonly Attempt[] =>
  intents
    .filter((intent) => isStart(intent) && intent.userId === person)
    .map(({id, openedAt}) => ({id, at: openedAt}));

/**
 * What a row keeps of what is over, and of the meetings whose cards are posted: it must stay small. Of what was brought
 * here it keeps nothing but what another node might bring at the same time: its card says everything else.
 */
function tidied(intents: readonly Intent[], over: ReadonlySet<string>, now: number): readonly Intent[] {
  const left = intents
    .filter((intent) => isStart(intent) || !(over.has(intent.id) || isImportDone(intent, now)))
    .map((intent) => (over.has(intent.id) && !isTrace(intent) ? traceOf(intent) : intent));
  const kept = new Set([
    ...newest(left.filter(isTrace), {ageMs: TRACE_MS, limit: MAX_TRACES, now}),
    ...newest(
      left.filter((intent) => intent.posted === true && !isTrace(intent) && isStart(intent)),
      {ageMs: POSTED_MS, limit: MAX_POSTED, now},
    ),
    ...left.filter((intent) => !isStart(intent)),
  ]);
  return left.filter((intent) => intent.posted !== true || kept.has(intent));
}

const isImportDone = (intent: Intent, now: number): boolean =>
  intent.posted === true && !isRecent(intent, now);

const newest = (
  intents: readonly Intent[],
  {ageMs, limit, now}: {ageMs: number; limit: number; now: number},
): readonly Intent[] =>
  intents
    .filter(({openedAt}) => openedAt + ageMs > now)
    .sort((a, b) => b.openedAt - a.openedAt)
    .slice(0, limit);
