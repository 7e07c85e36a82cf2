import type {Participant, Stay} from './participant.js';

/** How often it takes place, in Zoom's own words. Days of the week: 1 is Sunday. */
export interface Recurrence {
  /** 1 daily · 2 weekly · 3 monthly */
  type: 1 | 2 | 3;
  repeat_interval?: number;
  /** Such as `2,4`. */
  weekly_days?: string;
  monthly_day?: number;
  /** -1: the last of the month. */
  monthly_week?: -1 | 1 | 2 | 3 | 4;
  monthly_week_day?: number;
  end_times?: number;
  end_date_time?: string;
}

/** One date of a series. */
export interface PlannedOccurrence {
  id: string;
  startTime: number;
  duration: number;
  status: 'available' | 'deleted';
}

/** Its place in the calendar. Times: ms since the epoch. */
export interface Plan {
  agenda: string;
  /** `undefined`: instant, a personal room, or recurring without times. */
  startTime: number | undefined;
  /** Planned length in minutes; 0 for instant meetings and personal rooms. */
  duration: number;
  timezone: string;
  recurrence: Recurrence | undefined;
  /** Of a series with times: all dates, the cancelled ones too. */
  occurrences: readonly PlannedOccurrence[];
}

/** What was set for it, in Zoom's own words. Whatever else was sent is kept. */
export interface GatheringSettings {
  use_pmi?: boolean;
  /** 0 registration, and whoever registers is in · 1 the host approves them · 2 no registration */
  approval_type?: 0 | 1 | 2;
  /** Of a series. 1 once for all dates · 2 for each · 3 once, for chosen dates */
  registration_type?: 1 | 2 | 3;
  /** Addresses, with semicolons between them. */
  alternative_hosts?: string;
  meeting_authentication?: boolean;
  meeting_invitees?: {email: string}[];
  [name: string]: unknown;
}

/** Somebody who has registered. */
export interface Registrant {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  /** What else they have told, in Zoom's own words. */
  answers: Readonly<Record<string, unknown>>;
  status: 'approved' | 'pending' | 'denied';
  createdAt: number;
  /** Makes their link theirs alone. */
  token: string;
}

export interface PastOccurrence {
  uuid: string;
  startedAt: number;
  endedAt: number;
  stays: readonly Stay[];
}

/** What meetings and webinars have in common. */
export interface Gathering extends Plan {
  number: number;
  /** Of the occurrence that runs, else of the next one. */
  uuid: string;
  hostId: string;
  topic: string;
  status: 'waiting' | 'started';
  /** False once an instant meeting has ended, and once it was deleted: Zoom answers 3001. */
  exists: boolean;
  createdAt: number;
  /** `creation_source`: over the API, or in Zoom. */
  source: 'open_api' | 'other';
  /** Of the occurrence that runs. */
  startedAt: number | undefined;
  password: string;
  encryptedPassword: string;
  settings: GatheringSettings;
  /** Part of the address at which one registers. */
  registrationToken: string;
  registrants: readonly Registrant[];
  /** So many may register, and be in. */
  capacity: number;
  /** Nobody else comes in, until it ends. */
  isLocked: boolean;
  /** Who is in, breakout rooms included, in the order of joining. */
  participants: readonly Participant[];
  /** How many a `user_id` was given to in the occurrence that runs. */
  userIds: number;
  /** Of the occurrence that runs, in the order of joining. */
  stays: readonly Stay[];
  /** Occurrences that have ended, oldest first. */
  past: readonly PastOccurrence[];
}

/** Whether one has to register. */
export const asksForRegistration = ({settings}: Pick<Gathering, 'settings'>): boolean =>
  settings.approval_type === 0 || settings.approval_type === 1;
