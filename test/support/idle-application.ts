import type {Application} from '../../server/core/ports/application.js';

/** Does nothing, and says so. */
export const idleApplication: Application = {
  start: async () => undefined,
  settingsChanged: async () => undefined,
  runCommand: async ({text}) => ({text}),
  userDeactivated: async () => undefined,
  postWritten: () => undefined,
  tokenUnknown: () => ({text: ''}),
  checkSetup: async () => [],
  takeUpCards: async () => [],
  supportData: async () => [],
  readMetrics: async () => [],
  serveHttp: (_request, response) => void response.end(),
  stop: async () => undefined,
};
