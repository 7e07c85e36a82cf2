import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';
import type {Metric} from '../../server/core/ports/metrics/metric.js';
import {METRICS} from '../../server/core/ports/metrics/table.js';

const read = (path: string): string => readFileSync(join(projectRoot, 'docs', path), 'utf8');

interface Dashboard {
  panels: {title: string; targets: {expr: string}[]}[];
}

const metrics = Object.values<Metric>(METRICS);
const alerts = read('monitoring/alerts.yml');
const dashboard = JSON.parse(read('monitoring/grafana-dashboard.json')) as Dashboard;
/** Of every alert: what stands between `expr` and `for`. */
const alertExpressions = [...alerts.matchAll(/expr:([^]*?)\n +for:/g)].map(([, text = '']) => text);
const expressions = [
  ...alertExpressions,
  ...dashboard.panels.flatMap(({targets}) => targets.map(({expr}) => expr)),
];

/** A metric by the name of one of its lines. */
const metricOf = (line: string): Metric | undefined =>
  metrics.find(({name, type}) =>
    type === 'histogram'
      ? ['bucket', 'sum', 'count'].some((part) => line === `${name}_${part}`)
      : line === name,
  );

/** What is wrong with a selector such as `zoom_jobs_done_total{kind="ask-zoom"}`. */
function problemOf(line: string, matchers: string): string | undefined {
  const metric = metricOf(line);
  if (metric === undefined) return `${line} is no metric`;
  for (const [, label = '', operator = '', wanted = ''] of matchers.matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g)) {
    const values = metric.labels[label];
    if (values === undefined) return `${line} has no label ${label}`;
    const words = operator.includes('~') ? wanted.split('|') : [wanted];
    const strange = words.find((word) => values.length > 0 && !values.includes(word));
    if (strange !== undefined) return `${label} of ${line} is never ${strange}`;
  }
  return undefined;
}

function problemsOf(expression: string): string[] {
  const selectors = [...expression.matchAll(/\b(zoom_\w+)(\{[^}]*\})?/g)];
  const labels = new Set(selectors.flatMap(([, line = '']) => Object.keys(metricOf(line)?.labels ?? {})));
  const grouped = [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  return [
    ...selectors.flatMap(([, line = '', matchers = '']) => problemOf(line, matchers) ?? []),
    ...grouped.filter((name) => name !== 'le' && !labels.has(name)).map((name) => `no label ${name}`),
  ];
}

describe('The check of an expression', () => {
  it.each([
    ['zoom_jobs_done', 'zoom_jobs_done is no metric'],
    ['zoom_command_seconds', 'zoom_command_seconds is no metric'],
    ['zoom_jobs_done_total{result="ok"}', 'zoom_jobs_done_total has no label result'],
    ['zoom_jobs_done_total{kind=~"ask-zoom|other"}', 'kind of zoom_jobs_done_total is never other'],
    ['sum by (result) (zoom_jobs_done_total)', 'no label result'],
  ])('finds what is wrong with %s', (expression, problem) => {
    expect(problemsOf(expression)).toEqual([problem]);
  });
});

describe('The documentation of the metrics', () => {
  it('has a row for each metric with its labels, and no other', () => {
    const rows = [...read('metrics.md').matchAll(/^\| `(zoom_\w+)` \|(.*?)\|/gm)];
    const documented = rows.map(([, name = '', labels = '']) => [name, labels.match(/\w+/g) ?? []]);
    expect(new Map(documented as [string, string[]][])).toEqual(
      new Map(metrics.map(({name, labels}) => [name, Object.keys(labels)])),
    );
  });

  it('has four alerts, each with a sentence about what to do', () => {
    expect(alertExpressions).toHaveLength(4);
    for (const part of [/- alert: \w+/g, /severity: (critical|warning)/g, /summary: /g, /description: /g]) {
      expect(alerts.match(part)).toHaveLength(4);
    }
  });

  it.each(expressions)('names only what there is in %s', (expression) => {
    expect(expression).toMatch(/zoom_\w+/);
    expect(problemsOf(expression)).toEqual([]);
  });

  it('has a place for each metric on the dashboard', () => {
    const shown = dashboard.panels.flatMap(({targets}) =>
      targets.flatMap(({expr}) => [...expr.matchAll(/\bzoom_\w+/g)].map(([line]) => metricOf(line)?.name)),
    );
    expect(metrics.map(({name}) => name).filter((name) => !shown.includes(name))).toEqual([]);
  });
});
