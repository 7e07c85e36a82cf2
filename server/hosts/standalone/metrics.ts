import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client';

/** What an operator watches. No label ever names a person, a channel or a meeting. */
export interface Metrics {
  request(route: string, status: number, seconds: number): void;
  /** Observes how long the answer to a slash command takes, and hands it on. */
  timed<T>(answer: Promise<T>): Promise<T>;
  /** Whether Mattermost answers the bot. */
  connected: (isConnected: boolean) => void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  contentType: string;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({register: registry});
  const requests = new Counter({
    name: 'zoom_http_requests_total',
    help: 'Requests that were answered',
    labelNames: ['route', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'zoom_http_request_seconds',
    help: 'Time until a request was answered',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  });
  const commands = new Histogram({
    name: 'zoom_command_seconds',
    help: 'Time until a slash command was answered',
    buckets: SECONDS,
    registers,
  });
  const websocket = new Gauge({
    name: 'zoom_mattermost_connected',
    help: '1 while Mattermost answers the bot',
    registers,
  });
  return {
    request(route, status, seconds) {
      requests.inc({route, status: String(status)});
      duration.observe({route}, seconds);
    },
    timed: (answer) => answer.finally(commands.startTimer()),
    connected: (isConnected) => websocket.set(isConnected ? 1 : 0),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
