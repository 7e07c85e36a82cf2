import type {DescribedCall} from './described-call.js';
import {ownCalls} from './own-calls.js';
import {systemCalls} from './system-calls.js';
import {zoomCalls} from './zoom-calls.js';

/** Every call that the description of our API names. */
export const API_CALLS: readonly DescribedCall[] = [...zoomCalls, ...ownCalls, ...systemCalls];
