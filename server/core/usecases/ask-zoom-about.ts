import {kindOf} from '../domain/card-kind.js';
import {type Card, cardEnd, cardStart, isClosed, isOver} from '../domain/card.js';
import type {MeetingEvent, Named} from '../domain/events.js';
import {mayComeBack} from '../domain/may-come-back.js';
import {nobodyCame} from '../domain/nobody-came.js';
import {isNamed} from '../domain/standing.js';
import {hostOf} from '../domain/zoom-subject.js';
import type {Cards} from '../ports/cards.js';
import type {Clock} from '../ports/clock.js';
import {hasCode, isPortError} from '../ports/port-error.js';
import type {ZoomMeetingState} from '../ports/zoom/endpoints/meeting.js';
import type {ZoomPastMeeting} from '../ports/zoom/endpoints/past-meeting.js';
import type {Zoom, ZoomAs} from '../ports/zoom.js';
import type {Tally} from '../ports/tally.js';
import type {AskPlanned} from './ask-planned.js';
import {findHeld} from './find-held.js';
import type {MayAsk} from './may-ask.js';

/** Never rejects: a hint that leads nowhere is counted for the log. not-now: it has to be asked again soon. */
export type AskZoomAbout = (hint: Named, mayAsk?: MayAsk) => Promise<'asked' | 'not-now'>;

export interface AskZoomAboutDeps {
  /** `undefined`: Zoom is not set up, so nobody is asked. */
  zoom: Zoom | undefined;
  cards: Cards;
  clock: Pick<Clock, 'now'>;
  /** Takes what Zoom has answered. */
  record: (event: MeetingEvent) => Promise<unknown>;
  askPlanned: AskPlanned;
  /** A question without an answer, with the reason. */
  ledNowhere: Tally<string>;
  /** For one question. */
  newDeadline: () => AbortSignal;
}

/**
 * Makes the cards of a number follow what Zoom says now, first about the running meeting, then about the past one. A
 * webhook that is authentic but stale is only a hint to ask, so that a replay gains nothing, and a late retry is not
 * lost.
 */
export const createAskZoomAbout =
  ({zoom, ...deps}: AskZoomAboutDeps): AskZoomAbout =>
  async (hint, mayAsk = always) => {
    if (zoom === undefined) return 'asked';
    try {
      return await ask({...deps, zoom, hint, mayAsk});
    } catch (error) {
      deps.ledNowhere(reasonOf(error));
      return hasCode(error, 'store-unavailable') ? 'not-now' : 'asked';
    }
  };

const always: MayAsk = async () => true;

function reasonOf(error: unknown): string {
  if (!isPortError(error)) return String(error);
  return error.code === 'zoom-trouble' ? error.details.problem.kind : error.code;
}

interface Asking extends AskZoomAboutDeps {
  zoom: Zoom;
  hint: Named;
  mayAsk: MayAsk;
}

async function ask(asking: Asking): Promise<'asked' | 'not-now'> {
  const [open] = (await withoutEnd(asking)).filter((card) => !isOver(card) || mayComeBack(card));
  // A meeting that Zoom no longer knew does not come back: only its past is still of interest.
  const running = open === undefined ? 'not-asked' : await askWhatRuns(asking, open);
  if (running === 'not-now') return running;
  // Some have begun by that answer.
  for (const card of (await withoutEnd(asking)).filter((known) => !isClosed(known))) {
    const isLate = (await follow(asking, card, running)) === 'not-now';
    if (isLate && (running === 'not-asked' || nobodyCame(card, asking.clock.now()))) return 'not-now';
  }
  return 'asked';
}

/** Those about which Zoom may still tell something. */
const withoutEnd = async ({cards, hint}: Asking): Promise<readonly Card[]> =>
  (await cards.ofNumber(hint.number)).cards.filter(
    (card) => isNamed(card, hint) && card.postGone !== true && cardEnd(card) === undefined,
  );

/** What is to be asked about one card, after what runs under its number. */
async function follow(asking: Asking, card: Card, running: Running): Promise<'asked' | 'not-now'> {
  if (kindOf(card).isPlanned && (isLiveWebinar(card) || nobodyCame(card, asking.clock.now())))
    return askWhetherHeld(asking, card);
  return mayRun(asking, card, running) ? 'asked' : askWhatWas(asking, card, running);
}

/** Of these, Zoom says that they are over, and not that they run. */
const isLiveWebinar = (card: Card): boolean =>
  kindOf(card).isWebinar && !isOver(card) && cardStart(card) !== undefined;

/** not-asked: all cards are over · `undefined`: Zoom does not know the number any more */
type Running = ZoomMeetingState | undefined | 'not-asked';

async function askWhatRuns(asking: Asking, card: Card): Promise<Running | 'not-now'> {
  if (!(await asking.mayAsk('patient'))) return 'not-now';
  const {number} = card.meeting;
  const receivedAt = asking.clock.now();
  const zoom = askedAs(asking, card);
  const running = kindOf(card).isPlanned
    ? await asking.askPlanned(zoom, (await withoutEnd(asking)).filter(isToBeTold), asking.mayAsk)
    : await zoom.meeting(number);
  if (running?.status === 'started') {
    const uuid = running.uuid ?? uuidOf(asking, card);
    await asking.record({kind: 'started', number, uuid, hostId: running.hostId, receivedAt});
  }
  if (running === undefined) asking.ledNowhere('unknown-meeting');
  return running;
}

const isToBeTold = (card: Card): boolean => kindOf(card).isPlanned && (!isOver(card) || mayComeBack(card));

/** Whether, by what Zoom says of the number, the occurrence of this card may go on. */
function mayRun(asking: Asking, card: Card, running: Running): boolean {
  if (running === 'not-asked' || running === undefined || isOver(card)) return false;
  const uuid = uuidOf(asking, card);
  switch (running.status) {
    case 'started':
      return running.uuid === undefined || uuid === undefined || running.uuid === uuid;
    case 'waiting':
      return false;
    case undefined:
      return true;
  }
}

/** Zoom may call a meeting waiting that has begun this very moment. */
const CERTAIN_AFTER_MS = 60_000;

async function askWhatWas(asking: Asking, card: Card, running: Running): Promise<'asked' | 'not-now'> {
  const {number} = card.meeting;
  const receivedAt = asking.clock.now();
  const uuid = uuidOf(asking, card);
  const past = uuid === undefined ? undefined : await pastMeeting(asking, card, running, uuid);
  if (past !== undefined && past !== 'not-now' && past.endedAt !== undefined) {
    const {hostId, startedAt, endedAt} = past;
    const times = {startedAt, endedAt, receivedAt};
    await asking.record({kind: 'ended', number, uuid: past.uuid, hostId, ...times, wasFound: true});
    return 'asked';
  }
  if (!isOver(card)) {
    const start = cardStart(card);
    const hasRun = start !== undefined && receivedAt - start >= CERTAIN_AFTER_MS;
    // Of an instant meeting the number goes with its end; under another one, an occurrence ends and the number stays.
    if (running === undefined) await asking.record({kind: 'unknown', number, receivedAt});
    else if (hasRun && uuid !== undefined) await asking.record({kind: 'unknown', number, uuid, receivedAt});
  }
  return past === 'not-now' ? past : 'asked';
}

/** It is a webinar that runs, or its time is over and nobody has told of it. */
async function askWhetherHeld(asking: Asking, card: Card): Promise<'asked' | 'not-now'> {
  if (!(await asking.mayAsk('if-free'))) return 'not-now';
  const receivedAt = asking.clock.now();
  const held = await findHeld(askedAs(asking, card), card, asking.mayAsk);
  if (held === undefined) return 'asked';
  const about = {number: card.meeting.number, ...held, receivedAt};
  if (held.endedAt !== undefined) await asking.record({kind: 'ended', ...about, wasFound: true});
  else {
    await asking.record({kind: 'started', ...about});
    await asking.record({kind: 'unknown', ...about});
  }
  return 'asked';
}

/** May fail by itself: that a meeting is over does not depend on its times. */
async function pastMeeting(
  asking: Asking,
  card: Card,
  running: Running,
  uuid: string,
): Promise<ZoomPastMeeting | undefined | 'not-now'> {
  // Where the past decides what becomes of the card, and where nothing else was asked, it is worth a turn.
  const isDecisive = running === 'not-asked' || (running === undefined && cardStart(card) === undefined);
  if (!(await asking.mayAsk(isDecisive ? 'patient' : 'if-free'))) return 'not-now';
  try {
    return await askedAs(asking, card).pastMeeting(uuid);
  } catch (error) {
    if (!hasCode(error, 'zoom-trouble')) throw error;
    asking.ledNowhere(reasonOf(error));
    return undefined;
  }
}

const askedAs = ({zoom, newDeadline}: Asking, card: Card): ZoomAs => zoom.as(hostOf(card), newDeadline());

/** The occurrence that a card follows, as far as anybody knows it. */
const uuidOf = ({hint}: Asking, {occurrence, meeting}: Card): string | undefined =>
  occurrence ?? hint.uuid ?? meeting.uuid;
