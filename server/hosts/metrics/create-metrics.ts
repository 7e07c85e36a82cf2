import {PRODUCT_VERSION} from '../../core/domain/product-version.js';
import type {Histogram, Metric, MetricHost} from '../../core/ports/metrics/metric.js';
import {METRICS} from '../../core/ports/metrics/table.js';
import type {MetricFamily, Metrics, Sample} from '../../core/ports/metrics.js';

/** The numbers themselves, by the values of their labels; a few words of memory each. */
export function createMetrics(host: MetricHost): Metrics {
  const kept = Object.entries<Metric>(METRICS).map(([key, metric]) => ({key, metric, ...keep(metric)}));
  const shown = kept.filter(({metric: {on}}) => on === undefined || on === host);
  const metrics = {
    ...Object.fromEntries(kept.map(({key, mover}) => [key, mover])),
    read: () => shown.map(({metric, samples}) => familyOf(metric, samples())),
  } as unknown as Metrics;
  metrics.buildInfo.set(1, {version: PRODUCT_VERSION, host});
  return metrics;
}

type Labels = Readonly<Record<string, string>>;

/** A metric that moves, whatever labels it has. */
interface Kept {
  mover: object;
  samples: () => readonly Sample[];
}

const familyOf = ({name, help, type}: Metric, samples: readonly Sample[]): MetricFamily => ({
  name,
  help,
  type,
  samples,
});

function keep(metric: Metric): Kept {
  switch (metric.type) {
    case 'counter':
      return keepCounter(metric);
    case 'gauge':
      return keepGauge(metric);
    case 'histogram':
      return keepHistogram(metric);
  }
}

function keepCounter({name, labels}: Metric): Kept {
  const series = createSeries(labels, () => ({value: 0}));
  return {
    mover: {add: (of?: Labels) => void (series.at(of).value += 1)},
    samples: () => series.all().map(([of, {value}]) => ({name, labels: of, value})),
  };
}

function keepGauge({name, labels}: Metric): Kept {
  const series = createSeries<{value: number | undefined}>(labels, () => ({value: undefined}));
  return {
    mover: {set: (value: number | undefined, of?: Labels) => void (series.at(of).value = value)},
    samples: () =>
      series.all().flatMap(([of, {value}]) => (value === undefined ? [] : [{name, labels: of, value}])),
  };
}

function keepHistogram({name, labels, buckets}: Histogram): Kept {
  const series = createSeries(labels, () => ({counts: buckets.map(() => 0), count: 0, sum: 0}));
  return {
    mover: {
      observe(seconds: number, of?: Labels) {
        const entry = series.at(of);
        entry.count += 1;
        entry.sum += seconds;
        buckets.forEach((bound, index) => {
          if (seconds <= bound) entry.counts[index] = (entry.counts[index] ?? 0) + 1;
        });
      },
    },
    samples: () =>
      series.all().flatMap(([of, {counts, count, sum}]) => [
        ...[...buckets.entries()].map(([index, bound]) => ({
          name: `${name}_bucket`,
          labels: {...of, le: String(bound)},
          value: counts[index] ?? 0,
        })),
        {name: `${name}_bucket`, labels: {...of, le: '+Inf'}, value: count},
        {name: `${name}_sum`, labels: of, value: sum},
        {name: `${name}_count`, labels: of, value: count},
      ]),
  };
}

/**
 * One entry for each combination of values that the labels may have, there from the beginning: the first failure is a
 * step from 0 to 1 then, which `increase()` sees. Where a label has no list, they come with the first use of a value.
 */
function createSeries<Entry>(values: Metric['labels'], begin: () => Entry) {
  const names = Object.keys(values);
  const keyOf = (labels: Labels): string => names.map((name) => labels[name]).join('\n');
  const entries = new Map<string, readonly [Labels, Entry]>();
  const openAll = (given: Labels): void => {
    for (const labels of combinations(values, given)) entries.set(keyOf(labels), [labels, begin()]);
  };
  openAll({});
  return {
    at(labels: Labels = {}): Entry {
      const key = keyOf(labels);
      if (!entries.has(key)) openAll(labels);
      const [, entry] = entries.get(key) as readonly [Labels, Entry];
      return entry;
    },
    all: () => [...entries.values()],
  };
}

/** `given`: the value of a label that has no list. */
function combinations(values: Metric['labels'], given: Labels): readonly Labels[] {
  return Object.entries(values).reduce<readonly Labels[]>(
    (some, [name, listed]) => {
      const each = listed.length > 0 ? listed : name in given ? [given[name] ?? ''] : [];
      return some.flatMap((labels) => each.map((value) => ({...labels, [name]: value})));
    },
    [{}],
  );
}
