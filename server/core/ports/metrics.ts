import type {Mover} from './metrics/metric.js';
import type {METRICS} from './metrics/table.js';

/** A line of a metric as it is now. */
export interface Sample {
  /** With the suffix that Prometheus wants of a part of a histogram. */
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** A metric, and all that is known of it now. */
export interface MetricFamily {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  samples: readonly Sample[];
}

type Movers = {readonly [Name in keyof typeof METRICS]: Mover<(typeof METRICS)[Name]>};

/**
 * What operators watch: one mover for each line of the table. Moving one costs the caller no wait. No label ever names
 * a person, a channel or a meeting.
 */
export interface Metrics extends Movers {
  /** Those of this host, in the order of the table. */
  read(): readonly MetricFamily[];
}
