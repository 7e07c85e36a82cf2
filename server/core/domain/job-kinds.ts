/** Kinds of work that can be put off. A job of any other kind belongs to a newer version, and is left to it. */
export const JOB_KINDS = ['ask-zoom', 'show-cards', 'revoke-consent'] as const;

export type JobKindName = (typeof JOB_KINDS)[number];
