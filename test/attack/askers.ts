/** Who asks, with nothing in their hands but who they are: no secret, no signature, no ticket, no state. */
export const PEOPLE = ['guest', 'stranger', 'member', 'channelAdmin', 'systemAdmin'] as const;
export type Person = (typeof PEOPLE)[number];
/** `forger`: nobody, whose request says in headers that it is the administrator's. */
export type Asker = 'nobody' | 'forger' | Person;
export const ASKERS: readonly Asker[] = ['nobody', 'forger', ...PEOPLE];

/** What everybody is answered, so that each answer is written down once. */
export type Answers = {readonly [Name in Asker]: string};
