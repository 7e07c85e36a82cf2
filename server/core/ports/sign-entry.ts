import type {SecretText} from '../domain/secret-text.js';

/**
 * Signs, for Zoom's Meeting SDK, that somebody may join as an attendee: never as a host. `number`: digits alone.
 */
export type SignEntry = (number: string) => Promise<SecretText>;
