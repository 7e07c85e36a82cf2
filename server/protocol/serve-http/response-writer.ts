import {gob} from '../../wire/gob/type.js';
import {httpHeader} from '../models/http-request.js';
import type {RpcFunctions} from '../rpc-table.js';

const nothing = gob.struct('', {});

/**
 * The answer to one HTTP request, written call by call to the server, never two calls at once. `SyncHeader`
 * replaces all headers, those of the server too: ask for them with `Header` and send them back.
 */
export const responseWriter = {
  Header: {args: nothing, reply: httpHeader},
  SyncHeader: {args: httpHeader, reply: nothing},
  WriteHeader: {args: gob.int, reply: nothing},
  Write: {args: gob.bytes, reply: nothing},
  Flush: {args: nothing, reply: nothing},
} as const;

export type ResponseWriter = RpcFunctions<typeof responseWriter>;
