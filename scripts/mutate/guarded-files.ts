/** A file that guards secrets, and the tests that have to notice any change of it. */
export interface GuardedFile {
  path: string;
  /** None of them needs another process. */
  tests: readonly string[];
  /** Why what is left of it cannot be noticed: a whole sentence. */
  rest?: string;
}

/** What must be tested so well that hardly a change of it goes unnoticed. */
export const GUARDED_FILES: readonly GuardedFile[] = [
  {
    path: 'server/inbound/webhooks/verify-signature.ts',
    tests: ['test/unit/inbound/webhooks/verify-signature.test.ts'],
    rest: 'what is no signature, or missing, could go on to the comparison of all its characters, which refuses it as well.',
  },
  {
    path: 'server/inbound/webhooks/url-validation.ts',
    tests: ['test/unit/inbound/webhooks/url-validation.test.ts'],
  },
  {
    path: 'server/outbound/store/key-ring.ts',
    tests: ['test/unit/outbound/store/key-ring.test.ts'],
    rest: 'a check that only the types ask for, and two empty blocks, whose functions answer the same without their last line.',
  },
  {
    path: 'server/outbound/store/grant-rows.ts',
    tests: [
      'test/unit/outbound/store/grant-rows.test.ts',
      'test/unit/outbound/store/grants.test.ts',
      'test/unit/outbound/store/zoom-users.test.ts',
    ],
    rest: 'two first values that are always replaced, and two checks that only the types ask for.',
  },
  {
    path: 'server/outbound/store/grant-content.ts',
    tests: ['test/unit/outbound/store/grant-rows.test.ts', 'test/unit/outbound/store/grants.test.ts'],
  },
  {
    path: 'server/outbound/store/zoom-users.ts',
    tests: ['test/unit/outbound/store/zoom-users.test.ts', 'test/unit/outbound/store/grants.test.ts'],
  },
  {
    path: 'server/outbound/store/connect-attempts.ts',
    tests: [
      'test/unit/outbound/store/connect-attempts.test.ts',
      'test/unit/core/usecases/receive-return.test.ts',
    ],
    rest: 'an object of which it matters only that it is there.',
  },
  {
    path: 'server/outbound/store/parked.ts',
    tests: ['test/unit/outbound/store/parked.test.ts'],
    rest: 'a first value that is always replaced, and a check that only the types ask for.',
  },
  {
    path: 'server/core/usecases/receive-return.ts',
    tests: ['test/unit/core/usecases/receive-return.test.ts'],
  },
  {
    path: 'server/core/usecases/read-pass.ts',
    tests: ['test/unit/core/usecases/read-pass.test.ts'],
  },
  {
    path: 'server/inbound/join-page/hosts-apart.ts',
    tests: ['test/unit/inbound/join-page/hosts-apart.test.ts'],
    rest: 'a request that names no host, which is refused like one that names nonsense.',
  },
  {
    path: 'server/inbound/signed-tickets.ts',
    tests: ['test/unit/inbound/join-page/browser-tickets.test.ts'],
  },
  {
    path: 'server/core/domain/believed-ahead.ts',
    tests: ['test/property/entry-signatures.test.ts', 'test/unit/core/domain/judge-clock.test.ts'],
  },
  {
    path: 'server/outbound/zoom/sign-entry.ts',
    tests: ['test/property/entry-signatures.test.ts'],
  },
];
