import type {Card} from '../domain/card.js';
import type {ExistingMeeting} from '../domain/existing-meeting.js';
import type {ZoomProblem} from '../domain/zoom-problem.js';
import type {ChatErrorCode} from '../ports/port-error.js';
import type {StartQuestion} from './ask-before-start.js';
import type {AccessRefusal} from './check-access.js';
import type {NotInZoom} from './find-host.js';
import type {PostOutcome} from './post-intent.js';

/** Before anything is asked of Zoom, `who` has to consent there (again). */
export type NotConnected = Extract<ZoomProblem, {kind: 'not-connected'}>;

/** What came of a wish for a meeting. */
export type StartOutcome =
  /**
   * `instead`: their personal meeting ID is switched off in Zoom, so that it has a new one · `alsoRuns`: topics of
   * other meetings of theirs that run now, '' where nobody gave one.
   */
  | {kind: 'started'; card: Card; instead?: 'unique'; alsoRuns?: readonly string[]}
  /** A double click: the first meeting is the answer. */
  | {kind: 'already-started'; existing: ExistingMeeting}
  /** Another meeting is on here: the person decides. */
  | {kind: 'duplicate'; existing: ExistingMeeting}
  | StartQuestion
  /** The settings lack something that a connection to Zoom needs. */
  | {kind: 'not-configured'}
  | AccessRefusal
  /** This person has tried as often as they may for now. `nextAt`: ms since the epoch. */
  | {kind: 'too-many'; nextAt: number}
  | NotInZoom
  | NotConnected
  | {kind: 'zoom-trouble'; problem: Exclude<ZoomProblem, NotConnected>; maybeCreated: boolean}
  | {kind: 'store-unavailable'}
  /** Something that is stored and needed cannot be read by this version. */
  | {kind: 'record-unreadable'}
  | {kind: ChatErrorCode}
  /** The meeting exists, its card does not (yet). */
  | {kind: 'not-posted'; joinUrl: string; why: Exclude<PostOutcome['kind'], 'posted'>};
