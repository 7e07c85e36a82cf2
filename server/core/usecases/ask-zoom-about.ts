import {isNamed} from '../domain/apply-event.js';
import {type Card, cardEnd, isOver} from '../domain/card.js';
import type {MeetingEvent, Named} from '../domain/events.js';
import {hostOf} from '../domain/zoom-subject.js';
import type {Cards} from '../ports/cards.js';
import type {Clock} from '../ports/clock.js';
import {hasCode, isPortError} from '../ports/port-error.js';
import type {ZoomPastMeeting} from '../ports/zoom/endpoints/past-meeting.js';
import type {Zoom, ZoomAs} from '../ports/zoom.js';
import type {Tally} from '../ports/tally.js';

/** Never rejects: a hint that leads nowhere is counted for the log. */
export type AskZoomAbout = (hint: Named) => Promise<void>;

interface AskZoomAboutDeps {
  /** `undefined`: Zoom is not set up, so nobody is asked. */
  zoom: Zoom | undefined;
  cards: Cards;
  clock: Pick<Clock, 'now'>;
  /** Takes what Zoom has answered. */
  record: (event: MeetingEvent) => Promise<unknown>;
  /** A question without an answer, with the reason. */
  ledNowhere: Tally<string>;
  /** Milliseconds for both questions together. */
  newDeadline: () => AbortSignal;
}

/**
 * A webhook that is authentic but stale is only a hint. The card follows what Zoom says now, first about the running
 * meeting, then about the past one. So a replay gains nothing, and a late retry is not lost.
 */
export const createAskZoomAbout =
  ({zoom, ...deps}: AskZoomAboutDeps): AskZoomAbout =>
  async (hint) => {
    if (zoom === undefined) return;
    try {
      const stored = await deps.cards.ofNumber(hint.number);
      const cards = stored.cards.filter((known) => isNamed(known, hint));
      const card =
        cards.find((known) => !isOver(known)) ?? cards.find((known) => cardEnd(known) === undefined);
      if (card === undefined) return;
      const event = await ask({...deps, zoom}, card, hint.uuid ?? card.occurrence ?? card.meeting.uuid);
      if (event !== undefined) await deps.record(event);
    } catch (error) {
      deps.ledNowhere(reasonOf(error));
    }
  };

function reasonOf(error: unknown): string {
  if (!isPortError(error)) return String(error);
  return error.code === 'zoom-trouble' ? error.details.problem.kind : error.code;
}

type AskDeps = AskZoomAboutDeps & {zoom: NonNullable<AskZoomAboutDeps['zoom']>};

async function ask(deps: AskDeps, card: Card, uuid: string | undefined): Promise<MeetingEvent | undefined> {
  const {number} = card.meeting;
  const zoom = deps.zoom.as(hostOf(card), deps.newDeadline());
  const receivedAt = deps.clock.now();
  // A meeting that Zoom no longer knew does not come back: only its past is still of interest.
  const isAsked = !isOver(card);
  const running = isAsked ? await zoom.meeting(number) : undefined;
  if (running?.status === 'started') {
    return {kind: 'started', number, uuid: running.uuid ?? uuid, hostId: running.hostId, receivedAt};
  }
  const past = uuid === undefined ? undefined : await pastMeeting(deps, zoom, uuid);
  if (past?.endedAt !== undefined) {
    const {hostId, startedAt, endedAt} = past;
    return {kind: 'ended', number, uuid: past.uuid, hostId, startedAt, endedAt, receivedAt};
  }
  if (!isAsked || running !== undefined) return undefined;
  deps.ledNowhere('unknown-meeting');
  return {kind: 'unknown', number, receivedAt};
}

/** May fail by itself: that a meeting is over does not depend on its times. */
async function pastMeeting(
  {ledNowhere}: AskDeps,
  zoom: ZoomAs,
  uuid: string,
): Promise<ZoomPastMeeting | undefined> {
  try {
    return await zoom.pastMeeting(uuid);
  } catch (error) {
    if (!hasCode(error, 'zoom-trouble')) throw error;
    ledNowhere(reasonOf(error));
    return undefined;
  }
}
