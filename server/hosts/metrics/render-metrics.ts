import type {MetricFamily, Sample} from '../../core/ports/metrics.js';

/** https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** In Prometheus' text format. What is not known has no line. */
export const renderMetrics = (families: readonly MetricFamily[]): string =>
  families
    .flatMap(({name, help, type, samples}) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(line),
    ])
    .map((text) => `${text}\n`)
    .join('');

function line({name, labels, value}: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
}
