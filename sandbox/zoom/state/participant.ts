/**
 * Where somebody is. forTheHost: they wait until the host begins · waitingRoom: until the host lets them in ·
 * breakoutRoom: with a part of the others
 */
export type Whereabouts = 'meeting' | 'breakoutRoom' | 'waitingRoom' | 'forTheHost';

export type Device = 'app' | 'browser' | 'phone';

/** Somebody with one device, from the moment in which they join or begin to wait until they leave for good. */
export interface Participant {
  /** Ours, for the remote control: it stays, whatever Zoom calls them meanwhile. */
  readonly id: string;
  /** Zoom's `user_id`, a new one in every room that counts for itself. */
  userId: string;
  /** `user_id` of the stay in the meeting from which they went to a breakout room. */
  parentUserId: string | undefined;
  /** `participant_uuid`. */
  readonly uuid: string;
  /** '': they have not signed in to Zoom. */
  readonly zoomUserId: string;
  name: string;
  /** '' for people of other accounts and for those who have not signed in, as in Zoom. */
  readonly email: string;
  readonly device: Device;
  /** Digits; '' for all who did not dial in. */
  readonly phoneNumber: string;
  readonly publicIp: string;
  readonly privateIp: string;
  readonly isHost: boolean;
  where: Whereabouts;
  /** Name of the breakout room that they are in. */
  room: string | undefined;
  joinedAt: number;
}

/** What Zoom remembers of somebody's time in one room. */
export interface Stay {
  readonly participant: Pick<Participant, 'id' | 'userId' | 'zoomUserId' | 'name' | 'email'>;
  readonly joinedAt: number;
  /** `undefined`: they are still there. */
  leftAt: number | undefined;
}
