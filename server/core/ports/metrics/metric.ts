/** Every value that each label may have: nobody outside can make a new series. `[]`: a few that the code names. */
type Labels = Readonly<Record<string, readonly string[]>>;

/** Where it is known. */
export type MetricHost = 'plugin' | 'service';

interface Declared<L extends Labels> {
  /** As Prometheus knows it: https://prometheus.io/docs/practices/naming/ */
  name: string;
  help: string;
  labels: L;
  /** Missing: on both. */
  on?: MetricHost;
}

/** Only grows while the process lives. */
export interface Counter<L extends Labels = Labels> extends Declared<L> {
  type: 'counter';
}

/** Goes up and down; not shown while its value is not known. */
export interface Gauge<L extends Labels = Labels> extends Declared<L> {
  type: 'gauge';
}

/** How long something took, in seconds. */
export interface Histogram<L extends Labels = Labels> extends Declared<L> {
  type: 'histogram';
  /** Upper bounds in seconds, ascending. */
  buckets: readonly number[];
}

export type Metric = Counter | Gauge | Histogram;

/** One value for each label; nothing where there is no label. */
type LabelValues<L extends Labels> = [keyof L] extends [never]
  ? []
  : [labels: {readonly [Name in keyof L]: L[Name][number]}];

/** What moves a metric. */
export type Mover<M> =
  M extends Counter<infer L>
    ? {add: (...labels: LabelValues<L>) => void}
    : M extends Gauge<infer L>
      ? {set: (value: number | undefined, ...labels: LabelValues<L>) => void}
      : M extends Histogram<infer L>
        ? {observe: (seconds: number, ...labels: LabelValues<L>) => void}
        : never;

/** A command, a call or a write: five milliseconds to ten seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const counter = <const L extends Labels>(metric: Declared<L>): Counter<L> => ({
  ...metric,
  type: 'counter',
});

export const gauge = <const L extends Labels>(metric: Declared<L>): Gauge<L> => ({...metric, type: 'gauge'});

export const histogram = <const L extends Labels>(metric: Declared<L>): Histogram<L> => ({
  ...metric,
  type: 'histogram',
  buckets: SECONDS,
});
