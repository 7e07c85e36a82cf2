/** What the page reads of the simulator's state. */
export interface SimulatorView {
  account: AccountView;
  users: UserView[];
  consents: ConsentView[];
  meetings: MeetingView[];
  webinars: PlanView[];
  sdkUrl: string;
  sdkFaults: {kind: string}[];
  webhookFaults: {kind: string; event?: string; forMs?: number}[];
}

/** A meeting or webinar in the calendar. */
export interface PlanView {
  number: number;
  topic: string;
  hostId: string;
  type: number;
  status: 'waiting' | 'started';
  exists: boolean;
  /** ms since the epoch; missing where there is no fixed time. */
  startTime?: number;
  occurrences: {startTime: number; status: 'available' | 'deleted'}[];
  settings: {approval_type?: number};
  registrants: unknown[];
  participants: PersonView[];
  past: unknown[];
}

export interface MeetingView extends PlanView {
  createdAt: number;
  waitingRoom: boolean;
  joinBeforeHost: boolean;
  isLocked: boolean;
  waiting: PersonView[];
}

/** Somebody who is in a meeting, or waits for it. */
export interface PersonView {
  id: string;
  name: string;
  email: string;
  zoomUserId: string;
  device: 'app' | 'browser' | 'phone';
  isHost: boolean;
  where: 'meeting' | 'breakoutRoom' | 'waitingRoom' | 'forTheHost';
  room?: string;
}

export interface UserView {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  accountId: string;
  pmi: number;
  hasPersonalRoom: boolean;
}

export interface AccountView {
  id: string;
  appName: string;
  clientId: string;
  clientSecret: string;
  sdkClientId: string;
  sdkClientSecret: string;
  appType: 'server_to_server' | 'general_user' | 'general_admin';
  scopes: string[];
  redirectUris: string[];
  isActivated: boolean;
  isPublished: boolean;
  isPreApproved: boolean;
  waitingRoom: boolean;
  joinBeforeHost: boolean;
  moves: 'named' | 'leftAndJoined';
}

interface ConsentView {
  userId: string;
  status: 'allowed' | 'connected' | 'superseded' | 'revoked';
}

export const fullName = ({firstName, lastName}: UserView): string => `${firstName} ${lastName}`.trim();
