import type {ZoomSubject} from '../zoom-subject.js';

/** Zoom's name for the owner of the token. */
const OWNER = 'me';

/** One token for the whole account: people host as the Zoom user with their own e-mail address. */
export function byOwnAddress(subject: ZoomSubject): string {
  switch (subject.kind) {
    case 'person':
      return subject.email;
    case 'host':
      return subject.zoomUserId ?? OWNER;
    case 'server':
      return OWNER;
  }
}
