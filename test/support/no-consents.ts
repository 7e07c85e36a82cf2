import type {ZoomGrants} from '../../server/core/ports/zoom.js';

const nobody = async (): Promise<never> => {
  throw new Error('Nobody has to consent here');
};

/** Of a connection that needs nobody's consent. */
export const noConsents: ZoomGrants = {
  grants: {find: nobody, keep: nobody, renew: nobody, end: nobody, remove: nobody, personOf: nobody},
  alone: nobody,
  ended: () => undefined,
};
