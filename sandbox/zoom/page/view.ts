/** What the page reads of the simulator's state. */
export interface SimulatorView {
  account: AccountView;
  users: UserView[];
  consents: ConsentView[];
  meetings: MeetingView[];
}

export interface MeetingView {
  number: number;
  topic: string;
  hostId: string;
  status: 'waiting' | 'started';
  exists: boolean;
  participants: {id: string; name: string}[];
}

export interface UserView {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
}

export interface AccountView {
  appName: string;
  clientId: string;
  clientSecret: string;
  appType: 'server_to_server' | 'general_user' | 'general_admin';
  scopes: string[];
  redirectUris: string[];
  isActivated: boolean;
  isPublished: boolean;
  isPreApproved: boolean;
}

interface ConsentView {
  userId: string;
  status: 'allowed' | 'connected' | 'superseded' | 'revoked';
}

export const fullName = ({firstName, lastName}: UserView): string => `${firstName} ${lastName}`.trim();
