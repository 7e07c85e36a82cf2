/**
 * How long people wait for what they typed or pressed. Mattermost gives a plugin no limit; a person gives about this.
 */
export const ANSWER_WITHIN_MS = 8_000;

/** After this nothing new is begun for them: what is begun has a chance to end in time. */
export const BEGIN_NOTHING_AFTER_MS = 7_500;

/** A test of the set-up asks Zoom, Mattermost and the site, one after the other. */
export const TEST_LIMIT_MS = 20_000;

/** A program waits longer than a person does, but not for ever: who it acts for is asked before what it wants. */
export const API_LIMIT_MS = 20_000;
