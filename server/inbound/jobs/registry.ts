import {askZoomJob, type AskZoomJobDeps} from './ask-zoom.js';
import type {JobKind} from './job-kind.js';
import {revokeConsentJob, type RevokeConsentJobDeps} from './revoke-consent.js';
import {showCardsJob, type ShowCardsJobDeps} from './show-cards.js';

type JobKindsDeps = AskZoomJobDeps & ShowCardsJobDeps & RevokeConsentJobDeps;

/** Every kind of work that can be put off. */
export const createJobKinds = (deps: JobKindsDeps): readonly JobKind[] => [
  askZoomJob(deps),
  showCardsJob(deps),
  revokeConsentJob(deps),
];
