/** What an administrator enters for a page to join, and nothing more. */
export const setUpJoinPage = {
  JoinPageURL: 'https://join.example.org',
  JoinPageClientID: 'sdk-client',
  JoinPageClientSecret: 'canary-sdk-secret',
} as const;
