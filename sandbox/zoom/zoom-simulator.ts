import type {RateLimits} from './api/rate-limits.js';
import type {RecordedRequest} from './api/request-log.js';
import type {AppActions} from './app-actions.js';
import type {ArchiveActions} from './archive-actions.js';
import type {FaultRule} from './faults/fault.js';
import type {MeetingActions} from './meeting-actions.js';
import type {PeopleActions} from './people-actions.js';
import type {ScheduleActions} from './schedule-actions.js';
import type {SdkActions} from './sdk/sdk-actions.js';
import type {NewUser} from './state/add-user.js';
import type {
  Consent,
  SimulatedAccount,
  SimulatedMeeting,
  SimulatedUser,
  SimulatedWebinar,
} from './state/records.js';
import type {WebinarActions} from './webinar-actions.js';
import type {Webhooks} from './webhooks/create-webhooks.js';

/**
 * A Zoom of our own: OAuth, the part of the REST API that the product uses, and signed webhooks, over HTTP on this
 * machine. It keeps state, and is strict where Zoom is strict. The same is offered to other processes below
 * `<url>/simulator/`.
 */
export interface ZoomSimulator
  extends
    AppActions,
    ArchiveActions,
    MeetingActions,
    PeopleActions,
    ScheduleActions,
    SdkActions,
    WebinarActions,
    Webhooks {
  /** What ZoomURL is set to. Links to meetings begin with it. */
  readonly url: string;
  /** What ZoomAPIURL is set to. */
  readonly apiUrl: string;
  readonly account: SimulatedAccount;
  readonly users: readonly SimulatedUser[];
  /** What people have allowed the app: all that ever were, oldest first. */
  readonly consents: readonly Consent[];
  /** All that ever were, oldest first. */
  readonly meetings: readonly SimulatedMeeting[];
  readonly webinars: readonly SimulatedWebinar[];
  readonly limits: RateLimits;

  addUser(user: NewUser): SimulatedUser;

  /** Makes calls of the API go wrong. */
  fault(rule: FaultRule): void;
  liftFaults(): void;
  readonly requests: readonly RecordedRequest[];
  /** The first request that fits, of those seen and those to come. */
  waitForRequest(predicate: (request: RecordedRequest) => boolean): Promise<RecordedRequest>;

  /** Calls the listener after anything above may have changed. Returns how to stop it. */
  onChange(listener: () => void): () => void;
  /** Ends the server and all its connections. May be called twice. */
  close(): Promise<void>;
}
