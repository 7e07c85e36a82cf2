import {performance} from 'node:perf_hooks';
import {toHttpCall, type PluginRequest} from './plugin-request.js';
import {record, type RecordedResponse} from './response-writers.js';
import type {Sessions} from './sessions.js';
import type {ServePlugin} from './site.js';
import type {Supervisor} from './supervisor.js';

/** The plugin's routes: requests below `/plugins/<id>/` go to its ServeHTTP hook while it is active. */
export function createPluginRoutes(id: string, supervisor: Supervisor, sessions: Sessions): ServePlugin {
  const prefix = `/plugins/${id}`;
  return (request, writer) => {
    const process = supervisor.active();
    if (process === undefined || !request.target.startsWith(`${prefix}/`)) return undefined;
    const userId = sessions.userOf(request.header['Authorization']?.[0]);
    return process.hooks.serveHttp({...toHttpCall(request, prefix, userId), writer});
  };
}

/** An answer, and how long the hook took. */
export interface TimedResponse extends RecordedResponse {
  readonly microseconds: number;
}

/** Sends a request to the plugin without TCP in between. */
export async function requestInside(
  servePlugin: ServePlugin,
  request: PluginRequest,
): Promise<TimedResponse> {
  const {response, writer} = record();
  const begin = performance.now();
  try {
    await (servePlugin(request, writer) ?? writer.WriteHeader(404));
  } catch {
    await writer.WriteHeader(500);
  }
  return {...response, microseconds: (performance.now() - begin) * 1000};
}
