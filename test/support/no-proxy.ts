import type {FindProxy} from '../../server/network/find-proxy.js';

/** Every connection is made directly. */
export const noProxy: FindProxy = () => undefined;
