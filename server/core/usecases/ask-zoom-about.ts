import type {MeetingEvent} from '../domain/apply-event.js';
import {cardState} from '../domain/card.js';
import type {Cards} from '../ports/cards.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import {type Zoom, ZoomError} from '../ports/zoom.js';
import type {RecordMeetingEvent} from './record-meeting-event.js';

/** Never rejects: a hint that leads nowhere is a log line. */
export type AskZoomAbout = (hint: {number: string; uuid?: string | undefined}) => Promise<void>;

interface AskZoomAboutDeps {
  zoom: Zoom;
  cards: Cards;
  clock: Clock;
  logger: Logger;
  record: RecordMeetingEvent;
  /** Milliseconds for both questions together. */
  newDeadline: () => AbortSignal;
}

/**
 * A webhook that is authentic but stale is only a hint: the card follows what Zoom says now, first about the running
 * meeting, then about the past one. A replay therefore gains nothing and a late retry is not lost.
 */
export const createAskZoomAbout =
  (deps: AskZoomAboutDeps): AskZoomAbout =>
  async ({number, uuid}) => {
    try {
      const {cards} = await deps.cards.ofMeeting(number);
      const open = cards.find((card) => cardState(card) !== 'ended');
      if (open === undefined) return;
      const event = await ask(deps, number, uuid ?? open.occurrence ?? open.meeting.uuid);
      if (event !== undefined) await deps.record(event);
    } catch (error) {
      const problem = error instanceof ZoomError ? error.problem.kind : String(error);
      deps.logger.warn('Asking Zoom about a meeting led nowhere', {meeting: number, problem});
    }
  };

async function ask(
  deps: AskZoomAboutDeps,
  number: string,
  uuid: string | undefined,
): Promise<MeetingEvent | undefined> {
  const signal = deps.newDeadline();
  const receivedAt = deps.clock.now();
  const running = await deps.zoom.meeting(number, signal);
  if (running?.status === 'started') {
    return {kind: 'started', number, uuid: running.uuid ?? uuid, hostId: running.hostId, receivedAt};
  }
  const past = uuid === undefined ? undefined : await deps.zoom.pastMeeting(uuid, signal);
  if (past?.endedAt === undefined) return undefined;
  const {hostId, startedAt, endedAt} = past;
  return {kind: 'ended', number, uuid: past.uuid, hostId, startedAt, endedAt, receivedAt};
}
