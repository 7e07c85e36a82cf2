import {gob} from '../wire/gob/type.js';
import {appError} from './models/app-error.js';
import {commandArgs, commandResponse} from './models/command.js';
import {context} from './models/context.js';
import {fileData} from './models/file-data.js';
import {httpRequest} from './models/http-request.js';
import {post} from './models/post.js';
import {user} from './models/user.js';

const nothing = gob.struct('', {});
const failure = gob.struct('Z_ErrorReturns', {A: gob.any});

/** A request, and the streams on which its body comes and its answer goes. */
const exchange = {
  ResponseWriterStream: gob.uint,
  Request: httpRequest,
  Context: context,
  RequestBodyStream: gob.uint,
};

/**
 * The hooks that a plugin can serve: what Mattermost sends, what it wants back. One more hook is one more row.
 * Source: server/public/plugin/hooks.go and client_rpc_generated.go of Mattermost.
 */
export const hooks = {
  Implemented: {args: nothing, reply: gob.slice(gob.string)},
  OnActivate: {
    args: gob.struct('Z_OnActivateArgs', {APIMuxId: gob.uint, DriverMuxId: gob.uint}),
    reply: failure,
  },
  OnDeactivate: {args: nothing, reply: failure},
  OnConfigurationChange: {args: nothing, reply: failure},
  ExecuteCommand: {
    args: gob.struct('Z_ExecuteCommandArgs', {A: context, B: commandArgs}),
    reply: gob.struct('Z_ExecuteCommandReturns', {A: commandResponse, B: appError}),
  },
  GenerateSupportData: {
    args: gob.struct('Z_GenerateSupportDataArgs', {A: context}),
    reply: gob.struct('Z_GenerateSupportDataReturns', {A: gob.slice(fileData), B: gob.any}),
  },
  UserHasBeenDeactivated: {
    args: gob.struct('Z_UserHasBeenDeactivatedArgs', {A: context, B: user}),
    reply: nothing,
  },
  MessageHasBeenPosted: {
    args: gob.struct('Z_MessageHasBeenPostedArgs', {A: context, B: post}),
    reply: nothing,
  },
  ServeHTTP: {args: gob.struct('Z_ServeHTTPArgs', exchange), reply: nothing},
  ServeMetrics: {args: gob.struct('Z_ServeMetricsArgs', exchange), reply: nothing},
} as const;
