/**
 * Somebody in a meeting, or waiting for it, as Zoom names them and as far as we know who they are. No address, no
 * telephone number: what is kept of an address is a digest.
 */
export interface Participant {
  /**
   * Zoom's in-meeting number of this stay on this device (`user_id`, else `participant_uuid`); `undefined`: it names
   * none, and the name has to do.
   */
  stayId?: string | undefined;
  /** Zoom's id of the person; `undefined`: they have not signed in there. */
  zoomUserId?: string | undefined;
  /** Of the address that Zoom gives, in lower case; it tells stays of one person together. */
  addressDigest?: string | undefined;
  /** The Mattermost user that they are, by an address that Mattermost has confirmed or by their consent in Zoom. */
  userId?: string | undefined;
  /** Of a Mattermost user as people know them here, of anybody else as they typed it in Zoom; may be empty. */
  name: string;
}

/** Somebody as Zoom names them, before anybody has asked who they are here. The address goes no further than that. */
export interface HeardParticipant extends Pick<Participant, 'stayId' | 'zoomUserId' | 'name'> {
  /** As it was read: trimmed, in lower case. */
  address?: string | undefined;
}
